"""Second copies: blocks pasted twice, exact or nearly so."""

import re

from semeja.read.cleaning.lines import Line

_PIECE_END = re.compile(r"[.!?][\"”’)]*\s+")
_EDGES = " \"“”‘’'()[]*.!?…-–—"
# A repeat shorter than this says nothing by itself; beside another copy it belongs to the block.
LONE_KEY = 25
PIECE_KEY = 30
EDGE_WORDS = 5
NEAR_WORDS = 10
NEAR_SHARE = 0.85


def line_key(line: Line) -> str:
    """Letters and digits of a line, in one case."""
    return "".join(line.words)


def second_copies(lines: list[Line], start: int = 0) -> frozenset[int]:
    """Indices from `start` on of lines that repeat earlier ones: exact, re-cut, nearly equal, or inside a block."""
    keys = [line_key(line) for line in lines]
    first: dict[str, int] = {}
    pieces: set[str] = set()
    heads: dict[tuple[str, ...], int] = {}
    tails: dict[tuple[str, ...], int] = {}
    long: set[int] = set()
    short: set[int] = set()
    for index in range(start, len(lines)):
        key = keys[index]
        if not key:
            continue
        if key in first:
            (long if len(key) >= LONE_KEY else short).add(index)
            continue
        first[key] = index
        own = _pieces(lines[index])
        if _seen_in_pieces(own, pieces) or _is_near(lines, index, heads, tails):
            long.add(index)
        pieces.update(own)
    return frozenset(long | _beside(short, long))


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
    ends = [match.span() for match in _PIECE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return [text[start:stop].strip(_EDGES) for start, stop in zip(starts, [*(stop for stop, _ in ends), None])]


def _seen_in_pieces(own: list[str], pieces: set[str]) -> bool:
    """Whether every sentence of a line stood before, cut into other lines."""
    return pieces.issuperset(filter(None, own)) and max(map(len, own)) >= PIECE_KEY


def _is_near(
    lines: list[Line], index: int, heads: dict[tuple[str, ...], int], tails: dict[tuple[str, ...], int]
) -> bool:
    """Whether an earlier line with the same first or last words is nearly the same."""
    words = lines[index].words
    if len(words) < NEAR_WORDS:
        return False
    head, tail = heads.setdefault(words[:EDGE_WORDS], index), tails.setdefault(words[-EDGE_WORDS:], index)
    return any(other != index and _nearly_equal(lines[other], lines[index]) for other in (head, tail))


def _nearly_equal(left: Line, right: Line) -> bool:
    """Whether one line is the other with a few words more before or after it; a word changed inside is another line."""
    short, long = sorted((left.words, right.words), key=len)
    if len(short) < NEAR_SHARE * len(long):
        return False
    return long[: len(short)] == short or long[-len(short) :] == short
