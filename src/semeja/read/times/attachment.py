"""Which time belongs to a place in a sentence."""

from collections.abc import Sequence

from semeja.records.reading import Sentence, TimeExpression


def nearest_time(times: Sequence[TimeExpression], sentence: Sentence, position: int) -> int | None:
    """Index in `times` of the event time in `sentence` nearest to the offset `position`; None if there is none.

    Of two that are equally near, the one that follows wins: Indonesian and English put the time after the verb.
    """
    best: tuple[int, int, int] | None = None
    for index, time in enumerate(times):
        if time.start >= sentence.end:
            break
        if time.start < sentence.start or time.role != "event" or time.value is None:
            continue
        distance = time.start - position if time.start >= position else position - time.end
        candidate = (max(distance, 0), -index, index)
        best = candidate if best is None or candidate < best else best
    return best[2] if best else None
