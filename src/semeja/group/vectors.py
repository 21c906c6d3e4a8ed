"""An article as a vector of weighted terms, told from that article and a table of common words alone."""

import math
from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from semeja.lang.rarity import rarity

DAY = "@"
"""Stands before a day that an article tells of (`@2025-03-03`). An entity is `kind:slug`, a pair of words `x y`."""

WORD, NUMBER, PAIR, ENTITY, TOLD_DAY = 1.0, 2.0, 1.5, 0.5, 1.5
"""Weights of the kinds of terms. An entity counts less than a word because its words, and their pairs, count too."""

MOST_TERMS = 100
"""Heaviest terms of an article that count. Longer articles say more, and little of it about their main event."""
KEYS = 32
"""Terms under which articles look each other up: the heaviest, where a specific one counts twice."""


_REMEMBERED = 1 << 18


class Features(msgspec.Struct, frozen=True):
    """What grouping knows of an article: `day` is a proleptic day number or None, `terms` counted terms.

    `named`: those of the terms that stand in a proper name.
    """

    article: str
    day: int | None
    terms: dict[str, float]
    named: tuple[str, ...] = ()


class Vector(msgspec.Struct, frozen=True, gc=False):
    """Terms, sorted, with weights of length 1 side by side: many are held, so they hold no dictionary.

    `specific`: for each term 1 when it tells one event from another of its kind: a name, a figure, a day.
    """

    article: str
    day: int | None
    terms: tuple[str, ...]
    weights: "array[float]"
    specific: bytes
    keys: tuple[str, ...]

    def place(self) -> tuple[int, str]:
        """Where it stands in the one order of all articles."""
        return self.day or 0, self.article


def vector_of(article: Features) -> Vector:
    """The vector of an article by the news at large."""
    weighed = {term: weight(term, count) for term, count in article.terms.items() if count > 0}
    named = frozenset(article.named)
    terms = tuple(map(_held, sorted(heaviest(weighed, MOST_TERMS))))
    specific = bytes(term in named or _is_specific(term) for term in terms)
    return _made(article.article, article.day, terms, [weighed[term] for term in terms], specific)


def reweighed(vector: Vector, common: Mapping[str, float]) -> Vector:
    """The vector where terms that many of the articles at hand have weigh less; `common`: those, with their share."""
    if common.keys().isdisjoint(vector.terms):
        return vector
    weights = [
        weight * min(1.0, _kind(term) * rarity("", common[term]) / _base(term)) if term in common else weight
        for term, weight in zip(vector.terms, vector.weights, strict=True)
    ]
    return _made(vector.article, vector.day, vector.terms, weights, vector.specific)


def _made(article: str, day: int | None, terms: tuple[str, ...], weights: Sequence[float], specific: bytes) -> Vector:
    """A vector of length 1 with its key terms."""
    length = math.hypot(*weights) or 1.0
    leading = {term: weight * (1 + mark) for term, weight, mark in zip(terms, weights, specific, strict=True)}
    unit = array("d", [weight / length for weight in weights])
    return Vector(article, day, terms, unit, specific, tuple(heaviest(leading, KEYS)))


def heaviest(weighed: Mapping[str, float], most: int) -> list[str]:
    """The heaviest terms, the heaviest first."""
    return [term for _, term in sorted([(-weight, term) for term, weight in weighed.items()])[:most]]


def weight(term: str, count: float) -> float:
    """The weight of a term among the news at large."""
    return _base(term) * (1 + math.log(count) if count > 1 else 1.0)


@lru_cache(maxsize=_REMEMBERED)
def _held(term: str) -> str:
    """The term as it was first seen, so that articles hold one string together."""
    return term


@lru_cache(maxsize=_REMEMBERED)
def _base(term: str) -> float:
    if " " in term:
        first, second = term.split(" ", 1)
        return PAIR * (rarity(first) + rarity(second)) / 2
    return _kind(term) * (rarity(term) if term[0] != DAY and ":" not in term else rarity(""))


def _kind(term: str) -> float:
    if term[0] == DAY:
        return TOLD_DAY
    if " " in term:
        return PAIR
    if ":" in term:
        return ENTITY
    return NUMBER if term[0].isdigit() else WORD


def _is_specific(term: str) -> bool:
    return term[0] == DAY or term[0].isdigit() or (":" in term and not term.startswith("country:"))
