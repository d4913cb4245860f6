"""Every occurrence of an event is announced by itself, also where two come to the same moment."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ONCE = "uq_occurrences_street_kind_item_due_at"


def upgrade() -> None:
    column = sa.Column("occurs_at", sa.String(length=30), nullable=False, server_default="")
    with op.batch_alter_table("occurrences") as table:
        table.add_column(column)
        table.drop_constraint(ONCE, type_="unique")
        table.create_unique_constraint(f"{ONCE}_occurs_at", ["street", "kind", "item", "due_at", "occurs_at"])


def downgrade() -> None:
    op.execute(
        "DELETE FROM occurrences WHERE key NOT IN"
        " (SELECT min(key) FROM occurrences GROUP BY street, kind, item, due_at)"
    )
    with op.batch_alter_table("occurrences") as table:
        table.drop_constraint(f"{ONCE}_occurs_at", type_="unique")
        table.create_unique_constraint(ONCE, ["street", "kind", "item", "due_at"])
        table.drop_column("occurs_at")
