"""The queue's index has nothing of what was sent before, and what a chat was told last is found by its moment."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OPEN = "state IN ('waiting', 'claimed', 'sending', 'unknown')"
KNOWN = "external_id IS NOT NULL"


def upgrade() -> None:
    _drop("queue", "chat_state", "external_id")
    _create("queue", "state", "platform", "bot", "urgency", "key", where=OPEN)
    _create("chat_state", "chat", "state", "made_at")
    _create("external_id", "external_id", where=KNOWN)


def downgrade() -> None:
    _drop("queue", "chat_state", "external_id")
    _create("queue", "state", "platform", "bot", "urgency", "key")
    _create("chat_state", "chat", "state")
    _create("external_id", "platform", "external_id")


def _drop(*names: str) -> None:
    for name in names:
        op.drop_index(f"ix_deliveries_{name}", "deliveries")


def _create(name: str, *columns: str, where: str | None = None) -> None:
    only: dict[str, Any] = {} if where is None else {"sqlite_where": sa.text(where), "postgresql_where": sa.text(where)}
    op.create_index(f"ix_deliveries_{name}", "deliveries", list(columns), **only)
