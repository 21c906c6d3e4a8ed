"""Quantities: own golden tables, MEANTIME's marks of amounts, money and percent."""

import hashlib
from collections.abc import Sequence
from functools import partial

from benchmarks.quality.parts import quantities_others
from benchmarks.quality.parts.figures import Figure, PartFigures
from benchmarks.quality.parts.golden import BEFORE, Row, draft_of_line, golden, pieces, share
from benchmarks.quality.parts.meantime import Document, Marked, documents
from benchmarks.quality.parts.times import f1, overlapping
from msgspec.structs import replace

from semeja.lang.pack import Pack, load_pack
from semeja.read.cleaning import clean
from semeja.read.credits import find_credits
from semeja.read.draft import Draft
from semeja.read.quantities import find_quantities
from semeja.read.sentences import split
from semeja.read.times import find_times
from semeja.records.article import Article
from semeja.records.reading import Quantity

ROWS = 150
_MARKS = "MEANTIME, marks of amounts"
_KINDS = {"MONEY": "money", "PERCENT": "percent"}
Found = tuple[int, int, str]
"""Start, end, kind: `money`, `percent` or `amount`."""


def measure(baselines: bool) -> PartFigures:
    """All figures of the part."""
    figures = [_golden_figure(code, baselines) for code in ("id", "en")]
    texts = documents()
    read = {"": [_inside(document, found_in(document, load_pack("en"))) for document in texts]}
    if baselines:
        read[quantities_others.NAME] = [_inside(document, quantities_others.found(document.text)) for document in texts]
    count = sum(len(document.values) for document in texts)
    figures.append(_figure("span F1 (overlap)", count, {name: _f1(texts, found) for name, found in read.items()}))
    for kind, name in _KINDS.items():
        figures.append(_kind_figure(texts, read, kind, name))
    return PartFigures("quantities", tuple(figures), MISSES, tuple(_NOTES.strip().split("\n")))


_NOTES = f"""
Golden tables: a row counts when span, interval, modifier, unit and what is counted are right for every amount in it. \
{BEFORE["quantities"]}
MEANTIME: people marked amounts in the title and four sentences of each document, without values; that part counts. \
An amount without a noun, a unit or a state (a figure of an index, a rank) is no quantity here, but marked there.
Kind: a mark of money or percent counts when an amount with a currency, or in percent, overlaps it.
quantulum3 has no Indonesian; of the golden tables it gets a row when its numbers are those of the row, in order, \
whatever their spans, units and things counted.
"""
MISSES = tuple(
    """
MEANTIME, half that was looked at: levels and moves of an index without their unit (17), names of products as what is \
counted (10), ages, factors and ranks, which are no quantities here (7), sizes joined to their unit (30GB; 5), a \
currency that was lost in the text (3).
A bare number behind "remaining" or "sisanya" is not counted.
""".strip().split("\n")
)


def _golden_figure(code: str, baselines: bool) -> Figure:
    rows = golden(code, "quantities")
    beside = {f"{quantities_others.NAME}, numbers only": quantities_others.numbers_right(rows)} if baselines else {}
    right = share(rows, partial(row_quantities, pack=load_pack(code)))
    return Figure(
        f"own golden table, {code} (≥ {ROWS} rows)", "rows exactly right", len(rows), right, 1.0, beside=beside
    )


def row_quantities(row: Row, pack: Pack) -> list[tuple[str, str]]:
    """The spans and values of one golden row, as its columns write them."""
    draft = draft_of_line(row, pack)
    times, published, _ = find_times(draft)
    found = find_quantities(replace(draft, times=times, published=published))
    return [(row.text[one.start : one.end], written(one)) for one in found]


def written(quantity: Quantity) -> str:
    """Interval, modifier, unit and thing counted, as the golden tables write them."""
    low, high = (("" if bound is None else f"{bound:.15g}") for bound in (quantity.low, quantity.high))
    amount = low if low == high else f"{low}..{high}"
    return " ".join(part or "-" for part in (amount, quantity.modifier, quantity.unit, quantity.of))


def found_in(document: Document, pack: Pack) -> list[Found]:
    """What the reading finds in a document."""
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    article = Article(id="a" + digest[:12], source=document.id, text=document.text, text_sha256=digest)
    draft = pieces(Draft(article=article, pack=pack, view=clean(article, (pack.cleaning,))), split, find_credits)
    times, published, _ = find_times(draft)
    found = find_quantities(replace(draft, times=times, published=published))
    return [(one.start, one.end, _kind(one.unit)) for one in found]


def _kind(unit: str | None) -> str:
    if unit == "percent":
        return "percent"
    return "money" if unit and len(unit) == 3 and unit.isupper() else "amount"


def _inside(document: Document, found: Sequence[Found]) -> list[Found]:
    return [one for one in found if one[0] < document.limit]


def _f1(texts: Sequence[Document], read: Sequence[Sequence[Found]]) -> float:
    pairs = zip(texts, read, strict=True)
    right = sum(len(overlapping(document.values, found)) for document, found in pairs)
    return f1(right, sum(len(one.values) for one in texts), sum(map(len, read)))


def _figure(measure: str, count: int, by_name: dict[str, float]) -> Figure:
    others = {name: value for name, value in by_name.items() if name}
    return Figure(_MARKS, measure, count, by_name[""], beside=others)


def _kind_figure(texts: Sequence[Document], read: dict[str, list[list[Found]]], kind: str, name: str) -> Figure:
    marks: list[list[Marked]] = [[mark for mark in one.values if mark.kind == kind] for one in texts]
    count = sum(map(len, marks))
    right = {
        reader: sum(
            len(overlapping(wanted, [one for one in found if one[2] == name]))
            for wanted, found in zip(marks, by_text, strict=True)
        )
        / count
        for reader, by_text in read.items()
    }
    return _figure(f"marks of {name} found as such", count, right)
