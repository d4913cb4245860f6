"""The tables of the answers that were given in groups."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables import Key, Moment, metadata

# What is said without being asked waits for the neighbours, and rests afterwards. Who asked is forgotten within hours.
answers = Table(
    "answers",
    metadata,
    Column("delivery", Key, ForeignKey("deliveries.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("chat", Key, ForeignKey("chats.key", ondelete="CASCADE"), nullable=False),
    Column("entry", String(100), nullable=False),  # "" is none
    Column("by_hash", String(32), nullable=False),  # who asked; "" once it does not matter any more
    Column("unasked", Boolean, nullable=False),  # overheard, not asked of the bot
    Column("heard_since", Integer, nullable=False, default=0),  # messages of people in the chat
    Column("made_at", Moment, nullable=False),
    Index("ix_answers_chat_made_at", "chat", "made_at"),
)

# Somebody said that an answer did not fit the question. `text` is what was asked, without names, encrypted.
objections = Table(
    "objections",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("delivery", Key, ForeignKey("deliveries.key", ondelete="SET NULL"), unique=True),
    Column("street", String(100), nullable=False),
    Column("entry", String(100), nullable=False),
    Column("text", Text, nullable=False),  # "" where the platform does not tell
    Column("by_hash", String(32), nullable=False),  # "" after a day
    Column("at", Moment, nullable=False, index=True),
    Index("ix_objections_entry", "street", "entry"),
)

# What somebody typed in the last seconds, encrypted, in case the next line belongs to it.
lines = Table(
    "lines",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("chat", Key, ForeignKey("chats.key", ondelete="CASCADE"), nullable=False),
    Column("by_hash", String(32), nullable=False),
    Column("thread", String(50)),
    Column("text", Text, nullable=False),
    Column("addressed", Boolean, nullable=False),
    Column("heard_at", Moment, nullable=False, index=True),
    Index("ix_lines_chat_by_hash", "chat", "by_hash"),
)
