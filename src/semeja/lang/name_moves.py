"""What it gives to go from one label of a name to the next, laid out for the search for the best labels."""

from collections.abc import Sequence

import msgspec

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-ORGANISATION", "I-ORGANISATION")
OUTSIDE = 0
OPENING = tuple(place for place, label in enumerate(LABELS) if label[0] != "I")
INSIDE = tuple(place for place, label in enumerate(LABELS) if label[0] == "I")


class Moves(msgspec.Struct, frozen=True):
    """`out`: by label what it gives to go on to each label; `into`: by label what it gives to come from each.

    `leads`: by label how far its sum must be ahead of another's, so that every name and every word outside of one that
    follows is best reached from it. `begun`, `continued`: by the label of a further word of a name what the second word
    gives, and what each behind it gives.
    """

    out: tuple[tuple[int, ...], ...]
    into: tuple[tuple[int, ...], ...]
    leads: tuple[int, ...]
    begun: tuple[int, ...]
    continued: tuple[int, ...]


def moves_of(transitions: Sequence[Sequence[int]]) -> Moves:
    """The moves of a model, of which `transitions` are the weights from label to label."""
    return Moves(
        out=tuple(map(tuple, transitions)),
        into=tuple(zip(*transitions)),
        leads=tuple([max(other[to] - one[to] for other in transitions for to in OPENING) for one in transitions]),
        begun=tuple([transitions[max(label - 1, 0)][label] for label in range(len(LABELS))]),
        continued=tuple([transitions[label][label] for label in range(len(LABELS))]),
    )
