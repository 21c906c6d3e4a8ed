"""Amounts of a story, and which of them count the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from semeja.compare.content import Passages
from semeja.compare.counting_sentences import (
    CountingSentence,
    CountingSentences,
    counted_in_crowd,
    period_of,
    wanted_by,
    words_of,
)
from semeja.compare.entities import Cast
from semeja.compare.instants import has_clock, sort_key
from semeja.compare.times import day_range, to_time
from semeja.lang import differing, wording
from semeja.lang.pack import CODES
from semeja.records.dossier import DossierQuantity, Time
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
GROWING = frozenset(
    {"dead", "injured", "missing", "displaced", "rescued", "bodies", "arrested", "houses.damaged", "houses.destroyed",
     "cases", "patients", "infected", "magnitude", "evacuated", "victims", "villages", "homeless", "civilians.dead",
     "troops.dead", "houses.flooded", "houses.burned", "buildings.damaged", "affected", "hostages.freed", "treated"}
)  # fmt: skip
"""What is counted anew while a happening goes on: a later figure replaces an earlier one."""


class Count(msgspec.Struct, frozen=True):
    """A quantity with what its series needs to know.

    `counts`: what is counted (`of`, but those who protest are `demonstrators`). `held`: when the count held, as stated
    for it, else for the count before it in its article, else empty; `told`: the publication of its article, else empty.
    `period`: the month or year that it is told for; `as_of`: the time that the text gives for the count itself.
    `parties`: whose word it is. `keys`: what its sentence speaks of. `wanted`: it is asked for, offered or refused by
    `parties`. `revised`: its sentence, or a mark of its article, says that something was put right; `changed`: its
    sentence tells of an older and a newer figure.
    `comparable`: it counts the whole, now.
    """

    quantity: DossierQuantity
    counts: str | None
    held: str
    told: str
    period: str
    as_of: Time | None
    parties: frozenset[str]
    keys: frozenset[str]
    wanted: bool
    revised: bool
    changed: bool
    comparable: bool

    @property
    def stated(self) -> bool:
        """Whether the text says when the count held."""
        return bool(self.held)

    @property
    def moment(self) -> str:
        """When it held, as finely as is known: of the day of its article it is known since the article is."""
        if not self.held or (not has_clock(self.held) and self.held[:10] == self.told[:10]):
            return self.told or self.held
        return self.held


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
        counts += _without_parts(story.articles[index].text, reading, found)
    return tuple(counts)


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
    wanted = wanted_by(reading, one, where)
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
    years = where.years()
    if years and first and max(years) <= int(first[:4]) - YEARS_BEFORE:
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
    head = where.text[: one.start - where.sentence.start].split()
    return bool(head) and head[-1].casefold() in ("dari", "from", "daripada") and where.has("turned")


def _without_parts(text: str, reading: Reading, counts: Sequence[Count]) -> list[Count]:
    """The counts of an article; of figures that one sentence lists without saying that one became another, only the
    one that is the sum of the others is the whole."""
    listed: dict[tuple[int, str, str], list[Count]] = defaultdict(list)
    body = max((one.end for one in reading.sentences if one.zone == "title"), default=0)
    for count in counts:
        if count.counts and count.comparable:
            at = reading.sentence_at(count.quantity.evidence.start)
            listed[at, count.counts, count.quantity.unit or ""].append(count)
    parts = {part.quantity.id for members in listed.values() for part in _parts(text, reading.language, members)}
    parts |= {
        part.quantity.id for part in _below_the_whole([one for one in counts if one.quantity.id not in parts], body)
    }
    return [replace(count, comparable=False) if count.quantity.id in parts else count for count in counts]


def _below_the_whole(counts: Sequence[Count], body: int) -> list[Count]:
    """Of what is counted anew: figures below the highest that an article gives for one moment, by one voice and
    without saying that one became the other. They count a part (`12 kasus di SD Karang`). `body`: where it begins."""
    same: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for one in counts:
        if one.counts in GROWING and one.counts and one.comparable and one.quantity.evidence.start >= body:
            same[one.counts, one.quantity.unit or "", one.moment].append(one)
    found = []
    for (of, _, _), members in same.items():
        voices = {one.parties for one in members if one.parties}
        if of == "magnitude" or len(voices) > 1 or any(one.changed or one.revised for one in members):
            continue
        whole = max(_bound(one) for one in members)
        found += [one for one in members if _bound(one) < whole]
    return found


def _parts(text: str, language: str | None, members: Sequence[Count]) -> list[Count]:
    values = [_bound(one) for one in members]
    if len(set(values)) < 2 or len({one.parties for one in members if one.parties}) > 1:
        return []
    turned, changed = (differing.load(language).of(group) for group in ("turned", "changed"))
    for one, other in pairwise(members):
        between = text[one.quantity.evidence.end : other.quantity.evidence.end]
        last = between.split()[-1:]
        if not words_of(between).isdisjoint(changed) or not turned.isdisjoint(word.casefold() for word in last):
            return []
    return [one for one, value in zip(members, values, strict=True) if value * 2 != sum(values)]


def _bound(one: Count) -> float:
    return float(one.quantity.low or one.quantity.high or 0)


def series(counts: Iterable[Count]) -> dict[tuple[str, str], tuple[Count, ...]]:
    """Comparable counts by (what is counted, unit), in order of moment, article and place.

    Only what the tables know how to count makes a series; an unknown noun is counted but not compared.
    """
    found: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        if count.counts and count.comparable:
            found[count.counts, _unit(count)].append(count)
    return {key: in_order(members) for key, members in sorted(found.items())}


def _unit(count: Count) -> str:
    """The unit; of those who protest the person, though `drivers` be a noun that the tables lack."""
    return "person" if count.counts == "demonstrators" else count.quantity.unit or ""


def in_order(members: Iterable[Count]) -> tuple[Count, ...]:
    """Counts in order of moment, article and place."""
    return tuple(sorted(members, key=lambda one: (sort_key(one.moment), one.quantity.evidence)))
