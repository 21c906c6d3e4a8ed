"""The gold records of the PLOVER project: sentences of the CAMEO manual, coded by hand."""

import json
import re
from typing import Any

from benchmarks.quality.parts.data import DATA, text_of
from benchmarks.quality.parts.events_scoring import Case, Record

FOLDER = DATA / "plover" / "gsr"

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the draft of 2016 by their names today (PLOVER manual, version 2.0)."""

MODES = {
    "strike-hun": "hunger",
    "strike-gen": "strike",
    "riot-spon": "riot",
    "demo-org": "demo",
    "demo-spon": "demo",
    "host": "visit",
    "assassinate": "targeted",
    "confiscate": "seize",
    "detain": "arrest",
    "ban": "restrict",
    "curfew": "curfew",
}
"""Modes of the draft of 2016 by their names today."""

_UNKNOWN_MODES = frozenset({"", "other", "destroy", "political"})
_LEAF = re.compile(r"^(\d{3,4}): *([A-Z]+)", re.MULTILINE)


def cases() -> list[Case]:
    """Each sentence once, with all records that the file gives it."""
    found: dict[str, list[Record]] = {}
    for row in json.loads(text_of(FOLDER / "gsr.json.gz")):
        if row.get("text"):
            found.setdefault(" ".join(row["text"].split()), []).append(_record(row))
    return [Case(f"gsr-{at}", text, tuple(records)) for at, (text, records) in enumerate(found.items())]


def cameo_types() -> dict[str, str]:
    """PLOVER type of a CAMEO code, from the project's own table of 2021."""
    return {found[1]: found[2] for found in _LEAF.finditer(text_of(FOLDER / "CAMEO2PLOVER-2021.txt"))}


def _record(row: dict[str, Any]) -> Record:
    mode = row.get("mode") or ""
    kind = RENAMED.get(row["event"], row["event"])
    if row["event"] in ("DISAPPROVE", "INVESTIGATE"):
        mode = row["event"].casefold()
    return Record(
        type=kind,
        mode=None if mode in _UNKNOWN_MODES else MODES.get(mode, mode),
        actor=_names(row.get("source")),
        recipient=_names(row.get("target")),
    )


def _names(side: object) -> tuple[str, ...]:
    if not isinstance(side, list):
        return ()
    return tuple(one["actorText"].casefold() for one in side if one.get("actorText"))
