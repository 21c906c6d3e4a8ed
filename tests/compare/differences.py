"""Cases of conflicts, disputes, figures over time and claims: what a comparison gives beside what a person expects."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from tests.compare.mini_stories import Case, dossier_of

from semeja.records.dossier import Claim, Conflict, ConflictSide, Dispute, Dossier, Evidence
from semeja.records.figures import FigureSeries

Wanted = TypeVar("Wanted")
Made = TypeVar("Made")


class Outcome(msgspec.Struct, frozen=True):
    """How many records a case wants, how many it has, how many of these are right, and the differences in words."""

    wanted: int
    found: int
    matched: int
    differences: tuple[str, ...]

    def right(self) -> bool:
        return not self.differences


def conflict_outcome(case: Case) -> Outcome:
    """Each expected conflict with a conflict of its kind and resolution, side by side."""
    return _paired(case["conflicts"], dossier_of(case).conflicts, _is_conflict, _conflict_told)


def _is_conflict(wanted: Sequence[Any], made: Conflict) -> bool:
    kind, resolution, pieces = wanted
    return (made.kind, made.resolution, len(made.sides)) == (kind, resolution, len(pieces)) and _sided(
        pieces, made.sides
    )


def _sided(pieces: Sequence[str], sides: Sequence[ConflictSide]) -> bool:
    """Whether each piece stands in a side of its own."""
    if not pieces:
        return True
    return any(
        any(_meets(pieces[0], one.text) for one in side.evidence)
        and _sided(pieces[1:], [*sides[:at], *sides[at + 1 :]])
        for at, side in enumerate(sides)
    )


def _conflict_told(made: Conflict) -> str:
    return f"{made.kind} {made.resolution} {[[one.text for one in side.evidence] for side in made.sides]}"


def dispute_outcome(case: Case) -> Outcome:
    """Each expected dispute with one that has the parties, or their words, on both sides."""
    dossier = dossier_of(case)

    def same(wanted: Sequence[Sequence[str]], made: Dispute) -> bool:
        return _says(dossier, made, ("asserts",), wanted[0]) and _says(dossier, made, ("denies", "rejects"), wanted[1])

    return _paired(case["disputes"], dossier.disputes, same, _dispute_told)


def _says(dossier: Dossier, made: Dispute, stances: Sequence[str], pieces: Sequence[str]) -> bool:
    names = {entity.id: entity.name for entity in dossier.entities}
    parties = [party for party in made.parties if party.stance in stances]
    told = [names.get(party.party, party.party) for party in parties]
    told += [_sentence(dossier, one) for party in parties for one in party.evidence]
    return all(any(_flat(piece) in _flat(text) for text in told) for piece in pieces)


def _sentence(dossier: Dossier, place: Evidence) -> str:
    """The sentence around a place, roughly: from full stop to full stop."""
    text = next(one.text or "" for one in dossier.articles if one.id == place.article)
    start = max(text.rfind(". ", 0, place.start), text.rfind("\n", 0, place.start))
    end = text.find(". ", place.end)
    return text[start + 1 : end + 1 if end >= 0 else len(text)]


def _dispute_told(made: Dispute) -> str:
    return str([(one.party, one.stance, [place.text for place in one.evidence]) for one in made.parties])


def figure_outcome(case: Case) -> Outcome:
    """Each expected series with the series of its values."""
    dossier = dossier_of(case)
    names = {one.id: " ".join([one.name, *(alias.text for alias in one.aliases)]) for one in dossier.entities}

    def same(wanted: Case, made: FigureSeries) -> bool:
        values = [_value(made, at) for at in range(len(made.points))]
        newest = [(" ".join(names[who] for who in one.authority), values[one.point]) for one in made.newest]
        return (
            wanted["of"] == made.of
            and wanted["values"] == values
            and wanted["from"] == [one.as_of_from or "none" for one in made.points]
            and wanted["differ"] == [[values[at] for at in one.points] for one in made.differ_now]
            and len(newest) == len(wanted["newest"])
            and all(any(_is_newest(one, other) for other in newest) for one in wanted["newest"])
        )

    return _paired(case["series"], dossier.figures, same, lambda made: f"{made.of} {made.points}")


def _is_newest(wanted: Sequence[Any], made: tuple[str, float]) -> bool:
    return wanted[1] == made[1] and (wanted[0] in made[0] if wanted[0] else not made[0])


def _value(series: FigureSeries, at: int) -> float:
    point = series.points[at]
    return float((point.low if point.low is not None else point.high) or 0)


def claim_outcome(case: Case) -> Outcome:
    """Each expected claim with the claim of its kind over its words; other claims of the story are not looked at."""
    claims = dossier_of(case).claims
    differences, matched = [], 0
    for kind, piece, *expected in case["claims"]:
        made = next((one for one in claims if one.kind == kind and _is_over(one, piece)), None)
        have = [made.grade, len(made.support.articles), *_counts(made)] if made else None
        matched += have == expected
        if have != expected:
            differences.append(f"{kind} {piece}: {expected}, have {have}")
    return Outcome(len(case["claims"]), len(case["claims"]), matched, tuple(differences))


def _counts(claim: Claim) -> list[int]:
    return [claim.support.outlets, claim.support.lineages, claim.support.origins]


def _is_over(claim: Claim, piece: str) -> bool:
    article, _, words = piece.rpartition(":")
    return any(_flat(words) in _flat(one.text) and article in ("", one.article) for one in claim.evidence)


def _paired(
    wanted: Sequence[Wanted], made: Iterable[Made], same: Callable[[Wanted, Made], bool], told: Callable[[Made], str]
) -> Outcome:
    """Each expected record takes the first that is the same; what is left on either side is a difference."""
    left, missed = list(made), []
    found = len(left)
    for one in wanted:
        match = next((other for other in left if same(one, other)), None)
        if match is None:
            missed.append(f"missed {one}")
        else:
            left.remove(match)
    extra = [f"extra {told(one)}" for one in left]
    return Outcome(len(wanted), found, len(wanted) - len(missed), (*missed, *extra))


def _meets(piece: str, text: str) -> bool:
    return _flat(piece) in _flat(text) or _flat(text) in _flat(piece)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
