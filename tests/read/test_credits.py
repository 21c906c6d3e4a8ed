"""Marks of provenance on golden tables that a person can read.

A text is a body paragraph, or several parted by `¶`; a paragraph that starts with `caption>`, `meta>`, `byline>` or
`title>` stands in that zone, `own>X` names the article's own outlet. A row holds one credit: its text, name, relation,
scope and address; `correction`, `note`, `reply` or `update` as relation is a mark of correction. `-`: there is none.
"""

import re
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from semeja.lang.outlets import find_outlet, outlets
from semeja.lang.pack import load_pack
from semeja.read.credits import find_corrections, find_credits
from semeja.read.draft import Draft
from semeja.read.sentences import split
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Structure
from semeja.records.span import Span

GOLDEN = Path(__file__).parents[1] / "golden"
ZONES = {"caption": "caption", "meta": "metadata", "title": "title", "byline": "metadata"}

Row = tuple[str, ...]


def draft_of(code: str, marked: str) -> Draft:
    """A draft of a marked text with real sentences and tokens."""
    paragraphs: list[Paragraph] = []
    plain, outlet, byline = "", None, None
    for part in marked.split("¶"):
        label, _, rest = part.partition(">")
        if label == "own":
            outlet = rest
            continue
        zone, line = (ZONES[label], rest) if label in ZONES else ("body", part)
        span = Span(len(plain), len(plain) + len(line))
        byline = span if label == "byline" else byline
        paragraphs.append(Paragraph(span.start, span.end, zone))
        plain += line + "\n"
    view = CleanView(plain, tuple(paragraphs), (), Structure(outlet_name=outlet, byline=byline))
    article = Article(id="a", source="test", text=plain, text_sha256="")
    draft = Draft(article=article, pack=load_pack(code), view=view)
    sentences, tokens = split(view, draft.pack)
    return replace(draft, sentences=sentences, tokens=tokens)


def rows_of(draft: Draft) -> list[Row]:
    """Credits and corrections of a draft as rows of the table."""
    text = draft.view.text
    rows: list[Row] = [(text[c.start : c.end], c.name, c.relation, c.scope, c.url or "") for c in find_credits(draft)]
    return rows + [(text[mark.start : mark.end], "", mark.kind, "", "") for mark in find_corrections(draft)]


def golden(code: str) -> list[tuple[str, str, list[Row]]]:
    """Texts of a language with their rows."""
    lines = (GOLDEN / code / "credits.tsv").read_text("utf-8").splitlines()
    cells = [tuple((line + "\t" * 5).split("\t")[:6]) for line in lines if line.strip() and not line.startswith("#")]
    filled: list[Row] = []
    for row in cells:
        filled.append(row if row[0] else (filled[-1][0], *row[1:]))
    grouped = groupby(filled, key=lambda row: row[0])
    return [(code, text, [row[1:] for row in group if row[1] != "-"]) for text, group in grouped]


@pytest.mark.parametrize(("code", "text", "expected"), [*golden("id"), *golden("en")])
def test_golden(code: str, text: str, expected: list[Row]) -> None:
    assert rows_of(draft_of(code, text)) == expected


def test_outlet_ids_are_unique_slugs() -> None:
    identifiers = [outlet.id for outlet in outlets()]
    assert len(set(identifiers)) == len(identifiers)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier) for identifier in identifiers)
    assert {outlet.kind for outlet in outlets()} <= {"agency", "outlet", "document", "social"}


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Al-Jazeera", "al-jazeera"), ("Aljazeera", "al-jazeera"), ("KOMPAS.com", "kompas"), ("reuters.com", "reuters")],
)
def test_outlets_are_found_by_any_spelling(name: str, identifier: str) -> None:
    outlet = find_outlet(name)
    assert outlet is not None
    assert outlet.id == identifier


def test_an_unknown_name_is_no_outlet() -> None:
    assert find_outlet("Kantor Berita Samudra") is None


@example(["Sumber: ", "dilansir ", "/", "dilansir "])
@given(
    st.lists(
        st.sampled_from(["dilansir ", "dari ", "Samudra ", "(KBS) - ", "Sumber: ", "https://a.b/", "\n", "/", "."])
    )
)
def test_any_text_gives_spans_inside_the_text(parts: list[str]) -> None:
    plain = "".join(parts)
    for credit in find_credits(draft_of("id", plain.replace("\n", "¶"))):
        assert 0 <= credit.start < credit.end <= len(plain) + 1
        assert credit.name.strip()


def test_twenty_thousand_marks_end() -> None:
    assert len(find_credits(draft_of("id", "seperti dilansir dari Samudra, " * 20_000))) == 20_000
