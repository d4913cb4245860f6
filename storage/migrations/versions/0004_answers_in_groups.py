"""The answers given in groups: which wait for a neighbour, and how long ago the last one was."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "answers",
        sa.Column("delivery", key, autoincrement=False, nullable=False),
        sa.Column("chat", key, nullable=False),
        sa.Column("entry", sa.String(length=100), nullable=False),
        sa.Column("by_hash", sa.String(length=32), nullable=False),
        sa.Column("unasked", sa.Boolean(), nullable=False),
        sa.Column("heard_since", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.key"], name=op.f("fk_answers_chat_chats"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["delivery"], ["deliveries.key"], name=op.f("fk_answers_delivery_deliveries"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("delivery", name=op.f("pk_answers")),
    )
    op.create_index("ix_answers_chat_made_at", "answers", ["chat", "made_at"])


def downgrade() -> None:
    op.drop_table("answers")
