"""Times: own golden tables, MEANTIME's marks of time and their values."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.quality.parts import times_others
from benchmarks.quality.parts.figures import Figure, PartFigures
from benchmarks.quality.parts.golden import BEFORE, Row, draft_of_line, golden, pieces, share
from benchmarks.quality.parts.meantime import Document, Marked, days_of, documents

from semeja.lang.pack import Pack, load_pack
from semeja.read.cleaning import clean
from semeja.read.credits import find_credits
from semeja.read.draft import Draft
from semeja.read.sentences import split
from semeja.read.times import find_times
from semeja.records.article import Article
from semeja.records.reading import TimeExpression

Found = tuple[int, int, str]
"""Start, end, value (empty: none)."""
Finder = Callable[[Document], list[Found]]

_SPANS = "MEANTIME, all marks"
_POINTS = "MEANTIME, marks with a place in the calendar"
_PUBLISHED = {
    "HeidelTime, TempEval-3 English, with durations (published)": 0.776,
}
_ROWS = {"id": 120, "en": 80}


def measure(baselines: bool) -> PartFigures:
    """All figures of the part."""
    figures = [_golden_figure(code, baselines) for code in ("id", "en")]
    texts = documents()
    finders: dict[str, Finder] = {"": partial(found_in, pack=load_pack("en"))}
    if baselines:
        finders[f"{times_others.NAME} search"] = times_others.searched
    read = {name: [_marked_part(document, finder(document)) for document in texts] for name, finder in finders.items()}
    parsed = {f"{times_others.NAME} parse": times_others.parsed_share(texts)} if baselines else {}
    figures += [*_span_figures(texts, read), *_value_figures(texts, read), _given_spans(texts, read, parsed)]
    return PartFigures("times", tuple(figures), MISSES, tuple(_NOTES.strip().split("\n")))


_NOTES = f"""
Golden tables: a row counts when every span and every value in it is right. {BEFORE["times"]}
MEANTIME: people marked the title, the date line and four sentences of each document, and that part counts; the \
whole text is cleaned, split and read, and its own date line gives the day of publication. Strict: \
the same characters; relaxed: any overlap. Values are compared as days (a quarter is its three months) and, where \
both tell one, as a time of day; durations, sets and vague references have no place in the calendar and count for \
spans only.
dateparser gets the day of publication as its base; a value of its own is taken as right when its day lies in the \
marked one (it always answers with a day). HeidelTime's figure is its published one on TempEval-3, another set, where \
durations count too. IndoTimex (published): F1 0.929 and 0.853 on 75 articles of one Indonesian paper, not available.
Half of the documents, by a digest, were never looked at: their values are told apart in "unseen half".
"""
MISSES = tuple(
    """
