"""A few cited lines that tell the story: sentences of the articles, shortened, weighted by independent chains."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.newest_figures import Figures
from semeja.compare.sentence_cuts import shorten
from semeja.compare.standing_alone import has_passing_day
from semeja.compare.titles import dominant_language
from semeja.compare.untimed_keys import untimed_keys
from semeja.records.dossier import Claim, DossierQuantity, Event, Evidence, SummaryLine
from semeja.records.reading import Sentence
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.similarity import dice, overlap

FEWEST_LINES, MOST_LINES = 3, 7
"""Lines of a summary, where the articles have as many that can stand by themselves."""
USUAL_LINES = 5
"""Lines up to which what a single chain tells is taken in; beyond it only what several tell."""
SAME_LINE = 0.6
"""Share of the shorter line's keys from which two lines say the same."""
SAME_EVENT_LINE = 0.3
"""The same where both tell events of one type between the same parties."""
MOST_PLACES = 24
"""Places of one event that are tried as its line, in the order of the story: copies add nothing."""
MOST_TOPICS = 120
"""Events and figures that are tried, those of most chains first: a summary of seven lines needs no more."""
QUOTATION_MARKS = "\"“”'‘"
FEW_KEYS = 4
"""Keys that a line must have before their share of what others say counts in full: short ones say little."""
PART_OF_NAME = 0.5
"""What a name in part, or a passing day (`hari ini`), takes from the worth of a line."""
BEST_LENGTH = 32
"""Words up to which a line is short enough."""
SAME_OTHER_TYPE = 0.85
"""Likeness (Dice) of two lines that tell acts of two types from which they still say the same."""
WEIGHT, FIGURE, PLANNED, ALIKE = {"actual": 4, "historical": 0}, 3, 2, 1
"""What happened lately stands before figures, these before plans and wishes, then what is only said alike, and what
happened long ago comes last."""
SAID_ALIKE, FEWEST_SHARED = 0.5, 4
"""Likeness (Dice) of two sentences of two chains that say the same, and the keys that they must share."""
MOST_ARTICLES, FIRST_SENTENCES, MOST_SHARING = 60, 20, 60
"""Articles, sentences of each and sentences that share a key which are looked through for what is said alike."""


class Topic(msgspec.Struct, frozen=True):
    """What a line could tell, with its places: an event or a figure (`event` None) with its claim, or what several
    chains say in much the same words (no claim), and how many chains tell of it."""

    evidence: tuple[Evidence, ...]
    claim: Claim | None
    event: Event | None
    chains: int
    weight: int


class Candidate(msgspec.Struct, frozen=True):
    """A line that could be in the summary, its keys, and what it tells."""

    line: SummaryLine
    keys: frozenset[str]
    topic: Topic
    language: str | None


def summarise(
    story: Story,
    events: Iterable[Event],
    quantities: tuple[DossierQuantity, ...],
    claims: Iterable[Claim],
    main: Event | None,
    figures: Figures,
    lineage_of: Mapping[str, int],
) -> tuple[SummaryLine, ...]:
    """The main event's line first, then those of what most chains tell; no two say the same.

    A line with a figure that a later one replaced, or that was corrected, is never taken; somebody's own words,
    or one in another language than most articles have, only where there are too few others.
    """
    language = dominant_language(story)
    known = _topics(events, quantities, tuple(claims), figures)
    known += _said_alike(story, lineage_of) + _leads(story)
    topics = sorted(known, key=lambda one: _rank(one, main))
    topics = topics[:MOST_TOPICS]
    lines: list[Candidate] = []
    for fits in (_is_own_prose, _is_own, _is_any):
        for topic in topics if fits is _is_own_prose or len(lines) < FEWEST_LINES else ():
            lone = topic.chains < 2 and (topic.event is None or topic.event is not main)
            if len(lines) < (FEWEST_LINES if not topic.chains else USUAL_LINES if lone else MOST_LINES):
                found = _best_line(story, topic, figures.stale, language)
                if found and fits(found, language) and not any(_same(found, other) for other in lines):
                    lines.append(found)
    return tuple(one.line for one in lines)


def _is_own_prose(found: Candidate, language: str | None) -> bool:
    """In the language of most articles, and not somebody's own words."""
    return found.language == language and found.line.text[:1] not in QUOTATION_MARKS


def _is_own(found: Candidate, language: str | None) -> bool:
    return found.language == language


def _is_any(found: Candidate, language: str | None) -> bool:
    return bool(found.line.text) or language is None


def _topics(
    events: Iterable[Event],
    quantities: Iterable[DossierQuantity],
    claims: tuple[Claim, ...],
    figures: Figures,
) -> list[Topic]:
    """Every event, and of the people who were counted the newest figure: all who told an older one told of it."""
    by_ref = {ref: claim for claim in claims for ref in claim.ref}
    topics = [
        Topic(event.evidence, claim, event, claim.support.lineages, WEIGHT.get(event.modality, PLANNED))
        for event in events
        if (claim := by_ref[event.id])
    ]
    counted = {one.id for one in quantities if one.unit == "person" and one.of}
    for claim in claims:
        if claim.kind == "quantity" and claim.ref[0] in counted:
            told = max((figures.told[one] for one in claim.evidence if one in figures.told), default=0)
            topics.append(Topic(claim.evidence, claim, None, max(claim.support.lineages, min(told, 2)), FIGURE))
    return topics


