"""The golden tables of times and quantities: rows whose bracketed spans and values must come out exactly."""

from collections.abc import Callable, Sequence

import msgspec
from benchmarks.quality.cases import ROOT
from msgspec.structs import replace

from semeja.lang.pack import Pack
from semeja.read.draft import Draft
from semeja.records.article import Article
from semeja.records.reading import CleanView, Credit, Paragraph, Sentence, Structure, Tokens
from semeja.text.tokens import tokenise

STORY_DAY = "2022-01-21"
"""The day of publication of rows that state none."""

BEFORE = {
    "times": "Of rows added to a code that had not seen them, 48 of 90 Indonesian and 41 of 70 English ones were right "
    "before any change: what to expect of unseen forms.",
    "quantities": "Of rows added to a code that had not seen them, 49 of 74 Indonesian and 80 of 104 English ones were "
    "right before any change: what to expect of unseen forms.",
}


class Row(msgspec.Struct, frozen=True):
    """One row: its plain text, the day it was published, what must be found as (span, value) in order."""

    text: str
    published: str
    expected: tuple[tuple[str, str], ...]


def golden(code: str, stage: str) -> list[Row]:
    """The rows of `tests/golden/<code>/<stage>.tsv`, without head lines."""
    lines = (ROOT / "tests" / "golden" / code / f"{stage}.tsv").read_text("utf-8").splitlines()
    return [_row(line.split("\t")) for line in lines if line and not line.startswith("#")]


def _row(cells: Sequence[str]) -> Row:
    published, sentence, values = cells if len(cells) == 3 else (STORY_DAY, *cells)
    parts = sentence.replace("]", "[").split("[")
    expected = zip(parts[1::2], [value for value in values.split("; ") if value], strict=True)
    return Row("".join(parts), published, tuple(expected))


def share(rows: Sequence[Row], read: Callable[[Row], Sequence[tuple[str, str]]]) -> float:
    """The share of rows that a reader gets exactly right."""
    return sum(tuple(read(row)) == row.expected for row in rows) / len(rows)


def draft_of_line(row: Row, pack: Pack) -> Draft:
    """A draft whose only sentence is the row."""
    tokens, end = tokenise(row.text), len(row.text)
    article = Article("a1", "a1.txt", row.text, "0" * 64, published=row.published)
    view = CleanView(row.text, (Paragraph(0, end, "body"),), (), Structure())
    sentence = Sentence(0, end, 0, "body", 0, len(tokens.starts))
    return Draft(article=article, pack=pack, view=view, sentences=(sentence,), tokens=tokens)


def pieces(
    draft: Draft,
    split: Callable[[CleanView, Pack], tuple[tuple[Sentence, ...], Tokens]],
    find_credits: Callable[[Draft], tuple[Credit, ...]],
) -> Draft:
    """The draft with its sentences and credits, as the stages after them want it."""
    sentences, tokens = split(draft.view, draft.pack)
    draft = replace(draft, sentences=sentences, tokens=tokens)
    return replace(draft, credits=find_credits(draft))
