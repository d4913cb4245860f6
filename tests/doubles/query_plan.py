"""How SQLite looks for what a statement asks."""

from collections.abc import Callable
from typing import Any

from storage import Store


def plan_of(store: Store, ask: Callable[[], object]) -> list[str]:
    """A line for each table that the first statement of `ask` looks into."""
    asked: list[str] = []
    driver: Any = store._connection.connection.driver_connection
    driver.set_trace_callback(asked.append)
    ask()
    driver.set_trace_callback(None)
    return [row.detail for row in store._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}")]
