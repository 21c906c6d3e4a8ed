"""Amounts: how many, of what, by whose word, as of when."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import msgspec

from semeja.lang.phrases import match, starts
from semeja.read.draft import Draft
from semeja.read.quantities.amounts import Amount, Line, amount_at, from_tokens, modified, negative
from semeja.read.quantities.authority import COUNTERS, source_of, speaker_of
from semeja.read.quantities.context import PLACES, Nearby, about_whom, moments, nearby, of_each
from semeja.read.quantities.counted import Counted, counted_by, topic_of
from semeja.read.quantities.elsewhere import completed
from semeja.read.quantities.guards import is_label, is_name_part, is_score
from semeja.read.quantities.measures import Measure, joined_magnitude, measure_of, with_decimals
from semeja.records.reading import Quantity, Quotation, Sentence

ZONES: Final = frozenset({"title", "body"})


class Found(msgspec.Struct, frozen=True):
    """An amount of one sentence before its context is known: tokens `[first, last)`."""

    first: int
    last: int
    amount: Amount
    unit: str | None
    of: str | None
    rule: str
    thing: str | None = None
    state: str | None = None


class Scene:
    """What stands around the figures of an article: quotations with a speaker, places, and who may count."""

    def __init__(self, line: Line, quotes: list[Quotation], places: Nearby, counters: Nearby) -> None:
        self.line: Final = line
        self.quotes: Final = quotes
        self.places: Final = places
        self.counters: Final = counters


def find_quantities(draft: Draft) -> tuple[Quantity, ...]:
    """Quantities in order; dates, clock times, ages, labels and sums are none."""
    line = from_tokens(draft.tokens, draft.pack.counting)
    timed, held = _timed_tokens(draft), moments(draft, line)
    scene = Scene(
        line,
        [quote for quote in draft.quotes if quote.speaker],
        nearby(draft.mentions, PLACES),
        nearby(draft.mentions, COUNTERS),
    )
    quantities: list[Quantity] = []
    topics: dict[str, str] = {}
    places = [at for at in starts(line.table.triggers, line.keys, 0, len(line.keys)) if at not in timed]
    last = 0
    for sentence, as_of in zip(draft.sentences, held, strict=True):
        first = bisect_left(places, sentence.first_token, last)
        last = bisect_left(places, sentence.last_token, first)
        if last > first and sentence.zone in ZONES:
            found = _in_sentence(line, sentence, places[first:last], topics)
            if not found:
                continue
            begins = [line.starts[one.first] for one in found]
            at = [None] * len(found) if as_of is None else of_each(begins, draft.times[as_of], as_of)
            quantities += [_quantity(scene, sentence, *one) for one in zip(found, at, strict=True)]
    return tuple(completed(quantities))


def _timed_tokens(draft: Draft) -> set[int]:
    """The tokens that times cover."""
    starts, first = draft.tokens.starts, 0
    covered: set[int] = set()
    for time in draft.times:
        first = bisect_left(starts, time.start)
        covered.update(range(first, bisect_left(starts, time.end, first)))
    return covered


def _in_sentence(line: Line, sentence: Sentence, places: Sequence[int], topics: dict[str, str]) -> list[Found]:
    """The amounts of one sentence that may start at the tokens `places`.

    `topics` keeps what each unit was last about, for `angka yang benar adalah …`.
    """
    found: list[Found] = []
    start, end = sentence.first_token, sentence.last_token
    reached = start
    for at in places:
        if at >= reached:
            read, reached = _at(line, at, start, end, found)
            if read:
                _with_shared_state(line, found, read)
                found += [_about_the_same(line, one, start, end, topics) for one in read]
    return found


def _at(line: Line, at: int, start: int, end: int, found: Sequence[Found]) -> tuple[list[Found], int]:
    """What token `at` begins: a phrase of none, the two sides of a ballot, an amount, or nothing; the token after."""
    table = line.table
    special = _special(line, at, start, end) if line.keys[at] in table.special else None
    if special is not None:
        return special
    ballot = at + 1 < end and line.keys[at + 1] in table.groups["ballot_range"] and _ballot(line, at, start, end)
    if ballot:
        return ballot, ballot[-1].last
    amount = amount_at(line, at, end)
    if amount is None:
        return [], at + 1
    if is_label(line, amount, start, end):
        return [], amount.last
    if amount.share:
        read = _shared(line, amount, start, end)
    else:
        read = _measured(line, amount, start, end) or _counted(line, amount, start, end, found)
    return ([read], read.last) if read else ([], amount.last)


def _special(line: Line, at: int, start: int, end: int) -> tuple[list[Found], int] | None:
    """What a word that is no number begins: a phrase of none, somebody, a magnitude; None where it is not so."""
    key, table = line.keys[at], line.table
    nothing = match(table.none, line.keys, at, end)
    if nothing is not None:
        blocked = not table.groups["none_blocked"].isdisjoint(line.keys[max(start, at - 6) : at])
        zero = Found(at, nothing[1], Amount(at, nothing[1], 0.0, 0.0), "person", nothing[0], "none")
        return [] if blocked else [zero], nothing[1]
    if key in table.groups["single"]:
        return _single(line, at, start, end)
    magnitude = joined_magnitude(line, at, end) if key in table.groups["magnitude_joined"] else None
    if magnitude is None:
        return None
    return [Found(at, magnitude.last, magnitude, "magnitude", "magnitude", "magnitude")], magnitude.last


def _ballot(line: Line, at: int, start: int, end: int) -> list[Found]:
    """`voted 27 to 13`, `suara 27 berbanding 13`: votes for and against."""
    table, keys = line.table, line.keys
    if at + 2 >= end or keys[at + 1] not in table.groups["ballot_range"]:
        return []
    if table.groups["ballot"].isdisjoint(keys[max(start, at - 5) : at]):
        return []
    sides = [amount_at(line, place, place + 1) for place in (at, at + 2)]
    return [
        Found(side.first, side.last, side, "person", key, "ballot")
        for side, key in zip(sides, ("votes.for", "votes.against"), strict=True)
        if side is not None and all(sides)
    ]


def _shared(line: Line, amount: Amount, start: int, end: int) -> Found | None:
    """A third of what: only of a thing that the tables know."""
    whole = modified(line, amount, start, end)
    at = whole.last
    at += at < end and line.keys[at] in line.table.groups["of_all"]
    at += at < end and line.keys[at] in line.table.groups["article"]
    unit = match(line.table.units, line.keys, at, end)
    if unit is not None:
        measure = Measure("unit", unit[0], whole.first, unit[1])
        return Found(whole.first, unit[1], whole, unit[0], _topic(line, measure, start, end), "unit")
    counted = counted_by(line, msgspec.structs.replace(whole, last=at), start, end)
    if counted is None or counted.rule == "other-noun" or counted.last <= at:
        return None
    return Found(whole.first, counted.last, whole, "fraction", counted.of, "share", counted.thing, counted.state)


def _measured(line: Line, amount: Amount, start: int, end: int) -> Found | None:
    measure = measure_of(line, amount, start, end)
    if measure is None:
        return _measured_later(line, amount, start, end)
    amount = with_decimals(line, amount, measure)
    whole = modified(line, msgspec.structs.replace(amount, first=measure.first, last=measure.last), start, end)
    of = _topic(line, measure, start, end)
    if whole.first > start and line.keys[whole.first - 1] in line.table.groups["negative"]:
        whole = negative(whole)
    return Found(whole.first, whole.last, whole, measure.unit, of, measure.kind)


def _measured_later(line: Line, amount: Amount, start: int, end: int) -> Found | None:
    """The first figure of `dari 5 menjadi 7 persen`: in the unit of the second."""
    keys, groups = line.keys, line.table.groups
    if amount.first <= start or keys[amount.first - 1] not in groups["change"]:
        return None
    if amount.last + 1 >= end or keys[amount.last] not in groups["chain"]:
        return None
    second = amount_at(line, amount.last + 1, end)
    measure = measure_of(line, second, start, end) if second else None
    if second is None or measure is None or measure.first <= amount.last or measure.kind == "magnitude":
        return None
    own = Measure(measure.kind, measure.unit, amount.first, amount.last)
    return Found(amount.first, amount.last, amount, measure.unit, _topic(line, own, start, end), measure.kind)


def _topic(line: Line, measure: Measure, start: int, end: int) -> str | None:
    if measure.kind == "magnitude":
        return "magnitude"
    return topic_of(line, measure, start, end)


def _counted(line: Line, amount: Amount, start: int, end: int, found: Sequence[Found]) -> Found | None:
    whole = modified(line, amount, start, end)
    counted: Counted | None = counted_by(line, whole, start, end)
    if counted is None and not found:
        return None
    previous = found[-1] if found and _is_chained(line, found[-1], whole) else None
    if counted is None and previous is not None and amount.figures == previous.amount.figures:
        return Found(whole.first, whole.last, whole, previous.unit, previous.of, f"{previous.rule}-chained")
    if counted is None:
        return None
    unknown = counted.rule == "other-noun"
    if (unknown or line.table.groups["noun_last"]) and is_name_part(line, amount, start):
        return None
    if unknown and is_score(amount):
        return None
    of = counted.of or (previous.of if previous is not None and previous.unit == counted.unit else None)
    return Found(whole.first, counted.last, whole, counted.unit, of, counted.rule, counted.thing, counted.state)


def _single(line: Line, at: int, start: int, end: int) -> tuple[list[Found], int]:
    """`Seorang warga tewas`: one, where a state says what has become of him."""
    counted = counted_by(line, Amount(at, at + 1, 1.0, 1.0), start, end)
    if counted is None or counted.state is None or counted.unit != "person" or counted.last == at + 1:
        return [], at + 1
    one = Amount(at, at + 1, 1.0, 1.0)
    return [Found(at, counted.last, one, "person", counted.of, f"single-{counted.rule}")], counted.last


def _with_shared_state(line: Line, found: list[Found], read: Sequence[Found]) -> None:
    """`Dua perempuan dan tiga laki-laki ditangkap`: the state behind the last holds for the one before it too."""
    if not found or read[0].state is None or not read[0].rule.endswith("state-after"):
        return
    last, between = found[-1], line.keys[found[-1].last : read[0].first]
    listed = 0 < len(between) <= 2 and line.table.groups["list_link"].issuperset(between)
    if listed and last.state is None and last.thing is not None and last.unit == read[0].unit == "person":
        found[-1] = msgspec.structs.replace(last, of=f"{last.thing}.{read[0].state}", state=read[0].state)


def _is_chained(line: Line, previous: Found, amount: Amount) -> bool:
    """`dari 6,1 menjadi 5,9`: only linking words between two figures."""
    words = amount.first - previous.last
    return 0 < words <= 3 and line.table.groups["chain"].issuperset(line.keys[previous.last : amount.first])


def _about_the_same(line: Line, one: Found, start: int, end: int, topics: dict[str, str]) -> Found:
    """An amount without a topic takes that of the last one in the same unit where the sentence points back to it."""
    if one.unit is None or one.unit == "person":
        return one
    if one.of is None and one.unit in topics and not line.table.groups["anaphor"].isdisjoint(line.keys[start:end]):
        return msgspec.structs.replace(one, of=topics[one.unit], rule=f"{one.rule}-anaphor")
    if one.of is not None:
        topics[one.unit] = one.of
    return one


def _quantity(scene: Scene, sentence: Sentence, one: Found, as_of: int | None) -> Quantity:
    line, amount = scene.line, one.amount
    start, end = line.starts[one.first], line.ends[one.last - 1]
    return Quantity(
        start=start,
        end=end,
        low=amount.low,
        high=amount.high,
        modifier=amount.modifier,
        unit=one.unit,
        of=one.of,
        about=about_whom(scene.places, sentence, start, end),
        as_of=as_of,
        attributed_to=speaker_of(scene.quotes, start, end) or source_of(line, scene.counters, sentence, one.first),
        rule=f"{line.table.code}.quantity.{one.rule}",
    )
