"""Rows in every table, whatever tables there are: with and without what may be empty."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, DateTime, Integer, String, insert, select

from storage.migrate import on_writer
from storage.tables import metadata

Rows = dict[str, list[tuple[Any, ...]]]

ROWS = 3
FIRST = datetime(2026, 10, 25, 0, 30, 15, 123456, tzinfo=UTC)  # the hour that exists twice in the Netherlands


def fill(connection: Connection) -> None:
    for table in metadata.sorted_tables:
        rows = [{column.name: _value(column, n) for column in table.columns} for n in range(1, ROWS + 1)]
        connection.execute(insert(table), rows)


async def filled(url: str) -> Rows:
    await on_writer(url, fill)
    return await rows_of(url)


async def rows_of(url: str) -> Rows:
    rows: Rows = await on_writer(url, all_rows)
    return rows


def all_rows(connection: Connection) -> Rows:
    return {
        table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
        for table in metadata.sorted_tables
    }


def _value(column: Column[Any], n: int) -> Any:
    kind = column.type
    if column.nullable and n == 1:
        return None
    if isinstance(kind, JSON):
        return {"text": f"é€😀 {n}", "parts": [n, None, True, {"a": 1.5}]}
    if isinstance(kind, Boolean):
        return bool(n % 2)
    if isinstance(kind, Integer):
        return n
    if isinstance(kind, String):
        return f'{column.name} {n} "é\n'[: kind.length]
    if isinstance(getattr(kind, "impl", kind), DateTime):
        return FIRST + timedelta(hours=n)
    raise TypeError(f"{column}: teach this, and storage.backup, what a {kind!r} is")
