"""Whose figure it is, as of when, and about which country or place."""

from collections.abc import Sequence

from semeja.lang.phrases import match_back
from semeja.read.quantities.amounts import Line
from semeja.records.reading import Mention, Quotation, Sentence, TimeExpression

NEARBY = 90  # characters between a figure and the place that it is about
OLD = 1  # years: a figure told of an earlier year holds as of then


def speaker_of(quotes: Sequence[Quotation], start: int, end: int) -> tuple[str, ...]:
    """The speaker of the shortest quotation that covers the figure; empty: told by the article itself."""
    covering = [quote for quote in quotes if quote.start <= start and end <= quote.end and quote.speaker]
    return min(covering, key=lambda quote: (quote.end - quote.start, quote.start)).speaker if covering else ()


def about_whom(mentions: Sequence[Mention], sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Countries and places named near the figure in its sentence."""
    found: set[str] = set()
    for mention in mentions:
        if mention.start >= sentence.end:
            break
        near = -NEARBY <= mention.start - start <= NEARBY
        if mention.start >= sentence.start and mention.kind in ("country", "place") and near and not start <= mention.start < end:
            found.update(mention.entities)
    return tuple(sorted(found))


def told_as_of(line: Line, times: Sequence[TimeExpression], sentence: Sentence, token_of: dict[int, int]) -> int | None:
    """The time up to which a figure of the sentence holds: `hingga pukul 17.30`, `per Senin malam`."""
    for index, time in enumerate(times):
        if time.start >= sentence.end:
            break
        if time.start < sentence.start or time.value is None:
            continue
        first = token_of[time.start]
        if match_back(line.table.as_of, line.keys, sentence.first_token, first):
            return index
    return None


def of_another_year(times: Sequence[TimeExpression], sentence: Sentence, year: int | None) -> int | None:
    """A time of an earlier year in the sentence: what it counts happened then."""
    for index, time in enumerate(times):
        if sentence.start <= time.start < sentence.end and time.value and time.role == "event":
            told = time.value[:4]
            if year is not None and told.isdecimal() and int(told) <= year - OLD:
                return index
    return None
