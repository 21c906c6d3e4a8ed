"""From what people type to what SQLite looks for."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.errors import UsageError
from semeja.store.search_terms import LONGEST_QUERY, MOST_TERMS, marking, match_expression


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("", ""),
        ("   ", ""),
        ("gempa", '"gempa"'),
        ("gempa tewas", '"gempa" AND "tewas"'),
        ('"muara lindu"', '"muara lindu"'),
        ('"muara lindu', '"muara lindu"'),
        ('a "b c" d', '"a" AND "b c" AND "d"'),
        ("gempa -kapal", '"gempa" NOT "kapal"'),
        ('gempa -"muara lindu" -kapal', '"gempa" NOT "muara lindu" NOT "kapal"'),
        ("-kapal", ""),
        ("gem*", '"gem"*'),
        ("g*", '"g"'),
        ("*", ""),
        ("AND OR NOT NEAR", '"AND" AND "OR" AND "NOT" AND "NEAR"'),
        ("title:x", '"title x"'),
        ("ex-menteri", '"ex menteri"'),
        ("98,4", '"98 4"'),
        ('""', ""),
        ("... !?", ""),
        ("a\0b", '"a" AND "b"'),
    ],
)
def test_a_query_becomes_quoted_strings(query: str, expression: str) -> None:
    assert match_expression(query) == expression


@pytest.mark.parametrize("query", ["a" * (LONGEST_QUERY + 1), " ".join("x" for _ in range(MOST_TERMS + 1))])
def test_a_query_past_the_limits_is_refused(query: str) -> None:
    with pytest.raises(UsageError):
        match_expression(query)


@given(st.text(alphabet=st.characters(), max_size=40) | st.text(alphabet="ab\"*-+^:(){}AND OR\0'", max_size=40))
def test_no_query_breaks_the_search(query: str) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5 (title, body, content = '')")
    database.execute("INSERT INTO texts VALUES ('a', 'a b ab')")
    try:
        expression = match_expression(query)
        if expression:
            database.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (expression,)).fetchall()
        marking(query)
    except UsageError:
        assert len(query.split()) > 1
    finally:
        database.close()


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("gempa", "Gempa, gempanya; GEMPA", ["Gempa", "GEMPA"]),
        ("gem*", "gempanya gem", ["gempanya", "gem"]),
        ('"muara lindu"', "Muara-Lindu dan muara\nlindu", ["Muara-Lindu", "muara\nlindu"]),
        ("gempa -kapal", "kapal gempa", ["gempa"]),
        ("a.b", "a.b axb", ["a.b"]),
    ],
)
def test_what_was_searched_is_marked(query: str, text: str, hits: list[str]) -> None:
    pattern = marking(query)
    assert pattern is not None
    assert [match[0] for match in pattern.finditer(text)] == hits
