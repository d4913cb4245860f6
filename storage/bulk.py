"""One statement with many rows, past SQLAlchemy's work for each row: what is alike is converted once."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import Dialect


def execute_all(connection: Connection, statement: Any, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """`names` are the statement's parameters, in the order of the values of a row."""
    if not rows:
        return
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(names))
    order = [names.index(name) for name in compiled.positiontup or ()]
    convert = [_processor(compiled.binds[names[place]].type, connection.dialect) for place in order]
    columns = list(zip(*rows, strict=True))
    values = [
        columns[place] if process is None else _converted(columns[place], process)
        for place, process in zip(order, convert, strict=True)
    ]
    connection.exec_driver_sql(str(compiled), list(zip(*values, strict=True)))


def _processor(kind: Any, dialect: Dialect) -> Callable[[Any], Any] | None:
    """None for text and numbers, which go as they are."""
    process: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return process


def _converted(column: Sequence[Any], process: Callable[[Any], Any]) -> list[Any]:
    """Moments and bodies are often one object in many rows."""
    different = {id(value): value for value in column}
    done = {key: process(value) for key, value in different.items()}
    return [done[id(value)] for value in column]
