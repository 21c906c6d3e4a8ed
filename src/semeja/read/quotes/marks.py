"""Which quotation marks belong together.

Real pages open straight and close curly, or mix pairs in one paragraph: marks alternate, their form is looked at only
where a paragraph holds an odd number of them. A stray mark costs its own quotation and no other.
"""

from typing import Final

import msgspec

from semeja.lang.quoting import MARKS
from semeja.read.quotes.scene import Pair
from semeja.records.reading import Tokens

_OPENERS: Final = frozenset("“„«‘")
_CLOSERS: Final = frozenset("”»’")
_BEFORE_OPEN: Final = frozenset(" \n([{-–—:/*")
_AFTER_CLOSE: Final = frozenset(" \n)]}.,;:!?-–—/*")

# A mark by its first and last token: two single marks side by side (''…'') are one double mark.
Mark = tuple[int, int]


class Marking(msgspec.Struct, frozen=True, gc=False):
    """The pairs of one paragraph, and the mark without partner, if any, and whether it opens."""

    pairs: tuple[Pair, ...]
    stray: Mark | None = None
    stray_opens: bool = False


def marks_of(tokens: Tokens, candidates: list[int]) -> tuple[list[Mark], list[Mark]]:
    """The double and the single marks among the mark tokens of a paragraph."""
    double: list[Mark] = []
    single: list[Mark] = []
    for token in candidates:
        if tokens.keys[token] in MARKS:
            double.append((token, token))
        elif single and single[-1][1] == token - 1 and tokens.ends[token - 1] == tokens.starts[token]:
            double.append((single.pop()[0], token))
        else:
            single.append((token, token))
    return sorted(double), single


def mark_paragraph(text: str, tokens: Tokens, marks: list[Mark]) -> Marking:
    """Pairs of the double marks of a paragraph, in order; linear in their number."""
    if len(marks) % 2 == 0:
        return Marking(_pairs(tokens, marks))
    hints = [_direction(text, tokens, mark) for mark in marks]
    place = _stray(hints)
    return Marking(_pairs(tokens, marks[:place] + marks[place + 1 :]), marks[place], hints[place] >= 0)


def single_pairs(text: str, tokens: Tokens, marks: list[Mark]) -> tuple[Pair, ...]:
    """Pairs of the single marks `marks`: each stands beside a blank or punctuation, so it is no apostrophe."""
    pairs: list[Mark] = []
    opened: Mark | None = None
    for mark in marks:
        direction = _direction(text, tokens, mark, trust_form=False)
        if direction > 0 and opened is None:
            opened = mark
        elif direction < 0 and opened is not None:
            pairs += [opened, mark]
            opened = None
    return _pairs(tokens, pairs)


def pair_of(tokens: Tokens, opened: Mark, closed: Mark, continued: bool = False) -> Pair:
    """The marked words between two marks; a mark that is missing is an empty place: `(token, token - 1)`."""
    first, last = opened[1] + 1, closed[0]
    return Pair(opened[0], closed[1], first, last, tokens.starts[first], tokens.ends[last - 1], continued)


def _pairs(tokens: Tokens, marks: list[Mark]) -> tuple[Pair, ...]:
    couples = zip(marks[::2], marks[1::2], strict=True)
    return tuple([pair_of(tokens, opened, closed) for opened, closed in couples if closed[0] > opened[1] + 1])


def _direction(text: str, tokens: Tokens, mark: Mark, trust_form: bool = True) -> int:
    """1: opens, -1: closes, 0: unknown. What stands beside a mark says more than its form."""
    start, end = tokens.starts[mark[0]], tokens.ends[mark[1]]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = (before in _BEFORE_OPEN or before == ",") and after not in _AFTER_CLOSE
    closes = after in _AFTER_CLOSE and before not in _BEFORE_OPEN
    if opens != closes:
        return 1 if opens else -1
    if not trust_form:
        return 0
    return (tokens.words[mark[0]] in _OPENERS) - (tokens.words[mark[0]] in _CLOSERS)


def _stray(hints: list[int]) -> int:
    """The mark without which the others alternate best: of openers the first such, else the last."""
    wrong_before, wrong_after = 0, sum(hint == (1 if at % 2 else -1) for at, hint in enumerate(hints[1:]))
    best, best_cost = 0, wrong_after
    for at in range(1, len(hints)):
        # The mark before now stands before the gap, at its own place; this one leaves the part behind the gap.
        wrong_before += hints[at - 1] == (-1 if (at - 1) % 2 == 0 else 1)
        wrong_after -= hints[at] == (1 if (at - 1) % 2 else -1)
        cost = wrong_before + wrong_after
        if cost < best_cost or (cost == best_cost and hints[best] <= 0):
            best, best_cost = at, cost
    return best
