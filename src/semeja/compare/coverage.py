"""Which article reports which claim, and what one would expect and does not find."""

from collections import defaultdict
from collections.abc import Iterable

from semeja.compare.entities import Cast
from semeja.compare.tellings import SPEECH_ACTS
from semeja.compare.times import day_range
from semeja.records.dossier import (
    Claim,
    Conflict,
    Coverage,
    Event,
    Evidence,
    Gap,
    LedgerItem,
    NotRead,
    Quote,
    ToldBefore,
)
from semeja.records.story import Story

PARTIES = ("country:", "organisation:", "person:")
"""What can have a voice of its own; places and crowds cannot."""
LIVE = frozenset({"open", "pending", "standing"})
"""Statuses of what is not settled."""
TALKED_ABOUT = 2
"""Events in which a party without a voice must appear before its silence is a gap."""


def cover(
    story: Story,
    claims: tuple[Claim, ...],
    conflicts: Iterable[Conflict],
    not_read: tuple[NotRead, ...] = (),
    told_before: tuple[ToldBefore, ...] = (),
) -> Coverage:
    """A row per claim, a column per article; `contradicts`: the article stands on another side of a conflict."""
    articles = tuple(article.id for article in story.articles)
    against: dict[Evidence, set[str]] = defaultdict(set)
    for conflict in conflicts:
        if conflict.kind == "quantity" and conflict.resolution == "open":
            for side in conflict.sides:
                others = {one for other in conflict.sides if other is not side for one in other.articles}
                for place in side.evidence:
                    against[place] |= others - set(side.articles)
    cells = tuple(_row(claim, articles, against) for claim in claims)
    return Coverage(tuple(claim.id for claim in claims), articles, cells, not_read, told_before)  # type: ignore[arg-type]


def _row(claim: Claim, articles: tuple[str, ...], against: dict[Evidence, set[str]]) -> tuple[str, ...]:
    """The row is looked up, not searched: there are as many cells as claims times articles."""
    told = dict.fromkeys((one for place in claim.evidence for one in against.get(place, ())), "contradicts")
    told |= dict.fromkeys(claim.support.articles, "reports")
    return tuple([told.get(article, "silent") for article in articles])


def find_gaps(
    story: Story,
    cast: Cast,
    events: Iterable[Event],
    quotes: Iterable[Quote],
    ledger: Iterable[LedgerItem],
    claims: Iterable[Claim],
    lineages: int,
) -> tuple[Gap, ...]:
    """Parties without a voice, demands without an answer, deadlines that passed, claims of a single chain."""
    gaps = [*_no_voice(cast, events, quotes), *_unanswered(ledger), *_passed(story, ledger)]
    if lineages > 1:
        gaps += [
            Gap("single_lineage", claim.id, claim.evidence)
            for claim in claims
            if claim.kind == "event" and claim.support.lineages == 1
        ]
    return tuple(sorted(gaps, key=lambda gap: (gap.kind, gap.about)))


def _no_voice(cast: Cast, events: Iterable[Event], quotes: Iterable[Quote]) -> list[Gap]:
    """Who is spoken of, is never quoted, and of whom no act of speech is told: who denies or demands has said so."""
    heard = cast.parties_of(speaker for quote in quotes for speaker in quote.speaker)
    spoken_of: dict[str, list[Evidence]] = defaultdict(list)
    for event in events:
        heard |= cast.parties_of((*event.attributed_to, *(event.actor if event.type in SPEECH_ACTS else ())))
        for party in sorted(cast.parties_of((*event.actor, *event.recipient))):
            if party.startswith(PARTIES):
                spoken_of[party].append(event.evidence[0])
    return [
        Gap("no_voice", party, tuple(sorted(set(places))))
        for party, places in spoken_of.items()
        if party not in heard and len(places) >= TALKED_ABOUT
    ]


def _unanswered(ledger: Iterable[LedgerItem]) -> list[Gap]:
    return [
        Gap("unanswered_demand", item.id, item.evidence)
        for item in ledger
        if item.act in ("demand", "request") and item.status == "open"
    ]


def _passed(story: Story, ledger: Iterable[LedgerItem]) -> list[Gap]:
    """Promises and demands whose day lies before the newest article, of which no article says what became of them."""
    days = [day_range(reading.published.value) for reading in story.readings if reading.published]
    newest = max((day[1] for day in days if day), default=None)
    return [
        Gap("deadline_passed", item.id, item.evidence)
        for item in ledger
        if (item.status in LIVE or item.status == "missed")
        and item.deadline
        and (due := day_range(item.deadline.value))
        and newest
        and due[1] < newest
    ]
