"""Golden tables with bracketed spans, and drafts made of plain lines, for the stages that read tokens only."""

from pathlib import Path

from semeja.lang.pack import load_pack
from semeja.read.draft import Draft
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Sentence, Structure
from semeja.text.tokens import tokenise

GOLDEN = Path(__file__).parents[1] / "golden"


def golden_rows(code: str, stage: str) -> list[tuple[str, ...]]:
    """(language, cell, …) of `golden/<code>/<stage>.tsv`, without its head."""
    lines = (GOLDEN / code / f"{stage}.tsv").read_text("utf-8").splitlines()
    return [(code, *line.split("\t")) for line in lines if line and not line.startswith("#")]


def bracketed(sentence: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = sentence.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


def draft_of(code: str, *lines: str, published: str | None = None, zones: tuple[str, ...] = ()) -> Draft:
    """A draft whose paragraphs are the lines, a sentence each; every zone is body unless `zones` says otherwise."""
    text = "\n".join(lines)
    tokens = tokenise(text)
    paragraphs, sentences, start = [], [], 0
    for index, line in enumerate(lines):
        end, zone = start + len(line), zones[index] if zones else "body"
        inside = [place for place, offset in enumerate(tokens.starts) if start <= offset < end]
        first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
        paragraphs.append(Paragraph(start, end, zone))
        sentences.append(Sentence(start, end, index, zone, first, last))
        start = end + 1
    article = Article("a1", "a1.txt", text, "0" * 64, published=published)
    view = CleanView(text, tuple(paragraphs), (), Structure())
    return Draft(article=article, pack=load_pack(code), view=view, sentences=tuple(sentences), tokens=tokens)
