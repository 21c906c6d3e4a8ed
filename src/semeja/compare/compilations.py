"""Texts put together from others: the union of two texts that share nothing is no source of theirs."""

from collections.abc import Iterable
from typing import NamedTuple

WHOLE_PART = 0.9
"""Share of a text that must stand in another one for it to be a part of that."""
ALIKE = 0.75
"""Share of the places of a part that another fills from which the two are copies of one text."""
SAME = 0.9
"""Share of a text from which another one that fills it is the same text, not a part."""
MADE_OF = 0.75
"""Share of a compilation that its parts make up; a long report of which two others print pieces has more of its own."""
OVERLAP = 0.1
"""Share of a part that another may have in common with it: two excerpts of one report share its lead."""
MOST_PARTS = 12
"""Parts that share nothing which one text may be made of, the longest first."""


class Compilation(NamedTuple):
    """What a text is made of: the numbers of its parts, and in groups those that fill the same places of it."""

    parts: frozenset[int]
    alike: tuple[tuple[int, ...], ...]


NONE = Compilation(frozenset(), ())


def find_compilation(parts: Iterable[tuple[int, frozenset[int]]], size: int) -> Compilation:
    """The `parts` (number, the places of the text that it fills) that make up a text of `size` places; `NONE` where
    it is no compilation."""
    usable = [(number, places) for number, places in parts if places and len(places) < SAME * size]
    apart: list[frozenset[int]] = []
    for _, places in sorted(usable, key=lambda part: (-len(part[1]), part[0])):
        if len(apart) < MOST_PARTS and all(
            len(places & other) <= OVERLAP * min(len(places), len(other)) for other in apart
        ):
            apart.append(places)
    filled = len(frozenset().union(*apart)) if apart else 0
    if len(apart) < 2 or filled < MADE_OF * size:
        return NONE
    inside = [[part for part in usable if len(part[1] & one) >= WHOLE_PART * len(part[1])] for one in apart]
    alike = (
        tuple(sorted(number for number, places in within if len(places) >= ALIKE * len(one)))
        for one, within in zip(apart, inside, strict=True)
    )
    return Compilation(frozenset(number for within in inside for number, _ in within), tuple(alike))
