"""Pointers: golden tables of both languages with quotations made by hand, and what must stay open."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.read.golden_drafts import draft_of, golden_rows

from semeja.lang.pack import CODES
from semeja.read.coreference import resolve
from semeja.read.draft import Draft
from semeja.read.names import find_names
from semeja.read.sentences import split
from semeja.records.reading import CleanView, Mention, Paragraph, Quotation
from semeja.records.span import Span

POINTING = ("pronoun", "clitic", "demonstrative")


@dataclass(frozen=True)
class Written:
    """A quotation as a golden row writes it: `kind:speaker[>addressee]:words[:cue]`."""

    kind: str
    speaker: str
    addressee: str
    words: str
    cue: str


def parsed(cell: str) -> Written:
    kind, sort, name, rest = cell.split(":", 3)
    speaker, addressee = f"{sort}:{name}", ""
    if ">" in name:
        first, other = name.split(">")
        second, rest = rest.split(":", 1)
        speaker, addressee = f"{sort}:{first}", f"{other}:{second}"
    words, _, cue = rest.partition(":")
    return Written(kind, speaker, addressee, words, cue)


def quotation(draft: Draft, cell: str) -> Quotation:
    text, written = draft.view.text, parsed(cell)
    start = text.index(written.words)
    end = start + len(written.words)
    at = text.index(written.cue, end) if written.cue else 0
    return Quotation(
        start,
        end,
        kind=written.kind,
        speaker=(written.speaker,),
        addressee=(written.addressee,) if written.addressee else (),
        cue=Span(at, at + len(written.cue)) if written.cue else None,
        setting=None,
        relayed_via=None,
        polarity="affirmed",
        sentence=next(index for index, one in enumerate(draft.sentences) if one.start <= start < one.end),
        rule="test",
    )


def read_names(code: str, text: str) -> Draft:
    draft = draft_of(code, "x")
    view = CleanView(text, (Paragraph(0, len(text), "body"),), (), draft.view.structure)
    sentences, tokens = split(view, draft.pack)
    draft = replace(draft, view=view, sentences=sentences, tokens=tokens)
    cast, mentions = find_names(draft)
    return replace(draft, cast=cast, mentions=mentions)


def word(text: str, mention: Mention) -> str:
    """The words of a pointer; for a clitic the word that it hangs on."""
    start = mention.start
    while mention.form == "clitic" and start and text[start - 1].isalpha():
        start -= 1
    return text[start : mention.end]


@pytest.mark.parametrize(
    ("code", "text", "quotes", "expected"), golden_rows("id", "coreference") + golden_rows("en", "coreference")
)
def test_golden(code: str, text: str, quotes: str, expected: str) -> None:
    draft = read_names(code, text)
    draft = replace(draft, quotes=tuple(quotation(draft, cell) for cell in quotes.split("|") if cell))
    found = [f"{word(text, one)} = {' & '.join(one.entities) or '?'}" for one in resolve(draft) if one.form in POINTING]
    assert found == [row for row in expected.split(" | ") if row]


@given(st.text(alphabet=' .,"-abcde AS Rusia Budi ia mereka keduanya itu he they kata pasukannya\n', max_size=250))
def test_mentions_keep_their_order_and_names(text: str) -> None:
    for code in CODES:
        draft = read_names(code, text)
        resolved = resolve(draft)
        ids = {one.id for one in draft.cast}
        assert [(one.start, one.end, one.form) for one in resolved] == [
            (one.start, one.end, one.form) for one in draft.mentions
        ]
        assert all(set(one.entities) <= ids for one in resolved)
        assert all(old.entities in ((), new.entities) for old, new in zip(draft.mentions, resolved))
