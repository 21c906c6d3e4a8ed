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


class Built(msgspec.Struct, frozen=True):
    """Stories (largest first), the account, why inputs were refused, and how many files had to be written."""

    stories: tuple[StoryRow, ...]
    account: Account
    rejections: tuple[Rejected, ...]
    written: int


def quietly(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to hear."""
