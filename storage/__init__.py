"""Memory: rows in, nouns out; the only folder that knows SQLAlchemy."""

from storage.database import Database
from storage.engines import StoreUnavailable
from storage.store import Store

__all__ = ["Database", "Store", "StoreUnavailable"]
