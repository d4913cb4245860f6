"""What is due next, by schedule and street; the rows are made when the bot starts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "due",
        sa.Column("street", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("item", sa.String(length=100), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("street", "kind", "item", name=op.f("pk_due")),
    )
    with op.batch_alter_table("due", schema=None) as batch_op:
        batch_op.create_index("ix_due_item", ["kind", "item"], unique=False)
        batch_op.create_index(batch_op.f("ix_due_next_at"), ["next_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("due", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_due_next_at"))
        batch_op.drop_index("ix_due_item")

    op.drop_table("due")
    op.execute(sa.text("DELETE FROM meta WHERE name = 'due_made'"))
