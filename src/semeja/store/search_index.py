"""Lists and full-text search of a project, in a file beside the record of truth that can always be made again."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from semeja.errors import UsageError
from semeja.records.decision import Decision
from semeja.records.dossier import RemovedRange
from semeja.records.listing import ArticleEntry, Choice, Filters, ListedArticle, ListedStory, StoryEntry
from semeja.store.faults import database_faults
from semeja.store.migrations import statements
from semeja.store.packing import unpack
from semeja.store.search_terms import match_expression
from semeja.store.sqlite import FILE as PROJECT_FILE

FILE = "listing.sqlite"
VERSION = 1
"""Of the tables; a file of another version is made again."""

BUSY_SECONDS = 10.0
MOST_COUNTED = 1000
"""Up to which hits are counted: nobody pages further, and to count all of 100,000 takes longer than to list 20."""
STEPS, BUDGET = 1_000_000, 100
"""A query ends after this many times so many instructions of SQLite's machine: about a second."""

Row = tuple[Any, ...]


class SearchIndex:
    """One connection, for the thread that opened it. Raises the errors of `StoreError`."""

    def __init__(self, folder: Path, write: bool = False) -> None:
        """`folder`: that of the project. To read, the file must have been written."""
        self.path = folder / FILE
        with database_faults(self.path):
            self._database = _opened(self.path, write)
            self._database.execute("ATTACH ? AS project", (f"{(folder / PROJECT_FILE).absolute().as_uri()}?mode=ro",))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or nothing of it."""
        with database_faults(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                self._database.execute("ROLLBACK")
                raise

    def written(self) -> dict[str, str]:
        """SHA-256 by folder of the dossiers that the last build wrote."""
        rows = self._rows("SELECT path, sha256 FROM project.outputs WHERE path LIKE '%/dossier.json'")
        return {path.rpartition("/")[0]: sha256 for path, sha256 in rows}

    def listed(self) -> dict[str, str]:
        """SHA-256 by folder of the dossiers from which the lists were made."""
        return dict(self._rows("SELECT folder, sha256 FROM stories"))

    def drop(self, folder: str) -> None:
        """Take a story out of the lists; its articles too, unless another story has them by now."""
        self._detach(folder)
        self._database.execute("DELETE FROM stories WHERE folder = ?", (folder,))

    def put(self, story: ListedStory) -> None:
        """List a story as it is now, in place of what was listed under its folder."""
        self._detach(story.entry.folder)
        self._database.execute(
            "INSERT INTO stories (folder, sha256, moment, entry) VALUES (?, ?, ?, ?) ON CONFLICT (folder) "
            "DO UPDATE SET sha256 = excluded.sha256, moment = excluded.moment, entry = excluded.entry",
            (story.entry.folder, story.sha256, story.moment, msgspec.msgpack.encode(story.entry)),
        )
        ((number,),) = self._rows("SELECT number FROM stories WHERE folder = ?", story.entry.folder)
        for article in story.articles:
            self._put_article(number, article)

    def count_choices(self) -> None:
        """Count anew which values the filters may take."""
        self._database.execute("DELETE FROM choices")
        for kind in ("outlet", "owner", "language"):
            self._database.execute(
                f"INSERT INTO choices SELECT ?, min({kind}), count(*) FROM articles "
                f"WHERE {kind} IS NOT NULL AND story IS NOT NULL GROUP BY {kind}",
                (kind,),
            )
        self._database.execute("INSERT INTO choices SELECT 'all', '', count(*) FROM articles WHERE story IS NOT NULL")

    def choices(self, kind: str, most: int) -> tuple[Choice, ...]:
        """The values of a filter that most articles have, in alphabetical order."""
        query = "SELECT kind, value, articles FROM choices WHERE kind = ? ORDER BY articles DESC, value LIMIT ?"
        return tuple(sorted((Choice(*row) for row in self._rows(query, kind, most)), key=lambda one: one.value))

    def counts(self) -> tuple[int, int]:
        """How many stories and articles are listed."""
        ((stories,),) = self._rows("SELECT count(*) FROM stories")
        articles = sum(one.articles for one in self.choices("all", 1))
        return stories, articles

    def stories(self, filters: Filters, limit: int, offset: int) -> tuple[StoryEntry, ...]:
        """Stories that have an article that the filters let through, newest first."""
        where, values = _conditions(filters)
        chosen = f"WHERE number IN (SELECT a.story FROM articles a WHERE {where})" if where else ""
        query = f"SELECT entry FROM stories {chosen} ORDER BY moment DESC, folder LIMIT ? OFFSET ?"
        return tuple(
            msgspec.msgpack.decode(row[0], type=StoryEntry) for row in self._rows(query, *values, limit, offset)
        )

    def count_stories(self, filters: Filters) -> int:
        """How many `stories` there are, up to `MOST_COUNTED`."""
        where, values = _conditions(filters)
        chosen = f"WHERE number IN (SELECT a.story FROM articles a WHERE {where})" if where else ""
        return self._count(f"SELECT 1 FROM stories {chosen}", values)

    def articles(self, filters: Filters, limit: int, offset: int) -> tuple[ArticleEntry, ...]:
        """Articles that the filters let through, newest first."""
        where, values = _conditions(filters)
        query = (
            f"SELECT a.entry FROM articles a WHERE {where or 'a.story IS NOT NULL'} "
            "ORDER BY a.moment DESC, a.id LIMIT ? OFFSET ?"
        )
        return tuple(
            msgspec.msgpack.decode(row[0], type=ArticleEntry) for row in self._rows(query, *values, limit, offset)
        )

    def count_articles(self, filters: Filters) -> int:
        """How many `articles` there are, up to `MOST_COUNTED`."""
        where, values = _conditions(filters)
        return self._count(f"SELECT 1 FROM articles a WHERE {where or 'a.story IS NOT NULL'}", values)

    def story(self, folder: str) -> StoryEntry | None:
        """The story of a folder."""
        rows = self._rows("SELECT entry FROM stories WHERE folder = ?", folder)
        return msgspec.msgpack.decode(rows[0][0], type=StoryEntry) if rows else None

    def article(self, id: str) -> ArticleEntry | None:
        """An article that is in a story."""
        rows = self._rows("SELECT entry FROM articles WHERE id = ? AND story IS NOT NULL", id)
        return msgspec.msgpack.decode(rows[0][0], type=ArticleEntry) if rows else None

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, in order."""
        rows = self._rows("SELECT body FROM project.decisions ORDER BY number")
        return tuple(msgspec.json.decode(body, type=Decision) for (body,) in rows)

    def searched_text(self, id: str) -> str:
        """What of an article is searched; empty where it is not there."""
        rows = self._rows(
            "SELECT kept.text, a.removed FROM project.articles kept JOIN articles a USING (id) WHERE a.id = ?",
            id,
        )
        if not rows:
            return ""
        text, removed = rows[0]
        with database_faults(self.path):
            ranges = msgspec.msgpack.decode(removed, type=tuple[RemovedRange, ...])
            return _without(unpack(text).decode(), ranges)

    def _put_article(self, story: int, article: ListedArticle) -> None:
        body = _without(article.text, article.removed)
        searched = hashlib.sha256(f"{article.entry.title}\n{body}".encode()).hexdigest()
        before = self._rows("SELECT number, searched FROM articles WHERE id = ?", article.entry.id)
        number = before[0][0] if before and before[0][1] == searched else None
        row = _article_row(story, article, searched)
        names = ", ".join(row)
        self._database.execute("DELETE FROM articles WHERE id = ?", (article.entry.id,))
        made = self._database.execute(
            f"INSERT INTO articles (number, {names}) VALUES (?{', ?' * len(row)})", (number, *row.values())
        )
        if number is None:
            words = (made.lastrowid, article.entry.title, body)
            self._database.execute("INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)", words)

    def _detach(self, folder: str) -> None:
        self._database.execute(
            "UPDATE articles SET story = NULL WHERE story = (SELECT number FROM stories WHERE folder = ?)", (folder,)
        )

    def _count(self, query: str, values: tuple[str, ...]) -> int:
        ((count,),) = self._rows(f"SELECT count(*) FROM ({query} LIMIT ?)", *values, MOST_COUNTED + 1)
        return int(count)

    def _rows(self, query: str, *values: object) -> list[Row]:
        """All rows of a query that ends within the budget; UsageError for one that does not."""
        left = iter(range(BUDGET))
        self._database.set_progress_handler(lambda: next(left, None) is None, STEPS)
        try:
            with database_faults(self.path):
                try:
                    return self._database.execute(query, values).fetchall()
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                        raise
                    raise UsageError(
                        "search", "it looks at too much", "name an outlet, a day or a rarer word"
                    ) from error
        finally:
            self._database.set_progress_handler(None, 0)


