"""When, as people say it: an order or a moment read from a line, and a schedule told back in a sentence."""

from messages.spoken.answers import Choice, Doubt, NotUnderstood, Order, When
from messages.spoken.describing import describe, next_moments
from messages.spoken.other_moment import read_other_moment
from messages.spoken.other_rhythm import read_other_rhythm
from messages.spoken.reading import read_order, read_when

__all__ = [
    "Choice",
    "Doubt",
    "NotUnderstood",
    "Order",
    "When",
    "describe",
    "next_moments",
    "read_order",
    "read_other_moment",
    "read_other_rhythm",
    "read_when",
]
