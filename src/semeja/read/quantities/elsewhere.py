"""A figure told in several places of an article: a headline's toll is that of the body."""

from collections.abc import Mapping, Sequence

import msgspec

from semeja.records.reading import Quantity

Figure = tuple[str | None, str | None, float | None]
"""What is counted, its unit, and the lower bound (the upper one where that is open)."""


def completed(quantities: Sequence[Quantity]) -> list[Quantity]:
    """A figure told without authority or hour takes those of its other places, where these agree."""
    owners: dict[Figure, set[tuple[str, ...]]] = {}
    hours: dict[Figure, set[int]] = {}
    for one in quantities:
        if one.attributed_to:
            owners.setdefault(_figure(one), set()).add(one.attributed_to)
        if one.as_of is not None:
            hours.setdefault(_figure(one), set()).add(one.as_of)
    return [_with_other_places(one, owners, hours) for one in quantities] if owners or hours else list(quantities)


def _figure(one: Quantity) -> Figure:
    return one.of, one.unit, one.high if one.low is None else one.low


def _with_other_places(
    one: Quantity,
    owners: Mapping[Figure, set[tuple[str, ...]]],
    hours: Mapping[Figure, set[int]],
) -> Quantity:
    if one.of is None or (one.attributed_to and one.as_of is not None):
        return one
    owner, hour = owners.get(_figure(one), set()), hours.get(_figure(one), set())
    return msgspec.structs.replace(
        one,
        attributed_to=one.attributed_to or (next(iter(owner)) if len(owner) == 1 else ()),
        as_of=next(iter(hour)) if one.as_of is None and len(hour) == 1 else one.as_of,
    )
