"""The store in one SQLite file (WAL): readers never wait for the writer, and a crash leaves whole transactions."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from msgspec.structs import replace

from semeja.records.article import Article, Raw, Rejected
from semeja.records.decision import Decision, sealed
from semeja.records.dossier import Account, RejectedInput
from semeja.records.reading import Reading
from semeja.store.connection import Connection, Row
from semeja.store.faults import damaged, database_faults
from semeja.store.packing import pack, statement_digest, unpack, with_text, without_text
from semeja.store.protocol import InputKey, input_key
from semeja.store.verification import faults_in

FILE = "project.sqlite"
BUSY_SECONDS = 10.0

COLUMNS = ("source", "member", "label", "media", "raw", "maker", "article", "stated", "stage", "reason", "detail")
SAME_INPUT = f"SELECT 1 FROM inputs WHERE {' AND '.join(f'{name} IS ?' for name in COLUMNS)}"
PUT_INPUT = f"INSERT OR REPLACE INTO inputs VALUES ({', '.join('?' * len(COLUMNS))})"


class SqliteStore:
    """See `protocol.Store`. One connection: for the process and thread that opened it."""

    def __init__(self, folder: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open or make `folder/project.sqlite`; see `Connection` for the errors."""
        self._file = Connection(folder / FILE, busy_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def knows(self, raw: Raw, maker: str) -> bool:
        query = "SELECT 1 FROM inputs WHERE source = ? AND member = ? AND raw = ? AND media = ? AND maker = ?"
        return self._file.one(query, *input_key(raw), raw.sha256, raw.media, maker) is not None

    def add(self, raw: Raw | None, outcome: Article | Rejected, maker: str) -> None:
        row = _input_row(raw, outcome, maker)
        if self._file.one(SAME_INPUT, *row) is not None:
            return
        with self._file.transaction():
            if raw is not None:
                self._file.run("INSERT OR IGNORE INTO raw VALUES (?, ?)", raw.sha256, pack(raw.body))
            if isinstance(outcome, Article):
                self._file.run("INSERT OR IGNORE INTO articles VALUES (?, ?)", outcome.id, pack(outcome.text.encode()))
            self._file.run(PUT_INPUT, *row)

    def forget_except(self, keys: Iterable[InputKey]) -> int:
        kept = set(keys)
        old = [row for row in self._file.rows("SELECT source, member FROM inputs") if row not in kept]
        with self._file.transaction():
            for row in old:
                self._file.run("DELETE FROM inputs WHERE source = ? AND member = ?", *row)
        return len(old)

    def article_ids(self) -> list[str]:
        query = "SELECT DISTINCT article FROM inputs WHERE article IS NOT NULL ORDER BY article"
        return [id for (id,) in self._file.rows(query)]

    def article(self, id: str) -> Article:
        query = (
            "SELECT inputs.stated, articles.text FROM inputs JOIN articles ON articles.id = inputs.article "
            "WHERE inputs.article = ? ORDER BY inputs.label LIMIT 1"
        )
        row = self._file.one(query, id)
        if row is None:
            raise KeyError(id)
        with database_faults(self._file.path):
            return with_text(*row)

    def articles(self) -> Iterator[Article]:
        for id in self.article_ids():
            try:
                yield self.article(id)
            except KeyError as error:
                raise damaged(self._file.path, f"the article {id} of its list is not in it") from error

    def unread(self, rules: str) -> Iterator[Article]:
        query = "SELECT stated FROM readings WHERE article = ? AND rules = ?"
        for article in self.articles():
            if self._file.one(query, article.id, rules) != (statement_digest(article),):
                yield article

    def reading(self, article: Article, rules: str) -> Reading | None:
        query = "SELECT body FROM readings WHERE article = ? AND rules = ? AND stated = ?"
        row = self._file.one(query, article.id, rules, statement_digest(article))
        if row is None:
            return None
        with database_faults(self._file.path):
            return msgspec.msgpack.decode(unpack(row[0]), type=Reading)

    def put_reading(self, article: Article, reading: Reading, rules: str) -> None:
        row = (article.id, rules, statement_digest(article), pack(msgspec.msgpack.encode(reading)))
        with self._file.transaction():
            self._file.run("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", *row)

    def cached(self, kind: str, digest: str) -> bytes | None:
        row = self._file.one("SELECT body FROM cache WHERE kind = ? AND digest = ?", kind, digest)
        with database_faults(self._file.path):
            return None if row is None else unpack(row[0])

    def put_cached(self, kind: str, digest: str, body: bytes) -> None:
        with self._file.transaction():
            self._file.run("INSERT OR REPLACE INTO cache VALUES (?, ?, ?)", kind, digest, pack(body))

    def outputs(self) -> dict[str, str]:
        return dict(self._file.rows("SELECT path, sha256 FROM outputs ORDER BY path"))

    def put_outputs(self, outputs: Mapping[str, str]) -> None:
        with self._file.transaction():
            self._file.run("DELETE FROM outputs")
            for path, sha256 in sorted(outputs.items()):
                self._file.run("INSERT INTO outputs VALUES (?, ?)", path, sha256)

    def decisions(self) -> tuple[Decision, ...]:
        rows = self._file.rows("SELECT body FROM decisions ORDER BY number")
        with database_faults(self._file.path):
            return tuple(msgspec.json.decode(body, type=Decision) for (body,) in rows)

    def decide(self, decision: Decision) -> Decision:
        with self._file.transaction():
            before = self.decisions()
            last = before[-1].seal if before else ""
            row = sealed(replace(decision, number=len(before) + 1), last)
            self._file.run("INSERT INTO decisions VALUES (?, ?)", row.number, msgspec.json.encode(row).decode())
        return row

    def account(self) -> Account:
        counts = self._file.one("SELECT count(*), count(article), count(DISTINCT article) FROM inputs")
        inputs, accepted, stored = counts or (0, 0, 0)
        rejected = tuple(RejectedInput(one.source, one.stage, one.reason) for one in self.rejections())
        return Account(inputs=inputs, stored=stored, duplicates=accepted - stored, rejected=rejected)

    def rejections(self) -> list[Rejected]:
        rows = self._file.rows("SELECT label, stage, reason, detail FROM inputs WHERE reason IS NOT NULL")
        return sorted(Rejected(*row) for row in rows)

    def verify(self) -> Iterator[str]:
        return faults_in(self._file)

    def settle(self) -> None:
        self._file.settle()

    def close(self) -> None:
        self._file.close()


def _input_row(raw: Raw | None, outcome: Article | Rejected, maker: str) -> Row:
    """The columns of `inputs` in their order."""
    source, member = input_key(raw) if raw is not None else (outcome.source, 0)
    came = (None, None) if raw is None else (raw.media, raw.sha256)
    if isinstance(outcome, Article):
        became: Row = (outcome.id, without_text(outcome), None, None, None)
    else:
        became = (None, None, outcome.stage, outcome.reason, outcome.detail)
    return (source, member, outcome.source, *came, maker, *became)
