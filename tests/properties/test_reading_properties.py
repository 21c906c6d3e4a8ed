"""Whatever words stand in whatever order, an article is read, and what is found lies in its text."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.lang.pack import CODES, load_pack, load_packs
from semeja.read.cleaning import clean
from semeja.read.reading import draft_of, to_reading
from semeja.records.article import Article

GOLDEN = Path(__file__).parents[1] / "golden"
ODD = (*"\u200b“”\"'()—,.:%\n🙂İ", "...", "\n\n", "Rp", "21/1/2022", "A.", "")


@cache
def words(code: str) -> tuple[str, ...]:
    """Every word of the golden tables of a language: what its rules look at."""
    tables = sorted((GOLDEN / code).glob("*.tsv"))
    return tuple(sorted({word for table in tables for word in re.findall(r"\S+", table.read_text("utf-8"))}))


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
@settings(max_examples=60)
def test_any_words_are_read(code: str, data: st.DataObject) -> None:
    drawn = data.draw(st.lists(st.sampled_from(words(code)) | st.sampled_from(ODD), min_size=1, max_size=60))
    article = Article("a1", "any.txt", " ".join(drawn), "0" * 64)
    view = clean(article, tuple(pack.cleaning for pack in load_packs().values()))
    reading = to_reading(draft_of(article, view, load_pack(code)))
    spans = [(mention.start, mention.end) for mention in reading.mentions]
    spans += [(quantity.start, quantity.end) for quantity in reading.quantities]
    assert all(0 <= start < end <= len(article.text) for start, end in spans)
