"""Where reports differ: figures, weekdays, settings, spellings."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from semeja.compare.quantities import Count, series
from semeja.compare.wording import content_stems
from semeja.records.dossier import Claim, Conflict, ConflictSide, Entity, Evidence, Quote, QuoteGroup
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.keys import fold, name_key, plain

WIDENED = {"about": 0.1, "nearly": 0.1, "at_least": 0.0, "at_most": 0.0}
"""How far a modifier lets a figure stretch, as a share of it: `sekitar 100` holds 90 and 110."""


def find_conflicts(
    story: Story,
    entities: Iterable[Entity],
    quotes: Iterable[Quote],
    groups: Iterable[QuoteGroup],
    counts: tuple[Count, ...],
) -> tuple[Conflict, ...]:
    """All conflicts, sorted by kind, then by the first place of their sides."""
    found = [
        *quantity_conflicts(counts),
        *weekday_conflicts(story),
        *setting_conflicts(quotes, groups),
        *name_conflicts(entities),
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.sides[0].evidence[0], one.id)))


def _conflict(kind: str, about: str, sides: Iterable[ConflictSide], resolution: str, rule: str) -> Conflict:
    ordered = tuple(sorted(sides, key=lambda side: (side.evidence[0], side.value)))
    return Conflict(
        id=content_id("conflict", kind, about, *(one for side in ordered for one in side.evidence)),
        kind=kind,  # type: ignore[arg-type]
        about=about,
        sides=ordered,
        resolution=resolution,  # type: ignore[arg-type]
        rule=rule,
    )


def _side(value: str, evidence: Iterable[Evidence]) -> ConflictSide:
    places = tuple(sorted(set(evidence)))
    return ConflictSide(value, tuple(sorted({one.article for one in places})), places)


def quantity_conflicts(counts: tuple[Count, ...]) -> list[Conflict]:
    """Figures for one thing whose intervals do not meet; the resolution says whether time or coarseness explains it."""
    found = []
    for (of, _, _), members in series(counts).items():
        values: dict[tuple[float | None, float | None, str | None], list[Count]] = defaultdict(list)
        for count in members:
            values[count.quantity.low, count.quantity.high, count.quantity.modifier].append(count)
        if len(values) < 2 or len({count.quantity.article for count in members}) < 2:
            continue
        firsts = [same[0] for same in values.values()]
        if all(_meet(a, b) for a, b in combinations(firsts, 2)):
            if not any(_coarser(a, b) for a, b in combinations(firsts, 2)):
                continue
            resolution = "precision"
        else:
            resolution = "superseded" if _told_in_turn(list(values.values())) else "open"
        sides = [
            _side(plain(same[0].quantity.evidence.text), (count.quantity.evidence for count in same))
            for same in values.values()
        ]
        found.append(_conflict("quantity", of, sides, resolution, f"conflicts.quantity-{resolution}"))
    return found


def _bounds(count: Count) -> tuple[float, float]:
    quantity = count.quantity
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    stretch = WIDENED.get(quantity.modifier or "", 0.0)
    if quantity.modifier == "at_least":
        high = float("inf")
    if quantity.modifier == "at_most":
        low = float("-inf")
    return low * (1 - stretch) if low > 0 else low, high * (1 + stretch)


def _meet(left: Count, right: Count) -> bool:
    a, b = _bounds(left), _bounds(right)
    return a[0] <= b[1] and b[0] <= a[1]


def _coarser(left: Count, right: Count) -> bool:
    """Whether one figure is an interval or rounded and the other a point inside it."""
    return (left.quantity.low == left.quantity.high) != (right.quantity.low == right.quantity.high)


def _told_in_turn(values: list[list[Count]]) -> bool:
    """Whether the figures replace one another: no two different ones hold at one moment or at an unknown one."""
    moments = [{count.moment for count in same} for same in values]
    return all(a and b and "" not in a | b and not a & b for a, b in combinations(moments, 2))


def weekday_conflicts(story: Story) -> list[Conflict]:
    """A weekday and a date of one article that do not belong together: both values stand."""
    found = []
    for index, reading in enumerate(story.readings):
        seen: dict[tuple[str | None, str], list[Evidence]] = defaultdict(list)
        for time in reading.times:
            if time.alternative:
                seen[time.value, time.alternative].append(story.evidence(index, time.start, time.end))
        for (value, alternative), places in seen.items():
            sides = (_side(str(value), places), _side(alternative, places))
            found.append(_conflict("weekday", f"{value} / {alternative}", sides, "internal", "conflicts.weekday-date"))
    return found


def setting_conflicts(quotes: Iterable[Quote], groups: Iterable[QuoteGroup]) -> list[Conflict]:
    """One utterance that articles place in different settings or before different listeners."""
    by_id = {quote.id: quote for quote in quotes}
    found = []
    for group in groups:
        placed = [one for one in (by_id[quote] for quote in group.quotes) if one.setting or one.addressee]
        if any(_elsewhere(a, b) for a, b in combinations(placed, 2)):
            sides = [_side(_circumstance(one), _circumstance_evidence(one)) for one in placed]
            found.append(_conflict("setting", group.id, sides, "open", "conflicts.setting"))
    return found


def _elsewhere(left: Quote, right: Quote) -> bool:
    if left.article == right.article or (left.addressee and left.addressee == right.addressee):
        return False
    a, b = (set(content_stems(_circumstance(one), "id")) for one in (left, right))
    return bool(a) and bool(b) and not a & b


def _circumstance(quote: Quote) -> str:
    return fold(" ".join(one.text for one in _circumstance_evidence(quote)))


def _circumstance_evidence(quote: Quote) -> tuple[Evidence, ...]:
    if quote.setting and not quote.addressee:
        return (quote.setting,)
    return tuple(one for one in (quote.cue, quote.setting) if one) or (quote.content,)


def name_conflicts(entities: Iterable[Entity]) -> list[Conflict]:
    """A person whose name parts are spelled in different ways."""
    found = []
    for entity in entities:
        if entity.kind != "person":
            continue
        spellings: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
        for alias in entity.aliases:
            for word in alias.text.split():
                bare = word.strip(",.")
                if bare[:1].isupper():
                    spellings[name_key(bare)][bare].extend(alias.evidence)
        for key, forms in sorted(spellings.items()):
            if key and len({plain(form) for form in forms}) > 1:
                sides = [_side(form, places) for form, places in sorted(forms.items())]
                found.append(_conflict("name", entity.id, sides, "open", "conflicts.spelling"))
    return found


def contest(claims: Iterable[Claim], conflicts: Iterable[Conflict], counts: Iterable[Count]) -> tuple[Claim, ...]:
    """The claims with grade X where an open conflict between articles touches their figure."""
    contested = {
        one for conflict in conflicts if conflict.kind == "quantity" and conflict.resolution == "open"
        for side in conflict.sides for one in side.evidence
    }  # fmt: skip
    touched = {count.quantity.id for count in counts if count.quantity.evidence in contested}
    return tuple(
        replace(claim, grade="X") if claim.kind == "quantity" and claim.ref[0] in touched else claim for claim in claims
    )
