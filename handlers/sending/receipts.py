"""What a platform tells later about a message: it only moves upward, and a loss is acted upon once."""

from datetime import datetime

from handlers.house import House
from handlers.sending.knocking import knock
from messages.delivery import Delivery, DeliveryState, Receipt
from storage import Store

# Twilio's codes for a person who stopped us: https://www.twilio.com/docs/api/errors/63014
OPTED_OUT = frozenset({"21610", "63014"})
# "Outside the 24 hours": https://www.twilio.com/docs/api/errors/63016
WINDOW_CLOSED = "63016"


def note_receipt(receipt: Receipt, house: House, now: datetime, store: Store) -> Delivery | None:
    """The delivery that it told something new about."""
    delivery = store.outbox.receive(receipt, now)
    if delivery is None or receipt.state is not DeliveryState.FAILED:
        return delivery
    chat = store.chats.get(delivery.chat_key)
    if chat and receipt.error in OPTED_OUT:
        store.subscriptions.stop(chat, now)
        store.outbox.drop_waiting(chat, "opted_out", now)
    if chat and receipt.error == WINDOW_CLOSED and not delivery.cause.startswith("knock:"):
        store.outbox.hold(delivery, anew=True)
        knock(chat, now, house, store)
    return delivery
