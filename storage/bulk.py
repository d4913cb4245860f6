"""One statement with many rows, past SQLAlchemy's work for each row: what is alike is converted once."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table
from sqlalchemy.engine.interfaces import Dialect

from storage.prepared import Process, binder
from storage.sql import insert_once


class Written(NamedTuple):
    """A statement as the driver takes it; the place in a row of each of its values, and how that is converted."""

    text: str
    values: Sequence[tuple[int, Process]]


# By what it does, the columns that it is given, and the dialect: writing one out takes longer than executing it.
_STATEMENTS: dict[tuple[str, tuple[str, ...], str], Written] = {}


def insert_all_once(connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> int:
    """Without those that a unique constraint says are there already; how many that are, as `execute_all` knows it."""
    return execute_all(connection, f"insert {table.name}", lambda: insert_once(connection, table), names, rows)


def execute_all(
    connection: Connection,
    what: str,
    make: Callable[[], Any],
    names: tuple[str, ...],
    rows: Sequence[Sequence[Any]],
) -> int:
    """How many rows it changed, -1 where the driver does not count them.

    `make` makes the statement, once for each `what`; `names` are its parameters, in the order of a row.
    """
    if not rows:
        return 0
    key = what, names, connection.dialect.name
    written = _STATEMENTS.get(key) or _STATEMENTS.setdefault(key, _write(make(), names, connection.dialect))
    columns = list(zip(*rows, strict=True))
    values = [
        columns[place] if process is None else _converted(columns[place], process) for place, process in written.values
    ]
    return connection.exec_driver_sql(written.text, list(zip(*values, strict=True))).rowcount


def _write(statement: Any, names: tuple[str, ...], dialect: Dialect) -> Written:
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    places = [names.index(name) for name in compiled.positiontup or ()]
    return Written(str(compiled), [(place, binder(compiled.binds[names[place]].type, dialect)) for place in places])


def _converted(column: Sequence[Any], process: Callable[[Any], Any]) -> list[Any]:
    """Moments and bodies are often one object in many rows."""
    places = list(map(id, column))
    done = {place: process(value) for place, value in dict(zip(places, column, strict=True)).items()}
    return list(map(done.__getitem__, places))
