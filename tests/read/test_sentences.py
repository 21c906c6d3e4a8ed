"""Sentence ends in tables of paragraphs, the same test for each language."""

import re
from pathlib import Path

import pytest

from semeja.lang.pack import CODES
from semeja.lang.segmentation import load
from semeja.read.sentences import sentence_spans
from semeja.records.reading import Paragraph

GOLDEN = Path(__file__).parents[1] / "golden"
ROWS = [
    (code, line)
    for code in CODES
    for line in (GOLDEN / code / "sentences.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_sentences_end_where_the_table_says(code: str, row: str) -> None:
    known_miss, row = row.startswith("~"), row.removeprefix("~")
    expected = re.split(r" \| |\|", row)
    text = row.replace(" | ", " ").replace("|", "")
    spans = list(sentence_spans(text, Paragraph(0, len(text), "body"), load(code)))
    assert ([text[start:end] for start, end in spans] == expected) is not known_miss


@pytest.mark.parametrize(("code", "least"), [("en", 150), ("id", 150), ("ms", 25)])
def test_a_language_has_a_table_that_is_long_enough(code: str, least: int) -> None:
    assert len({row for own, row in ROWS if own == code}) >= least
