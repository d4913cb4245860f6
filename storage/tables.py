"""The tables; once-only is a unique constraint here, never a set in memory."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

# SQLite forgets constraints without a name when Alembic rebuilds a table:
# https://alembic.sqlalchemy.org/en/latest/batch.html#dropping-unnamed-or-named-foreign-keys
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column of exactly this type. It gives the number of a deleted last row to the
# next one: a table whose numbers go into buttons and causes says `sqlite_autoincrement`: https://sqlite.org/autoinc.html
Key = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept and given back in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without time zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


meta = Table(
    "meta",
    metadata,
    Column("name", String(50), primary_key=True),
    Column("value", Text, nullable=False),
)

content_items = Table(
    "content_items",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("status", String(20), nullable=False),
    Column("body", JSON, nullable=False),
    Column("changed_at", Moment, nullable=False),
)

# Addresses are kept twice: `*_hash` to find a row, and encrypted to write to it. See storage.seal.
chats = Table(
    "chats",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("platform", String(20), nullable=False),
    Column("bot", String(20), nullable=False, server_default=""),  # see messages.street.ChatAddress
    Column("address_hash", String(32), nullable=False),
    Column("address", Text, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("state", String(10), nullable=False),
    Column("street", String(100), index=True),
    Column("requested_street", String(100)),
    Column("language", String(10)),
    Column("overhears", Boolean),
    Column("muted_until", Moment),
    Column("last_heard_at", Moment),
    Column("welcomed_at", Moment),
    Column("since", Moment, nullable=False),
    UniqueConstraint("platform", "address_hash", "bot"),
    sqlite_autoincrement=True,
)

roles = Table(
    "roles",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("platform", String(20), nullable=False),
    Column("person_hash", String(32), nullable=False),
    Column("person", Text, nullable=False),
    Column("role", SmallInteger, nullable=False),
    Column("street", String(100), nullable=False),  # "" for organisers: they have every street
    Column("since", Moment, nullable=False),
    UniqueConstraint("platform", "person_hash", "street"),
)

# Proof of consent: when it was asked, in which words, and what the answer was.
subscriptions = Table(
    "subscriptions",
    metadata,
    Column("chat", Key, ForeignKey("chats.key", ondelete="CASCADE"), primary_key=True),
    Column("street", String(100), primary_key=True, index=True),
    Column("asked_at", Moment, nullable=False),
    Column("asked_with", Text, nullable=False),
    Column("agreed_at", Moment),
    Column("stopped_at", Moment),
)

invitations = Table(
    "invitations",
    metadata,
    Column("code_hash", String(32), primary_key=True),
    Column("street", String(100), nullable=False),
    Column("expires_at", Moment, nullable=False),
)

heard = Table(
    "heard",
    metadata,
    Column("platform", String(20), primary_key=True),
    Column("external_hash", String(32), primary_key=True),
    Column("heard_at", Moment, nullable=False, index=True),
)

occurrences = Table(
    "occurrences",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("street", String(100), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("item", String(100), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("occurs_at", String(30), nullable=False, server_default=""),  # of an event: its start, local; else ""
    Column("send_at", Moment),
    Column("outcome", String(10), nullable=False),
    Column("reason", String(20)),
    Column("wording", Integer),
    UniqueConstraint("street", "kind", "item", "due_at", "occurs_at"),
)

# When each schedule has its next moment in each street; what acts before `since` has been decided.
due = Table(
    "due",
    metadata,
    Column("street", String(100), primary_key=True),
    Column("kind", String(20), primary_key=True),  # as in content_items: announcement or event
    Column("item", String(100), primary_key=True),
    Column("next_at", Moment, index=True),  # None: nothing any more
    Column("since", Moment, nullable=False),
    Column("waiting", Boolean, nullable=False),  # for neighbours who are talking
    Column("sent", Integer),  # None: not counted yet
    Index("ix_due_item", "kind", "item"),
)


# What has not ended.
OPEN = ("waiting", "claimed", "sending", "unknown")

deliveries = Table(
    "deliveries",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("chat", Key, ForeignKey("chats.key"), nullable=False),
    Column("platform", String(20), nullable=False),
    Column("bot", String(20), nullable=False, server_default=""),
    Column("cause", String(200), nullable=False, unique=True),
    Column("urgency", SmallInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("body", JSON, nullable=False),
    Column("reply_to", Text),
    Column("thread", String(50)),
    Column("due_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),  # later than due_at after a failed attempt
    Column("expires_at", Moment),
    Column("held", Boolean, nullable=False, default=False),  # until the person writes again
    Column("attempts", Integer, nullable=False, default=0),
    Column("pages_sent", Integer, nullable=False, default=0),
    Column("external_id", String(100)),
    Column("error", String(200)),
    Column("made_at", Moment, nullable=False),
    Column("settled_at", Moment),
    Index("ix_deliveries_chat_state", "chat", "state", "made_at"),
    # Two more are in `partial_indexes.py`.
    sqlite_autoincrement=True,
)

# What somebody has typed and not yet agreed to; gone after a day.
drafts = Table(
    "drafts",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("chat", Key, ForeignKey("chats.key", ondelete="CASCADE"), nullable=False),
    Column("by_hash", String(32), nullable=False, index=True),
    Column("body", JSON, nullable=False),
    Column("made_at", Moment, nullable=False, index=True),
    sqlite_autoincrement=True,
)

pauses = Table(
    "pauses",
    metadata,
    Column("kind", String(20), primary_key=True),  # all, street, announcement or event
    Column("id", String(100), primary_key=True),  # "" for all
    Column("since", Moment, nullable=False),
    Column("by_hash", String(32), nullable=False),
)

# Who made, changed or paused what; "" is the command line, or somebody who has been forgotten.
content_log = Table(
    "content_log",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("id", String(100), nullable=False),
    Column("what", String(20), nullable=False),
    Column("by_hash", String(32), nullable=False, index=True),
    Column("role", SmallInteger, nullable=False),
    Index("ix_content_log_item", "kind", "id"),
)
