"""Which answers somebody found wrong, and for what question."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "objections",
        sa.Column("key", key, autoincrement=True, nullable=False),
        sa.Column("delivery", key, nullable=True),
        sa.Column("street", sa.String(length=100), nullable=False),
        sa.Column("entry", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery"], ["deliveries.key"], name=op.f("fk_objections_delivery_deliveries"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_objections")),
        sa.UniqueConstraint("delivery", name=op.f("uq_objections_delivery")),
    )
    op.create_index("ix_objections_at", "objections", ["at"])
    op.create_index("ix_objections_entry", "objections", ["street", "entry"])


def downgrade() -> None:
    op.drop_table("objections")
