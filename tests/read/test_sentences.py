"""Sentence ends in tables of paragraphs, the same test for each language."""

import re
from pathlib import Path

import pytest

from semeja.lang.segmentation import load
from semeja.read.sentences import sentence_spans
from semeja.records.reading import Paragraph

GOLDEN = Path(__file__).parents[1] / "golden"
ROWS = [
    (code, line)
    for code in ("en", "id")
    for line in (GOLDEN / code / "sentences.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_sentences_end_where_the_table_says(code: str, row: str) -> None:
    expected = re.split(r" \| |\|", row)
    text = row.replace(" | ", " ").replace("|", "")
    spans = list(sentence_spans(text, Paragraph(0, len(text), "body"), load(code)))
    assert [text[start:end] for start, end in spans] == expected


def test_each_language_has_a_table_of_sixty_rows() -> None:
    assert min(sum(code == own for own, _ in ROWS) for code in ("en", "id")) >= 60
