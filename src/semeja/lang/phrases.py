"""Phrases of tokens looked up by their first token: the shape of most word lists of the reading."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TypeVar

Value = TypeVar("Value")
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]


def spoken(cell: str) -> tuple[str, ...]:
    """The tokens of a phrase in a data file, where `_` stands for the blank between two."""
    return tuple(cell.split("_"))


def by_first(rows: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Rows of (phrase as in a data file, value) by the phrase's first token, longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for cell, value in rows:
        tokens = spoken(cell)
        found.setdefault(tokens[0], []).append((tokens, value))
    return {first: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for first, group in found.items()}


def match(phrases: Phrases[Value], keys: Sequence[str], at: int, end: int) -> tuple[Value, int] | None:
    """The value of the longest phrase that starts at token `at` of `keys[:end]`, and the token after it."""
    found = phrases.get(keys[at]) if at < end else None
    if found is None:
        return None
    for tokens, value in found:
        stop = at + len(tokens)
        # The second token parts most phrases: it is compared before a slice is made.
        if len(tokens) == 1 or (stop <= end and keys[at + 1] == tokens[1] and tuple(keys[at:stop]) == tokens):
            return value, stop
    return None


def by_last(rows: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Rows of (phrase as in a data file, value) by the phrase's last token, longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for cell, value in rows:
        tokens = spoken(cell)
        found.setdefault(tokens[-1], []).append((tokens, value))
    return {last: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for last, group in found.items()}


def match_back(phrases: Phrases[Value], keys: Sequence[str], start: int, at: int) -> tuple[Value, int] | None:
    """The value of the longest phrase (of a table `by_last`) that ends before token `at` of `keys[start:]`, and its
    first token."""
    found = phrases.get(keys[at - 1]) if at > start else None
    if found is None:
        return None
    for tokens, value in found:
        first = at - len(tokens)
        if first >= start and (len(tokens) == 1 or tuple(keys[first:at]) == tokens):
            return value, first
    return None


def starts(words: Container[str], keys: Sequence[str], first: int, end: int) -> list[int]:
    """The tokens of `keys[first:end]` that are in `words` or begin with a digit: where a form may start."""
    return [at for at, key in enumerate(keys[first:end], first) if key in words or (key < ":" and key >= "0")]
