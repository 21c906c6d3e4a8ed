"""Which quotation marks belong together.

Real pages open straight and close curly, or mix pairs in one paragraph: marks alternate, their form is looked at only
where a paragraph holds an odd number of them. A stray mark costs its own quotation and no other.
"""

import msgspec

from semeja.read.quotes.scene import Pair
from semeja.records.reading import Tokens

_OPENERS = frozenset("“„«‘")
_CLOSERS = frozenset("”»’")
_BEFORE_OPEN = frozenset(" \n([{-–—:/*")
_AFTER_CLOSE = frozenset(" \n)]}.,;:!?-–—/*")


class Marking(msgspec.Struct, frozen=True):
    """The pairs of one paragraph, and the mark without partner, if any: its token and whether it opens."""

    pairs: tuple[Pair, ...]
    stray: int | None = None
    stray_opens: bool = False


def mark_paragraph(text: str, tokens: Tokens, marks: list[int]) -> Marking:
    """Pairs of the marks `marks` (token numbers of one paragraph, in order); linear in their number."""
    if len(marks) % 2 == 0:
        return Marking(_pairs(tokens, marks))
    hints = [_direction(text, tokens, mark) for mark in marks]
    place = _stray(hints)
    rest = marks[:place] + marks[place + 1 :]
    return Marking(_pairs(tokens, rest), marks[place], hints[place] >= 0)


def single_pairs(text: str, tokens: Tokens, marks: list[int]) -> tuple[Pair, ...]:
    """Pairs of the single marks `marks`: each stands beside a blank or punctuation, so it is no apostrophe."""
    pairs: list[Pair] = []
    opened: int | None = None
    for token in marks:
        direction = _direction(text, tokens, token, trust_form=False)
        if direction > 0 and opened is None:
            opened = token
        elif direction < 0 and opened is not None:
            pairs.append(_pair(tokens, opened, token))
            opened = None
    return tuple([pair for pair in pairs if pair.close - pair.open > 1])


def _pairs(tokens: Tokens, marks: list[int]) -> tuple[Pair, ...]:
    return tuple(
        [_pair(tokens, marks[at], marks[at + 1]) for at in range(0, len(marks), 2) if marks[at + 1] > marks[at] + 1]
    )


def _pair(tokens: Tokens, opened: int, closed: int) -> Pair:
    return Pair(
        opened,
        closed,
        tokens.starts[opened + 1] if closed > opened + 1 else tokens.ends[opened],
        tokens.ends[closed - 1],
    )


def _direction(text: str, tokens: Tokens, mark: int, trust_form: bool = True) -> int:
    """1: opens, -1: closes, 0: unknown. What stands beside a mark says more than its form."""
    before = text[tokens.starts[mark] - 1] if tokens.starts[mark] else " "
    after = text[tokens.ends[mark]] if tokens.ends[mark] < len(text) else " "
    opens = (before in _BEFORE_OPEN or before == ",") and after not in _AFTER_CLOSE
    closes = after in _AFTER_CLOSE and before not in _BEFORE_OPEN
    if opens != closes:
        return 1 if opens else -1
    if not trust_form:
        return 0
    return (tokens.words[mark] in _OPENERS) - (tokens.words[mark] in _CLOSERS)


def _stray(hints: list[int]) -> int:
    """The mark without which the others alternate best: of openers the first such, else the last."""
    wrong_before, wrong_after = 0, sum(hint == (1 if at % 2 else -1) for at, hint in enumerate(hints[1:], start=0))
    best, best_cost = 0, wrong_after
    for at in range(1, len(hints)):
        # Mark at-1 now stands before the gap, at its own place; mark at left the part behind the gap.
        wrong_before += hints[at - 1] == (-1 if (at - 1) % 2 == 0 else 1)
        wrong_after -= hints[at] == (1 if (at - 1) % 2 else -1)
        cost = wrong_before + wrong_after
        if cost < best_cost or (cost == best_cost and hints[best] <= 0):
            best, best_cost = at, cost
    return best
