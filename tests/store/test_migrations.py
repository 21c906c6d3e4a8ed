"""From one schema to the next: wholly or not at all."""

import sqlite3
from collections.abc import Iterator

import pytest

from semeja.errors import StoreTooNew
from semeja.store.migrations import STEPS, create, migrate, statements


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def version(database: sqlite3.Connection) -> int:
    (number,) = database.execute("PRAGMA user_version").fetchone()
    return int(number)


def tables(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE later (id TEXT)")


def fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (id TEXT)")
    raise KeyboardInterrupt


def test_an_empty_file_gets_the_schema(database: sqlite3.Connection) -> None:
    migrate(database)
    assert version(database) == len(STEPS)
    assert tables(database) == ["articles", "cache", "decisions", "inputs", "outputs", "raw", "readings"]


def test_only_the_missing_steps_are_taken(database: sqlite3.Connection) -> None:
    migrate(database, (create,))
    migrate(database, (create, add_table))
    migrate(database, (create, add_table))
    assert version(database) == 2
    assert "later" in tables(database)


def test_an_interrupted_step_leaves_the_version_that_was(database: sqlite3.Connection) -> None:
    migrate(database, (create,))
    before = tables(database)
    with pytest.raises(KeyboardInterrupt):
        migrate(database, (create, add_table, fail_half_way))
    assert (version(database), tables(database)) == (1, before)


def test_a_later_version_is_refused_untouched(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA user_version = 5")
    with pytest.raises(StoreTooNew, match="its schema is 5"):
        migrate(database)
    assert (version(database), tables(database)) == (5, [])


def test_a_script_is_cut_at_the_ends_of_its_statements() -> None:
    first, second = "-- a; b\nCREATE TABLE a (b TEXT);\n", "\nCREATE TABLE d (\n  e TEXT -- f;\n);\n"
    assert list(statements(first + second)) == [first, second]
