"""Sentences and surface tokens of a Universal Dependencies treebank, as places in a running text."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.quality.parts.data import text_of

PARAGRAPH = 10
"""Sentences that are joined into one text: about what a page gives without paragraphs."""

Spans = list[tuple[int, int]]


def paragraphs(path: Path) -> Iterator[tuple[str, Spans]]:
    """Texts of `PARAGRAPH` sentences of a CoNLL-U file, joined by a blank, with the spans of the sentences."""
    texts = [line.removeprefix("# text = ") for line in text_of(path).splitlines() if line.startswith("# text = ")]
    for first in range(0, len(texts), PARAGRAPH):
        yield joined(texts[first : first + PARAGRAPH])


def joined(texts: Iterable[str]) -> tuple[str, Spans]:
    """The texts with a blank between two, and where each stands."""
    spans: Spans = []
    place = 0
    for text in texts:
        spans.append((place, place + len(text)))
        place += len(text) + 1
    return " ".join(texts), spans


def tokens(path: Path) -> Iterator[tuple[str, Spans]]:
    """Each sentence with the spans of its surface tokens; the words that one token is split into are left out."""
    text, spans, place, covered = "", Spans(), 0, 0
    for line in text_of(path).splitlines():
        if line.startswith("# text = "):
            text, spans, place, covered = line.removeprefix("# text = "), [], 0, 0
        elif line and line[0].isdigit():
            number, form = line.split("\t")[:2]
            first, _, last = number.partition("-")
            if not first.isdigit() or int(first) <= covered:
                continue
            covered = int(last) if last else covered
            start = text.find(form, place)
            spans.append((start, start + len(form)))
            place = start + len(form)
        elif not line and text:
            yield text, spans
            text = ""


def inner(spans: Sequence[tuple[int, int]]) -> set[int]:
    """The ends between sentences: that of the last one needs no finding."""
    return {end for _, end in spans[:-1]}


def located(text: str, pieces: Iterable[str]) -> Spans:
    """Where pieces stand that follow each other in a text; what cannot be found is passed over."""
    spans: Spans = []
    place = 0
    for piece in pieces:
        bare = piece.strip()
        start = text.find(bare, place) if bare else -1
        if start >= 0:
            spans.append((start, start + len(bare)))
            place = start + len(bare)
    return spans


def f1(pairs: Iterable[tuple[set[object], set[object]]]) -> tuple[float, int]:
    """Micro-averaged F1 of found against expected places, and how many are expected."""
    right = found = expected = 0
    for ours, gold in pairs:
        right, found, expected = right + len(ours & gold), found + len(ours), expected + len(gold)
    return (2 * right / (found + expected) if found + expected else 0.0), expected
