"""Which of our bots is in a chat, where a platform has several; "" is the first, so all that there was."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ONCE = "uq_chats_platform_address_hash"
QUEUE = "ix_deliveries_queue"
NUMBERED = {"sqlite_autoincrement": True}  # see 0009: rebuilding a table would forget it

chats = sa.table("chats", *map(sa.column, ("bot", "state", "address_hash")))
deliveries = sa.table("deliveries", sa.column("bot"), sa.column("held", sa.Boolean))


def upgrade() -> None:
    with op.batch_alter_table("chats", table_kwargs=NUMBERED) as table:
        table.add_column(_bot())
        table.drop_constraint(ONCE, type_="unique")
        table.create_unique_constraint(f"{ONCE}_bot", ["platform", "address_hash", "bot"])
    with op.batch_alter_table("deliveries", table_kwargs=NUMBERED) as table:
        table.add_column(_bot())
        table.drop_index(QUEUE)
        table.create_index(QUEUE, ["state", "platform", "bot", "urgency", "key"])


def downgrade() -> None:
    """An older version knows one bot, which must not speak for the others: it finds nothing of theirs."""
    of_another = chats.c.bot != ""
    lost = sa.func.substr(chats.c.bot + ":" + chats.c.address_hash, 1, 32)
    op.execute(chats.update().where(of_another).values(state="gone", address_hash=lost))
    op.execute(deliveries.update().where(deliveries.c.bot != "").values(held=True))
    with op.batch_alter_table("deliveries", table_kwargs=NUMBERED) as table:
        table.drop_index(QUEUE)
        table.create_index(QUEUE, ["state", "urgency", "key"])
        table.drop_column("bot")
    with op.batch_alter_table("chats", table_kwargs=NUMBERED) as table:
        table.drop_constraint(f"{ONCE}_bot", type_="unique")
        table.create_unique_constraint(ONCE, ["platform", "address_hash"])
        table.drop_column("bot")


def _bot() -> "sa.Column[str]":
    return sa.Column("bot", sa.String(length=20), nullable=False, server_default="")
