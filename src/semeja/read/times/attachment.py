"""Which time belongs to a place in a sentence."""

from collections.abc import Sequence

from semeja.records.reading import Sentence, TimeExpression


def nearest_time(times: Sequence[TimeExpression], sentence: Sentence, position: int) -> int | None:
    """Index in `times` of the event time in `sentence` nearest to the offset `position`; None if there is none.

    A time before the place counts as twice as far: Indonesian and English put the time after the verb.
    """
    best: tuple[int, int] | None = None
    for index, time in enumerate(times):
        if time.start >= sentence.end:
            break
        if time.start < sentence.start or time.role != "event" or time.value is None:
            continue
        distance = time.start - position if time.start >= position else 2 * max(position - time.end, 0)
        best = min(best, (distance, index)) if best else (distance, index)
    return best[1] if best else None
