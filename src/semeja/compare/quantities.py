"""Amounts of a story, and which of them count the same thing."""

from collections import defaultdict

import msgspec

from semeja.compare.entities import Cast
from semeja.compare.times import to_time
from semeja.records.dossier import DossierQuantity, Time
from semeja.records.story import Story
from semeja.text.ids import content_id


class Count(msgspec.Struct, frozen=True):
    """A quantity with the publication value of its article: what a series over time is made of."""

    quantity: DossierQuantity
    published: str

    @property
    def moment(self) -> str:
        """When the count held: as stated, else when its article was published, else empty."""
        as_of: Time | None = self.quantity.as_of
        return (as_of.value if as_of else None) or self.published


def collect_quantities(story: Story, cast: Cast) -> tuple[Count, ...]:
    """Every quantity of the story in order of article and place."""
    counts = []
    for index, reading in enumerate(story.readings):
        published = (reading.published.value if reading.published else None) or ""
        for one in reading.quantities:
            as_of = to_time(story, index, reading.times[one.as_of]) if one.as_of is not None else None
            quantity = DossierQuantity(
                id=content_id("quantity", reading.article, one.start, one.end),
                article=reading.article,
                low=_number(one.low),
                high=_number(one.high),
                modifier=one.modifier,  # type: ignore[arg-type]
                unit=one.unit,
                of=one.of,
                about=cast.of(reading.article, one.about),
                as_of=as_of,
                attributed_to=cast.of(reading.article, one.attributed_to),
                evidence=story.evidence(index, one.start, one.end),
                rule=one.rule,
            )
            counts.append(Count(quantity, published))
    return tuple(counts)


def _number(value: float | None) -> int | float | None:
    """Whole numbers as integers, so that JSON shows 100000 and not 100000.0."""
    return int(value) if value is not None and value == int(value) else value


def series(counts: tuple[Count, ...]) -> dict[tuple[str, str, tuple[str, ...]], tuple[Count, ...]]:
    """Counts by (what is counted, unit, about whom or where), each series by moment, then article, then place.

    Only what the tables know how to count makes a series; an unknown noun is counted but not compared.
    """
    found: dict[tuple[str, str, tuple[str, ...]], list[Count]] = defaultdict(list)
    for count in counts:
        quantity = count.quantity
        if quantity.of:
            found[quantity.of, quantity.unit or "", ()].append(count)
    return {
        key: tuple(sorted(members, key=lambda one: (one.moment, one.quantity.article, one.quantity.evidence.start)))
        for key, members in sorted(found.items())
    }