MEANTIME, half that was looked at, spans only: adjectives and adverbs of vague time (current, recent, later; 11), bare \
days, weeks and minutes without a count (10), the article left out of a span (8).
MEANTIME, same half, values: a range read as one time where people marked its two ends (6), a year behind the name of \
a conference (2), days known by a name (2), a week told where a day is meant (a week ago; 1), an anaphor (by that \
time; 1); in five places the mark itself is wrong by a day, a week, a year or half a day.
Not read: Hijri and Javanese dates, holidays that move with the moon (no value is made up), weeks of a month (the \
second week of January is January).
""".strip().split("\n")
)


def _golden_figure(code: str, baselines: bool) -> Figure:
    rows = golden(code, "times")
    beside = {times_others.NAME + " search": share(rows, times_others.row_reader(code))} if baselines else {}
    right = share(rows, partial(row_times, pack=load_pack(code)))
    name = f"own golden table, {code} (≥ {_ROWS[code]} rows)"
    return Figure(name, "rows exactly right", len(rows), right, 1.0, beside=beside)


def row_times(row: Row, pack: Pack) -> list[tuple[str, str]]:
    """The spans and values of one golden row, as its columns write them."""
    times, _, _ = find_times(draft_of_line(row, pack))
    return [(row.text[time.start : time.end], written(time)) for time in times]


def written(time: TimeExpression) -> str:
    """Value, granularity and modifier, as the golden tables write them."""
    if time.value is None:
        return "-"
    return " ".join(part for part in (time.value, time.granularity, time.modifier) if part)


def found_in(document: Document, pack: Pack) -> list[Found]:
    """What the reading finds in a document."""
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    article = Article(id="a" + digest[:12], source=document.id, text=document.text, text_sha256=digest)
    draft = pieces(Draft(article=article, pack=pack, view=clean(article, (pack.cleaning,))), split, find_credits)
    times, _, _ = find_times(draft)
    return [(time.start, time.end, time.value or "") for time in times]


def _marked_part(document: Document, found: Sequence[Found]) -> list[Found]:
    """What lies in the part of the document that people marked."""
    return [one for one in found if one[0] < document.limit]


def _unseen(document: Document) -> bool:
    return hashlib.sha256(document.id.encode()).digest()[0] % 2 == 0


def overlapping(marks: Sequence[Marked], found: Sequence[Found]) -> list[tuple[Marked, Found]]:
    """Each mark with the find that shares most characters with it, one to one, in order."""
    pairs, taken = [], set()
    for mark in marks:
        shared = [
            (min(mark.end, one[1]) - max(mark.start, one[0]), -index)
            for index, one in enumerate(found)
            if index not in taken and one[0] < mark.end and mark.start < one[1]
        ]
        if shared:
            index = -max(shared)[1]
            taken.add(index)
            pairs.append((mark, found[index]))
    return pairs


def f1(right: int, marked: int, found: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (marked + found) if right else 0.0


Read = dict[str, list[list[Found]]]


def _span_figures(texts: Sequence[Document], read: Read) -> list[Figure]:
    strict = {name: _span_f1(texts, found, strict=True) for name, found in read.items()}
    relaxed = {name: _span_f1(texts, found, strict=False) for name, found in read.items()}
    count = sum(len(document.times) for document in texts)
    return [_figure(_SPANS, "span F1, strict", count, strict), _figure(_SPANS, "span F1, relaxed", count, relaxed)]


def _figure(cases: str, measure: str, count: int, by_name: dict[str, float], **given: float) -> Figure:
    others = {name: value for name, value in by_name.items() if name}
    return Figure(cases, measure, count, by_name[""], beside=others | given)


def _span_f1(texts: Sequence[Document], read: Sequence[Sequence[Found]], *, strict: bool) -> float:
    right = 0
    for document, found in zip(texts, read, strict=True):
        pairs = overlapping(document.times, found)
        right += sum(not strict or (mark.start, mark.end) == one[:2] for mark, one in pairs)
    return f1(right, sum(len(one.times) for one in texts), sum(map(len, read)))


def points(document: Document) -> list[Marked]:
    """The marks with a place in the calendar."""
    return [mark for mark in document.times if days_of(mark.value)]


def same_value(mark: Marked, value: str, *, within: bool = False) -> bool:
    """Whether two values name the same days, and the same time of day where both tell one."""
    wanted, given = days_of(mark.value), days_of(value)
    if wanted is None or given is None:
        return False
    if within:
        return wanted[0] <= given[0] <= wanted[1]
    clocks = not (wanted[2] and given[2]) or wanted[2] == given[2]
    return wanted[:2] == given[:2] and clocks


def _value_f1(texts: Sequence[Document], read: Sequence[Sequence[Found]], *, within: bool) -> float:
    right = marked = told = 0
    for document, found in zip(texts, read, strict=True):
        valued = [one for one in found if one[2]]
        marks = points(document)
        right += sum(same_value(mark, one[2], within=within) for mark, one in overlapping(marks, valued))
        marked, told = marked + len(marks), told + len(valued)
    return f1(right, marked, told)


def _value_figures(texts: Sequence[Document], read: Read) -> list[Figure]:
    by_name = {name: _value_f1(texts, found, within=bool(name)) for name, found in read.items()}
    count = sum(len(points(document)) for document in texts)
    unseen = [index for index, document in enumerate(texts) if _unseen(document)]
    half = {
        name: _value_f1([texts[index] for index in unseen], [found[index] for index in unseen], within=bool(name))
        for name, found in read.items()
    }
    count_unseen = sum(len(points(texts[index])) for index in unseen)
    return [
        _figure(_POINTS, "value F1 (relaxed span)", count, by_name, **_PUBLISHED),
        _figure(_POINTS, "value F1 (relaxed span), unseen half", count_unseen, half),
    ]


def _given_spans(texts: Sequence[Document], read: Read, parsed: dict[str, float]) -> Figure:
    """The share of marks with a place in the calendar whose value is right."""
    right = count = 0
    for document, found in zip(texts, read[""], strict=True):
        marks = points(document)
        count += len(marks)
        right += sum(same_value(mark, one[2]) for mark, one in overlapping(marks, found))
    return Figure(_POINTS, "values right", count, right / count, beside=parsed)
