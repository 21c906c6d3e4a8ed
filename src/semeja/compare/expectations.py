"""What a party hopes or expects, or says that it does not: the weakest entries of the ledger."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.history import Finding, articles_in_time, history_of
from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.wording import content_keys
from semeja.records.dossier import Evidence, LedgerItem
from semeja.records.reading import Quotation
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.similarity import overlap

HOPE = "expect"
"""Meaning of the words that say so: `berharap`, `mengharapkan`, `hope`, `expect`."""
OPENING_KEYS = 4
"""Keys at the start of a sentence among which a speaker's own hope stands: `Kami tidak berharap untuk …`."""
MOST_COMPARED = 60


class Hope(msgspec.Struct, frozen=True):
    """One hope in one article."""

    party: str
    keys: frozenset[str]
    index: int
    evidence: Evidence
    rule: str


def expectations(story: Story, cast: Cast) -> tuple[LedgerItem, ...]:
    """One item per party and content, with every place where it is said."""
    by_party: dict[str, list[list[Hope]]] = defaultdict(list)
    for hope in _hopes(story, cast):
        groups = by_party[hope.party]
        home = next((group for group in groups[-MOST_COMPARED:] if _one_hope(hope, group[0])), None)
        if home is None:
            groups.append([hope])
        else:
            home.append(hope)
    order = articles_in_time(story)
    return tuple(_item(story, order, group) for party in sorted(by_party) for group in by_party[party])


def _one_hope(hope: Hope, other: Hope) -> bool:
    return overlap(hope.keys, other.keys) >= SAME_CONTENT


def _hopes(story: Story, cast: Cast) -> Iterator[Hope]:
    passages = Passages(story, cast)
    for index, reading in enumerate(story.readings):
        for quote in reading.quotes:
            if quote.kind == "indirect" or not quote.speaker or not _is_hope(story, index, quote):
                continue
            parties = sorted(cast.parties_of(cast.of(reading.article, quote.speaker)))
            keys = passages.keys(index, quote.start, quote.end, frozenset(parties)) - {HOPE}
            evidence = story.evidence(index, quote.start, quote.end)
            for party in parties:
                if not party.startswith("group:"):
                    yield Hope(party, keys, index, evidence, f"ledger.expectation.{quote.kind}")


def _is_hope(story: Story, index: int, quote: Quotation) -> bool:
    text, language = story.articles[index].text, story.readings[index].language
    cue = content_keys(text[quote.cue.start : quote.cue.end], language) if quote.cue else ()
    opening = content_keys(text[quote.start : quote.end], language)[:OPENING_KEYS]
    return HOPE in opening or (quote.kind == "attitude" and HOPE in cue)


def _item(story: Story, order: Sequence[int], group: Sequence[Hope]) -> LedgerItem:
    evidence = tuple(sorted({hope.evidence for hope in group}))
    first = group[0]
    return LedgerItem(
        id=content_id("act", "expectation", first.party, *evidence),
        party=first.party,
        act="expectation",
        counterpart=(),
        issue="+".join(sorted(first.keys)[:8]) or HOPE,
        content=evidence[0],
        condition=None,
        deadline=None,
        status="standing",
        responses=(),
        articles=tuple(sorted({one.article for one in evidence})),
        evidence=evidence,
        strength="weak",
        history=history_of(story, order, Finding("standing", first.party, first.index, first.evidence), ()),
        rule=first.rule,
    )
