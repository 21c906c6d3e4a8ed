"""By whose word a figure stands: the speaker around it, who counts it, the source that its sentence names."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from semeja.lang.phrases import match_back
from semeja.read.quantities.amounts import Line
from semeja.read.quantities.context import Nearby
from semeja.records.reading import Mention, Quotation, Sentence

COUNTERS: Final = frozenset({"person", "organisation"})
COUNTING_REACH: Final = 10
"""Tokens between a figure and the verb of counting."""
NAMING_REACH: Final = 3
"""Tokens between such a verb and who counts."""
AROUND, LOOKED_BACK = 500, 10_000
"""Characters between a figure and its source, and between `the agency` and the name of it."""
_MENTIONS: Final = 100
_BREAKS: Final = frozenset('.;?!"“”')


def speaker_of(quotes: Sequence[Quotation], start: int, end: int) -> tuple[str, ...]:
    """The speaker of the shortest quotation that covers the figure; empty: told by the article itself."""
    covering = [quote for quote in quotes if quote.start <= start and end <= quote.end and quote.speaker]
    if len(covering) > 1:
        return min(covering, key=lambda quote: (quote.end - quote.start, quote.start)).speaker
    return covering[0].speaker if covering else ()


def source_of(line: Line, counters: Nearby, sentence: Sentence, first: int) -> tuple[str, ...]:
    """Whose figure the one at token `first` is by the words of its sentence; empty: nobody's. `counters`: `COUNTERS`.

    `BPBD X mencatat 21 korban`; `menurut data BPBD X`; `Basarnas: 9 Tewas`; `21 people died, the agency said`.
    """
    place = line.starts[first]
    inside = counters.between(max(sentence.start, place - AROUND), min(sentence.end, place + AROUND))
    if not inside:
        return ()
    verb = _verb_of_counting(line, sentence, first)
    for mention in reversed(inside):
        token, after = bisect_left(line.starts, mention.start), bisect_left(line.starts, mention.end)
        counts = verb is not None and after <= verb <= after + NAMING_REACH
        if counts or _is_source(line, sentence, token, after, first):
            return mention.entities or _named_before(line, counters, mention)
    return ()


def _verb_of_counting(line: Line, sentence: Sentence, first: int) -> int | None:
    counts, keys = line.table.groups["counts"], line.keys
    for at in range(first - 1, max(sentence.first_token, first - COUNTING_REACH) - 1, -1):
        if keys[at] in counts:
            return at if at > sentence.first_token else None
        if keys[at] in _BREAKS:
            return None
    return None


def _is_source(line: Line, sentence: Sentence, token: int, after: int, first: int) -> bool:
    """Whether the mention at tokens `[token, after)` is named as the source of its sentence's figures."""
    table, keys = line.table, line.keys
    following = keys[after] if after < sentence.last_token else ""
    if following == ":" and token == sentence.first_token and first > after:
        return True
    led = token - (token > sentence.first_token and keys[token - 1] in table.groups["article"])
    if match_back(table.sources, keys, sentence.first_token, led) is not None:
        return True
    told = following in table.groups["says"] and after + 3 >= sentence.last_token
    return told and first < token and "," in keys[max(first, token - NAMING_REACH - 1) : token]


def _named_before(line: Line, counters: Nearby, unresolved: Mention) -> tuple[str, ...]:
    """`the agency`: the last one before it that is described by the same noun."""
    noun = _last_word(line, unresolved)
    for mention in reversed(counters.between(unresolved.start - LOOKED_BACK, unresolved.start)[-_MENTIONS:]):
        if mention.kind == unresolved.kind and mention.entities and _last_word(line, mention) == noun:
            return mention.entities
    return ()


def _last_word(line: Line, mention: Mention) -> str:
    return line.keys[max(0, bisect_left(line.starts, mention.end) - 1)]
