"""The content store: every item by kind and id, and the published ones as one snapshot."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Text, cast, delete, select, update

from messages.content import Content, FAQEntry, Status
from storage.content_file.shapes import from_json, to_json
from storage.content_log import Author, ContentLog
from storage.due import DueTable
from storage.memory import Memory
from storage.pauses import Pauses, with_pauses
from storage.sql import insert_once, upsert
from storage.tables import content_items, meta

KINDS = {
    "street": "streets",
    "faq": "faqs",
    "urgent": "urgent",
    "event": "events",
    "announcement": "announcements",
}
SCHEDULED = ("street", "event", "announcement")  # what has to do with when
VERSION = "content_version"
# Rows in a statement: PostgreSQL takes no more than 32,767 values.
AT_ONCE = 500


@dataclass(slots=True)
class ContentCache:
    """The snapshot of one version, shared by all units of work of a process.

    With its version in one value, for SQLite's readers look at it on threads of their own.
    """

    latest: tuple[int, Content] | None = None


class ContentStore:
    def __init__(self, connection: Connection, cache: ContentCache, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._cache = cache
        self._memory = Memory(connection)
        self._touched = touched
        self._uncommitted = False

    @property
    def version(self) -> int:
        """Rises with every change."""
        return int(self._memory.get(VERSION) or 0)

    def published(self) -> Content:
        """All that is published now, with what is paused marked; the same object as long as nothing changes."""
        if self._uncommitted:
            return self._with_pauses()
        version, latest = self.version, self._cache.latest
        if latest is None or latest[0] != version:
            latest = self._cache.latest = version, self._with_pauses()
        return latest[1]

    def at_hand(self, version: int) -> Content | None:
        """What was published in this version, if that is the one that was read last."""
        latest = self._cache.latest
        return latest[1] if latest and latest[0] == version and not self._uncommitted else None

    def kept(self) -> Content:
        """All that is published now as it is kept: nothing is paused but what its own schedule says."""
        return self._load()

    def drafts(self) -> dict[str, FAQEntry]:
        """The entries that wait for somebody's yes, the oldest first."""
        these = (content_items.c.kind == "faq", content_items.c.status == Status.DRAFT)
        query = select(content_items).where(*these).order_by(content_items.c.changed_at, content_items.c.id)
        return {row.id: from_json("faq", row.id, row.body, Status.DRAFT) for row in self._connection.execute(query)}

    def discard_draft(self, id_: str) -> None:
        """What nobody wants kept is not kept."""
        these = (content_items.c.kind == "faq", content_items.c.id == id_, content_items.c.status == Status.DRAFT)
        self._connection.execute(delete(content_items).where(*these))

    def forget_drafts_before(self, moment: datetime) -> int:
        old = (content_items.c.status == Status.DRAFT, content_items.c.changed_at < moment)
        return self._connection.execute(delete(content_items).where(*old)).rowcount

    def ids(self) -> set[str]:
        """Of all kinds, also of what is retired: an id is not given twice."""
        return set(self._connection.scalars(select(content_items.c.id)))

    def changed_at(self) -> dict[tuple[str, str], datetime]:
        """When each item became what it is now, by kind (as in KINDS) and id."""
        rows = self._connection.execute(select(content_items.c.kind, content_items.c.id, content_items.c.changed_at))
        return {(row.kind, row.id): row.changed_at for row in rows}

    def save(self, content: Content, *, replace: bool = False, now: datetime, by: Author | None = None) -> int:
        """Add and update by id; with `replace`, retire what `content` does not hold. How many items changed.

        What `by` did is recorded; None is the bot itself.
        """
        before = self._rows()
        after = _rows_of(content)
        changed = [row | {"changed_at": now} for key, row in after.items() if before.get(key) != row]
        retired = [key for key in before if replace and key not in after and _is_published(before[key])]
        for first in range(0, len(changed), AT_ONCE):
            lot = changed[first : first + AT_ONCE]
            self._connection.execute(upsert(self._connection, content_items, lot))
        known = [
            (row["kind"], row["id"], "changed" if (row["kind"], row["id"]) in before else "made") for row in changed
        ]
        if by:
            ContentLog(self._connection).note(known, by, now)
        if changed:
            self._follow([(kind, id_) for kind, id_, _ in known], now)
        return len(changed) + self.retire(retired, now=now, by=by)

    def retire(self, items: Sequence[tuple[str, str]], *, now: datetime, by: Author | None = None) -> int:
        """Let items, by kind and id, be of the past."""
        for kind, id_ in items:
            this = (content_items.c.kind == kind, content_items.c.id == id_)
            retire = update(content_items).where(*this).values(status=Status.RETIRED, changed_at=now)
            self._connection.execute(retire)
        if by:
            ContentLog(self._connection).note([(kind, id_, "retired") for kind, id_ in items], by, now)
        if items:
            self._follow(items, now)
        return len(items)

    def _follow(self, items: Sequence[tuple[str, str]], now: datetime) -> None:
        self.note_change()
        DueTable(self._connection).touch(items, self._load(SCHEDULED), now)

    def _with_pauses(self) -> Content:
        return with_pauses(self._load(), Pauses(self._connection, self.note_change).all())

    def note_change(self) -> None:
        """Whoever looks at the content has to look again."""
        # Counted by the database itself: two processes that change something at once make two versions.
        self._connection.execute(insert_once(self._connection, meta, {"name": VERSION, "value": "0"}))
        next_one = cast(cast(meta.c.value, Integer) + 1, Text)
        self._connection.execute(update(meta).where(meta.c.name == VERSION).values(value=next_one))
        self._uncommitted = True
        self._touched("content")

    def _rows(self) -> dict[tuple[str, str], dict[str, Any]]:
        columns = ("kind", "id", "position", "status", "body")
        rows = self._connection.execute(select(*(content_items.c[name] for name in columns)))
        return {(row.kind, row.id): dict(row._mapping) for row in rows}

    def _load(self, kinds: Collection[str] = KINDS) -> Content:
        kept: dict[str, dict[str, Any]] = {plural: {} for plural in KINDS.values()}
        these = (content_items.c.status == Status.PUBLISHED, content_items.c.kind.in_(kinds))
        query = select(content_items).where(*these)
        for row in self._connection.execute(query.order_by(content_items.c.position, content_items.c.id)):
            kept[KINDS[row.kind]][row.id] = from_json(row.kind, row.id, row.body)
        return Content(**kept)


def _rows_of(content: Content) -> dict[tuple[str, str], dict[str, Any]]:
    rows = {}
    for kind, plural in KINDS.items():
        items: Mapping[str, Any] = getattr(content, plural)
        for position, (id_, item) in enumerate(items.items()):
            status = getattr(item, "status", Status.PUBLISHED)
            row = {
                "kind": kind,
                "id": id_,
                "position": position,
                "status": str(status),
                "body": to_json(item),
            }
            rows[kind, id_] = row
    return rows


def _is_published(row: Mapping[str, Any]) -> bool:
    return bool(row["status"] == Status.PUBLISHED)
