"""What was heard before: the same message delivered twice is answered once."""

from datetime import datetime
from functools import partial

from sqlalchemy import Connection, delete

from messages.street import ChatAddress
from storage.prepared import Prepared
from storage.seal import Seal
from storage.sql import once_into
from storage.tables import heard

_NOTE = Prepared(partial(once_into, heard))


class HeardBefore:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def note(self, chat: ChatAddress, external_id: str, now: datetime) -> str | None:
        """Note that this was heard, and give it a name that betrays nothing; None when it was heard before."""
        platform, digest = chat.platform, digest_of(chat, external_id, self._seal)
        is_new = _NOTE.do(self._connection, platform=platform, external_hash=digest, heard_at=now)
        return f"heard:{platform}:{digest}" if is_new else None

    def forget_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(heard).where(heard.c.heard_at < moment)).rowcount


def digest_of(chat: ChatAddress, external_id: str, seal: Seal) -> str:
    """Two bots hear different things under one id: in private, Telegram numbers the messages of each."""
    return seal.hash(f"{chat.bot}/{external_id}" if chat.bot else external_id)
