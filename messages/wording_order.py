"""Which wording of an announcement a street hears next."""

from functools import lru_cache
from hashlib import sha256

from messages.content import Announcement, Order


def wording_index(announcement: Announcement, street: str, sent: int) -> int:
    """The wording to use when this street has been sent `sent` already."""
    size = len(announcement.wordings)
    if announcement.schedule.order is Order.IN_TURN or size < 2:
        return sent % size
    bag, place = divmod(sent, size)
    return _bag(announcement.id, street, bag, size)[place]


@lru_cache(maxsize=4096)
def _bag(item: str, street: str, bag: int, size: int) -> tuple[int, ...]:
    """All wordings once, in an order that nobody has to remember; never first what was last before.

    Sorted by a hash and not shuffled by `random`, whose results may differ between versions of Python.
    """
    order = _shuffled(item, street, bag, size)
    if size > 2 and bag and order[0] == _shuffled(item, street, bag - 1, size)[-1]:
        order[:2] = order[1], order[0]
    return tuple(order)


def _shuffled(item: str, street: str, bag: int, size: int) -> list[int]:
    bag = bag if size > 2 else 0  # two wordings can only take turns
    return sorted(range(size), key=lambda n: sha256(f"{item}/{street}/{bag}/{n}".encode()).digest())
