"""How a conflict is put together: sides in order, an id from its evidence."""

from collections.abc import Iterable

from semeja.records.dossier import Conflict, ConflictSide, Evidence
from semeja.text.ids import content_id


def make_side(value: str, evidence: Iterable[Evidence]) -> ConflictSide:
    """One of the values, with every place that gives it."""
    places = tuple(sorted(set(evidence)))
    return ConflictSide(value, tuple(sorted({one.article for one in places})), places)


def make_conflict(kind: str, about: str, sides: Iterable[ConflictSide], resolution: str, rule: str) -> Conflict:
    """A conflict whose sides stand in order of their first place."""
    ordered = tuple(sorted(sides, key=lambda side: (side.evidence[0], side.value)))
    return Conflict(
        id=content_id("conflict", kind, resolution, about, *(one for side in ordered for one in side.evidence)),
        kind=kind,  # type: ignore[arg-type]
        about=about,
        sides=ordered,
        resolution=resolution,  # type: ignore[arg-type]
        rule=rule,
    )
