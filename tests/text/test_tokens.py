"""Tokens in tables; places that re-slice to the words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.lang.pack import CODES
from semeja.text.tokens import tokenise

GOLDEN = Path(__file__).parents[1] / "golden"
ROWS = [
    line.split("\t")
    for code in CODES
    for line in (GOLDEN / code / "tokens.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_tokens_are_those_of_the_table(text: str, expected: str) -> None:
    assert list(tokenise(text).words) == expected.split()


@given(st.text(alphabet="Aab1.,'’-– \n\u00ad\u200bRp/%“\"é漢", max_size=80))
def test_tokens_lie_apart_in_order_and_leave_only_blanks(text: str) -> None:
    tokens = tokenise(text)
    position = 0
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        assert text[start:end] == word
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_a_part_of_a_text_has_tokens_inside_the_part(text: str, start: int, end: int) -> None:
    tokens = tokenise(text, start, end)
    assert all(start <= place for place in tokens.starts)
    assert all(place <= end for place in tokens.ends)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words) == len(tokens.keys)


def test_invisible_characters_are_no_part_of_a_key() -> None:
    tokens = tokenise("peme\u00adrintah dae\u200brah")
    assert tokens.keys == ("pemerintah", "daerah")
    assert tokens.words == ("peme\u00adrintah", "dae\u200brah")
