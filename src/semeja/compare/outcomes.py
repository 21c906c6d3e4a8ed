"""What became of what was promised, threatened, planned or asked: later articles that report it done, or not done."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

import msgspec

from semeja.compare.acts import Draft
from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.history import FINAL, Finding, articles_in_time, told_at
from semeja.compare.same_event import HAPPENED, SAME_CONTENT
from semeja.compare.tellings import SPEECH_ACTS, Telling
from semeja.compare.times import day_range
from semeja.compare.wording import content_keys, senses_of, words_in
from semeja.lang import wording
from semeja.lang.pack import CODES, load_pack
from semeja.lang.table import column
from semeja.read.events.predicates import HOSTILE
from semeja.records.reading import Sentence
from semeja.records.story import Story

OWN_DEEDS = frozenset({"commitment", "threat", "next_step"})
"""Acts whose party does what they say; demands and requests are met by the one who was asked."""
ASKED = frozenset({"demand", "request"})
ENOUGH = 0.75
"""Share of the content's keys that a report must hold: a promise comes true as a whole."""
FEWEST_KEYS = 2
"""Keys below which a content says too little to find it again in a sentence that no event was coded in."""
MOST_CANDIDATES = 24
_OPEN = frozenset({"future", "plan", "modal", "must", "cond", "hope", "fear", "predict", "try"})
"""Roles of words under which a sentence tells nothing that has happened."""
_WORD = re.compile(r"[^\W\d_]+")


class Report(msgspec.Struct, frozen=True):
    """A passage that may tell how it ended. `days`: those that it names; `type`: of the event that is coded there.
    `revoking`: keys of the words that say that something was taken back."""

    index: int
    start: int
    end: int
    keys: frozenset[str]
    parties: frozenset[str]
    days: tuple[date, ...]
    status: str
    type: str = ""
    revoking: frozenset[str] = frozenset()


def outcomes_of(story: Story, cast: Cast, drafts: Sequence[Draft], tellings: Iterable[Telling]) -> dict[str, Finding]:
    """Id of an entry -> what became of it, for those of which a later article tells it."""
    watched = [draft for draft in drafts if draft.item.act in OWN_DEEDS | ASKED]
    order = articles_in_time(story)
    if not watched or not any(order):
        return {}
    doers = frozenset().union(*(_doers(draft) for draft in watched))
    tellings = tuple(tellings)
    reports = [*_coded(story, tellings), *_written(story, cast, tellings, doers)]
    under: dict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for key in sorted(report.keys | {report.type}):
            under[key].append(number)
    passages = Passages(story, cast)
    found = {}
    for draft in watched:
        outcome = _outcome(story, order, draft, _needed(story, passages, draft), reports, under)
        if outcome is not None:
            found[draft.item.id] = outcome
    return found


def _doers(draft: Draft) -> frozenset[str]:
    return frozenset(draft.item.counterpart if draft.item.act in ASKED else (draft.item.party,))


def _needed(story: Story, passages: Passages, draft: Draft) -> frozenset[str]:
    """Keys of the fullest content up to its first relative clause, which only tells which one is meant.

    Figures are left out: who pays is not always said to pay how much.
    """
    contents = (_core(story, passages, one) for one in draft.tellings)
    return max(contents, key=lambda keys: (len(keys), sorted(keys)))


def _core(story: Story, passages: Passages, telling: Telling) -> frozenset[str]:
    content, keys = telling.coded.content, telling.content_keys
    if content is not None:
        text = story.articles[telling.index].text
        opening = _relative(story.readings[telling.index].language)
        cut = opening.search(text, content.start, content.end) if opening else None
        if cut is not None:
            parties = telling.actor_parties | telling.recipient_parties
            main = passages.keys_without_times(telling.index, content.start, cut.start(), parties)
            keys = main if len(main) >= FEWEST_KEYS else keys
    return frozenset(key for key in keys if not key.isdigit())


@cache
def _relative(language: str | None) -> re.Pattern[str] | None:
    """The words that open a relative clause."""
    if language not in CODES:
        return None
    words = {word.strip() for cell in column(language, "operators", "relative") for word in cell.split(",")}
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(words))})\b", re.IGNORECASE)


def _coded(story: Story, tellings: Iterable[Telling]) -> Iterator[Report]:
    """Deeds that an article tells as done."""
    for one in tellings:
        coded = one.coded
        if coded.type not in SPEECH_ACTS and coded.polarity == "affirmed" and coded.modality in HAPPENED:
            days = day_range(one.date.value) if one.date else None
            parties = one.actor_parties | (one.recipient_parties if coded.type == "CONSULT" else frozenset())
            keys = one.clause_keys | _senses(story, one.index, coded.start, coded.end)
            yield Report(one.index, coded.start, coded.end, keys, parties, days or (), "fulfilled", coded.type)


