"""The tables of the answers that were given in groups."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

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
