"""Through whom a quotation came: the relay marks of its sentence, of the next, and of the whole article."""

from msgspec.structs import replace

from semeja.read.draft import Draft
from semeja.records.reading import Credit, Quotation, Sentence


def relayed(draft: Draft, quotes: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Quotations with their relay: of their sentence, of the next by the same speaker, else of a lone source line."""
    relays = [credit for credit in draft.credits if credit.relation == "relays"]
    if not relays or not quotes:
        return quotes
    done = list(quotes)
    for credit in relays:
        if credit.scope in ("sentence", "quote"):
            _mark_sentence(draft, done, credit)
    whole = {credit.name for credit in relays if credit.scope == "article"}
    if len(whole) != 1:
        return tuple(done)
    name = next(iter(whole))
    return tuple([quote if quote.relayed_via else replace(quote, relayed_via=name) for quote in done])


def _mark_sentence(draft: Draft, quotes: list[Quotation], credit: Credit) -> None:
    sentence = next((part for part in draft.sentences if part.start <= credit.start < part.end), None)
    if sentence is None:
        return
    inside = [at for at, quote in enumerate(quotes) if _meets(quote, sentence)]
    if not inside:
        inside = [at for at, quote in enumerate(quotes) if quote.end <= credit.start][-1:]
        inside = [at for at in inside if credit.start - quotes[at].end < 400]
    for at in inside:
        quotes[at] = replace(quotes[at], relayed_via=quotes[at].relayed_via or credit.name)
    first = inside[0] if inside else 0
    if first > 0 and credit.scope == "quote" and quotes[first - 1].speaker == quotes[first].speaker:
        quotes[first - 1] = replace(quotes[first - 1], relayed_via=quotes[first - 1].relayed_via or credit.name)


def _meets(quote: Quotation, sentence: Sentence) -> bool:
    """Whether the quotation or its cue stands in the sentence."""
    if sentence.start < quote.end and quote.start < sentence.end:
        return True
    return quote.cue is not None and sentence.start <= quote.cue.start < sentence.end