def _opened(path: Path, write: bool) -> sqlite3.Connection:
    """A connection to a file of the present version; to write, one of another version or a damaged one is made anew."""
    if not write:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        return _prepared(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        _remove(path)
        return _prepared(path)


def _prepared(path: Path) -> sqlite3.Connection:
    database = _connected(path)
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version not in (0, VERSION):
        database.close()
        _remove(path)
        database = _connected(path)
        version = 0
    if version == 0:
        database.execute("BEGIN IMMEDIATE")
        for statement in statements(files("semeja.store").joinpath("listing.sql").read_text(encoding="utf-8")):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
    return database


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path.absolute().as_uri(), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _conditions(filters: Filters) -> tuple[str, tuple[str, ...]]:
    """A condition over `articles a` with its values; empty: everything."""
    found = [
        (condition, value)
        for condition, value in (
            ("a.number IN (SELECT rowid FROM texts WHERE texts MATCH ?)", match_expression(filters.query)),
            ("a.outlet = ?", filters.outlet),
            ("a.owner = ?", filters.owner),
            ("a.language = ?", filters.language),
            ("a.day >= ?", filters.since),
            ("a.day <= ?", filters.until and f"{filters.until}~"),
            ("instr(a.grades, ?)", filters.grade and f" {filters.grade} "),
            ("instr(a.acts, ?)", filters.act and f" {filters.act} "),
        )
        if value
    ]
    if not found:
        return "", ()
    return " AND ".join(["a.story IS NOT NULL", *(one for one, _ in found)]), tuple(value for _, value in found)


def _article_row(story: int, article: ListedArticle, searched: str) -> dict[str, object]:
    entry = article.entry
    return {
        "id": entry.id,
        "searched": searched,
        "removed": msgspec.msgpack.encode(article.removed),
        "story": story,
        "moment": article.moment,
        "day": article.day,
        "outlet": entry.outlet,
        "owner": entry.owner,
        "language": entry.language,
        "grades": _set(article.grades),
        "acts": _set(article.acts),
        "entry": msgspec.msgpack.encode(entry),
    }


def _set(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "


def _without(text: str, removed: tuple[RemovedRange, ...]) -> str:
    parts, at = [], 0
    for one in sorted(removed):
        parts.append(text[at : one.start])
        at = max(at, one.end)
    return "".join([*parts, text[at:]])
