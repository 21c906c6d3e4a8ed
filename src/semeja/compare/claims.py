"""What the articles assert, merged, with who stands behind it and a grade that counts chains and origins."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from semeja.compare.counts import Count
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent
from semeja.compare.outlets import outlet_of
from semeja.compare.provenance import Chains
from semeja.compare.tellings import SPEECH_ACTS
from semeja.records.dossier import Claim, Evidence, Quote, QuoteGroup, Support
from semeja.records.story import Story
from semeja.text.ids import content_id


def make_claims(
    story: Story,
    cast: Cast,
    chains: Chains,
    events: Iterable[MergedEvent],
    quotes: Iterable[Quote],
    groups: Iterable[QuoteGroup],
    counts: Iterable[Count],
) -> tuple[Claim, ...]:
    """A claim per event, per utterance (a group of quotes is one) and per figure; grades without conflicts."""
    desk = _Desk(story, chains)
    claims = [_event_claim(desk, cast, merged) for merged in events]
    claims += _quote_claims(desk, cast, tuple(quotes), tuple(groups))
    claims += _quantity_claims(desk, cast, counts)
    return tuple(sorted(claims, key=lambda one: (one.kind, one.evidence[0], one.id)))


class _Desk:
    """Look-ups shared by all claims of a story."""

    def __init__(self, story: Story, chains: Chains) -> None:
        self.chains = chains
        self.outlets = {}
        for article, reading in zip(story.articles, story.readings, strict=True):
            outlet = outlet_of(article, reading)
            self.outlets[article.id] = outlet.name.casefold() if outlet else article.id
        self.copied = chains.copied
        self.relays = {edge.from_: edge.to for edge in reversed(chains.provenance.edges) if edge.relation == "relays"}

    def first(self, articles: Collection[str]) -> Collection[str]:
        """Those who told it first, each in their chain: copies are no origins, and name none."""
        return {one for one in articles if self.copied.get(one, frozenset()).isdisjoint(articles)} or articles

    def claim(
        self, kind: str, ref: tuple[str, ...], evidence: tuple[Evidence, ...], origins: frozenset[str], rule: str
    ) -> Claim:
        articles = tuple(sorted({one.article for one in evidence}))
        lineages = self.chains.lineages_behind(evidence)
        first = self.first(articles)
        named = bool(origins) or all(article in self.relays for article in first)
        told_by = len(origins) or min(lineages, len({self.relays.get(one, self.outlets[one]) for one in first}))
        return Claim(
            id=content_id("claim", kind, *ref),
            kind=kind,  # type: ignore[arg-type]
            ref=ref,
            grade=grade(lineages, told_by, named),  # type: ignore[arg-type]
            support=Support(articles, len({self.outlets[one] for one in articles}), lineages, told_by),
            evidence=evidence,
            rule=rule,
        )


def grade(lineages: int, origins: int, named: bool) -> str:
    """C1 two lineages, two origins · C2 two lineages, one origin · C3 one lineage, named source · C4 none named."""
    if lineages >= 2:
        return "C1" if origins >= 2 else "C2"
    return "C3" if named else "C4"


def _event_claim(desk: _Desk, cast: Cast, merged: MergedEvent) -> Claim:
    event = merged.event
    origins = cast.parties_of(event.attributed_to)
    if event.type in SPEECH_ACTS:
        origins = cast.parties_of(event.actor) or origins
        # One statement of several parties is one utterance: whoever reports it has it from that one act.
        origins = frozenset({" ".join(sorted(origins))}) if origins else origins
    return desk.claim("event", (event.id,), event.evidence, origins, "claims.event")


def _quote_claims(desk: _Desk, cast: Cast, quotes: tuple[Quote, ...], groups: tuple[QuoteGroup, ...]) -> list[Claim]:
    by_id = {quote.id: quote for quote in quotes}
    grouped = {one for group in groups for one in group.quotes}
    units = [group.quotes for group in groups] + [(quote.id,) for quote in quotes if quote.id not in grouped]
    claims = []
    for ref in units:
        members = [by_id[one] for one in ref]
        evidence = tuple(sorted(one.content for one in members))
        origins = cast.parties_of(speaker for one in members for speaker in one.speaker)
        origins = frozenset({" ".join(sorted(origins))}) if origins else origins
        claims.append(desk.claim("quote", tuple(sorted(ref)), evidence, origins, "claims.utterance"))
    return claims


def _quantity_claims(desk: _Desk, cast: Cast, counts: Iterable[Count]) -> list[Claim]:
    """One claim per figure of one thing, however many give it; a figure of an unknown thing stands for itself."""
    figures: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for count in counts:
        quantity = count.quantity
        known = (quantity.of, quantity.unit, quantity.low or quantity.high, quantity.high or quantity.low)
        figures[known if quantity.of and count.comparable else (quantity.id,)].append(count)
    claims = []
    for same in figures.values():
        quantities = sorted((count.quantity for count in same), key=lambda one: one.evidence)
        first = desk.first({quantity.article for quantity in quantities})
        origins = cast.parties_of(who for one in quantities if one.article in first for who in one.attributed_to)
        evidence = tuple(quantity.evidence for quantity in quantities)
        claims.append(desk.claim("quantity", tuple(one.id for one in quantities), evidence, origins, "claims.quantity"))
    return claims
