"""What is typed and not yet agreed to, what is paused, and who did what to the content."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "drafts",
        sa.Column("key", key, autoincrement=True, nullable=False),
        sa.Column("chat", key, nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.key"], name=op.f("fk_drafts_chat_chats"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_drafts")),
    )
    op.create_table(
        "pauses",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_pauses")),
    )
    op.create_table(
        "content_log",
        sa.Column("key", key, autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.Column("role", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_content_log")),
    )
    op.create_index("ix_drafts_by_hash", "drafts", ["by_hash"])
    op.create_index("ix_drafts_made_at", "drafts", ["made_at"])
    op.create_index("ix_content_log_by_hash", "content_log", ["by_hash"])
    op.create_index("ix_content_log_item", "content_log", ["kind", "id"])


def downgrade() -> None:
    op.drop_table("content_log")
    op.drop_table("pauses")
    op.drop_table("drafts")
