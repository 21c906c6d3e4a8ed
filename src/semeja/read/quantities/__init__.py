"""Amounts: how many, of what, by whose word, as of when."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from semeja.lang.phrases import match, starts
from semeja.read.draft import Draft
from semeja.read.quantities.amounts import Amount, Line, amount_at, from_tokens, modified
from semeja.read.quantities.context import about_whom, counted_by_whom, moments, speaker_of
from semeja.read.quantities.counted import Counted, counted_by, topic_of
from semeja.read.quantities.guards import is_label, is_name_part, is_score
from semeja.read.quantities.measures import Measure, joined_magnitude, measure_of
from semeja.records.reading import Quantity, Sentence

ZONES = frozenset({"title", "body"})


class Found(msgspec.Struct, frozen=True):
    """An amount of one sentence before its context is known: tokens `[first, last)`."""

    first: int
    last: int
    amount: Amount
    unit: str | None
    of: str | None
    rule: str


def find_quantities(draft: Draft) -> tuple[Quantity, ...]:
    """Quantities in order; dates, clock times, ages, labels and sums are none."""
    line = from_tokens(draft.tokens, draft.pack.counting)
    timed, held = _timed_tokens(draft), moments(draft, line)
    quantities: list[Quantity] = []
    topics: dict[str, str] = {}
    for sentence, as_of in zip(draft.sentences, held, strict=True):
        if sentence.zone in ZONES:
            found = _in_sentence(line, sentence, timed, topics)
            quantities.extend(_quantity(draft, line, sentence, one, as_of) for one in found)
    return tuple(quantities)


def _timed_tokens(draft: Draft) -> frozenset[int]:
    """The tokens that times cover."""
    starts = draft.tokens.starts
    slices = [(bisect_left(starts, time.start), bisect_left(starts, time.end)) for time in draft.times]
    return frozenset(token for first, last in slices for token in range(first, last))


def _in_sentence(line: Line, sentence: Sentence, timed: frozenset[int], topics: dict[str, str]) -> list[Found]:
    """The amounts of one sentence; `topics` keeps what each unit was last about, for `angka yang benar adalah …`."""
    found: list[Found] = []
    start, end = sentence.first_token, sentence.last_token
    reached = start
    for at in starts(line.table.triggers, line.keys, start, end):
        if at >= reached and at not in timed:
            read, reached = _at(line, at, start, end, found)
            found.extend(_about_the_same(line, one, start, end, topics) for one in read)
    return found


def _at(line: Line, at: int, start: int, end: int, found: Sequence[Found]) -> tuple[list[Found], int]:
    """What token `at` begins: a phrase of none, the two sides of a ballot, an amount, or nothing; the token after."""
    nothing = match(line.table.none, line.keys, at, end)
    if nothing is not None:
        blocked = not line.table.groups["none_blocked"].isdisjoint(line.keys[max(start, at - 6) : at])
        zero = Found(at, nothing[1], Amount(at, nothing[1], 0.0, 0.0), "person", nothing[0], "none")
        return [] if blocked else [zero], nothing[1]
    magnitude = joined_magnitude(line, at, end)
    if magnitude is not None:
        return [Found(at, magnitude.last, magnitude, "magnitude", "magnitude", "magnitude")], magnitude.last
    ballot = _ballot(line, at, start, end)
    if ballot:
        return ballot, ballot[-1].last
    amount = amount_at(line, at, end)
    if amount is None:
        return [], at + 1
    if is_label(line, amount, start, end):
        return [], amount.last
    read = _measured(line, amount, start, end) or _counted(line, amount, start, end, found)
    return ([read], read.last) if read else ([], amount.last)


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


def _measured(line: Line, amount: Amount, start: int, end: int) -> Found | None:
    measure = measure_of(line, amount, start, end)
    if measure is None:
        return None
    whole = modified(line, msgspec.structs.replace(amount, first=measure.first, last=measure.last), start, end)
    of = _topic(line, measure, start, end)
    return Found(whole.first, whole.last, whole, measure.unit, of, measure.kind)


def _topic(line: Line, measure: Measure, start: int, end: int) -> str | None:
    if measure.kind == "magnitude":
        return "magnitude"
    return topic_of(line, measure, start, end)


def _counted(line: Line, amount: Amount, start: int, end: int, found: Sequence[Found]) -> Found | None:
    whole = modified(line, amount, start, end)
    counted: Counted | None = counted_by(line, whole, start, end)
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
    return Found(whole.first, counted.last, whole, counted.unit, of, counted.rule)


def _is_chained(line: Line, previous: Found, amount: Amount) -> bool:
    """`dari 6,1 menjadi 5,9`: only linking words between two figures."""
    between = line.keys[previous.last : amount.first]
    return 0 < len(between) <= 3 and all(key in line.table.groups["chain"] for key in between)


def _about_the_same(line: Line, one: Found, start: int, end: int, topics: dict[str, str]) -> Found:
    """An amount without a topic takes that of the last one in the same unit where the sentence points back to it."""
    if one.unit is None or one.unit == "person":
        return one
    if one.of is None and one.unit in topics and not line.table.groups["anaphor"].isdisjoint(line.keys[start:end]):
        return msgspec.structs.replace(one, of=topics[one.unit], rule=f"{one.rule}-anaphor")
    if one.of is not None:
        topics[one.unit] = one.of
    return one


def _quantity(draft: Draft, line: Line, sentence: Sentence, one: Found, as_of: int | None) -> Quantity:
    start, end, amount = line.starts[one.first], line.ends[one.last - 1], one.amount
    return Quantity(
        start=start,
        end=end,
        low=amount.low,
        high=amount.high,
        modifier=amount.modifier,
        unit=one.unit,
        of=one.of,
        about=about_whom(draft.mentions, sentence, start, end),
        as_of=as_of,
        attributed_to=speaker_of(draft.quotes, start, end)
        or counted_by_whom(line, draft.mentions, sentence, one.first),
        rule=f"{line.table.code}.quantity.{one.rule}",
    )
