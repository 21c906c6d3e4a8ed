"""Times: golden tables of both languages, publication, anchors, properties."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.lang.pack import CODES, load_pack
from semeja.read.draft import Draft
from semeja.read.times import find_times, nearest_time
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Sentence, Structure, TimeExpression
from semeja.records.span import Span
from semeja.text.tokens import tokenise

GOLDEN = Path(__file__).parents[1] / "golden"


def draft_of(code: str, *lines: str, published: str | None = None, zones: tuple[str, ...] = ()) -> Draft:
    """A draft whose paragraphs are the lines, a sentence each; zones default to body."""
    text = "\n".join(lines)
    tokens = tokenise(text)
    paragraphs, sentences, start = [], [], 0
    for index, line in enumerate(lines):
        end, zone = start + len(line), zones[index] if zones else "body"
        inside = [place for place, offset in enumerate(tokens.starts) if start <= offset < end]
        paragraphs.append(Paragraph(start, end, zone))
        first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
        sentences.append(Sentence(start, end, index, zone, first, last))
        start = end + 1
    article = Article("a1", "a1.txt", text, "0" * 64, published=published)
    view = CleanView(text, tuple(paragraphs), (), Structure())
    return Draft(article=article, pack=load_pack(code), view=view, sentences=tuple(sentences), tokens=tokens)


def rows(code: str) -> list[tuple[str, str, str, str]]:
    lines = (GOLDEN / code / "times.tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(code, published, sentence, values) for published, sentence, values in cells]


def bracketed(sentence: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = sentence.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


def written(time: TimeExpression) -> str:
    if time.value is None:
        return "-"
    return " ".join(part for part in (time.value, time.granularity, time.modifier) if part)


@pytest.mark.parametrize(("code", "published", "sentence", "values"), rows("id") + rows("en"))
def test_golden(code: str, published: str, sentence: str, values: str) -> None:
    plain, spans = bracketed(sentence)
    times, _, _ = find_times(draft_of(code, plain, published=published))
    assert [plain[time.start : time.end] for time in times] == spans
    assert [written(time) for time in times] == [value for value in values.split("; ") if value]
