"""Amounts of a story, and which of them count the same thing."""

from datetime import timedelta

from semeja.compare.content import Passages
from semeja.compare.counting_sentences import (
    CountingSentence,
    CountingSentences,
    counted_in_crowd,
    period_of,
    wanted_by,
)
from semeja.compare.counts import GROWING, Count, with_one_noun, without_parts
from semeja.compare.entities import Cast
from semeja.compare.times import day_range, to_time
from semeja.lang import differing, wording
from semeja.lang.pack import CODES
from semeja.records.dossier import DossierQuantity
from semeja.records.reading import Quantity, Reading
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.keys import fold

LOOK_AFTER = 40
"""Characters after a figure in which `di antaranya` makes it a part of the figure before."""
YEARS_BEFORE = 2
"""A count that holds so many years before the story is of another happening."""
DAYS_BEFORE = 14
"""What is counted anew while a happening goes on is of another one when it is dated so many days before the story."""


def collect_quantities(story: Story, cast: Cast) -> tuple[Count, ...]:
    """Every quantity of the story in order of article and place."""
    passages = Passages(story, cast)
    first = _first_day(story)
    counts: list[Count] = []
    for index, reading in enumerate(story.readings):
        told = (reading.published.value if reading.published else None) or ""
        sentences, held, found = CountingSentences(story, index), "", []
        for one in reading.quantities:
            count = _count(story, cast, passages, index, one, sentences.of(one), held, told, first)
            held = count.held
            found.append(count)
        counts += without_parts(story.articles[index].text, reading, found)
    return with_one_noun(counts)


def _count(
    story: Story,
    cast: Cast,
    passages: Passages,
    index: int,
    one: Quantity,
    where: CountingSentence | None,
    held: str,
    told: str,
    first: str,
) -> Count:
    reading = story.readings[index]
    quantity = _quantity(story, cast, index, one)
    stated = (quantity.as_of.value if quantity.as_of else None) or ""
    wanted = wanted_by(one, where)
    counts, span = counted_in_crowd(one, where), period_of(one, where)
    period = (span.value or "") if span else ""
    past = _is_past(period or stated, first) or (where is not None and _is_former(one, counts, where, first))
    as_of = quantity.as_of or (to_time(story, index, span) if span and counts not in GROWING else None)
    return Count(
        quantity=quantity,
        counts=counts,
        held=stated or held,
        told=told,
        period=period,
        as_of=as_of,
        parties=cast.parties_of(cast.of(reading.article, wanted) if wanted else quantity.attributed_to),
        keys=_context(passages, reading, index, one),
        wanted=wanted is not None,
        revised=bool(reading.corrections) or (where is not None and where.has("revised")),
        changed=where is not None and where.has("changed"),
        comparable=not (_is_part(story, index, one) or past or wanted == ()),
    )


def _quantity(story: Story, cast: Cast, index: int, one: Quantity) -> DossierQuantity:
    reading = story.readings[index]
    return DossierQuantity(
        id=content_id("quantity", reading.article, one.start, one.end),
        article=reading.article,
        low=_number(one.low),
        high=_number(one.high),
        modifier=one.modifier,  # type: ignore[arg-type]
        unit=one.unit,
        of=one.of,
        about=cast.of(reading.article, one.about),
        as_of=to_time(story, index, reading.times[one.as_of]) if one.as_of is not None else None,
        attributed_to=cast.of(reading.article, one.attributed_to),
        evidence=story.evidence(index, one.start, one.end),
        rule=one.rule,
    )


def _number(value: float | None) -> int | float | None:
    """Whole numbers as integers, so that JSON shows 100000 and not 100000.0."""
    return int(value) if value is not None and value == int(value) else value


def _context(passages: Passages, reading: Reading, index: int, one: Quantity) -> frozenset[str]:
    """Keys of the sentence around the figure, without those of the figure itself."""
    at = reading.sentence_at(one.start)
    if at < 0:
        return frozenset()
    sentence = reading.sentences[at]
    return passages.keys(index, sentence.start, sentence.end) - passages.keys(index, one.start, one.end)


def _is_part(story: Story, index: int, one: Quantity) -> bool:
    """`dua di antaranya`: a part of the figure before it."""
    language = story.readings[index].language
    if language not in CODES:
        return False
    after = fold(story.articles[index].text[one.end : one.end + LOOK_AFTER])
    return after.startswith(wording.load(language).parts)


def _first_day(story: Story) -> str:
    """The first day on which an article of the story was published; empty when none tells."""
    told = [reading.published.value[:10] for reading in story.readings if reading.published and reading.published.value]
    return min((one for one in told if len(one) == 10), default="")


def _is_past(held: str, first: str) -> bool:
    """Whether the count is of years before the story."""
    days, begins = day_range(held), day_range(first)
    return days is not None and begins is not None and begins[0].year - days[1].year >= YEARS_BEFORE


def _is_former(one: Quantity, counts: str | None, where: CountingSentence, first: str) -> bool:
    """Whether the sentence gives the figure as an earlier one: of another happening, or from which a change began."""
    before = where.before(one.start)
    table = differing.load(where.language)
    if where.years and first and max(where.years) <= int(first[:4]) - YEARS_BEFORE:
        return True
    if counts not in GROWING and period_of(one, where):
        return False
    if counts not in GROWING:
        return _is_changed_from(one, where) or not before.isdisjoint(table.of("former"))
    if where.has("similar"):
        return True
    time, begins = where.nearest_time(one), day_range(first)
    days = day_range(time.value) if time else None
    if days is None or begins is None or not before.isdisjoint(table.of("since")):
        return False
    return days[1] < begins[0] - timedelta(DAYS_BEFORE)


def _is_changed_from(one: Quantity, where: CountingSentence) -> bool:
    """`dari 3 persen menjadi`, `up from 3 percent`: where a change began."""
    end = one.start - where.sentence.start
    head = where.text[max(0, end - LOOK_AFTER) : end].split()
    return bool(head) and head[-1].casefold() in ("dari", "from", "daripada") and where.has("turned")
