"""Which of the articles' titles stands for the story, its main event, and a few cited lines."""

from collections import Counter
from collections.abc import Mapping

from semeja.compare.times import day_range
from semeja.compare.wording import content_keys
from semeja.lang import wording
from semeja.lang.pack import CODES
from semeja.records.dossier import Claim, Event, Evidence, SummaryLine
from semeja.records.reading import Sentence
from semeja.records.story import Story
from semeja.text.keys import fold
from semeja.text.similarity import overlap

FEWEST_WORDS, MOST_WORDS = 6, 14
"""Titles of this length say what happened (field guide, section 7)."""
MOST_LINES = 5
SAME_LINE = 0.6
"""Share of the shorter sentence's keys from which two summary lines say the same."""
HEADING_MARKS = "# \t"
FRESH = 4
"""Days before the newest dated event in which a main event lies: what is older is background."""
HAPPENING = frozenset({"CONSULT", "OCCUR", "ASSAULT", "PROTEST", "AGREE"})
"""Types that make news by themselves; the others answer something."""
HAPPENING_WEIGHT = 2
"""Lineages for which a happening counts more than an answer."""


def choose_title(story: Story, main: Event | None) -> tuple[Evidence | None, str | None]:
    """The title that covers most of what the bodies share; one of an article that tells the main event wins ties."""
    shared: Counter[str] = Counter()
    for index, reading in enumerate(story.readings):
        text = story.articles[index].text
        body = " ".join(text[one.start : one.end] for one in reading.sentences if one.zone == "body")
        shared.update(set(content_keys(body, reading.language)))
    named = set(main.articles) if main else set()
    best: tuple[tuple[float, str, int], Evidence] | None = None
    for index, reading in enumerate(story.readings):
        title = _title(story, index)
        if title is None:
            continue
        keys = set(content_keys(title.text, reading.language))
        fits = FEWEST_WORDS <= len(title.text.split()) <= MOST_WORDS
        score = sum(shared[key] for key in sorted(keys)) / (len(keys) or 1) + fits + (reading.article in named)
        rank = (score, title.article, -title.start)
        if best is None or rank > best[0]:
            best = rank, title
    return (best[1], "title.most-shared-words") if best else (None, None)


def _title(story: Story, index: int) -> Evidence | None:
    """The title without the marks of a Markdown heading."""
    span = story.readings[index].structure.title
    if span is None:
        return None
    text = span.of(story.articles[index].text)
    start = span.start + len(text) - len(text.lstrip(HEADING_MARKS))
    return story.evidence(index, start, span.end) if start < span.end else None


def choose_main_event(
    events: tuple[Event, ...], claims: Mapping[str, Claim], titles: set[tuple[str, int]]
) -> Event | None:
    """The event of these days that most lineages tell; a happening counts more, and headlines decide between equals."""
    told = [event for event in events if event.modality == "actual" and event.polarity == "affirmed"]
    dated = sorted(event.date.value for event in told if event.date and event.date.value)
    newest = day_range(dated[-1]) if dated else None

    def weight(event: Event) -> tuple[bool, int, bool, int, str]:
        days = day_range(event.date.value) if event.date else None
        fresh = not days or not newest or (newest[0] - days[1]).days <= FRESH
        lineages = claims[event.id].support.lineages + (HAPPENING_WEIGHT if event.type in HAPPENING else 0)
        in_title = any((one.article, one.start) in titles for one in event.evidence)
        return fresh, lineages, in_title, len(event.evidence), event.id

    return max(told, key=weight, default=None)


def summarise(
    story: Story, events: tuple[Event, ...], claims: Mapping[str, Claim], main: Event | None
) -> tuple[SummaryLine, ...]:
    """Up to `MOST_LINES` sentences of the articles, the main event first, then by lineages; no two say the same."""
    order = sorted(
        events,
        key=lambda event: (
            event is not main,
            -claims[event.id].support.lineages,
            -len(event.articles),
            event.evidence[0],
        ),
    )
    languages = {reading.article: reading.language for reading in story.readings}
    lines: list[SummaryLine] = []
    said: list[frozenset[str]] = []
    for event in order:
        sentence = _clean_sentence(story, event)
        keys = frozenset(content_keys(sentence.text, languages[sentence.article])) if sentence else frozenset()
        if sentence and not any(overlap(keys, other) >= SAME_LINE for other in said):
            said.append(keys)
            lines.append(SummaryLine(" ".join(sentence.text.split()), sentence, claims[event.id].id))
        if len(lines) == MOST_LINES:
            break
    return tuple(lines)


def _clean_sentence(story: Story, event: Event) -> Evidence | None:
    """A body sentence that tells the event, points at nothing outside it and has no removed range inside."""
    position = {article.id: index for index, article in enumerate(story.articles)}
    for place in event.evidence:
        index = position[place.article]
        reading = story.readings[index]
        at = reading.sentence_at(place.start)
        sentence = reading.sentences[at] if at >= 0 else None
        if sentence is None or sentence.zone != "body" or sentence.end < place.start:
            continue
        cut = any(sentence.start < one.end and one.start < sentence.end for one in reading.removed)
        if not cut and not _points_outside(story, index, sentence):
            return story.evidence(index, sentence.start, sentence.end)
    return None


def _points_outside(story: Story, index: int, sentence: Sentence) -> bool:
    """Whether a pronoun, a demonstrative or a word like `tersebut` takes up what stands before the sentence."""
    reading = story.readings[index]
    if any(
        mention.form in ("pronoun", "demonstrative") and sentence.start <= mention.start < sentence.end
        for mention in reading.mentions
    ):
        return True
    words = set(fold(story.articles[index].text[sentence.start : sentence.end]).replace(".", " ").split())
    return reading.language in CODES and bool(words & wording.load(reading.language).pointers)
