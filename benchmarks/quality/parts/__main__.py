"""Measure the parts of the reading and keep the figures.

python -m benchmarks.quality.parts [PART ...] [--baselines] [--check]

A part is a module of this folder with `measure(baselines)`; its figures go to `benchmarks/quality/figures/PART.json`,
from which `write_docs` makes the tables of docs/quality.md. `--baselines` also measures the libraries beside it (those
of requirements/baselines.in). `--check` stores nothing; exit status 1 when a figure is lower than what is stored.
"""

import argparse
import importlib.util
import sys
from typing import Protocol, cast

from benchmarks.quality.parts.data import DATA
from benchmarks.quality.parts.figures import STORED, PartFigures, load, markdown, store

PARTS = (
    "extraction",
    "cleaning",
    "language",
    "sentences",
    "names",
    "coreference",
    "quotes",
    "times",
    "quantities",
    "events",
    "malay",
    "stories",
    "alignment",
    "overview",
    "conflicts",
    "ledger",
    "pairs",
)
"""In the order of the reading."""

SLACK = 0.002
"""What a figure may lie below the stored one: rounding, and cases that move by one."""


class Measured(Protocol):
    """What a module of a part offers."""

    def measure(self, baselines: bool) -> PartFigures: ...


def present() -> list[str]:
    """The parts that have a module, in the order of the reading."""
    return [part for part in PARTS if importlib.util.find_spec(f"benchmarks.quality.parts.{part}")]


def measured(part: str, baselines: bool) -> PartFigures:
    """The figures of one part, now."""
    module = cast(Measured, importlib.import_module(f"benchmarks.quality.parts.{part}"))
    return module.measure(baselines)


def fallen(now: PartFigures) -> list[str]:
    """Which figures are lower than stored, in words. A floor that was never met is no fall."""
    path = STORED / f"{now.part}.json"
    if not path.exists():
        return []
    before = {(figure.cases, figure.measure): figure for figure in load(path).figures}
    return [
        f"{now.part}: {figure.cases}, {figure.measure}: {figure.semeja:.3f}, was {old.semeja:.3f}"
        for figure in now.figures
        if (old := before.get((figure.cases, figure.measure)))
        and (figure.semeja - old.semeja) * (-1 if figure.at_most else 1) < -SLACK
    ]


def main() -> int:
    """Measures the parts named, or all."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.quality.parts", description=__doc__.splitlines()[0])
    options.add_argument("parts", nargs="*", choices=[[], *PARTS])
    options.add_argument("--baselines", action="store_true", help="measure the libraries beside it too")
    options.add_argument("--check", action="store_true", help="store nothing; fail when a figure fell")
    given = options.parse_args()
    if not DATA.is_dir():
        print(f"no data sets beside this checkout ({DATA.name}/): nothing measured", file=sys.stderr)
        return 0
    falls: list[str] = []
    for part in given.parts or present():
        now = measured(part, given.baselines)
        print(f"## {part}\n\n{markdown(now)}")
        falls += fallen(now) if given.check else []
        if not given.check:
            store(now)
    print("\n".join(falls), file=sys.stderr)
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
