"""Amounts of a story, and which of them count the same thing."""

from collections import defaultdict

import msgspec

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.times import day_range, to_time
from semeja.lang import wording
from semeja.lang.pack import CODES
from semeja.records.dossier import DossierQuantity
from semeja.records.reading import Quantity, Reading
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.keys import fold

LOOK_AFTER = 40
"""Characters after a figure in which `di antaranya` makes it a part of the figure before."""
WISHES = frozenset({"REQUEST", "REJECT", "THREATEN"})
"""Events whose content is wanted, refused or threatened, not told."""
YEARS_BEFORE = 2
"""A count that holds so many years before the story is of another happening."""


class Count(msgspec.Struct, frozen=True):
    """A quantity with what its series needs to know.

    `moment`: when the count held, as stated for it, else for the count before it in its article, else the article's
    publication, else empty. `stated`: the text says so. `parties`: whose word it is. `keys`: what its sentence speaks
    of. `comparable`: it counts the whole, now.
    """

    quantity: DossierQuantity
    moment: str
    stated: bool
    parties: frozenset[str]
    keys: frozenset[str]
    comparable: bool


def collect_quantities(story: Story, cast: Cast) -> tuple[Count, ...]:
    """Every quantity of the story in order of article and place."""
    passages = Passages(story, cast)
    counts: list[Count] = []
    for index, reading in enumerate(story.readings):
        published = (reading.published.value if reading.published else None) or ""
        held = ""
        for one in reading.quantities:
            quantity = _quantity(story, cast, index, one)
            held = (quantity.as_of.value if quantity.as_of else None) or held
            counts.append(
                Count(
                    quantity=quantity,
                    moment=held or published,
                    stated=bool(held),
                    parties=cast.parties_of(quantity.attributed_to),
                    keys=_context(passages, reading, index, one),
                    comparable=not (
                        _is_part(story, index, one) or _is_past(quantity, story) or _is_wished(reading, one)
                    ),
                )
            )
    return tuple(counts)


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


def _is_wished(reading: Reading, one: Quantity) -> bool:
    """Whether the figure is what somebody asks for, refuses or threatens with: no count of anything.

    People who are counted inside a demand are there whether it is met or not: they are no wish.
    """
    return one.unit != "person" and any(
        event.type in WISHES and event.content is not None and event.content.start <= one.start < event.content.end
        for event in reading.events
    )


def _is_past(quantity: DossierQuantity, story: Story) -> bool:
    """Whether the count is of years before the story."""
    held = day_range(quantity.as_of.value) if quantity.as_of else None
    told = [day_range(reading.published.value) for reading in story.readings if reading.published]
    first = min((days[0] for days in told if days), default=None)
    return held is not None and first is not None and first.year - held[1].year >= YEARS_BEFORE


def series(counts: tuple[Count, ...]) -> dict[tuple[str, str], tuple[Count, ...]]:
    """Comparable counts by (what is counted, unit), in order of moment, article and place.

    Only what the tables know how to count makes a series; an unknown noun is counted but not compared.
    """
    found: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        if count.quantity.of and count.comparable:
            found[count.quantity.of, count.quantity.unit or ""].append(count)
    return {
        key: tuple(sorted(members, key=lambda one: (one.moment, one.quantity.evidence)))
        for key, members in sorted(found.items())
    }
