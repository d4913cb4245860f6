"""What was heard before: the same message delivered twice is answered once."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists

from messages.street import Chat, ChatAddress, Platform
from storage.answer_tables import answers
from storage.prepared import Prepared
from storage.seal import Seal
from storage.sql import once_into
from storage.tables import heard

_NOTE = Prepared(partial(once_into, heard))


def _note_in_chat(dialect: str) -> Any:
    here = answers.c.chat == bindparam("chat")
    unasked = exists().where(here, answers.c.made_at > bindparam("since"), answers.c.unasked.is_(True))
    given = exists().where(here, answers.c.made_at > bindparam("given_since"), answers.c.entry == bindparam("entry"))
    return once_into(heard, dialect).returning(unasked.label("spoke_unasked"), given.label("gave"))


_NOTE_IN_CHAT = Prepared(_note_in_chat, ("platform", "external_hash", "heard_at"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """`cause` is the name of what was heard. False where it is known that the bot did not, of late in this chat:
    `spoke_unasked` say something unasked, `gave` give that entry.
    """

    cause: str
    spoke_unasked: bool
    gave: bool


class HeardBefore:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def note(self, chat: ChatAddress, external_id: str, now: datetime) -> str | None:
        """Note that this was heard, and give it a name that betrays nothing; None when it was heard before."""
        platform, digest = chat.platform, digest_of(chat, external_id, self._seal)
        is_new = _NOTE.do(self._connection, platform=platform, external_hash=digest, heard_at=now)
        return _cause(platform, digest) if is_new else None

    def note_in(
        self, chat: Chat, external_id: str, now: datetime, *, since: datetime, given_since: datetime, entry: str
    ) -> Noted | None:
        """As `note`, in a chat that this transaction has changed already: nobody else answers there meanwhile."""
        platform, digest = chat.address.platform, digest_of(chat.address, external_id, self._seal)
        row = {"platform": platform, "external_hash": digest, "heard_at": now}
        lately = {"chat": chat.key, "since": since, "given_since": given_since, "entry": entry}
        for found in _NOTE_IN_CHAT.rows(self._connection, **row, **lately):
            return Noted(cause=_cause(platform, digest), spoke_unasked=found.spoke_unasked, gave=found.gave)
        return None

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(heard).where(heard.c.heard_at < moment)).rowcount


def _cause(platform: Platform, digest: str) -> str:
    return f"heard:{platform}:{digest}"


def digest_of(chat: ChatAddress, external_id: str, seal: Seal) -> str:
    """Two bots hear different things under one id: in private, Telegram numbers the messages of each."""
    return seal.hash(f"{chat.bot}/{external_id}" if chat.bot else external_id)
