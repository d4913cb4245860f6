"""What SQLite and PostgreSQL spell alike, or nearly so, but SQLAlchemy keeps apart."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    bindparam,
    cast,
    column,
    func,
    literal,
    select,
)
from sqlalchemy.types import TypeEngine

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


def insert_once(connection: Connection, table: Table, row: Mapping[str, Any] | None = None) -> Any:
    """An INSERT that does nothing where a unique constraint says that the row is already there.

    Without `row`, to be executed with a row or a list of them; made once, which is half of the work.
    """
    once = once_into(table, connection.dialect.name)
    return once if row is None else once.values(row)


@cache
def once_into(table: Table, dialect: str) -> Any:
    """Likewise, in a dialect."""
    return _insert(table, dialect).on_conflict_do_nothing()


def _insert(table: Table, dialect: str) -> "sqlite.Insert | postgresql.Insert":
    """Only the dialect in use is loaded."""
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """As `in_`, written out once and not at every execution."""
    return column.in_([literal(value) for value in values])


def listed(name: str, dialect: str) -> Select[str]:
    """The strings of the list that parameter `name` is; SQLAlchemy writes out an IN with a parameter for each anew."""
    each = func.json_each if dialect == "sqlite" else func.json_array_elements_text
    return select(each(bindparam(name, type_=JSON)).table_valued("value").c.value)


def listed_keys(name: str, dialect: str) -> Select[int]:
    """The same for keys."""
    return select(cast(listed(name, dialect).subquery().c.value, BigInteger))


def listed_rows(name: str, dialect: str, columns: Mapping[str, type[TypeEngine[Any]]]) -> FromClause:
    """The same for objects with these columns."""
    given = bindparam(name, type_=JSON)
    if dialect == "sqlite":
        each = func.json_each(given).table_valued("value").c.value
        return select(
            *(func.json_extract(each, f"$.{one}", type_=kind).label(one) for one, kind in columns.items())
        ).subquery()
    rows = func.json_to_recordset(given).table_valued(*(column(one, kind) for one, kind in columns.items()))
    return rows.render_derived(with_types=True)


Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]


def upsert(connection: Connection, table: Table, rows: Rows) -> Any:
    """An INSERT that updates the row with the same primary key instead, where there is one."""
    statement = _insert(table, connection.dialect.name).values(rows)
    keys = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)
