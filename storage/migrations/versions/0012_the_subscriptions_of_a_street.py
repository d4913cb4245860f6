"""Who wants the messages of a street is found by the street, however many chats there are."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_subscriptions_street", "subscriptions", ["street"])


def downgrade() -> None:
    op.drop_index("ix_subscriptions_street", "subscriptions")
