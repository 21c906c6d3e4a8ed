"""The quality gate: build every case, score it against its gold, compare with the floors.

    python -m benchmarks.quality.gate [--raise] [--misses] [CASE ...]
    python -m benchmarks.quality.gate --lower CASE ROW VALUE --because WORDS

Exit status: 0, 1 below a floor or a changed case, 2 the floors file was edited by hand.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.quality import score as scorer
from benchmarks.quality.cases import Case, cases
from benchmarks.quality.floors import SealBroken, lowered, raised, read_floors, write_floors

from semeja.run.building import build

Row = Mapping[str, Any]
PLAIN = (".txt", ".md")
"""Files whose text is what they hold."""


def dossiers_of(folder: Path, out: Path) -> list[dict[str, Any]]:
    """Every dossier that the main job makes of a folder."""
    build([str(folder)], out)
    return [json.loads(path.read_bytes()) for path in sorted(out.glob("*/dossier.json"))]


def dossier_for(case: Case, dossiers: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The dossier with most of the case's articles: what grouping put elsewhere counts as missed."""
    names = {path.name for path in case.articles.iterdir()}

    def carried(dossier: dict[str, Any]) -> tuple[int, str]:
        return sum(Path(one["source"]).name in names for one in dossier["articles"]), dossier["story"]["id"]

    return max(dossiers, key=carried)


def score(case: Case, dossier: dict[str, Any]) -> scorer.Case:
    """The scorer's rows and misses for one case.

    The scorer looks an article's text up in the file that `source` names. That of a page or a JSON record is not in its
    file as such, so such a source is renamed: the scorer then takes the text of the dossier.
    """
    for article in dossier["articles"]:
        if not article["source"].endswith(PLAIN):
            article["source"] = f"decoded:{Path(article['source']).name}"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path in case.articles.iterdir():
            if path.name.endswith(PLAIN):
                (folder / path.name).write_bytes(path.read_bytes())
        return scorer.score(dossier, json.loads(case.gold.read_bytes()), folder)


def figures(rows: Mapping[str, Row]) -> dict[str, float]:
    """The headline figure of each row that has one; conflicts by recall too, as a floor names it."""
    found = {name: scorer.headline(row) for name, row in rows.items()}
    found |= {
        f"{name}.{side}": row[side.lower()] for name, row in rows.items() for side in ("P", "R") if "." not in name
    }
    return {name: value for name, value in found.items() if value is not None}


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="*", help="only these cases")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="write the scores as floors where they are higher"
    )
    parser.add_argument("--misses", action="store_true", help="list what was missed, wrong or extra")
    parser.add_argument("--lower", nargs=3, metavar=("CASE", "ROW", "VALUE"))
    parser.add_argument("--because", metavar="WORDS", help="why a floor is lowered")
    options = parser.parse_args(arguments)
    if bool(options.lower) != bool(options.because):
        parser.error("--lower and --because go together")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Runs the gate and prints one table."""
    options = parse(arguments)
    try:
        floors = read_floors()
    except SealBroken as broken:
        print(f"quality gate: {broken}", file=sys.stderr)
        return 2
    if options.lower:
        case, row, value = options.lower
        write_floors({**floors, case: lowered(floors[case], row, float(value), options.because)})
        return 0
    failures = []
    built: dict[Path, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for case in cases():
            if options.case and case.name not in options.case:
                continue
            if case.build not in built:
                built[case.build] = dossiers_of(case.build, Path(scratch) / str(len(built)))
            scored = score(case, dossier_for(case, built[case.build]))
            failures += report(case, scored, floors.get(case.name), options.misses)
            if options.lift:
                floors[case.name] = raised(floors.get(case.name), case.digest(), figures(scored.rows))
    if options.lift:
        write_floors(floors)
        return 0
    print("\n".join(failures) if failures else "quality gate: every floor is kept")
    return 1 if failures else 0


def report(case: Case, scored: scorer.Case, floors: Any, misses: bool) -> list[str]:
    """Prints the table of one case; gives the lines that say what is below its floor."""
    reached = figures(scored.rows)
    print(f"\n{case.name}")
    for name, row in scored.rows.items():
        floor = floors.rows.get(name) if floors else None
        asked = "" if floor is None else f"floor {floor:.2f}"
        shown = "    -" if reached.get(name) is None else f"{reached[name]:.3f}"
        print(f"  {name:26} {shown}  {asked:10}  {row['n']:5}  {row['note']}".rstrip())
    for (family, what, text), count in scored.misses.items() if misses else ():
        print(f"    {family:22} {what}: {text} ({count}x)")
    if floors is None:
        return [f"{case.name}: has no floors; run --raise once"]
    below = [
        f"{case.name}: {row} is {reached.get(row)} and must be {floor}"
        for row, floor in sorted(floors.rows.items())
        if reached.get(row, 0.0) < floor
    ]
    if floors.digest != case.digest():
        below.append(f"{case.name}: the case has changed; look at the scores, then run --raise")
    return below


if __name__ == "__main__":
    sys.exit(main())
