"""Where articles tell one happening in two ways: by others, as done and as planned, as done and as still ahead."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from semeja.compare.counting_sentences import words_of
from semeja.compare.events import MergedEvent
from semeja.compare.instants import earlier
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.tellings import SPEECH_ACTS, Telling
from semeja.compare.times import compatible
from semeja.compare.wording import content_keys
from semeja.lang import differing
from semeja.records.dossier import Conflict, Evidence
from semeja.records.story import Story
from semeja.text.similarity import dice

SAME_HAPPENING = 0.7
"""Dice over the keys of two clauses, what they differ in apart, from which they tell one happening."""
FEWEST_SHARED = 3
MOST_CANDIDATES = 20
"""Clauses with which one is compared, those that share most keys first: bounds the work in a large story."""
MOST_UNDER_A_KEY = 400
"""Clauses that are found by one key, the first of them: a key of more says little."""
MOST_TELLINGS = 3000
"""Clauses of a story that are compared, the first of them."""
DONE_BY_SAYING = SPEECH_ACTS - {"AGREE", "SUPPORT"}
"""Acts whose content may lie ahead while the act itself is done."""
ALIKE_KINDS = frozenset({"person", "organisation", "country"})
"""Kinds of entities of which two are never one by another name for both."""
_PLANS = ("planned", "possible", "bound")
_AGENTS = ("agent:police", "agent:army", "agent:rebels", "agent:residents", "agent:guards")


class Clause(msgspec.Struct, frozen=True):
    """A telling as it is compared: its words, the keys of what happened, how it is told, and who does it.

    `stage`: `done`, `ahead` (`akan`), `planned` (a plan, a possibility, a condition) or `denied`. `agents`: classes of
    those named by a plain noun before the verb.
    """

    number: int
    telling: Telling
    published: str
    keys: frozenset[str]
    stage: str
    again: bool
    agents: frozenset[str]
    evidence: Evidence


def telling_conflicts(story: Story, merged: Iterable[MergedEvent], parties: Mapping[str, str]) -> list[Conflict]:
    """Conflicts of kind `modality`, `tense` and `participants`; `parties`: whom an entity acts for."""
    tellings = sorted(
        (telling for event in merged for telling in event.tellings if not telling.in_title),
        key=lambda one: (one.index, one.coded.start, one.coded.end, one.coded.type),
    )[:MOST_TELLINGS]
    clauses = [_clause(story, number, telling) for number, telling in enumerate(tellings)]
    found: dict[str, Conflict] = {}
    for left, right in _pairs(clauses):
        kind = _kind(left, right, parties)
        if kind:
            sides = [make_side(one.evidence.text, (one.evidence,)) for one in (left, right)]
            conflict = make_conflict(kind, left.telling.coded.type, sides, "open", f"conflicts.{kind}")
            found.setdefault(conflict.id, conflict)
    return _once(list(found.values()))


def _once(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Of conflicts of one kind between the same sentences, the first: a clause may be coded twice."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for one in sorted(conflicts, key=lambda one: (one.kind, one.sides[0].evidence[0], one.id)):
        key = (one.kind, one.sides[0].articles, one.sides[1].articles, one.about)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept


def _clause(story: Story, number: int, telling: Telling) -> Clause:
    reading, coded = story.readings[telling.index], telling.coded
    text = story.articles[telling.index].text
    words = words_of(text[coded.start : coded.end])
    table = differing.load(reading.language)
    subject = words_of(text[coded.start : coded.trigger.start])
    markers = [word for group in ("ahead", "done", *_PLANS) for word in sorted(words & table.of(group))]
    keys = telling.clause_keys - frozenset(content_keys(" ".join(markers), reading.language))
    return Clause(
        number=number,
        telling=telling,
        published=(reading.published.value if reading.published else None) or "",
        keys=keys,
        stage=_stage(telling, words, table),
        again=not words.isdisjoint(table.of("again")),
        agents=frozenset(group for group in _AGENTS if subject & table.of(group)),
        evidence=story.evidence(telling.index, coded.start, coded.end),
    )


def _stage(telling: Telling, words: frozenset[str], table: differing.DifferingTables) -> str:
    coded = telling.coded
    if coded.polarity != "affirmed" or words & table.of("denied"):
        return "denied"
    if any(words & table.of(group) for group in _PLANS) or coded.modality in ("intended", "conditional"):
        return "planned"
    if words & table.of("ahead") or coded.modality == "future":
        return "ahead"
    return "done" if coded.modality == "actual" else "denied"


def _pairs(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Clauses of two articles that share most of what they tell."""
    under: dict[str, list[int]] = defaultdict(list)
    for one in clauses:
        shared = Counter(number for key in sorted(one.keys) for number in under[key][:MOST_UNDER_A_KEY])
        for number in sorted(shared, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]:
            other = clauses[number]
            if other.telling.index != one.telling.index and _share_enough(other, one):
                yield other, one
        for key in one.keys:
            under[key].append(one.number)


