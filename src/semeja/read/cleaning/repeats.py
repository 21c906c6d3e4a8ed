"""Second copies: blocks pasted twice, exact or nearly so."""

import re
from typing import Final

from semeja.read.cleaning.lines import Line

_PIECE_END: Final = re.compile(r"[.!?][\"”’)]*\s+")
_STOP: Final = re.compile(r"[.!?][\"”’)]{0,4}\s")
_EDGES: Final = " \"“”‘’'()[]*.!?…-–—"
# A repeat shorter than this says nothing by itself; beside another copy it belongs to the block.
LONE_KEY: Final = 25
PIECE_KEY: Final = 30
EDGE_WORDS: Final = 5
NEAR_WORDS: Final = 10
NEAR_SHARE: Final = 0.85
# A line with so many words changed is a copy only beside another copy: alone it may be a sentence built alike.
MOST_CHANGED: Final = 2


def line_key(line: Line) -> str:
    """Letters and digits of a line, in one case."""
    return "".join(line.words)


def second_copies(lines: list[Line], start: int = 0) -> frozenset[int]:
    """Indices from `start` on of lines that repeat earlier ones: exact, re-cut, nearly equal, or inside a block."""
    suspects, known = _suspects(lines), _Known(lines)
    seen: set[tuple[str, ...]] = set()
    originals: list[int] = []
    long: set[int] = set()
    short: set[int] = set()
    for index in range(start, len(lines)):
        words = lines[index].words
        if not words:
            continue
        if words in seen:
            (long if sum(map(len, words)) >= LONE_KEY else short).add(index)
            continue
        if index in suspects:
            if known.repeated(index, originals) or (suspects[index] and known.cut_anew(index, originals)):
                long.add(index)
            elif known.varied(index):
                short.add(index)
        seen.add(words)
        originals.append(index)
    return frozenset(long | _beside(short, long))


def _suspects(lines: list[Line]) -> dict[int, bool]:
    """Indices of lines whose words stand in those before, but for the share in which near copies may differ.

    The value says whether all of them do.
    """
    seen: set[str] = set()
    found = {}
    for index, line in enumerate(lines):
        words = line.words
        if seen.issuperset(words[:EDGE_WORDS]) or seen.issuperset(words[-EDGE_WORDS:]):
            new = sum([word not in seen for word in words])
            if new <= (1 - NEAR_SHARE) * len(words):
                found[index] = new == 0
        seen.update(words)
    return found


class _Known:
    """The lines before one that is looked at: their sentences, and the lines by their first and last words."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._added = self._cut = 0
        self._pieces: set[str] = set()
        self._heads: dict[tuple[str, ...], int] = {}
        self._tails: dict[tuple[str, ...], int] = {}

    def cut_anew(self, index: int, before: list[int]) -> bool:
        """Whether all sentences of the line stand in those before it, differently cut into lines."""
        for place in before[self._cut :]:
            self._pieces.update(_pieces(self._lines[place]))
        self._cut = len(before)
        return _seen_in_pieces(_pieces(self._lines[index]), self._pieces)

    def repeated(self, index: int, before: list[int]) -> bool:
        """Whether the line is one of those before it with a few words more or less at an end."""
        for place in before[self._added :]:
            self._add(place)
        self._added = len(before)
        line = self._lines[index]
        if len(line.words) < NEAR_WORDS:
            return False
        others = (self._heads.get(line.words[:EDGE_WORDS]), self._tails.get(line.words[-EDGE_WORDS:]))
        return any(other is not None and _nearly_equal(self._lines[other], line) for other in others)

    def varied(self, index: int) -> bool:
        """Whether the line is one of those before it with a word or two changed inside; `repeated` was asked before."""
        line = self._lines[index]
        others = (self._heads.get(line.words[:EDGE_WORDS]), self._tails.get(line.words[-EDGE_WORDS:]))
        return any(other is not None and _varies(self._lines[other].words, line.words) for other in others)

    def _add(self, index: int) -> None:
        line = self._lines[index]
        if len(line.words) >= NEAR_WORDS:
            self._heads.setdefault(line.words[:EDGE_WORDS], index)
            self._tails.setdefault(line.words[-EDGE_WORDS:], index)


def _beside(short: set[int], long: set[int]) -> set[int]:
    """The short repeats that stand in a row with a sure one."""
    kept: set[int] = set()
    for step, order in ((1, sorted(short)), (-1, sorted(short, reverse=True))):
        for index in order:
            if index - step in long or index - step in kept:
                kept.add(index)
    return kept


def _pieces(line: Line) -> list[str]:
    """Keys of the line's sentences, roughly cut."""
    text = line.text.lower()
    if not _STOP.search(text):
        return [text.strip(_EDGES)]
    ends = [match.span() for match in _PIECE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return [text[start:stop].strip(_EDGES) for start, stop in zip(starts, [*(stop for stop, _ in ends), None])]


def _seen_in_pieces(own: list[str], pieces: set[str]) -> bool:
    """Whether every sentence of a line stood before, cut into other lines."""
    return pieces.issuperset(filter(None, own)) and max(map(len, own)) >= PIECE_KEY


def _varies(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two lines differ in a word or two that are no numbers."""
    if min(len(left), len(right)) < NEAR_WORDS or abs(len(left) - len(right)) > MOST_CHANGED:
        return False
    head = next((place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), 0)
    rest = min(len(left), len(right)) - head
    pairs = zip(reversed(left), reversed(right), strict=False)
    tail = next((place for place, (one, other) in enumerate(pairs) if one != other or place == rest), rest)
    changed = (*left[head : len(left) - tail], *right[head : len(right) - tail])
    return len(changed) <= 2 * MOST_CHANGED and not any(map(str.isdigit, changed))


def _nearly_equal(left: Line, right: Line) -> bool:
    """Whether one line is the other with a few words more before or after it; a word changed inside is another line."""
    short, long = sorted((left.words, right.words), key=len)
    if len(short) < NEAR_SHARE * len(long):
        return False
    return long[: len(short)] == short or long[-len(short) :] == short
