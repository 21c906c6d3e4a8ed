"""What a store can do. `sqlite` is the one that comes along; each one passes `tests/contract/test_store.py`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from semeja.records.article import Article, Raw, Rejected
from semeja.records.decision import Decision
from semeja.records.dossier import Account
from semeja.records.reading import Reading

InputKey = tuple[str, int]
"""Source and member number of an input, 0 where the file is one input."""


def input_key(one: Raw | Rejected) -> InputKey:
    """Under which key an input is kept. A rejection without bytes stands under what people see as its source."""
    return (one.source, one.member or 0) if isinstance(one, Raw) else (one.source, 0)


class Store(Protocol):
    """The record of truth of one project.

    Every method may raise `StoreBusy`, `StoreDamaged`, `OutputError` (73) and `DiskFull` (74). What a method that
    writes has returned from is kept, however the process ends.
    """

    def knows(self, raw: Raw, maker: str) -> bool:
        """Whether this input, with these bytes, has been added as made by `maker`."""
        ...

    def add(self, raw: Raw | None, outcome: Article | Rejected, maker: str) -> None:
        """Keep an input with what became of it. The same again changes nothing; a changed file takes its old place."""
        ...

    def forget_except(self, keys: Iterable[InputKey]) -> int:
        """Drop the inputs that are not named from account and articles, and say how many; bytes and readings stay."""
        ...

    def article_ids(self) -> list[str]:
        """Ids of the articles that inputs stand for, sorted."""
        ...

    def article(self, id: str) -> Article:
        """An article; of several sources it has the smallest in code point order, whichever came first. `KeyError`."""
        ...

    def articles(self) -> Iterator[Article]:
        """All articles, sorted by id, one at a time."""
        ...

    def unread(self, rules: str) -> Iterator[Article]:
        """The articles that have no reading by these rules, sorted by id."""
        ...

    def reading(self, article: Article, rules: str) -> Reading | None:
        """The reading of an article by these rules, if it was made from the same text and statements."""
        ...

    def put_reading(self, article: Article, reading: Reading, rules: str) -> None:
        """Keep a reading; one by the same rules is replaced."""
        ...

    def cached(self, kind: str, digest: str) -> bytes | None:
        """What was kept under a kind of result and the digest of all that it was made from."""
        ...

    def put_cached(self, kind: str, digest: str, body: bytes) -> None:
        """Keep a result."""
        ...

    def outputs(self) -> dict[str, str]:
        """Paths in the output folder that the last run wrote, with the SHA-256 of each."""
        ...

    def put_outputs(self, outputs: Mapping[str, str]) -> None:
        """Replace the list of outputs."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, in order."""
        ...

    def decide(self, decision: Decision) -> Decision:
        """Append a decision and give it back with its number and seal, those of the argument replaced."""
        ...

    def account(self) -> Account:
        """inputs == stored + duplicates + len(rejected), counted from the rows."""
        ...

    def rejections(self) -> list[Rejected]:
        """Every refused input, with its reason and detail, sorted."""
        ...

    def verify(self) -> Iterator[str]:
        """What does not match its digest, a sentence each; nothing: all is well."""
        ...

    def settle(self) -> None:
        """Bring all that was added onto the disk, past a loss of power."""
        ...

    def close(self) -> None:
        """End the use of the store."""
        ...
