"""Memory: rows in, nouns out; the only folder that knows SQLAlchemy."""

from storage.database import Database, StoreUnavailable
from storage.store import Store

__all__ = ["Database", "Store", "StoreUnavailable"]