def _written(story: Story, cast: Cast, tellings: Iterable[Telling], doers: frozenset[str]) -> Iterator[Report]:
    """Sentences with a word of completion or failure that name a doer and say nothing that is still to come."""
    passages = Passages(story, cast)
    said = {(one.index, one.coded.sentence) for one in tellings if one.coded.act}
    for index, reading in enumerate(story.readings):
        named: dict[int, set[str]] = defaultdict(set)
        for mention in reading.mentions:
            for party in cast.parties_of(cast.of(reading.article, mention.entities)) & doers:
                named[mention.start].add(party)
        starts = sorted(named)
        for number, sentence in enumerate(reading.sentences):
            inside = [start for start in starts if sentence.start <= start < sentence.end]
            status = _status_told(story, index, sentence) if inside and (index, number) not in said else None
            if status is not None:
                parties = frozenset[str]().union(*(named[start] for start in inside))
                keys = passages.keys(index, sentence.start, sentence.end, parties)
                keys |= _senses(story, index, sentence.start, sentence.end)
                days, revoking = _days(story, index, sentence), _revoking(story, index, sentence)
                yield Report(index, sentence.start, sentence.end, keys, parties, days, status, revoking=revoking)


def _senses(story: Story, index: int, start: int, end: int) -> frozenset[str]:
    """All that the words of a report may mean: `on strike` is what `threatened to strike` says."""
    text, language = story.articles[index].text, story.readings[index].language
    return frozenset(sense for *_, word in words_in(text, start, end) for sense in senses_of(word, language))


def _words(story: Story, index: int, sentence: Sentence) -> set[str]:
    text = story.articles[index].text[sentence.start : sentence.end]
    return {one.group().casefold() for one in _WORD.finditer(text)}


def _revoking(story: Story, index: int, sentence: Sentence) -> frozenset[str]:
    language = story.readings[index].language or ""
    said = _words(story, index, sentence) & wording.load(language).revoked
    return frozenset(key for word in said for key in content_keys(word, language))


def _status_told(story: Story, index: int, sentence: Sentence) -> str | None:
    """Whether a sentence tells that something is done, is not done, or was taken back; None: nothing of it."""
    language = story.readings[index].language
    if language not in CODES:
        return None
    words = _words(story, index, sentence)
    tables, known = wording.load(language), load_pack(language, models=False).coding.words
    if words & tables.revoked and not words & tables.undone:
        return "withdrawn"
    if any(not known[word].roles.isdisjoint(_OPEN) for word in words if word in known):
        return None
    if words & tables.undone:
        return "missed"
    return "fulfilled" if words & tables.done else None


def _days(story: Story, index: int, sentence: Sentence) -> tuple[date, ...]:
    inside = (one for one in story.readings[index].times if sentence.start <= one.start < sentence.end)
    return tuple(day for one in inside if one.role == "event" and (days := day_range(one.value)) for day in days)


def _outcome(
    story: Story,
    order: Sequence[int],
    draft: Draft,
    needed: frozenset[str],
    reports: Sequence[Report],
    under: dict[str, list[int]],
) -> Finding | None:
    """The first report, in order of time, that tells it done; else the first that tells it undone after its day."""
    first = min(draft.tellings, key=lambda one: (order[one.index], one.index, one.coded.start))
    meets = draft.item.act == "next_step"
    shared = Counter(number for key in ({"CONSULT"} if meets else needed) for number in under.get(key, ()))
    ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    later = sorted(
        (reports[number] for number in ranked if order[reports[number].index] > order[first.index]),
        key=lambda one: (order[one.index], one.index, one.start, one.end),
    )
    told = day_range(told_at(story, first.index))
    for status in FINAL:
        for report in later:
            if report.status != status or not _concerns(draft, needed, report, told[0] if told else None):
                continue
            if status == "missed" and not (draft.item.act == "commitment" and _is_overdue(story, draft, report)):
                continue
            if status == "withdrawn" and (draft.item.act in ASKED or not report.revoking.isdisjoint(needed)):
                continue
            evidence = story.evidence(report.index, report.start, report.end)
            return Finding(status, draft.item.party, report.index, evidence)
    return None


def _concerns(draft: Draft, needed: frozenset[str], report: Report, told: date | None) -> bool:
    """Whether a report tells of this very thing: its doer, its content, its kind of deed, no day before it was said."""
    if report.days and told and max(report.days) < told:
        return False
    if draft.item.act == "next_step":
        return _is_that_meeting(draft, report, told)
    if _doers(draft).isdisjoint(report.parties) or not needed:
        return False
    if report.type and (report.type in HOSTILE) is not (draft.item.act == "threat"):
        return False
    share = len(needed & report.keys) / len(needed)
    if report.status == "withdrawn":
        return share >= SAME_CONTENT
    return share >= ENOUGH and (bool(report.type) or len(needed) >= FEWEST_KEYS)


def _is_that_meeting(draft: Draft, report: Report, told: date | None) -> bool:
    """A meeting of the same parties on a later day than that on which it was announced, and not before it was due."""
    due = day_range(draft.item.deadline.value) if draft.item.deadline else None
    both = {draft.item.party, *draft.item.counterpart}
    if report.type != "CONSULT" or not both <= report.parties or not report.days or not told:
        return False
    return max(report.days) > told and not (due and max(report.days) < due[0])


def _is_overdue(story: Story, draft: Draft, report: Report) -> bool:
    due = day_range(draft.item.deadline.value) if draft.item.deadline else None
    now = day_range(told_at(story, report.index))
    return bool(due and now and due[1] < now[1])
