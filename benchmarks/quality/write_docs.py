"""Write the figures of the sample stories and of the parts of the reading into `docs/quality.md`, between its marks.

python -m benchmarks.quality.write_docs
"""

import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.quality.cases import ROOT, SAMPLES, Case, cases
from benchmarks.quality.gate import dossier_for, dossiers_of, figures, score
from benchmarks.quality.parts.__main__ import PARTS
from benchmarks.quality.parts.figures import STORED, load, markdown

PAGE = ROOT / "docs" / "quality.md"


def sample_cases() -> list[Case]:
    """The stories that belong to the project: figures of others are not published here."""
    return [case for case in cases() if case.build == SAMPLES]


def scores(among: Iterable[Case]) -> dict[str, Mapping[str, Any]]:
    """Rows of the scorer by case; the samples are built once, together."""
    with tempfile.TemporaryDirectory() as scratch:
        dossiers = dossiers_of(SAMPLES, Path(scratch))
    return {case.name: score(case, dossier_for(case, dossiers)).rows for case in among}


def table(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """A Markdown table: a line per row of the scorer, a column per story; each cell is the figure and, small, its n."""
    reached = {case: figures(own) for case, own in rows.items()}
    names = list(dict.fromkeys(name for own in rows.values() for name in own))
    head = f"| row | {' | '.join(rows)} |\n|---|{'---:|' * len(rows)}\n"
    return head + "".join(
        f"| `{name}` | {' | '.join(cell(reached[case].get(name), own.get(name)) for case, own in rows.items())} |\n"
        for name in names
    )


def cell(figure: float | None, row: Mapping[str, Any] | None) -> str:
    """`0.83 (n 24)`; `–` where there is nothing to score."""
    return "–" if figure is None or row is None else f"{figure:.2f} <sub>n {row['n']}</sub>"


def parts() -> str:
    """A section per part that has stored figures, in the order of the reading."""
    stored = [STORED / f"{part}.json" for part in PARTS]
    return "\n".join(f"### {path.stem.capitalize()}\n\n{markdown(load(path))}" for path in stored if path.exists())


def filled(page: str, name: str, block: str) -> str:
    """The page with `block` between the marks of that name; ValueError when it lacks them."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->\n"
    before, rest = page.split(begin)
    return before + begin + block + end + rest.split(end)[1]


def main() -> int:
    """Measures the stories and writes them and the stored figures of the parts; `--parts` writes the latter only."""
    page = filled(PAGE.read_text("utf-8"), "parts", parts())
    if "--parts" not in sys.argv[1:]:
        page = filled(page, "figures", table(scores(sample_cases())))
    PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
