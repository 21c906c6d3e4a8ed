"""Where parties differ: what one says of another and that other denies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent
from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.statements import Statement, Statements, collect_statements
from semeja.compare.tellings import POINTING_BACK, REACH, Telling
from semeja.records.dossier import Dispute, DisputeParty, Evidence, Quote
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.similarity import overlap

MOST_CANDIDATES = 40
"""Statements with which a denial is compared, those that share most keys first."""
FEWEST_SHARED = 2
"""Keys that a statement must share which names nobody as the one who does it."""
FEWEST_OWN = 2
"""Keys with which a content says itself what is denied."""
FEWEST_QUOTED = 3
"""The same for a quote that was read as no allegation."""
MOST_OWN_WORDS = 200
"""Quotes that deny and are compared with the allegations, the first of them."""


def find_disputes(
    story: Story, cast: Cast, events: tuple[MergedEvent, ...], quotes: tuple[Quote, ...]
) -> tuple[Dispute, ...]:
    """One dispute per denied matter and denying party, with everybody who asserts it; none without two sides."""
    denials = [merged for merged in events if merged.event.type == "DENY" and merged.event.polarity == "affirmed"]
    index = Statements(collect_statements(story, cast))
    passages = Passages(story, cast)
    found, settled = [], set[tuple[int, str]]()
    for merged in denials:
        deniers, asserted = _asserted(merged, index, passages)
        if deniers and asserted:
            found.append(_dispute(story, merged, deniers, asserted))
            settled |= {(one.number, party) for one in asserted for party in deniers}
    found += _in_own_words(story, index, settled)
    return tuple(sorted(found, key=lambda one: (one.parties[0].evidence[0], one.id)))


def _asserted(
    merged: MergedEvent, statements: Statements, passages: Passages
) -> tuple[frozenset[str], tuple[Statement, ...]]:
    """Who denies, and the statements that this contradicts."""
    deniers = frozenset().union(*(telling.actor_parties for telling in merged.tellings))
    names = deniers | frozenset(one for telling in merged.tellings for one in telling.actor)
    asserted: dict[int, Statement] = {}
    for telling in (_by_own_content(one, passages) for one in merged.tellings):
        near = _taken_up(telling, statements.of_article[telling.index], deniers, _names_accusation(telling, passages))
        if near and near[0].against and telling.points_back:
            telling = replace(telling, content_keys=near[0].keys)
        alike = _alike(telling, statements.under, deniers, names)
        asserted |= {one.number: one for one in (*near, *alike)}
    return deniers, tuple(asserted[number] for number in sorted(asserted))


def _by_own_content(telling: Telling, passages: Passages) -> Telling:
    """A denial that points back only at a place of its content (`menembaki kota itu`) is known by its own words."""
    content = telling.coded.content
    if not telling.points_back or content is None:
        return telling
    keys = passages.keys(telling.index, content.start, content.end, telling.actor_parties)
    if len(keys - POINTING_BACK) < FEWEST_OWN:
        return telling
    return replace(telling, content_keys=keys, points_back=False)


def _names_accusation(telling: Telling, passages: Passages) -> bool:
    """`membantah tuduhan itu`: what it points to is an accusation."""
    content = telling.coded.content
    return content is not None and "accuse" in passages.keys(telling.index, content.start, content.end)


def _taken_up(
    telling: Telling, statements: Iterable[Statement], deniers: frozenset[str], of_accusation: bool
) -> list[Statement]:
    """The statement just before: what an anaphor points to, or an accusation against the one who denies."""
    before = [
        one
        for one in statements
        if one.end <= telling.coded.start
        and telling.coded.sentence - one.sentence <= REACH
        and one.parties
        and not one.parties & deniers
        and (_is_meant(one, deniers) or (_is_collective(one.accused) and telling.coded.sentence - one.sentence <= 1))
    ]
    if not before:
        return []
    last = next((one for one in reversed(before) if of_accusation and one.against), before[-1])
    answers = telling.points_back or (last.against and telling.coded.sentence - last.sentence <= 1)
    return [last] if answers else []


def _is_meant(one: Statement, deniers: frozenset[str]) -> bool:
    """Whether a statement is about those who deny, or about nobody that is named."""
    return not one.accused or bool(one.accused & deniers)


def _is_collective(accused: frozenset[str]) -> bool:
    """Whether only a group is accused (`the rebels`, `polisi`): one who speaks for it may deny."""
    return bool(accused) and all(one.startswith("group:") for one in accused)


def _alike(
    telling: Telling, under: dict[str, list[Statement]], deniers: frozenset[str], names: frozenset[str]
) -> list[Statement]:
    """Statements in any article, by others, of the same deed or the same content, against the denier or nobody."""
    keys = telling.content_keys | ({telling.denies} if telling.denies else set())
    shared = Counter(one.number for key in sorted(keys) for one in under.get(key, ()))
    by_number = {one.number: one for key in keys for one in under.get(key, ())}
    ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    return [by_number[number] for number in ranked if _contradicts(telling, by_number[number], deniers, names)]


def _contradicts(telling: Telling, one: Statement, deniers: frozenset[str], names: frozenset[str]) -> bool:
    if not one.parties or one.parties & deniers:
        return False
    common, share = len(one.keys & telling.content_keys), overlap(one.keys, telling.content_keys)
    named = bool(one.keys & names)
    if not one.alleges:
        return share >= SAME_CONTENT and common >= (FEWEST_SHARED if named else FEWEST_QUOTED)
    if not _is_meant(one, deniers):
        return (named or _is_collective(one.accused)) and share >= SAME_CONTENT and common >= FEWEST_SHARED
    if one.accused and telling.denies and one.type == telling.denies:
        return True
    return share >= SAME_CONTENT and (bool(one.accused) or common >= FEWEST_SHARED)


def _dispute(story: Story, merged: MergedEvent, deniers: frozenset[str], asserted: Sequence[Statement]) -> Dispute:
    denied = tuple(sorted(set(merged.event.evidence)))
    parties = [DisputeParty(party, "denies", denied) for party in sorted(deniers)]
    parties += _asserting(story, asserted)
    return Dispute(content_id("dispute", merged.event.id), merged.event.id, tuple(parties), "disputes.denied")


def _asserting(story: Story, asserted: Sequence[Statement]) -> list[DisputeParty]:
    said: dict[str, set[Evidence]] = defaultdict(set)
    for one in asserted:
        for party in one.parties:
            said[party].add(story.evidence(one.index, one.start, one.end))
    return [DisputeParty(party, "asserts", tuple(sorted(said[party]))) for party in sorted(said)]


def _in_own_words(story: Story, statements: Statements, settled: set[tuple[int, str]]) -> list[Dispute]:
    """Disputes with one who denies without a verb of denying: `Tidak ada yang kami pecat`, `That is a lie`."""
    replies: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    denying = [one for one in statements.all if one.denying and one.parties][:MOST_OWN_WORDS]
    for one in denying:
        for other in _answered(one, statements):
            for party in sorted(one.parties & other.accused):
                if (other.number, party) not in settled:
                    replies[other.number, party].append(one)
    return [_own_dispute(story, statements.all[number], party, said) for (number, party), said in replies.items()]


def _answered(one: Statement, statements: Statements) -> list[Statement]:
    """The allegations against the speaker that his words take up: just before in his article, or of the same matter."""
    shared = Counter(other.number for key in sorted(one.matter) for other in statements.under.get(key, ()))
    ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    alike = [statements.all[number] for number in ranked]
    before = [
        other
        for other in statements.of_article[one.index]
        if one.untrue and other.end <= one.start and one.sentence - other.sentence <= 1
    ]
    return [
        other
        for other in (*before[-1:], *alike)
        if other.alleges
        and other.accused & one.parties
        and not other.parties & one.parties
        and other.parties
        and (other in before or overlap(one.matter, other.matter) >= SAME_CONTENT)
    ]


def _own_dispute(story: Story, alleged: Statement, party: str, said: Sequence[Statement]) -> Dispute:
    denied = tuple(sorted({story.evidence(one.index, one.start, one.end) for one in said}))
    about = "+".join(sorted(alleged.matter)) or alleged.type
    parties = (DisputeParty(party, "denies", denied), *_asserting(story, [alleged]))
    return Dispute(content_id("dispute", about, party, *denied), about, parties, "disputes.own-words")
