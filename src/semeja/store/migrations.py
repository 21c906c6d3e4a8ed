"""From an older schema to the present one, step by step, each step in the same transaction as its version number."""

import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files

from semeja.errors import StoreTooNew

Step = Callable[[sqlite3.Connection], None]


def create(connection: sqlite3.Connection) -> None:
    """0 to 1: the tables of `schema.sql` in an empty file."""
    _execute(connection, "schema.sql")


def add_decisions(connection: sqlite3.Connection) -> None:
    """1 to 2: the table of what people decided."""
    _execute(connection, "decisions.sql")


STEPS: tuple[Step, ...] = (create, add_decisions)
"""The step at place n leads from version n to n + 1; what was released is never changed."""


def migrate(connection: sqlite3.Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the file to version `len(steps)`. Raises `StoreTooNew` for a file of a later version.

    The connection is in autocommit mode. A process that ends in the middle leaves the version that was.
    """
    if _version(connection) == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        if version > len(steps):
            raise StoreTooNew(
                "the project was written by a later semeja",
                f"its schema is {version}, this one knows {len(steps)}",
                "install the later version, or build into another folder",
            )
        for step in steps[version:]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script; `executescript` would commit the transaction that is open."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def _execute(connection: sqlite3.Connection, name: str) -> None:
    script = files("semeja.store").joinpath(name).read_text(encoding="utf-8")
    for statement in statements(script):
        connection.execute(statement)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