def _share_enough(left: Clause, right: Clause) -> bool:
    """The keys of a clause leave out its parties: who acts in both counts beside them."""
    shared = len(left.keys & right.keys)
    return shared + len(left.telling.actor_parties & right.telling.actor_parties) >= FEWEST_SHARED


def _kind(left: Clause, right: Clause, parties: Mapping[str, str]) -> str | None:
    """What they differ in; None when they tell two happenings, or nothing that cannot be true at once."""
    a, b = left.telling, right.telling
    if not compatible(*((one.date.value if one.date else None) for one in (a, b))) or left.again or right.again:
        return None
    if {left.stage, right.stage} in ({"done", "planned"}, {"done", "ahead"}):
        return _stages_differ(left, right)
    if left.stage == right.stage == "done" and a.coded.type == b.coded.type and a.coded.mode == b.coded.mode:
        return "participants" if _others(left, right, parties) else None
    return None


def _stages_differ(left: Clause, right: Clause) -> str | None:
    """A plan that is told before what became of it is an order in time; told at the same time or later, they differ."""
    done, ahead = (left, right) if left.stage == "done" else (right, left)
    a, b = done.telling, ahead.telling
    if DONE_BY_SAYING & {a.coded.type, b.coded.type} or a.attributed_to != b.attributed_to:
        return None
    if not done.published or not ahead.published or earlier(ahead.published, done.published):
        return None
    if not a.actor_parties or a.actor_parties != b.actor_parties or dice(left.keys, right.keys) < SAME_HAPPENING:
        return None
    return "modality" if ahead.stage == "planned" else "tense"


def _others(left: Clause, right: Clause, parties: Mapping[str, str]) -> bool:
    """Whether each names somebody whom the other does not, for one deed."""
    a, b = left.telling, right.telling
    if a.coded.type in SPEECH_ACTS or not (a.date and b.date) or a.attributed_to != b.attributed_to:
        return False
    apart = frozenset(a.actor + b.actor) | a.actor_parties | b.actor_parties
    agents = frozenset(key for one in (left, right) for group in one.agents for key in _keys_of(group))
    if dice(left.keys - apart - agents, right.keys - apart - agents) < SAME_HAPPENING:
        return False
    if left.agents and right.agents and not a.actor_parties & b.actor_parties - _groups(a, b):
        return not left.agents & right.agents
    mine, yours = _own(a, b, parties), _own(b, a, parties)
    return any(one.partition(":")[0] == other.partition(":")[0] for one in mine for other in yours)


def _groups(a: Telling, b: Telling) -> frozenset[str]:
    return frozenset(one for one in a.actor_parties | b.actor_parties if one.startswith("group:"))


def _keys_of(group: str) -> frozenset[str]:
    """The keys of all words for a class of agents, so that they do not count against two clauses."""
    return frozenset(
        key
        for code in ("id", "en")
        for word in sorted(differing.load(code).of(group))
        for key in content_keys(word, code)
    )


def _own(telling: Telling, other: Telling, parties: Mapping[str, str]) -> list[str]:
    """Those who act in the one clause, and in the other neither they nor who stands for them or they for."""
    theirs = {*other.actor, *other.recipient}
    stood_for = {parties[one] for one in theirs if one in parties}
    return [
        one
        for one in telling.actor
        if one.partition(":")[0] in ALIKE_KINDS
        and one not in theirs
        and parties.get(one, one) not in theirs
        and not (one in stood_for and one.partition(":")[0] != "person")
    ]
