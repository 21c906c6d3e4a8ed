"""Entity F1 as CoNLL-2003 counts it: a span is right when both its ends and its kind are."""

from collections.abc import Sequence

from benchmarks.quality.parts.names_cases import Span

Spans = Sequence[frozenset[Span]]


def entity_f1(gold: Spans, found: Spans, kind: str | None = None) -> tuple[int, float]:
    """Number of gold spans and F1 over all sentences, of one kind where one is named."""
    wanted = [only(spans, kind) for spans in gold]
    given = [only(spans, kind) for spans in found]
    right = sum(len(one & other) for one, other in zip(wanted, given, strict=True))
    total = sum(map(len, wanted))
    return total, 2 * right / max(1, total + sum(map(len, given)))


def only(spans: frozenset[Span], kind: str | None) -> frozenset[Span]:
    """The spans of one kind, or all."""
    return frozenset(span for span in spans if kind in (None, span[2]))


def misses(gold: Spans, found: Spans) -> dict[str, int]:
    """How often each kind of miss happens: wrong kind, wrong boundary, not found, found where nothing is marked."""
    counts = {"wrong kind": 0, "wrong boundary": 0, "not found": 0, "found where none is marked": 0}
    for wanted, given in zip(gold, found, strict=True):
        for first, last, kind in wanted - given:
            touching = [one for one in given if one[0] < last and first < one[1]]
            if any(one[:2] == (first, last) for one in touching):
                counts["wrong kind"] += 1
            elif any(one[2] == kind for one in touching):
                counts["wrong boundary"] += 1
            else:
                counts["not found"] += 1
        for first, last, _ in given - wanted:
            counts["found where none is marked"] += not any(one[0] < last and first < one[1] for one in wanted)
    return counts
