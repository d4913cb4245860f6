"""What is known where something is heard, and of who says it: asked at every message, so in one statement."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, String, and_, bindparam, exists, func, literal, or_, select

from messages.incoming import Incoming
from messages.reply import Choice
from messages.street import Chat, Role
from storage.answer_tables import lines, objections
from storage.chats import AT, chat_of
from storage.content_store import VERSION
from storage.delivery_queries import said_in
from storage.delivery_rows import choices_of
from storage.heard import digest_of
from storage.lines import Line
from storage.people import EVERY_STREET, mark_of
from storage.prepared import Prepared
from storage.seal import Seal
from storage.tables import Moment, chats, deliveries, heard, meta, roles


def _statement(dialect: str) -> Any:
    street: BindParameter[str] = bindparam("street", type_=String)
    version = select(meta.c.value).where(meta.c.name == VERSION).scalar_subquery()
    was_heard = exists().where(heard.c.platform == bindparam("platform"), heard.c.external_hash == bindparam("message"))
    there = or_(street == EVERY_STREET, roles.c.street == street, roles.c.street == EVERY_STREET)
    theirs = (roles.c.platform == bindparam("platform"), roles.c.person_hash == bindparam("sender"))
    role = select(func.max(roles.c.role)).where(*theirs, there).scalar_subquery()
    wrong = (objections.c.street == street, objections.c.entry == bindparam("entry"), objections.c.text != "")
    here = func.coalesce(deliveries.c.thread, "") == bindparam("thread")
    last = said_in(chats.c.key, bindparam("said_since", type_=Moment), here).limit(1).scalar_subquery()
    just_said = (lines.c.by_hash == bindparam("mark"), lines.c.heard_at >= bindparam("since"))
    in_thread = func.coalesce(lines.c.thread, "") == bindparam("thread")
    always = select(literal(1).label("row")).subquery("always")
    found = always.outerjoin(chats, AT).outerjoin(lines, and_(lines.c.chat == chats.c.key, *just_said, in_thread))
    told = (was_heard.label("was_heard"), exists().where(*wrong).label("objected"))
    columns = (version.label("version"), role.label("role"), *told, last.label("last"), lines.c.text, lines.c.addressed)
    return select(chats, *columns).select_from(found).order_by(lines.c.key)


_AROUND = Prepared(_statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """`lines` are those that the same person typed just before; `version` is that of the content.

    Of the street that was asked about: `role` is the one of who speaks, the highest of all where there is no street;
    and `objected` tells whether somebody found that entry wrong there.
    `shown` are the buttons under what was said last in this topic.
    """

    version: int
    chat: Chat | None
    lines: tuple[Line, ...]
    role: Role
    objected: bool
    was_heard: bool
    shown: tuple[Choice, ...]


class Surroundings:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def of(
        self,
        incoming: Incoming,
        since: datetime,
        *,
        said_since: datetime | None = None,
        street: str | None = None,
        entry: str = "",
    ) -> Around:
        """What is known around `incoming`, with the lines since that moment, and what was said last since the other."""
        rows = _AROUND.rows(
            self._connection,
            platform=incoming.chat.platform,
            address=self._seal.hash(incoming.chat.id),
            bot=incoming.chat.bot,
            message=digest_of(incoming.chat, incoming.external_id, self._seal),
            sender=self._seal.hash(incoming.sender.id),
            mark=mark_of(incoming.sender, self._seal),
            thread=incoming.thread or "",
            since=since,
            said_since=said_since,
            street=street or EVERY_STREET,
            entry=entry,
        )
        first = rows[0]
        return Around(
            version=int(first.version or 0),
            chat=chat_of(first, incoming.chat) if first.key is not None else None,
            lines=tuple(Line(text=self._seal.open(row.text), addressed=row.addressed) for row in rows if row.text),
            role=Role(first.role or Role.RESIDENT),
            objected=first.objected,
            was_heard=first.was_heard,
            shown=choices_of(first.last, self._seal) if first.last else (),
        )
