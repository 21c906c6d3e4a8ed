"""Through whom a quotation came: the relay marks of its sentence, of the next, and of the whole article."""

from bisect import bisect_left, bisect_right
from typing import Final

from msgspec.structs import replace

from semeja.read.draft import Draft
from semeja.records.reading import Credit, Quotation

_NEAR: Final = 400


def relayed(draft: Draft, quotes: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Quotations with their relay: of their sentence, of the next by the same speaker, else of a lone source line."""
    relays = [credit for credit in draft.credits if credit.relation == "relays"]
    if not relays or not quotes:
        return quotes
    done = list(quotes)
    starts = [sentence.start for sentence in draft.sentences]
    places = [quote.start for quote in quotes]
    for credit in relays:
        number = bisect_right(starts, credit.start) - 1
        if credit.scope in ("sentence", "quote") and number >= 0:
            _mark_sentence(done, places, credit, draft.sentences[number].start, draft.sentences[number].end)
    whole = {credit.name for credit in relays if credit.scope == "article"}
    if len(whole) != 1:
        return tuple(done)
    name = min(whole)
    return tuple([quote if quote.relayed_via else replace(quote, relayed_via=name) for quote in done])


def _mark_sentence(quotes: list[Quotation], places: list[int], credit: Credit, start: int, end: int) -> None:
    """Mark the quotations of the credit's sentence, or the last before it; with marked words also the one before."""
    last = bisect_left(places, end)
    first = last
    while first > 0 and (quotes[first - 1].end > start or _cue_start(quotes[first - 1]) >= start):
        first -= 1
    if first == last:
        first = last - 1 if last and credit.start - quotes[last - 1].end < _NEAR else last
    if first == last:
        return
    if first > 0 and credit.scope == "quote" and quotes[first - 1].speaker == quotes[first].speaker:
        first -= 1
    for at in range(first, last):
        quotes[at] = replace(quotes[at], relayed_via=quotes[at].relayed_via or credit.name)


def _cue_start(quote: Quotation) -> int:
    return -1 if quote.cue is None else quote.cue.start
