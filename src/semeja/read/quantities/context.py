"""Whose figure it is, as of when, and about which country or place."""

from bisect import bisect_left
from collections.abc import Sequence

from semeja.lang.phrases import match_back
from semeja.read.draft import Draft
from semeja.read.quantities.amounts import Line
from semeja.records.reading import Mention, Quotation, Sentence, TimeExpression

COUNTERS = frozenset({"person", "organisation"})
COUNTING_REACH = 3  # tokens between a figure and the verb of counting, and between that and who counts
NEARBY = 90  # characters between a figure and the place that it is about


def speaker_of(quotes: Sequence[Quotation], start: int, end: int) -> tuple[str, ...]:
    """The speaker of the shortest quotation that covers the figure; empty: told by the article itself."""
    covering = [quote for quote in quotes if quote.start <= start and end <= quote.end and quote.speaker]
    return min(covering, key=lambda quote: (quote.end - quote.start, quote.start)).speaker if covering else ()


def counted_by_whom(line: Line, mentions: Sequence[Mention], sentence: Sentence, first: int) -> tuple[str, ...]:
    """Who counts the figure at token `first`: `BPBD X mencatat 21 korban`, `the agency reported 21 deaths`."""
    lowest = max(sentence.first_token, first - COUNTING_REACH)
    verb = next((at for at in range(first - 1, lowest - 1, -1) if line.keys[at] in line.table.groups["counts"]), None)
    if verb is None or verb == sentence.first_token:
        return ()
    limit = line.starts[max(sentence.first_token, verb - COUNTING_REACH)]
    before = mentions[: bisect_left(mentions, line.starts[verb], key=lambda mention: mention.start)]
    for mention in reversed(before):
        if mention.end <= limit:
            break
        if mention.kind in COUNTERS and mention.end <= line.starts[verb]:
            return mention.entities
    return ()


def about_whom(mentions: Sequence[Mention], sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Countries and places named near the figure in its sentence."""
    found: set[str] = set()
    for mention in mentions:
        if mention.start >= sentence.end:
            break
        near = -NEARBY <= mention.start - start <= NEARBY
        if (
            mention.start >= sentence.start
            and mention.kind in ("country", "place")
            and near
            and not start <= mention.start < end
        ):
            found.update(mention.entities)
    return tuple(sorted(found))


def moments(draft: Draft, line: Line) -> list[int | None]:
    """For each sentence the time as of which its figures hold, as an index of `draft.times`.

    It is told by `hingga`, `per`, `as of` (not after publication), or by an earlier year that the sentence speaks of;
    the following sentences of the paragraph keep it until one tells a time of its own.
    """
    today = draft.published.value[:10] if draft.published and draft.published.value else None
    found: list[int | None] = []
    index, kept, paragraph = 0, None, -1
    for sentence in draft.sentences:
        kept = kept if sentence.paragraph == paragraph else None
        paragraph, inside = sentence.paragraph, []
        while index < len(draft.times) and draft.times[index].start < sentence.end:
            if draft.times[index].role == "event" and draft.times[index].start >= sentence.start:
                inside.append(index)
            index += 1
        if inside:
            kept = next((one for one in inside if _bounds(line, draft.times[one], sentence, today)), None)
        found.append(kept)
    return found


def _bounds(line: Line, time: TimeExpression, sentence: Sentence, today: str | None) -> bool:
    """Whether figures hold as of the time: a word says so, or it lies in an earlier year."""
    value = time.value or ""
    if today is not None and value[:4] < today[:4]:
        return True
    first = bisect_left(line.starts, time.start)
    led = match_back(line.table.as_of, line.keys, sentence.first_token, first) is not None
    return led and (today is None or value[:10] <= today)
