"""Which of the articles' titles stands for the story, its main event, and a few cited lines."""

from collections import Counter
from collections.abc import Mapping

from semeja.compare.wording import content_stems
from semeja.records.dossier import Claim, Event, Evidence, SummaryLine
from semeja.records.story import Story

FEWEST_WORDS, MOST_WORDS = 6, 14
"""Titles of this length say what happened (field guide, section 7)."""
MOST_LINES = 5


def choose_title(story: Story, main: Event | None) -> tuple[Evidence | None, str | None]:
    """The title that covers most of what the bodies share; a title without a verb of the main event loses ties."""
    shared: Counter[str] = Counter()
    for index, reading in enumerate(story.readings):
        text = story.articles[index].text
        body = " ".join(text[one.start : one.end] for one in reading.sentences if one.zone == "body")
        shared.update(set(content_stems(body, reading.language)))
    best: tuple[tuple[float, str, int], Evidence] | None = None
    for index, reading in enumerate(story.readings):
        span = reading.structure.title
        if span is None:
            continue
        title = story.evidence(index, span.start, span.end)
        stems = set(content_stems(title.text, reading.language))
        fits = FEWEST_WORDS <= len(title.text.split()) <= MOST_WORDS
        named = set(main.articles) if main else set()
        score = sum(shared[stem] for stem in stems) / (len(stems) or 1) + fits + (reading.article in named)
        key = (score, title.article, -title.start)
        if best is None or key > best[0]:
            best = key, title
    return (best[1], "title.most-shared-words") if best else (None, None)


def choose_main_event(
    events: tuple[Event, ...], claims: Mapping[str, Claim], titles: set[tuple[str, int]]
) -> Event | None:
    """The event that most lineages tell; titles and concrete happenings decide between equals."""
    told = [event for event in events if event.modality == "actual" and event.polarity == "affirmed"]
    if not told:
        return None

    def weight(event: Event) -> tuple[int, int, int, int, str]:
        in_title = any((one.article, one.start) in titles for one in event.evidence)
        happening = event.type in ("CONSULT", "OCCUR", "ASSAULT", "PROTEST", "AGREE")
        return claims[event.id].support.lineages, happening, in_title, len(event.evidence), event.id

    return max(told, key=weight)


def summarise(
    story: Story, events: tuple[Event, ...], claims: Mapping[str, Claim], main: Event | None
) -> tuple[SummaryLine, ...]:
    """Up to `MOST_LINES` sentences of the articles, the main event first, then by lineages."""
    order = sorted(
        events,
        key=lambda event: (
            event is not main,
            -claims[event.id].support.lineages,
            -len(event.articles),
            event.evidence[0],
        ),
    )
    lines: list[SummaryLine] = []
    seen: set[tuple[str, int]] = set()
    for event in order:
        sentence = _clean_sentence(story, event)
        if sentence and (sentence.article, sentence.start) not in seen:
            seen.add((sentence.article, sentence.start))
            lines.append(SummaryLine(" ".join(sentence.text.split()), sentence, claims[event.id].id))
        if len(lines) == MOST_LINES:
            break
    return tuple(lines)


def _clean_sentence(story: Story, event: Event) -> Evidence | None:
    """A body sentence that tells the event and has no pronoun that points out of it and no removed range inside."""
    position = {article.id: index for index, article in enumerate(story.articles)}
    for place in event.evidence:
        index = position[place.article]
        reading = story.readings[index]
        for sentence in reading.sentences:
            if sentence.zone != "body" or not sentence.start <= place.start < sentence.end:
                continue
            dangling = any(
                mention.form in ("pronoun", "demonstrative") and sentence.start <= mention.start < sentence.end
                for mention in reading.mentions
            )
            cut = any(sentence.start < one.end and one.start < sentence.end for one in reading.removed)
            if not dangling and not cut:
                return story.evidence(index, sentence.start, sentence.end)
    return None
