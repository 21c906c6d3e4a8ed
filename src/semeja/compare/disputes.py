"""Where parties differ: what one says of another and that other denies."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent
from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.tellings import REACH, Telling
from semeja.records.dossier import Dispute, DisputeParty, Evidence, Quote
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.similarity import overlap

MOST_CANDIDATES = 40
"""Statements with which a denial is compared, those that share most keys first."""


FEWEST_SHARED = 2
"""Keys that a statement must share which names nobody as the one who does it."""


class Statement(msgspec.Struct, frozen=True):
    """What somebody says of somebody: `number` in the story, `parties` who say it, `accused` of whom, if named."""

    number: int
    index: int
    start: int
    end: int
    sentence: int
    parties: frozenset[str]
    accused: frozenset[str]
    type: str
    alleges: bool
    against: bool
    keys: frozenset[str]


def find_disputes(
    story: Story, cast: Cast, events: tuple[MergedEvent, ...], quotes: tuple[Quote, ...]
) -> tuple[Dispute, ...]:
    """One dispute per denied matter and denying party, with everybody who asserts it; none without two sides."""
    denials = [merged for merged in events if merged.event.type == "DENY" and merged.event.polarity == "affirmed"]
    if not denials:
        return ()
    index = Statements(collect_statements(story, cast))
    found = [dispute for merged in denials for dispute in _disputes_of(story, merged, index)]
    return tuple(sorted(found, key=lambda one: (one.parties[0].evidence[0], one.id)))


class Statements:
    """The statements of a story by article and by key."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.of_article: dict[int, list[Statement]] = defaultdict(list)
        self.under: dict[str, list[Statement]] = defaultdict(list)
        for one in statements:
            self.of_article[one.index].append(one)
            for key in sorted(one.keys) if one.alleges else ():
                self.under[key].append(one)
            if one.type:
                self.under[one.type].append(one)


def collect_statements(story: Story, cast: Cast) -> tuple[Statement, ...]:
    """Allegations and quotes of the readings, in order of article and place; a quote that alleges stands once."""
    passages = Passages(story, cast)
    found: list[Statement] = []
    for index, reading in enumerate(story.readings):
        spans = {(one.start, one.end) for one in reading.allegations}
        rows = [
            (one.start, one.end, one.speaker, one.actor, one.type, one.rule.endswith(".accused"))
            for one in reading.allegations
        ]
        rows += [
            (one.start, one.end, one.speaker, (), "", False)
            for one in reading.quotes
            if one.speaker and one.polarity != "denied" and (one.start, one.end) not in spans
        ]
        for start, end, speaker, actor, type_, against in sorted(rows):
            accused = cast.parties_of(cast.of(reading.article, actor))
            parties = cast.parties_of(cast.of(reading.article, speaker))
            keys = passages.keys(index, start, end, accused)
            alleges = (start, end) in spans
            sentence = reading.sentence_at(start)
            found.append(
                Statement(len(found), index, start, end, sentence, parties, accused, type_, alleges, against, keys)
            )
    return tuple(found)


def _disputes_of(story: Story, merged: MergedEvent, statements: Statements) -> list[Dispute]:
    deniers = frozenset().union(*(telling.actor_parties for telling in merged.tellings))
    asserted: dict[int, Statement] = {}
    for telling in merged.tellings:
        near = _taken_up(telling, statements.of_article[telling.index], deniers)
        alike = _alike(telling, statements.under, deniers)
        asserted |= {one.number: one for one in (*near, *alike)}
    if not asserted or not deniers:
        return []
    return [_dispute(story, merged, deniers, tuple(asserted[number] for number in sorted(asserted)))]


def _taken_up(telling: Telling, statements: Iterable[Statement], deniers: frozenset[str]) -> list[Statement]:
    """The statement just before: what an anaphor points to, or an accusation against the one who denies."""
    before = [
        one
        for one in statements
        if one.end <= telling.coded.start
        and telling.coded.sentence - one.sentence <= REACH
        and one.parties
        and not one.parties & deniers
        and (not one.accused or one.accused & deniers)
    ]
    if not before:
        return []
    last = before[-1]
    answers = telling.points_back or (last.against and telling.coded.sentence - last.sentence <= 1)
    return [last] if answers else []


def _alike(telling: Telling, under: dict[str, list[Statement]], deniers: frozenset[str]) -> list[Statement]:
    """Statements in any article, by others, of the same deed or the same content, against the denier or nobody."""
    keys = telling.content_keys | ({telling.denies} if telling.denies else set())
    shared = Counter(one.number for key in sorted(keys) for one in under.get(key, ()))
    by_number = {one.number: one for key in keys for one in under.get(key, ())}
    ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    return [by_number[number] for number in ranked if _contradicts(telling, by_number[number], deniers)]


def _contradicts(telling: Telling, one: Statement, deniers: frozenset[str]) -> bool:
    if not one.parties or one.parties & deniers or (one.accused and not one.accused & deniers):
        return False
    if one.accused and telling.denies and one.type == telling.denies:
        return True
    share = overlap(one.keys, telling.content_keys)
    if one.accused:
        return share >= SAME_CONTENT
    return share >= SAME_CONTENT and len(one.keys & telling.content_keys) >= FEWEST_SHARED


def _dispute(story: Story, merged: MergedEvent, deniers: frozenset[str], asserted: tuple[Statement, ...]) -> Dispute:
    denied = tuple(sorted(set(merged.event.evidence)))
    said: dict[str, set[Evidence]] = defaultdict(set)
    for one in asserted:
        for party in one.parties:
            said[party].add(story.evidence(one.index, one.start, one.end))
    parties = [DisputeParty(party, "denies", denied) for party in sorted(deniers)]
    parties += [DisputeParty(party, "asserts", tuple(sorted(said[party]))) for party in sorted(said)]
    return Dispute(content_id("dispute", merged.event.id), merged.event.id, tuple(parties), "disputes.denied")
