"""What a copy changed: the passages that it added, dropped and altered, between those that it kept."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from semeja.compare.passages import Word, body_words
from semeja.records.evidence import Evidence
from semeja.records.provenance import Alteration
from semeja.records.story import Story

MOST_CHANGES = 12
"""Changes shown per copy, the longest first: enough to judge, few enough to read."""
FEWEST_LETTERS = 3
"""Letters of a change: a comma or a figure's point says nothing."""

Span = tuple[int, int]
Passage = tuple[Span, Span]


def find_alterations(
    story: Story, copy: int, source: int, shared: Sequence[tuple[Evidence, Evidence]]
) -> tuple[Alteration, ...]:
    """The changes of the article at `copy` from the one at `source`, given what they share, in the order of the copy.

    Where passages keep their order, what stands between two of them on both sides was altered, on one side added or
    dropped; a passage that moved is neither.
    """
    if not shared:
        return ()
    passages = [((mine.start, mine.end), (theirs.start, theirs.end)) for mine, theirs in shared]
    own, others = body_words(story, copy), body_words(story, source)
    gaps = [
        (_trimmed(own, mine), _trimmed(others, theirs))
        for mine, theirs in _gaps(passages, (own[0].start, own[-1].end), (others[0].start, others[-1].end))
    ]
    told = [change for mine, theirs in gaps for change in _changes(story, copy, source, mine, theirs)]
    longest = sorted(told, key=lambda change: -_length(change))[:MOST_CHANGES]
    return tuple(change for change in told if change in longest)


def _gaps(passages: Sequence[Passage], mine: Span, theirs: Span) -> Iterator[tuple[Span | None, Span | None]]:
    """What lies between the passages that stand in one order, beside one another; beyond the moved ones alone."""
    ends: Passage = (mine[0], mine[0]), (theirs[0], theirs[0])
    last: Passage = (mine[1], mine[1]), (theirs[1], theirs[1])
    taken = sorted(span for _, span in passages)
    for (before, source_before), (after, source_after) in pairwise([ends, *passages, last]):
        left = (before[1], after[0])
        right = (source_before[1], source_after[0])
        inside = any(span[0] >= right[0] and span[1] <= right[1] for span in taken)
        yield left, right if right[0] <= right[1] and not inside else None
    yield from ((None, span) for span in _dropped(taken, passages, theirs))


def _dropped(taken: Sequence[Span], passages: Sequence[Passage], theirs: Span) -> Iterator[Span]:
    """Stretches of the source between its own passages that no stretch of the copy stands beside."""
    beside = {
        (before[1][1], after[1][0])
        for before, after in pairwise([((0, 0), (theirs[0], theirs[0])), *passages, ((0, 0), (theirs[1], theirs[1]))])
    }
    for first, second in pairwise([(theirs[0], theirs[0]), *taken, (theirs[1], theirs[1])]):
        if (first[1], second[0]) not in beside:
            yield first[1], second[0]


def _trimmed(words: Sequence[Word], span: Span | None) -> Span | None:
    """A stretch without blanks and marks at its ends; None when too little is left."""
    if span is None:
        return None
    first, last = bisect_left(words, span[0], key=_start), bisect_right(words, span[1], key=_end)
    inside = words[first:last]
    if not inside or sum(word.end - word.start for word in inside) < FEWEST_LETTERS:
        return None
    return inside[0].start, inside[-1].end


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


def _changes(story: Story, copy: int, source: int, mine: Span | None, theirs: Span | None) -> Iterator[Alteration]:
    added = story.evidence(copy, *mine) if mine else None
    dropped = story.evidence(source, *theirs) if theirs else None
    if added and dropped and added.text.casefold() == dropped.text.casefold():
        return
    if added and dropped:
        yield Alteration("altered", added, dropped)
    elif added:
        yield Alteration("added", added, None)
    elif dropped:
        yield Alteration("dropped", None, dropped)


def _length(change: Alteration) -> int:
    return sum(one.end - one.start for one in (change.of_from, change.of_to) if one)
