"""Names: golden tables of both languages, zones, metonyms of one word in two places, properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.read.golden_drafts import draft_of, golden_rows

from semeja.lang.pack import CODES
from semeja.read.names import find_names
from semeja.read.sentences import split
from semeja.records.reading import CleanView, Credit, Mention, Paragraph

POINTING = ("pronoun", "clitic")


def named(
    code: str, *lines: str, zones: tuple[str, ...] = ()
) -> tuple[dict[str, str | None], list[tuple[str, Mention]]]:
    """Whom each character acts for, and the mentions with their words."""
    draft = draft_of(code, *lines, zones=zones)
    paragraphs = draft.view.paragraphs
    view = CleanView(draft.view.text, paragraphs, (), draft.view.structure)
    sentences, tokens = split(view, draft.pack)
    cast, mentions = find_names(replace(draft, view=view, sentences=sentences, tokens=tokens))
    text = view.text
    return {one.id: one.represents for one in cast}, [(text[one.start : one.end], one) for one in mentions]


def written(mention: Mention, words: str, represents: dict[str, str | None]) -> str:
    who = [f"{id} > {represents[id]}" if represents[id] else id for id in mention.entities]
    return f"{words} = {' & '.join(who) or '?'}"


@pytest.mark.parametrize(("code", "text", "expected"), golden_rows("id", "names") + golden_rows("en", "names"))
def test_golden(code: str, text: str, expected: str) -> None:
    represents, mentions = named(code, text)
    found = [
        written(mention, words, represents)
        for words, mention in mentions
        if mention.form not in POINTING and not mention.rule.endswith("title-owner")
    ]
    assert found == [row for row in expected.split(" | ") if row]


def test_title_takes_what_the_body_confirms() -> None:
    _, mentions = named(
        "id",
        "Bupati Arman Lesmana Jadi Sorotan, Rusia Serang Balik Seroja",
        "Bupati Arman Lesmana meminta maaf di Garut.",
        zones=("title", "body"),
    )
    title = [(words, one.entities) for words, one in mentions if one.start < 60]
    assert title == [("Rusia", ("country:RUS",))] or title[0][1] == ("person:arman-lesmana",)
    assert all("serang" not in id and "jadi" not in id for _, ids in title for id in ids)


def test_caption_adds_nobody() -> None:
    cast, _ = named(
        "id", "Ketua HNS Daud Lamanepa memprotes.", "Rendra Wijaya (kiri) dan Daud Lamanepa.", zones=("body", "caption")
    )
    assert "person:rendra-wijaya" not in cast
    assert "person:daud-lamanepa" in cast


def test_metadata_is_not_read() -> None:
    cast, mentions = named("id", "Editor: Hasan Basri", zones=("metadata",))
    assert (cast, mentions) == ({}, [])


def test_two_persons_of_one_surname_stay_two() -> None:
    cast, mentions = named(
        "en", "Foreign Minister Ruth Calloway met Mayor Peter Calloway. Ruth Calloway left. Then Calloway spoke."
    )
    assert {id for id in cast if id.startswith("person:")} == {"person:peter-calloway", "person:ruth-calloway"}
    assert [one.entities for words, one in mentions if words == "Calloway"] == []


def test_credited_outlet_is_a_medium() -> None:
    draft = draft_of("id", "Dikutip dari Warta Seroja, jalan ditutup.")
    credit = Credit(13, 25, "Warta Seroja", None, "relays", "sentence", "id.credit.test")
    _, mentions = find_names(replace(draft, credits=(credit,)))
    assert [(one.kind, one.rule.endswith("media")) for one in mentions] == [("organisation", True)]


@pytest.mark.parametrize("code", CODES)
def test_a_capital_is_government_or_place(code: str) -> None:
    acting = {
        "id": "Moskow menuntut jawaban.",
        "en": "Moscow demanded an answer.",
        "ms": "Moscow menuntut jawapan.",
    }[code]
    placed = {"id": "Ia tiba di Moskow.", "en": "She arrived in Moscow.", "ms": "Dia tiba di Moscow."}[code]
    assert "country:RUS" in named(code, acting)[0]
    assert "place:moscow" in named(code, placed)[0]


@given(st.text(alphabet=" .,()-\"'ABCDEabcde AS Rusia KPK Menteri itu -nya\n", max_size=300), st.sampled_from(CODES))
def test_mentions_lie_in_the_text_and_in_order(text: str, code: str) -> None:
    draft = draft_of(code, "x")
    view = CleanView(text, (Paragraph(0, len(text), "body"),), (), draft.view.structure)
    sentences, tokens = split(view, draft.pack)
    cast, mentions = find_names(replace(draft, view=view, sentences=sentences, tokens=tokens))
    ids = {one.id for one in cast}
    for one in mentions:
        assert 0 <= one.start <= one.head_start < one.head_end <= one.end <= len(text)
        assert set(one.entities) <= ids
    assert [one.start for one in mentions] == sorted(one.start for one in mentions)


def test_hostile_lines_are_read_in_time() -> None:
    for line in ("Menteri " * 20_000, "A. " * 20_000, "AS-" * 20_000, "(" * 50_000, "Ketua KPK, " * 10_000):
        draft = draft_of("id", "x")
        view = CleanView(line, (Paragraph(0, len(line), "body"),), (), draft.view.structure)
        sentences, tokens = split(view, draft.pack)
        _, mentions = find_names(replace(draft, view=view, sentences=sentences, tokens=tokens))
        assert len(mentions) <= len(tokens.words)
