"""What a part was measured at: the records, how they are stored, and the Markdown table that docs/quality.md shows."""

from pathlib import Path

import msgspec
from benchmarks.quality.cases import ROOT

STORED = ROOT / "benchmarks" / "quality" / "figures"


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """One measure on one set of cases; every value is "higher is better" unless `at_most` is set.

    `beside` holds the same measure for what a user would otherwise pick, by name and version, and published results,
    marked as such in their name. `rules_only` is the figure without learned parts, where there are any.
    """

    cases: str
    measure: str
    n: int
    semeja: float
    floor: float | None = None
    at_most: bool = False
    rules_only: float | None = None
    beside: dict[str, float] = {}

    def holds(self) -> bool:
        """Whether the floor is met (a figure without one always holds); compared as printed, to three digits."""
        if self.floor is None:
            return True
        reached = round(self.semeja, 3)
        return reached <= self.floor if self.at_most else reached >= self.floor


class PartFigures(msgspec.Struct, frozen=True):
    """All figures of one part, what is known to go wrong in our own words, and remarks on how it was measured."""

    part: str
    figures: tuple[Figure, ...]
    misses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def store(measured: PartFigures) -> None:
    """Writes `figures/PART.json`. Figures of others that this run did not measure anew are kept from the last one."""
    STORED.mkdir(exist_ok=True)
    path = STORED / f"{measured.part}.json"
    if path.exists():
        measured = keeping_others(measured, load(path))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(measured), indent=1) + b"\n")


def load(path: Path) -> PartFigures:
    """One stored file; msgspec.ValidationError when it is not one."""
    return msgspec.json.decode(path.read_bytes(), type=PartFigures)


def keeping_others(new: PartFigures, old: PartFigures) -> PartFigures:
    """`new` with the `beside` entries of `old` wherever the new figure has none for that name."""
    before = {(figure.cases, figure.measure): figure for figure in old.figures}
    kept = tuple(
        msgspec.structs.replace(figure, beside=before[key].beside | figure.beside)
        if (key := (figure.cases, figure.measure)) in before
        else figure
        for figure in new.figures
    )
    return msgspec.structs.replace(new, figures=kept)


def markdown(measured: PartFigures) -> str:
    """The part's section: its table, then notes and misses as lists."""
    lines = ["| cases | measure | n | semeja | rules only | floor | beside |", "|---|---|---:|---:|---:|---:|---|"]
    lines += [row(figure) for figure in measured.figures]
    for head, entries in (("How it was measured", measured.notes), ("What goes wrong", measured.misses)):
        if entries:
            lines += ["", f"{head}:", "", *(f"- {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"


def row(figure: Figure) -> str:
    """One line of the table."""
    floor = "–" if figure.floor is None else f"{'≤' if figure.at_most else '≥'} {figure.floor:g}"
    rules = "–" if figure.rules_only is None else f"{figure.rules_only:.3f}"
    beside = " · ".join(f"{name} {value:.3f}" for name, value in figure.beside.items()) or "–"
    reached = f"{figure.semeja:.3f}" if figure.holds() else f"**{figure.semeja:.3f}**"
    return f"| {figure.cases} | {figure.measure} | {figure.n} | {reached} | {rules} | {floor} | {beside} |"
