"""One SQLite file in use: settings, transactions, and its errors as ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from semeja.store.faults import damaged, database_faults, file_faults
from semeja.store.migrations import migrate

Row = tuple[Any, ...]

SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    # In WAL mode a commit with NORMAL survives the end of the process at any moment. After a loss of power the file is
    # whole but may lack the last articles, which the next run adds again from their sources. FULL would wait for the
    # disk at each article; `settle` waits once, before outputs are written.
    "PRAGMA synchronous = NORMAL",
)


class Connection:
    """A connection in autocommit mode, for the process and thread that opened it."""

    def __init__(self, path: Path, busy_seconds: float) -> None:
        """Open or make the file, check it and bring its schema up to date.

        Raises `StoreTooNew`, `StoreDamaged`, `StoreBusy`, `OutputError`, `DiskFull`.
        """
        self.path = path
        with file_faults(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with database_faults(path):
            self._database = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._database.close()
                raise

    def run(self, statement: str, *values: object) -> int:
        """Execute a statement; how many rows it changed."""
        with database_faults(self.path):
            return self._database.execute(statement, values).rowcount

    def one(self, query: str, *values: object) -> Row | None:
        """The first row."""
        with database_faults(self.path):
            row: Row | None = self._database.execute(query, values).fetchone()
            return row

    def rows(self, query: str, *values: object) -> list[Row]:
        """All rows."""
        with database_faults(self.path):
            return self._database.execute(query, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run inside, or nothing of it. The lock for writing is taken at the start."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def settle(self) -> None:
        """Bring the write-ahead log into the file and both onto the disk; a reader in another process may delay it."""
        self.run("PRAGMA wal_checkpoint(FULL)")

    def close(self) -> None:
        """End the connection."""
        with database_faults(self.path):
            self._database.close()

    def _prepare(self) -> None:
        for setting in SETTINGS:
            self._database.execute(setting)
        (answer,) = self._database.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise damaged(self.path, str(answer))
        migrate(self._database)
