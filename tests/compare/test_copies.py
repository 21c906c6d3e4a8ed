"""Copies are found by the words that an article tells itself, and lead from the copy to its nearest source."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.pages import Page, page, tell
from tests.compare.texts import EDITED, INDEPENDENT, OWN, REWRITTEN, UNRELATED, WIRE

from semeja.compare.copies import copy_edges
from semeja.compare.passages import body_words, shared_passages
from semeja.group.fingerprints import word_places
from semeja.records.dossier import Edge
from semeja.records.story import Story

FIRST, LATER, LAST = "2024-03-04T08:00+07:00", "2024-03-04T09:30+07:00", "2024-03-05T07:00+07:00"
SENTENCES = [sentence for part in (WIRE + "\n\n" + OWN).split("\n\n") for sentence in part.split(". ")]


def edges_of(*pages: Page) -> list[Edge]:
    return copy_edges(tell(*pages), {})


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (WIRE, "copies.exact"),
        ("Kota Hulu (KBX) - " + WIRE, "copies.exact"),
        (EDITED, "copies.edited"),
        ("\n\n".join(reversed(WIRE.split("\n\n"))), "copies.exact"),
        ("\n\n".join(WIRE.split("\n\n")[:2]), "copies.shortened"),
        (WIRE + "\n\n" + OWN + "\n\n" + UNRELATED, "copies.extended"),
        (OWN + "\n\n" + WIRE + "\n\n" + UNRELATED, "copies.extended"),
        (WIRE.upper(), "copies.edited"),
        (REWRITTEN, None),
        (INDEPENDENT, None),
        (UNRELATED, None),
        ("", None),
    ],
    ids=[
        "exact",
        "dateline",
        "edited",
        "reordered",
        "shortened",
        "extended",
        "block",
        "capitals",
        "rewritten",
        "independent",
        "unrelated",
        "empty",
    ],
)
def test_a_pair(body: str, rule: str | None) -> None:
    source, other = page(WIRE, "Kantor Berita Jala", FIRST), page(body, "Harian Muara", LATER)
    found = edges_of(source, other)
    assert [(edge.from_, edge.to, edge.rule) for edge in found] == ([(other[0].id, source[0].id, rule)] if rule else [])


def test_stock_names_and_titles_make_no_copy() -> None:
    stock = (
        "Direktur Jenderal Angkutan Laut Kementerian Pelayaran Bagas Prananta dan Ketua Umum Himpunan Nelayan Seroja"
    )
    pair = [f"{stock} bertemu di Suva. {one}" for one in (UNRELATED, INDEPENDENT)]
    assert edges_of(page(pair[0], "A"), page(pair[1], "B")) == []


def test_shared_quotations_make_no_copy() -> None:
    said = '"Kami tidak mau menunggu sampai ada korban, maka jembatan itu kami tutup malam ini juga tanpa kecuali."'
    pair = [f"{one}\n\n{said} {said}" for one in (OWN, INDEPENDENT + UNRELATED)]
    assert edges_of(page(pair[0], "A"), page(pair[1], "B")) == []


@pytest.mark.parametrize(
    ("left", "right", "credited", "source"),
    [
        ((WIRE, FIRST), (WIRE, LATER), {}, 0),
        ((WIRE, LATER), (WIRE, FIRST), {}, 1),
        ((WIRE, "2024-03-04T10:00+09:00"), (WIRE, "2024-03-04T09:00+07:00"), {}, 0),
        ((WIRE, LAST), (WIRE, FIRST), {1: {0}}, 0),
        ((WIRE, LATER), (WIRE, FIRST), {0: {1}, 1: {0}}, 1),
        ((WIRE, None), (EDITED, None), {}, 0),
        ((EDITED, "2024-03-04"), (WIRE, FIRST), {}, 1),
        ((EDITED, "2024-03-04"), (WIRE, LAST), {}, 0),
    ],
    ids=["time", "time-turned", "zones", "credit-beats-time", "both-credit", "longer", "day-and-hour", "days"],
)
def test_who_copied_whom(
    left: tuple[str, str | None], right: tuple[str, str | None], credited: dict[int, set[int]], source: int
) -> None:
    pages = [page(left[0], "Alfa", left[1]), page(right[0], "Beta", right[1])]
    story = tell(*pages)
    place = {article.id: index for index, article in enumerate(story.articles)}
    at = [place[one[0].id] for one in pages]
    by_place = {at[key]: frozenset(at[one] for one in values) for key, values in credited.items()}
    assert [edge.to for edge in copy_edges(story, by_place)] == [pages[source][0].id]


def test_a_chain_of_copies_keeps_the_nearest_source() -> None:
    wire, edited = page(WIRE, "A", FIRST), page(EDITED, "B", LATER)
    shortened = page("\n\n".join(EDITED.split("\n\n")[:4]), "C", LAST)
    assert {(edge.from_, edge.to) for edge in edges_of(wire, edited, shortened)} == {
        (edited[0].id, wire[0].id),
        (shortened[0].id, edited[0].id),
    }


def test_a_compilation_copies_each_of_its_sources() -> None:
    first, second = page(WIRE, "A", FIRST), page(OWN, "B", FIRST)
    both = page(WIRE + "\n\n" + OWN, "C", LATER)
    assert {(edge.from_, edge.to) for edge in edges_of(first, second, both)} == {
        (both[0].id, first[0].id),
        (both[0].id, second[0].id),
    }


def test_a_text_that_two_hundred_print_stays_in_one_piece() -> None:
    pages = [
        page(WIRE, f"Outlet {number}", f"2024-03-04T08:{number % 60:02}:{number // 60:02}+07:00")
        for number in range(200)
    ]
    edges = edges_of(*pages)
    assert len(edges) == 199
    assert {edge.to for edge in edges} == {pages[0][0].id}


def folded(text: str) -> list[str]:
    return [word for word, _, _ in word_places(text)]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8),
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8),
)
def test_passages_are_equal_word_for_word(left: list[str], right: list[str]) -> None:
    story = tell(page(". ".join(left), "A", FIRST), page(". ".join(right), "B", LATER))
    words = body_words(story, 0), body_words(story, 1)
    starts = [{word.start for word in one} for one in words]
    for mine, theirs in shared_passages(*words):
        texts = [story.articles[index].text[slice(*span)] for index, span in enumerate((mine, theirs))]
        assert folded(texts[0]) == folded(texts[1])
        assert len(folded(texts[0])) >= 8
        assert mine[0] in starts[0]
        assert theirs[0] in starts[1]


@settings(deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    bodies = [WIRE, EDITED, REWRITTEN, WIRE + OWN, OWN]
    pages = [page(body, f"Outlet {number}", FIRST if number else None) for number, body in enumerate(bodies)]

    def made(story: Story) -> list[Edge]:
        return copy_edges(story, {})

    assert made(tell(*(pages[index] for index in order))) == made(tell(*pages))


def test_hostile_repetition_is_bounded() -> None:
    words = "air " * 3000
    assert len(edges_of(page(words, "A", FIRST), page(words, "B", LATER))) == 1


def test_sentences_in_any_order_are_the_same_copy() -> None:
    sentences = WIRE.replace("\n\n", " ").split(". ")
    random.Random(7).shuffle(sentences)
    found = edges_of(page(WIRE, "A", FIRST), page(". ".join(sentences), "B", LATER))
    assert [edge.relation for edge in found] == ["copy_of"]
