"""The least that a poller can do: plain sqlite3, an indexed moment, and the same rows in the same batches."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.sending.announcing import BATCH
from messages.schedule import moments, resolve

ZONE = ZoneInfo("Europe/Amsterdam")
FIRST = datetime(2026, 12, 1, 13)  # noqa: DTZ001 - the street's own time
TABLES = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE due (street TEXT, kind TEXT, item TEXT, next_at TEXT, since TEXT, waiting INT, sent INT,
  PRIMARY KEY (street, kind, item));
CREATE INDEX ix_due ON due (next_at); CREATE INDEX ix_item ON due (kind, item);
CREATE TABLE occurrences (key INTEGER PRIMARY KEY, street TEXT, kind TEXT, item TEXT, due_at TEXT,
  occurs_at TEXT, send_at TEXT, outcome TEXT, reason TEXT, wording INT, UNIQUE (street, kind, item, due_at, occurs_at));
CREATE TABLE deliveries (key INTEGER PRIMARY KEY, chat INT, platform TEXT, cause TEXT UNIQUE, urgency INT, state TEXT,
  body TEXT, reply_to TEXT, thread TEXT, due_at TEXT, not_before TEXT, expires_at TEXT, held INT, attempts INT,
  pages_sent INT, external_id TEXT, error TEXT, made_at TEXT, settled_at TEXT);
CREATE INDEX ix_queue ON deliveries (state, urgency, key); CREATE INDEX ix_chat ON deliveries (chat, state);
CREATE INDEX ix_external ON deliveries (platform, external_id);
"""
ADD = "INSERT INTO deliveries VALUES (NULL,?,'telegram',?,3,'waiting',?,NULL,NULL,?,?,?,0,0,0,NULL,NULL,?,NULL)"
DECIDE = "INSERT INTO occurrences VALUES (NULL,?,?,?,?,'',?,'send',NULL,?) ON CONFLICT DO NOTHING RETURNING key"
MOVE_ON = "UPDATE due SET next_at=?, since=?, sent=? WHERE street=? AND kind=? AND item=?"


class Poller:
    def __init__(self, file: Path, streets: list[str], items: int) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.executescript(TABLES)
        self._chats = {street: number for number, street in enumerate(streets)}
        rows = [
            (street, "announcement", f"tip-{item}", _text(FIRST + timedelta(minutes=item)), _text(FIRST), 0, 0)
            for street in streets
            for item in range(items)
        ]
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany("INSERT INTO due VALUES (?,?,?,?,?,?,?)", rows)
        self._db.execute("COMMIT")

    def made(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM deliveries").fetchone()[0])

    def run(self, now: datetime) -> int:
        made = 0
        while batch := self._batch(now):
            made += batch
        return made

    def _batch(self, now: datetime) -> int:
        self._db.execute("BEGIN IMMEDIATE")
        query = "SELECT street, kind, item, next_at, sent FROM due WHERE next_at <= ? ORDER BY next_at LIMIT ?"
        rows = self._db.execute(query, (_stored(now), BATCH)).fetchall()
        nexts = {item: _next(int(item[4:]), now) for item in {row[2] for row in rows}}
        at, late = _stored(now), _stored(now + timedelta(hours=6))
        messages, moves = [], []
        for street, kind, item, next_at, sent in rows:
            key = self._db.execute(DECIDE, (street, kind, item, next_at, next_at, 0)).fetchone()[0]
            body = json.dumps({"parts": [{"text": f"Tip {item[4:]}.", "kind": "paragraph"}], "template": None})
            chat = self._chats[street]
            messages.append((chat, f"occurrence:{key}:{chat}", body, at, at, late, at))
            moves.append((nexts[item], nexts[item], sent + 1, street, kind, item))
        self._db.executemany(ADD, messages)
        self._db.executemany(MOVE_ON, moves)
        self._db.execute("COMMIT")
        return len(rows)


def _next(number: int, now: datetime) -> str:
    local = now.astimezone(ZONE).replace(tzinfo=None) + timedelta(seconds=1)
    start = FIRST + timedelta(minutes=number)
    return _text(next(moments(start, "FREQ=WEEKLY", since=local, before=local + timedelta(days=8))))


def _text(local: datetime) -> str:
    return _stored(resolve(local, ZONE))


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
