"""Where reports differ: figures, dates, headlines, settings, speakers, spellings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from msgspec.structs import replace

from semeja.compare.counts import Count
from semeja.compare.date_conflicts import date_conflicts
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent
from semeja.compare.headline_conflicts import headline_conflicts
from semeja.compare.quantity_conflicts import quantity_conflicts
from semeja.compare.scope_conflicts import scope_conflicts
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.speaker_conflicts import speaker_conflicts
from semeja.compare.telling_conflicts import telling_conflicts
from semeja.compare.wording import content_keys
from semeja.records.dossier import Claim, Conflict, Correction, Entity, Evidence, Quote, QuoteGroup
from semeja.records.story import Story
from semeja.text.keys import fold, name_key, plain

MOST_PLACED = 40
"""Renderings of one utterance whose settings are compared."""
GROUP_LANGUAGE = "id"
"""Language of the names in the ids of groups."""


def find_conflicts(
    story: Story,
    cast: Cast,
    quotes: tuple[Quote, ...],
    groups: Iterable[QuoteGroup],
    counts: tuple[Count, ...],
    merged: tuple[MergedEvent, ...],
    corrections: Iterable[Correction] = (),
) -> tuple[Conflict, ...]:
    """All conflicts, sorted by kind, then by the first place of their sides."""
    headlines = headline_conflicts(story, counts)
    overstated = {place for one in headlines for place in one.sides[0].evidence}
    found = [
        *quantity_conflicts(tuple(one for one in counts if one.quantity.evidence not in overstated)),
        *weekday_conflicts(story),
        *date_conflicts(story, counts),
        *headlines,
        *scope_conflicts(story),
        *telling_conflicts(story, merged, cast.parties),
        *setting_conflicts(story, quotes, groups),
        *speaker_conflicts(story, cast.entities, quotes),
        *name_conflicts(cast.entities),
    ]
    settled = [_put_right(one, tuple(corrections)) for one in found]
    return tuple(sorted(settled, key=lambda one: (one.kind, one.sides[0].evidence[0], one.id)))


def _put_right(conflict: Conflict, corrections: Sequence[Correction]) -> Conflict:
    """An open conflict whose one side a correction gives as wrong and whose other side as right is superseded."""
    if conflict.resolution != "open" or conflict.kind not in ("quantity", "date"):
        return conflict
    for one in corrections:
        old = _side_of(conflict, one.old.text) if one.old else None
        new = _side_of(conflict, one.new.text) if one.new else None
        if old is not None and new is not None and old != new:
            return make_conflict(conflict.kind, conflict.about, conflict.sides, "superseded", "conflicts.corrected")
    return conflict


def _side_of(conflict: Conflict, value: str) -> int | None:
    """The side with a value as a correction writes it."""
    key = plain(value)
    for at, side in enumerate(conflict.sides):
        if any(key and (key in text or text in key) for text in (plain(one.text) for one in side.evidence)):
            return at
    return None


def weekday_conflicts(story: Story) -> list[Conflict]:
    """A weekday and a date that do not belong together: both values stand, with every article that has them."""
    seen: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for index, reading in enumerate(story.readings):
        for time in reading.times:
            if time.alternative:
                values = sorted((str(time.value)[:10], time.alternative[:10]))
                seen[values[0], values[1]].append(story.evidence(index, time.start, time.end))
    return [
        make_conflict(
            "weekday",
            f"{value} / {alternative}",
            (make_side(value, places), make_side(alternative, places)),
            "internal",
            "conflicts.weekday-date",
        )
        for (value, alternative), places in seen.items()
    ]


def setting_conflicts(story: Story, quotes: Iterable[Quote], groups: Iterable[QuoteGroup]) -> list[Conflict]:
    """One utterance that articles place in different settings or before different listeners."""
    by_id = {quote.id: quote for quote in quotes}
    languages = {reading.article: reading.language for reading in story.readings}
    found = []
    for group in groups:
        placed = [
            (one, _circumstances(one, languages[one.article]))
            for one in (by_id[quote] for quote in group.quotes)
            if one.setting or one.addressee
        ][:MOST_PLACED]
        if any(a and b and not a & b and _placed_apart(x, y) for (x, a), (y, b) in combinations(placed, 2)):
            sides = [make_side(fold(" ".join(p.text for p in _told(one))), _told(one)) for one, _ in placed]
            found.append(make_conflict("setting", group.id, sides, "open", "conflicts.setting"))
    return found


def _placed_apart(one: Quote, other: Quote) -> bool:
    """Whether two articles say where or before whom it was said; whom an indirect demand is put to is no listener."""
    if one.article == other.article:
        return False
    return bool(one.setting or other.setting) or one.kind == other.kind == "direct"


def _circumstances(quote: Quote, language: str | None) -> frozenset[str]:
    """Keys of where and to whom it was said; a group of listeners counts as its word (`wartawan`, `reporters`)."""
    listeners = " ".join(one.partition(":")[2].replace("-", " ") for one in quote.addressee if one.startswith("group:"))
    named = {one for one in quote.addressee if not one.startswith("group:")}
    setting = content_keys(quote.setting.text, language) if quote.setting else ()
    return frozenset(setting) | frozenset(content_keys(listeners, GROUP_LANGUAGE)) | named


def _told(quote: Quote) -> tuple[Evidence, ...]:
    if quote.setting and not quote.addressee:
        return (quote.setting,)
    return tuple(one for one in (quote.cue, quote.setting) if one) or (quote.content,)


def name_conflicts(entities: Iterable[Entity]) -> list[Conflict]:
    """A person whose name parts are spelled in different ways; titles before a name are no part of it."""
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
        own = {name_key(word) for word in entity.name.split()}
        for key, forms in sorted(spellings.items()):
            if key in own and len({plain(form) for form in forms}) > 1:
                sides = [make_side(form, places) for form, places in sorted(forms.items())]
                found.append(make_conflict("name", entity.id, sides, "open", "conflicts.spelling"))
    return found


def contest(
    claims: Iterable[Claim],
    conflicts: Iterable[Conflict],
    counts: Iterable[Count],
    copied: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> tuple[Claim, ...]:
    """The claims with grade X where an open conflict between articles touches their figure.

    `copied`: article -> the articles that it copies. A figure that a copy changed is shown, and contests nothing.
    """
    contested: set[Evidence] = set()
    for conflict in conflicts:
        if conflict.kind == "quantity" and conflict.resolution == "open":
            told = {one for side in conflict.sides for one in side.articles}
            firm = [
                side
                for side in conflict.sides
                if any(told.isdisjoint(copied.get(one, frozenset())) for one in side.articles)
            ]
            if len(firm) > 1:
                contested.update(one for side in firm for one in side.evidence)
    touched = {count.quantity.id for count in counts if count.quantity.evidence in contested}
    return tuple(
        replace(claim, grade="X") if claim.kind == "quantity" and touched & set(claim.ref) else claim
        for claim in claims
    )
