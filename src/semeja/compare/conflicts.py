"""Where reports differ: figures, dates, headlines, settings, speakers, spellings."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from semeja.compare.date_conflicts import date_conflicts
from semeja.compare.headline_conflicts import headline_conflicts
from semeja.compare.quantities import Count
from semeja.compare.quantity_conflicts import quantity_conflicts
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.speaker_conflicts import speaker_conflicts
from semeja.compare.wording import content_keys
from semeja.records.dossier import Claim, Conflict, Entity, Evidence, Quote, QuoteGroup
from semeja.records.story import Story
from semeja.text.keys import fold, name_key, plain

MOST_PLACED = 40
"""Renderings of one utterance whose settings are compared."""
GROUP_LANGUAGE = "id"
"""Language of the names in the ids of groups."""


def find_conflicts(
    story: Story,
    entities: tuple[Entity, ...],
    quotes: tuple[Quote, ...],
    groups: Iterable[QuoteGroup],
    counts: tuple[Count, ...],
) -> tuple[Conflict, ...]:
    """All conflicts, sorted by kind, then by the first place of their sides."""
    found = [
        *quantity_conflicts(counts),
        *weekday_conflicts(story),
        *date_conflicts(story, counts),
        *headline_conflicts(story, counts),
        *setting_conflicts(story, quotes, groups),
        *speaker_conflicts(story, entities, quotes),
        *name_conflicts(entities),
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.sides[0].evidence[0], one.id)))


def weekday_conflicts(story: Story) -> list[Conflict]:
    """A weekday and a date of one article that do not belong together: both values stand."""
    found = []
    for index, reading in enumerate(story.readings):
        seen: dict[tuple[str | None, str], list[Evidence]] = defaultdict(list)
        for time in reading.times:
            if time.alternative:
                seen[time.value, time.alternative].append(story.evidence(index, time.start, time.end))
        for (value, alternative), places in seen.items():
            sides = (make_side(str(value), places), make_side(alternative, places))
            found.append(
                make_conflict("weekday", f"{value} / {alternative}", sides, "internal", "conflicts.weekday-date")
            )
    return found


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
        if any(a and b and not a & b and x.article != y.article for (x, a), (y, b) in combinations(placed, 2)):
            sides = [make_side(fold(" ".join(p.text for p in _told(one))), _told(one)) for one, _ in placed]
            found.append(make_conflict("setting", group.id, sides, "open", "conflicts.setting"))
    return found


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
                sides = [make_side(form, places) for form, places in sorted(forms.items())]
                found.append(make_conflict("name", entity.id, sides, "open", "conflicts.spelling"))
    return found


def contest(claims: Iterable[Claim], conflicts: Iterable[Conflict], counts: Iterable[Count]) -> tuple[Claim, ...]:
    """The claims with grade X where an open conflict between articles touches their figure."""
    contested = {
        one for conflict in conflicts if conflict.kind == "quantity" and conflict.resolution == "open"
        for side in conflict.sides for one in side.evidence
    }  # fmt: skip
    touched = {count.quantity.id for count in counts if count.quantity.evidence in contested}
    return tuple(
        replace(claim, grade="X") if claim.kind == "quantity" and touched & set(claim.ref) else claim
        for claim in claims
    )
