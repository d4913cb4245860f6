"""The table of what was not understood."""

from sqlalchemy import Column, ForeignKey, String, Table, Text

from storage.tables import Key, Moment, metadata

# Without names in them, and gone after thirty days. The chat is only there to send an answer back to.
questions = Table(
    "questions",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=True),
    Column("street", String(100), index=True),  # None: nobody knows yet
    Column("text", Text, nullable=False),  # sealed
    Column("by_hash", String(32), nullable=False, index=True),
    Column("chat", Key, ForeignKey("chats.key", ondelete="CASCADE"), index=True),
    Column("reply_to", Text),
    Column("thread", String(50)),
    Column("asked_at", Moment, nullable=False, index=True),
    Column("passed_on_at", Moment),  # None: whoever asked has not said yes
    Column("entry", String(100)),  # what it turned out to mean
    sqlite_autoincrement=True,
)
