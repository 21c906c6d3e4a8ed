"""The ledger: rows that a person writes down for small own stories, beside the entries that come."""

from collections import Counter
from collections.abc import Iterable, Mapping

from benchmarks.quality.parts.figures import Figure, PartFigures
from benchmarks.quality.parts.ledger_notes import FIRST, MISSES, NOTES
from tests.compare.ledger_rows import FIELDS, Comparison, compared, differences
from tests.compare.mini_stories import Case, cases, dossier_of

ALL = "small stories"
SHOWN = {
    "to": "counterpart",
    "content": "content",
    "condition": "condition",
    "deadline": "deadline",
    "status": "status",
    "answered_by": "responses linked",
    "history": "history",
}
"""Field of a row -> what the figure is called."""


def measure(baselines: bool) -> PartFigures:
    """Share of stories exactly right, precision and recall of rows, and for rows found the share with each field right.

    No other library keeps such a ledger, so nothing stands beside the figures.
    """
    found = {case["name"]: (case, compared(case, dossier_of(case))) for case in cases("ledger")}
    every = [result for _, result in found.values()]
    figures = [
        _share(ALL, "stories exactly right", [not any(differences(one)) for one in every]),
        *_rows(ALL, every),
        *_fields(every),
    ]
    for batch in sorted({case["batch"] for case, _ in found.values()}):
        figures += _batch(batch, found)
    return PartFigures("ledger", tuple(figures), MISSES, NOTES)


def _rows(name: str, every: Iterable[Comparison]) -> list[Figure]:
    count = Counter[str]()
    for one in every:
        count.update(found=len(one.pairs), missed=len(one.missed), extra=len(one.extra))
    there, expected = count["found"] + count["extra"], count["found"] + count["missed"]
    return [
        Figure(name, "rows: precision", there, count["found"] / there),
        Figure(name, "rows: recall", expected, count["found"] / expected),
    ]


def _fields(every: Iterable[Comparison]) -> list[Figure]:
    right: dict[str, list[bool]] = {field: [] for field in FIELDS}
    for one in every:
        for row, item in one.pairs:
            for field in FIELDS.keys() & row.keys():
                right[field].append(FIELDS[field](one.dossier, row, item))
    return [_share(ALL, f"rows found: {SHOWN[field]}", right[field]) for field in FIELDS]


def _batch(batch: int, found: Mapping[str, tuple[Case, Comparison]]) -> list[Figure]:
    own = [result for case, result in found.values() if case["batch"] == batch]
    right = [not any(differences(one)) for one in own]
    return [_share(f"batch {batch} (first run: {FIRST[batch]})", "stories exactly right", right)]


def _share(name: str, measure_: str, right: list[bool]) -> Figure:
    return Figure(name, measure_, len(right), sum(right) / len(right))
