"""The labels with the greatest sum over a stretch of words (Viterbi 1967)."""

from collections.abc import Sequence
from operator import add
from typing import Final

from semeja.lang.name_moves import INSIDE, LABELS, OPENING, OUTSIDE, Moves

NEVER: Final = -(1 << 28)
"""Below every sum."""
UNCLEAR: Final = -1
"""No label leads so far that what opens behind it must be best reached from it."""


def best(columns: Sequence[Sequence[int]], moves: Moves, led: bool, followed: bool) -> list[int]:
    """The labels with the greatest sum; `led`, `followed`: words outside of any name stand before and behind."""
    here = [NEVER] * len(LABELS)
    for label in OPENING:
        here[label] = columns[0][label] + (moves.out[OUTSIDE][label] if led else 0)
    reached, leaders = [here], []
    for column in columns[1:]:
        ranked = sorted(here)
        leader = here.index(ranked[-1])
        clear = ranked[-1] - ranked[-2] > moves.leads[leader]
        leaders.append(leader if clear else UNCLEAR)
        here = after(here, column, leader, clear, moves)
        reached.append(here)
    return traced(reached, leaders, moves, followed)


def after(here: list[int], column: Sequence[int], leader: int, clear: bool, moves: Moves) -> list[int]:
    """The greatest sums that end in each label at the next word, less that of the `leader`, the greatest before it.

    `clear`: the leader is so far ahead that whatever opens at the next word is best reached from it.
    """
    most = here[leader]
    sums = list(moves.out[leader])
    if not clear:
        with_rivals(sums, here, leader, moves)
    for label in INSIDE:
        begun, continued = here[label - 1] + moves.begun[label], here[label] + moves.continued[label]
        sums[label] = (continued if continued > begun else begun) - most
    return [one + other for one, other in zip(sums, column)]


def with_rivals(sums: list[int], here: list[int], start: int, moves: Moves) -> None:
    """Raise the sums of what opens behind the likeliest label `start` where another label gives more."""
    most, lead = here[start], moves.leads[start]
    for label, total in enumerate(here):
        if most - total < lead and label != start:
            ways, behind = moves.out[label], total - most
            for opening in OPENING:
                if ways[opening] + behind > sums[opening]:
                    sums[opening] = ways[opening] + behind


def traced(reached: list[list[int]], leaders: list[int], moves: Moves, followed: bool) -> list[int]:
    """The labels on the best way back through the greatest sums of all places; `leaders`: whom the next opens from."""
    into = moves.into
    last = list(map(add, reached[-1], into[OUTSIDE])) if followed else reached[-1]
    path = [last.index(max(last))]
    for here, leader in zip(reached[-2::-1], leaders[::-1]):
        label = path[-1]
        if label in INSIDE:
            begun, continued = here[label - 1] + moves.begun[label], here[label] + moves.continued[label]
            path.append(label if continued > begun else label - 1)
        elif leader != UNCLEAR:
            path.append(leader)
        else:
            sums = list(map(add, here, into[label]))
            path.append(sums.index(max(sums)))
    return path[::-1]