def _leads(story: Story) -> list[Topic]:
    """The first sentences of the articles, for a story of which too little is coded."""
    return [
        Topic((story.evidence(index, one.start, one.end),), None, None, 0, 0)
        for index, reading in enumerate(story.readings[:MOST_ARTICLES])
        for one in [sentence for sentence in reading.sentences if sentence.zone == "body"][:FEWEST_LINES]
    ]


def _said_alike(story: Story, lineage_of: Mapping[str, int]) -> list[Topic]:
    """Sentences most of whose words stand in one sentence of another chain: what they tell need not be coded."""
    sentences: list[tuple[Evidence, frozenset[str], int]] = []
    under: dict[str, list[int]] = defaultdict(list)
    for index, reading in enumerate(story.readings[:MOST_ARTICLES]):
        for one in [sentence for sentence in reading.sentences if sentence.zone == "body"][:FIRST_SENTENCES]:
            evidence = story.evidence(index, one.start, one.end)
            keys = untimed_keys(reading, evidence, " ".join(evidence.text.split()))
            for key in sorted(keys):
                under[key].append(len(sentences))
            sentences.append((evidence, keys, lineage_of.get(reading.article, -1)))
    found = []
    for evidence, keys, chain in sentences:
        near = Counter(other for key in sorted(keys) for other in under[key][:MOST_SHARING])
        alike = [
            other
            for other, shared in near.items()
            if sentences[other][2] != chain
            and shared >= FEWEST_SHARED
            and dice(keys, sentences[other][1]) >= SAID_ALIKE
        ]
        if alike:
            places = tuple(sorted({evidence, *(sentences[other][0] for other in alike)}))
            found.append(Topic(places, None, None, 1, ALIKE))
    return found


def _rank(topic: Topic, main: Event | None) -> tuple[object, ...]:
    """By chains; of equals what happened before figures and plans, then by articles, then in the order of the texts."""
    return (
        main is None or topic.event is not main,
        -topic.chains,
        -topic.weight,
        -len({one.article for one in topic.evidence}),
        topic.evidence,
        topic.claim.id if topic.claim else "",
    )


def _best_line(story: Story, topic: Topic, stale: frozenset[Evidence], language: str | None) -> Candidate | None:
    """Of the sentences that tell a topic the one that makes the best line: in the language of most articles, not too
    long, with most of what the other ones say, persons by their whole names, early in its article."""
    position = {article.id: index for index, article in enumerate(story.articles)}
    found: list[tuple[int, Candidate]] = []
    for place in topic.evidence[:MOST_PLACES]:
        index = position[place.article]
        reading = story.readings[index]
        at = reading.sentence_at(place.start)
        sentence = reading.sentences[at] if at >= 0 else None
        if sentence is None or sentence.end < place.start or _has_stale(place.article, sentence, stale):
            continue
        text = shorten(
            story,
            index,
            at,
            topic.claim is not None and topic.claim.grade == "C1",
            (Span(place.start, place.start + 1),),
        )
        if text:
            evidence = story.evidence(index, sentence.start, sentence.end)
            keys = untimed_keys(reading, evidence, text)
            found.append(
                (
                    at,
                    Candidate(
                        SummaryLine(text, evidence, topic.claim.id if topic.claim else None),
                        keys,
                        topic,
                        reading.language,
                    ),
                )
            )
    shared = Counter(key for _, one in found for key in one.keys)

    def worth(item: tuple[int, Candidate]) -> tuple[bool, bool, float, int, str]:
        at, one = item
        index = position[one.line.evidence.article]
        own = story.readings[index].language == language
        common = sum(shared[key] for key in one.keys) / (len(one.keys) + FEW_KEYS)
        vague = (
            (one.line.text[:1] in QUOTATION_MARKS)
            + _names_in_part(story, index, one.line.evidence)
            + PART_OF_NAME * has_passing_day(one.line.text, language)
        )
        return own, len(one.line.text.split()) <= BEST_LENGTH, common - vague, -at, one.line.evidence.article

    return max(found, key=worth)[1] if found else None


def _names_in_part(story: Story, index: int, evidence: Evidence) -> float:
    """What speaks against a line that calls a person by a part of the name alone, which the line has nowhere whole."""
    reading = story.readings[index]
    names = {one.id: one.name for one in reading.cast if one.kind == "person"}
    called: dict[str, int] = {}
    for one in reading.mentions:
        if one.form == "name" and evidence.start <= one.start and one.end <= evidence.end:
            for who in one.entities:
                called[who] = max(called.get(who, 0), one.head_end - one.head_start)
    return PART_OF_NAME * any(" " in names.get(who, "") and size < len(names[who]) for who, size in called.items())


def _has_stale(article: str, sentence: Sentence, stale: frozenset[Evidence]) -> bool:
    return any(one.article == article and sentence.start <= one.start < sentence.end for one in stale)


def _same(left: Candidate, right: Candidate) -> bool:
    """Whether two lines say the same: one sentence, or most words; fewer where they tell one kind of act between the
    same parties, more where they tell two kinds: those share the names of the story."""
    if left.line.evidence == right.line.evidence:
        return True
    a, b = left.topic.event, right.topic.event
    if a is None or b is None:
        one_kind = a is None and b is None
        return (overlap if one_kind else dice)(left.keys, right.keys) >= SAME_LINE
    if a.polarity != b.polarity:
        return overlap(left.keys, right.keys) >= SAME_LINE
    if a.type != b.type:
        return dice(left.keys, right.keys) >= SAME_OTHER_TYPE
    alike = set(a.actor) == set(b.actor) and set(a.recipient) == set(b.recipient)
    return overlap(left.keys, right.keys) >= (SAME_EVENT_LINE if alike else SAME_LINE)
