"""Of figures that were told in turn the newest, and those that no longer hold."""

from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.instants import sort_key
from semeja.records.dossier import Conflict, ConflictSide, Correction, DossierQuantity, Evidence
from semeja.records.story import Story

OF_PEOPLE = frozenset({"dead", "injured", "missing", "displaced", "rescued", "arrested", "bodies"})
"""What is counted anew from day to day."""
DAY = len("2022-01-21")
"""Characters of a moment that tell its day."""


class Figures(msgspec.Struct, frozen=True):
    """`stale`: places of figures that a later one, or a correction, replaced. `told`: place of a newest figure -> how
    many articles told it or one before it."""

    stale: frozenset[Evidence]
    told: Mapping[Evidence, int]


def newest_figures(
    story: Story,
    quantities: Iterable[DossierQuantity],
    conflicts: Iterable[Conflict],
    corrections: Iterable[Correction],
) -> Figures:
    """Of each superseded count the side that was told first at the latest time, against all others.

    Of a count of people that is open, the sides of an earlier day are replaced too: a summary tells the last state.
    """
    moments = _moments(story, quantities)
    stale = {one.old for one in corrections if one.old}
    told: dict[Evidence, int] = {}
    for conflict in conflicts:
        grows = conflict.about.rpartition(".")[2] in OF_PEOPLE
        if conflict.kind == "quantity" and (
            conflict.resolution == "superseded" or (conflict.resolution == "open" and grows)
        ):
            newest = max(conflict.sides, key=lambda side: (_first(side, moments), side.value))
            day = _first(newest, moments)[:DAY]
            older = [side for side in conflict.sides if side is not newest]
            if conflict.resolution == "open":
                older = [side for side in older if _first(side, moments)[:DAY] < day]
            stale |= {one for side in older for one in side.evidence}
            articles = {article for side in conflict.sides for article in side.articles}
            told |= dict.fromkeys(newest.evidence, len(articles))
    return Figures(frozenset(stale), told)


def _moments(story: Story, quantities: Iterable[DossierQuantity]) -> dict[Evidence, str]:
    """Place of a figure -> when it held, else when its article was published; sorts as text."""
    published = {one.article: one.published.value if one.published else None for one in story.readings}
    return {
        one.evidence: sort_key((one.as_of.value if one.as_of else None) or published.get(one.article) or "")
        for one in quantities
    }


def _first(side: ConflictSide, moments: Mapping[Evidence, str]) -> str:
    return min((moments[one] for one in side.evidence if one in moments), default="")
