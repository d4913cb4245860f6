"""Every message accounted for: what people asked, what the bot says became of it, and what really arrived."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from messages.delivery import Delivery, DeliveryState
from storage import Database, Store
from storage.delivery_rows import delivery_of, with_chat
from tests.doubles.telegram_server import TelegramServer

# Of these the bot says that they arrived.
ARRIVED = (DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ)
REPEATED = "repeated:"  # a safety answer of which nobody knew whether it had arrived


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """By chat, in each of which one thing was asked. `unknown`: the bot says that it does not know, also of
    what it repeated.

    `lost`: no answer was made, or it has no end, or it is said to have arrived and has not. `doubled`: more than one
    answer was made, or arrived.
    """

    asked: int
    sent: int
    unknown: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return not self.lost and not self.doubled


async def account(database: Database, server: TelegramServer, asked: list[str]) -> Account:
    """Of the chats `asked`, by their ids."""
    made: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in await database.read(_all):
        made[delivery.chat.id].append(delivery)
    arrived = Counter((str(sent.message["chat"]["id"]), _is_marked(sent.text)) for sent in server.all_sent)
    lost, doubled = [], []
    unknown = sent = 0
    for chat in asked:
        repeated = [one for one in made[chat] if one.cause.startswith(REPEATED)]
        answers = [one for one in made[chat] if one not in repeated]
        there = arrived[chat, False]
        sent += there > 0
        unknown += sum(one.state is DeliveryState.UNKNOWN for one in made[chat])
        lost += [chat] if not answers or not all(_is_told_right(one, there) for one in answers) else []
        too_many = len(answers) > 1 or there > 1 or arrived[chat, True] > len(repeated)
        needless = bool(repeated) and answers[0].state is not DeliveryState.UNKNOWN
        doubled += [chat] if too_many or needless else []
    return Account(asked=len(asked), sent=sent, unknown=unknown, lost=tuple(lost), doubled=tuple(doubled))


def _is_told_right(delivery: Delivery, there: int) -> bool:
    if delivery.state in ARRIVED:
        return there > 0
    if delivery.state in (DeliveryState.FAILED, DeliveryState.DROPPED):
        return there == 0
    return delivery.state is DeliveryState.UNKNOWN


def _all(store: Store) -> list[Delivery]:
    return [delivery_of(row, store.outbox._seal) for row in store._connection.execute(with_chat())]


def _is_marked(text: str) -> bool:
    return text.startswith("Herhaald")
