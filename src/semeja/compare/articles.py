"""How an article stands in the dossier: outlet, title, times, furniture, what was skipped, signs of translation."""

from msgspec.structs import replace

from semeja.compare.decided_outlets import decided_owner
from semeja.compare.outlets import outlet_of
from semeja.compare.times import day_range, to_time
from semeja.compare.translations import describe_translation
from semeja.lang import overview
from semeja.lang.pack import CODES
from semeja.records.dossier import DossierArticle, Evidence, Outlet, RemovedRange, Time
from semeja.records.reading import TimeExpression
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.keys import fold

DAY = len("2022-01-21")
"""Characters of an ISO value that tells a day."""


def describe(story: Story, index: int) -> DossierArticle:
    """`articles[]` of the contract for the article at `index`."""
    article, reading = story.articles[index], story.readings[index]
    structure = reading.structure

    def place(span: Span | None) -> Evidence | None:
        return story.evidence(index, span.start, span.end) if span else None

    return DossierArticle(
        id=article.id,
        source=article.source,
        outlet=_outlet(story, index),
        url=article.url,
        title=place(structure.title),
        published=to_time(story, index, reading.published) if reading.published else None,
        stands_at=_stands_at(story, index),
        language=reading.language,
        dateline=place(structure.dateline),
        byline=place(structure.byline),
        editor=place(structure.editor),
        text=article.text,
        text_sha256=article.text_sha256,
        length=len(article.text),
        removed=tuple(RemovedRange(one.start, one.end, one.reason) for one in reading.removed),  # type: ignore[arg-type]
        translation=describe_translation(story, index),
    )


def _outlet(story: Story, index: int) -> Outlet | None:
    """The outlet, with the owner that a person decided where one did."""
    outlet = outlet_of(story.articles[index], story.readings[index])
    owner = decided_owner(story.decisions, outlet)
    return replace(outlet, group=owner) if outlet and owner else outlet


def _stands_at(story: Story, index: int) -> Time | None:
    """The moment from which the article is told: its publication, else the latest day of what it reports.

    A day of which a sentence says what is to come is ahead of that moment; it counts only where there is no other.
    """
    reading = story.readings[index]
    if reading.published:
        return to_time(story, index, reading.published)
    dated = [time for time in reading.times if time.role == "event" and day_range(time.value) and not time.modifier]
    days = [time for time in dated if len(time.value or "") >= DAY]
    past = [time for time in days if not _is_ahead(story, index, time)]
    latest = max(past or days or dated, key=lambda time: ((time.value or "")[:DAY], -time.start), default=None)
    return to_time(story, index, latest) if latest else None


def _is_ahead(story: Story, index: int, time: TimeExpression) -> bool:
    """Whether the sentence of a time has a word for what is to come."""
    reading = story.readings[index]
    at = reading.sentence_at(time.start)
    if at < 0 or reading.language not in CODES:
        return False
    sentence = reading.sentences[at]
    words = fold(story.articles[index].text[sentence.start : sentence.end]).split()
    return not overview.load(reading.language).ahead.isdisjoint(words)
