"""What was not understood: without names in it, and where to send an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "questions",
        sa.Column("key", key, autoincrement=True, nullable=False),
        sa.Column("street", sa.String(length=100), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.Column("chat", key, nullable=True),
        sa.Column("reply_to", sa.Text(), nullable=True),
        sa.Column("thread", sa.String(length=50), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("passed_on_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("entry", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["chat"], ["chats.key"], name=op.f("fk_questions_chat_chats"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_questions")),
    )
    for column in ("asked_at", "by_hash", "chat", "street"):
        op.create_index(f"ix_questions_{column}", "questions", [column])


def downgrade() -> None:
    op.drop_table("questions")
