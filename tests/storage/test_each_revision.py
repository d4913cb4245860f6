"""Each revision of the schema goes down and up again on both databases, and what both schemas know is kept."""

from typing import Any

import pytest
from sqlalchemy import Connection, inspect, text

from storage.migrate import differences, downgrade, known, migrate, newest, on_writer
from tests.doubles.every_table import fill

REVISIONS = sorted(known() - {newest()})

Columns = dict[str, list[str]]


async def columns_of(url: str) -> Columns:
    def work(connection: Connection) -> Columns:
        found = inspect(connection)
        names = [name for name in found.get_table_names() if name != "alembic_version"]
        return {name: sorted(column["name"] for column in found.get_columns(name)) for name in names}

    columns: Columns = await on_writer(url, work)
    return columns


async def rows_of(url: str, columns: Columns) -> dict[str, list[Any]]:
    """As the database itself gives them."""

    def work(connection: Connection) -> dict[str, list[Any]]:
        found = {}
        for table, names in columns.items():
            query = text(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608
            found[table] = sorted(str(tuple(row)) for row in connection.execute(query))
        return found

    rows: dict[str, list[Any]] = await on_writer(url, work)
    return rows


@pytest.mark.parametrize("revision", REVISIONS)
async def test_down_to_it_and_up_again_keeps_what_both_know(own_database_url: str, revision: str) -> None:
    await on_writer(own_database_url, fill)
    everything = await rows_of(own_database_url, await columns_of(own_database_url))

    await downgrade(own_database_url, revision)
    older = await columns_of(own_database_url)
    at_the_older = await rows_of(own_database_url, older)
    await migrate(own_database_url)

    assert await differences(own_database_url) == []
    assert await rows_of(own_database_url, older) == at_the_older
    both = {table: names for table, names in older.items() if table in everything}
    assert {table: len(rows) for table, rows in at_the_older.items()} == {
        table: len(everything[table]) for table in both
    }
