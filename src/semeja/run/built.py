"""What a build tells its caller."""

from collections.abc import Callable

import msgspec

from semeja.records.article import Rejected
from semeja.records.dossier import Account

Notify = Callable[[str, int, int], None]
"""Told of progress: stage, items done, items in all (0: unknown)."""


class StoryRow(msgspec.Struct, frozen=True):
    """A story as the terminal and the index show it; `name` is its folder in the output."""

    name: str
    title: str
    articles: int
    outlets: int
    lineages: int
    conflicts: int


class LedgerChange(msgspec.Struct, frozen=True):
    """What differs in the ledger of a story from the last build: a `new` entry, another `status`, a new answer under
    the same status (`answered`), an entry that is `gone`; `sources`: of the articles that brought it."""

    story: str
    kind: str
    party: str
    act: str
    content: str
    before: str | None
    after: str | None
    sources: tuple[str, ...]


class Built(msgspec.Struct, frozen=True):
    """Stories (largest first), the account, why inputs were refused, and how many files had to be written.

    `changes`: of the ledgers since the last build of this project, in the order of the stories.
    """

    stories: tuple[StoryRow, ...]
    account: Account
    rejections: tuple[Rejected, ...]
    written: int
    changes: tuple[LedgerChange, ...] = ()


def quietly(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to hear."""
