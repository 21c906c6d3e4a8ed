"""The floors file: what each case must reach, sealed so that no floor is lowered by accident."""

import hashlib
import json
import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parent / "floors.toml"
HEAD = """# What the quality gate asks of each case. Written by `python -m benchmarks.quality.gate --raise`, which only
# raises; `--lower CASE ROW VALUE --because WORDS` lowers one floor and keeps the reason. `seal` is over the floors
# and the reasons, `digest` over the case: an edit by hand or a changed case fails the gate until somebody looks.
"""


class Floors(NamedTuple):
    """Floors of one case by row name of the scorer, the digest of the case, and why a floor was ever lowered."""

    digest: str
    rows: Mapping[str, float]
    lowered: tuple[str, ...]

    def seal(self) -> str:
        """Digest over rows and reasons."""
        data = json.dumps([sorted(self.rows.items()), list(self.lowered)], ensure_ascii=False)
        return hashlib.sha256(data.encode()).hexdigest()[:16]


class SealBroken(Exception):
    """The floors of a case are not those that were sealed."""


def read_floors(path: Path = FILE) -> dict[str, Floors]:
    """Floors by case; raises SealBroken for a case whose floors were edited by hand."""
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text("utf-8"))
    found = {}
    for name, case in table.items():
        floors = Floors(case["digest"], case["rows"], tuple(case["lowered"]))
        if floors.seal() != case["seal"]:
            raise SealBroken(f"floors of {name} were edited by hand; use --raise or --lower … --because …")
        found[name] = floors
    return found


def write_floors(floors: Mapping[str, Floors], path: Path = FILE) -> None:
    """The file, cases and rows in order."""
    parts = [HEAD]
    for name, case in sorted(floors.items()):
        lowered = "".join(f"  {json.dumps(reason, ensure_ascii=False)},\n" for reason in case.lowered)
        parts.append(f'\n[{name}]\ndigest = "{case.digest}"\nseal = "{case.seal()}"\nlowered = [\n{lowered}]\n')
        parts.append(f"[{name}.rows]\n")
        parts += [f'"{row}" = {value}\n' for row, value in sorted(case.rows.items())]
    path.write_text("".join(parts).replace("lowered = [\n]", "lowered = []"), "utf-8")


def raised(before: Floors | None, digest: str, scores: Mapping[str, float]) -> Floors:
    """The higher of floor and score, scores cut to two digits; rows that the scorer no longer has stay and fail."""
    cut = {row: math.floor(value * 100) / 100 for row, value in scores.items()}
    known = dict(before.rows) if before else {}
    rows = {row: max(known.get(row, 0.0), cut.get(row, 0.0)) for row in {*known, *cut}}
    return Floors(digest, rows, before.lowered if before else ())


def lowered(before: Floors, row: str, value: float, because: str) -> Floors:
    """One floor down to `value`, the reason kept beside it."""
    reason = f"{row} {before.rows[row]} -> {value}: {because}"
    return Floors(before.digest, {**before.rows, row: value}, (*before.lowered, reason))
