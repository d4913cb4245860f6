"""Decisions: one file per thing a person may want; no platform, no SQL."""

from handlers.asked import SILENCE, Asked
from handlers.house import House

__all__ = ["SILENCE", "Asked", "House"]
