"""What somebody typed in the last seconds, in case the next line belongs to it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "lines",
        sa.Column("key", key, autoincrement=True, nullable=False),
        sa.Column("chat", key, nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.Column("thread", sa.String(length=50), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("addressed", sa.Boolean(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.key"], name=op.f("fk_lines_chat_chats"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_lines")),
    )
    op.create_index("ix_lines_chat_by_hash", "lines", ["chat", "by_hash"])
    op.create_index("ix_lines_heard_at", "lines", ["heard_at"])


def downgrade() -> None:
    op.drop_table("lines")
