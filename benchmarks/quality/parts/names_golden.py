"""Own sentences of Indonesian news with their names marked: `[P:…]` person, `[O:…]` organisation, `[L:…]` place."""

import re

from benchmarks.quality.cases import ROOT
from benchmarks.quality.parts.names_cases import KINDS, NAMING, Span

from semeja.lang.pack import Pack
from semeja.read.draft import Draft
from semeja.read.names import find_names
from semeja.read.sentences import split
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Structure

FILE = ROOT / "tests" / "golden" / "id" / "name_spans.tsv"
MARKED = re.compile(r"\[([POL]):([^]]*)\]")
LETTERS = {"P": "PERSON", "O": "ORGANISATION", "L": "PLACE"}


def golden() -> list[tuple[str, frozenset[Span]]]:
    """Sentences without their marks, and the spans of characters that were marked."""
    lines = FILE.read_text("utf-8").splitlines()
    return [unmarked(line) for line in lines if line and not line.startswith("#")]


def unmarked(line: str) -> tuple[str, frozenset[Span]]:
    """One sentence without its marks, and where they stood."""
    text, spans, done = "", [], 0
    for match in MARKED.finditer(line):
        text += line[done : match.start()]
        spans.append((len(text), len(text) + len(match[2]), LETTERS[match[1]]))
        text += match[2]
        done = match.end()
    return text + line[done:], frozenset(spans)


def named(text: str, pack: Pack) -> frozenset[Span]:
    """The names that the naming stage finds in a sentence, read as an article of its own."""
    view = CleanView(text, (Paragraph(0, len(text), "body"),), (), Structure())
    sentences, tokens = split(view, pack)
    article = Article("a1", "a1.txt", text, "0" * 64)
    draft = Draft(article=article, pack=pack, view=view, sentences=sentences, tokens=tokens)
    return frozenset(
        (one.head_start, one.head_end, KINDS[one.kind])
        for one in find_names(draft)[1]
        if one.form in NAMING and one.kind in KINDS
    )
