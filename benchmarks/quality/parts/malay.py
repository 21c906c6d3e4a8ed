"""Malay, the experimental pack: own sentences, what a whole reading finds in them."""

from collections import Counter
from collections.abc import Callable, Mapping

from benchmarks.quality.cases import ROOT
from benchmarks.quality.parts.figures import Figure, PartFigures

from semeja.lang.pack import load_pack
from semeja.read.reading import draft_of, to_reading
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Reading, Structure

CASES = ROOT / "tests" / "golden" / "ms" / "reading.tsv"
PUBLISHED = "2022-01-21"
Row = tuple[str, str, str]


def measure(baselines: bool) -> PartFigures:
    """For each kind of finding the share of sentences whose findings are exactly those expected."""
    del baselines
    kinds, right = Counter[str](), Counter[str]()
    for kind, sentence, expected in cases():
        kinds[kind] += 1
        right[kind] += found(kind, sentence) == expected
    figures = [Figure(f"own sentences: {kind}", "rows exact", n, right[kind] / n) for kind, n in kinds.items()]
    return PartFigures("malay", tuple(figures), MISSES, NOTES)


def cases() -> list[Row]:
    """(kind, sentence, what must be found) of every row."""
    lines = CASES.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(kind, sentence, expected) for kind, sentence, expected in rows]


def found(kind: str, sentence: str) -> str:
    """What the reading of one sentence holds of a kind, as the table writes it."""
    article = Article("a1", "a1.txt", sentence, "0" * 64, published=PUBLISHED)
    view = CleanView(sentence, (Paragraph(0, len(sentence), "body"),), (), Structure())
    return SHOWN[kind](sentence, to_reading(draft_of(article, view, load_pack("ms"))))


def quotes(text: str, reading: Reading) -> str:
    return "; ".join(f"{one.kind}: {text[one.start : one.end]}" for one in reading.quotes)


def times(_: str, reading: Reading) -> str:
    return "; ".join(one.value or "-" for one in reading.times if one.start or one.end)


def quantities(_: str, reading: Reading) -> str:
    return "; ".join(f"{amount(one.low, one.high)} {one.of or '-'}" for one in reading.quantities)


def amount(low: float | None, high: float | None) -> str:
    """`12`, `200..999`, `500..` (open above), `..40` (open below)."""
    if low == high and low is not None:
        return f"{low:g}" if low % 1 else f"{low:.0f}"
    return f"{'' if low is None else f'{low:.0f}'}..{'' if high is None else f'{high:.0f}'}"


def events(_: str, reading: Reading) -> str:
    return " ".join(one.type for one in reading.events if one.polarity == "affirmed")


def names(_: str, reading: Reading) -> str:
    return " ".join(dict.fromkeys(id for one in reading.mentions for id in one.entities))


SHOWN: Mapping[str, Callable[[str, Reading], str]] = {
    "quote": quotes,
    "time": times,
    "quantity": quantities,
    "event": events,
    "name": names,
}
NOTES = (
    "A skeleton, marked experimental: own tables of a few hundred rows, none copied from Indonesian.",
    "First run: quotes 12 of 12, times 11 (a wrong gold row), quantities 12, names 8 of 8, events 14 of 16.",
    "One sentence a row, read by the whole chain with a stated day of publication; a row counts when all is right.",
)
MISSES = (
    "The rows are short and written by the hand that wrote the lists: news text will do worse.",
    "No meanings across languages, so Malay claims are not compared with those of other languages by their wording.",
)
