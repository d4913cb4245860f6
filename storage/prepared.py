"""Statements that are asked at every message: SQLAlchemy writes them once, and the driver alone runs them.

What SQLAlchemy does around each execution takes several times as long as SQLite takes to answer.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import DBAPIError

from storage.tables import Moment

Process = Callable[[Any], Any] | None
Conversion = tuple[int, Callable[[Any], Any]]

# The same moments go into several columns, rows and statements, and writing or reading one takes SQLite's dialect long.
MOMENTS = 256
# How a dialect writes a moment, and how it reads one.
_GIVEN: dict[str, Callable[[Any], Any]] = {}
_TAKEN: dict[str, Callable[[Any], Any]] = {}


@dataclass(frozen=True, slots=True)
class _Written:
    """The statement in one dialect; the names of its values; and what is converted of those, and of a row, by place."""

    text: str
    names: Sequence[str]
    values: Sequence[Conversion]
    constants: dict[str, Any]
    row: Callable[[Sequence[Any]], Any] | None
    columns: Sequence[Conversion]


class Prepared:
    """`make` makes the statement for a dialect, with a `bindparam` for each value; no lists among them.

    An INSERT is given a value for each of `columns`; without those, for every column.
    """

    def __init__(self, make: Callable[[str], Any], columns: Sequence[str] | None = None) -> None:
        self._make = make
        self._columns = columns
        self._written: dict[str, _Written] = {}

    def rows(self, connection: Connection, **values: Any) -> list[Any]:
        """Named tuples. Raises what SQLAlchemy raises."""
        written = self._of(connection)
        found, _ = _run(connection, written, values)
        assert written.row is not None  # noqa: S101  a statement that gives nothing back is for `do`
        return [written.row(_converted(row, written.columns)) for row in found]

    def do(self, connection: Connection, **values: Any) -> int:
        """How many rows it changed."""
        return _run(connection, self._of(connection), values)[1]

    def _of(self, connection: Connection) -> _Written:
        dialect = connection.dialect
        written = self._written.get(dialect.name)
        if written is None:
            written = self._written[dialect.name] = _write(self._make(dialect.name), self._columns, dialect)
        return written


def _write(statement: Any, given: Sequence[str] | None, dialect: Dialect) -> _Written:
    compiled = statement.compile(dialect=dialect, column_keys=given)
    names = tuple(compiled.positiontup or ())
    # Not the `exported_columns` of an INSERT: SQLAlchemy remembers them, also in what is made from it by `returning`.
    columns = list(statement.exported_columns if statement.is_select else statement._returning)
    row: Any = namedtuple("Row", [column.key for column in columns]) if columns else None
    return _Written(
        text=str(compiled),
        names=names,
        values=_conversions(binder(compiled.binds[name].type, dialect) for name in names),
        constants={name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required},
        row=row and row._make,
        columns=_conversions(_reader(column.type, dialect) for column in columns),
    )


def _conversions(processes: Iterable[Process]) -> list[Conversion]:
    return [(place, process) for place, process in enumerate(processes) if process is not None]


def binder(kind: Any, dialect: Dialect) -> Process:
    """How a value is converted for the driver; None for text and numbers, which go as they are."""
    process: Process = kind.dialect_impl(dialect).bind_processor(dialect)
    return _remembered(process, _GIVEN, dialect) if process and isinstance(kind, Moment) else process


def _reader(kind: Any, dialect: Dialect) -> Process:
    """How a value is converted that the driver gives."""
    process: Process = kind.dialect_impl(dialect).result_processor(dialect, None)
    return _remembered(process, _TAKEN, dialect) if process and isinstance(kind, Moment) else process


def _remembered(process: Callable[[Any], Any], known: dict[str, Callable[[Any], Any]], dialect: Dialect) -> Process:
    return known.setdefault(dialect.name, lru_cache(MOMENTS)(process))


def _converted(row: Iterable[Any], conversions: Sequence[Conversion]) -> list[Any]:
    values = list(row)
    for place, convert in conversions:
        values[place] = convert(values[place])
    return values


def _run(connection: Connection, written: _Written, values: dict[str, Any]) -> tuple[Sequence[Any], int]:
    given = written.constants | values
    parameters = tuple(_converted([given[name] for name in written.names], written.values))
    driver = connection.connection
    cursor = driver.cursor()
    try:
        cursor.execute(written.text, parameters)
        return (cursor.fetchall() if written.row else ()), cursor.rowcount
    except BaseException as problem:
        raise _translated(problem, connection, cursor, written.text) from problem
    finally:
        cursor.close()


def _translated(problem: BaseException, connection: Connection, cursor: Any, text: str) -> BaseException:
    """As SQLAlchemy tells it; a connection that is lost, or whose answer nobody waited for, is dropped."""
    dialect = connection.dialect
    errors = dialect.loaded_dbapi.Error
    if not isinstance(problem, errors):
        connection.invalidate(problem)
        return problem
    is_lost = dialect.is_disconnect(problem, connection.connection, cursor)
    if is_lost:
        connection.invalidate(problem)
    return DBAPIError.instance(
        text, None, problem, errors, hide_parameters=True, connection_invalidated=is_lost, dialect=dialect
    )
