"""The indexes of some rows alone. Only who makes or compares the schema needs to know of them.

To tell SQLAlchemy of one loads all that it knows of PostgreSQL, 2 MB and 20 ms that a bot on SQLite does without.
"""

from typing import Any

from sqlalchemy import Index, text

from storage.tables import OPEN, deliveries


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


row = deliveries.c
# Nothing but what has not ended: it stays small, and what is sent leaves no entry in it.
Index("ix_deliveries_queue", row.state, row.platform, row.bot, row.urgency, row.key, **_where(f"state IN {OPEN}"))
Index("ix_deliveries_external_id", row.external_id, **_where("external_id IS NOT NULL"))
