"""Mentions given, chains wanted: the sieves on sentences with bracket marks, and what must hold for any list."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.golden_drafts import golden_rows

from semeja.lang.pack import CODES, load_pack
from semeja.lang.referring import weights
from semeja.read.coreference.antecedents import FEATURES, OPEN_FEATURES
from semeja.read.coreference.candidates import Candidate, Page, candidate
from semeja.read.coreference.linking import link
from semeja.read.sentences import split
from semeja.records.reading import CleanView, Paragraph, Structure

_OPENING = re.compile(r"\[(name|nominal|pronoun|clitic)(?::(\w+))?(?::(\w+))? ")


def read_marks(code: str, marked: str) -> tuple[Page, tuple[Candidate, ...]]:
    """The page of a sentence without its marks `[form:kind:number words]`, and its candidates."""
    text, waiting, spans = "", [], []
    at = 0
    while at < len(marked):
        match = _OPENING.match(marked, at)
        if match:
            waiting.append((len(text), match))
            at = match.end()
            continue
        if marked[at] == "]":
            start, mark = waiting.pop()
            spans.append((start, len(text), mark[1], mark[2] or "person", mark[3] or default_number(mark[1])))
        else:
            text += marked[at]
        at += 1
    page = page_of(code, text)
    return page, tuple(candidate(page, *span) for span in sorted(spans, key=lambda span: (span[0], -span[1])))


def default_number(form: str) -> str:
    return "any" if form == "nominal" else "singular"


def page_of(code: str, text: str) -> Page:
    pack = load_pack(code)
    view = CleanView(text, (Paragraph(0, len(text), "body"),), (), Structure())
    sentences, tokens = split(view, pack)
    starts = tuple(one.start for one in sentences)
    return Page(text, tokens, sentences, starts, pack.referring, pack.naming.lists["oblique"])


@pytest.mark.parametrize(("code", "marked", "expected"), golden_rows("id", "chains") + golden_rows("en", "chains"))
def test_golden(code: str, marked: str, expected: str) -> None:
    page, candidates = read_marks(code, marked)
    chains = link(page, candidates, weights())
    found: dict[int, list[str]] = {}
    for index, one in enumerate(candidates):
        found.setdefault(chains.of(index), []).append(page.text[one.start : one.end])
    assert [" = ".join(chain) for chain in found.values()] == expected.split(" | ")


@pytest.mark.parametrize("by_hand", [False, True])
def test_weights_answer_every_question(by_hand: bool) -> None:
    for table in weights(by_hand).values():
        assert [len(column) for column in table.described] == [len(answers) for answers in FEATURES.values()]
        assert [len(column) for column in table.open] == [len(answers) for answers in OPEN_FEATURES.values()]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Budi", "Budi Santoso", "Rina", "pria itu", "ia", "mereka", "seorang dokter", "nya"]),
            st.sampled_from(["name", "nominal", "pronoun", "clitic"]),
            st.sampled_from([(), ("person:a",), ("person:b",)]),
            st.sampled_from([". ", ", ", " dan ", " adalah "]),
        ),
        min_size=1,
        max_size=12,
    ),
    st.floats(0, 3),
)
def test_known_characters_stay_apart(pieces: list[tuple[str, str, tuple[str, ...], str]], margin: float) -> None:
    text, spans = "", []
    for words, form, ids, gap in pieces:
        spans.append((len(text), len(text) + len(words), form, ids))
        text += words + gap
    for code in CODES:
        page = page_of(code, text)
        candidates = tuple(candidate(page, start, end, form, "person", "any", ids) for start, end, form, ids in spans)
        chains = link(page, candidates, weights(), margin)
        for index, one in enumerate(candidates):
            assert one.ids in ((), chains.ids(index))
            assert index in chains.members(index)
            assert chains.of(index) == min(chains.members(index))
