"""Shared text: every longer shared passage is found, and the shares are those of a plain count."""

from hypothesis import given
from hypothesis import strategies as st

from semeja.group.duplicates import shared_texts
from semeja.group.fingerprints import WINDOW, WORDS, fingerprints, word_places

VOCABULARY = [f"kata{number}" for number in range(400)]
TEXT = st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=60).map(tuple)


@given(TEXT, TEXT, st.lists(st.sampled_from(VOCABULARY), min_size=WORDS + WINDOW - 1, max_size=40))
def test_a_shared_run_is_always_found(left: tuple[str, ...], right: tuple[str, ...], run: list[str]) -> None:
    texts = {"a": (*left, *run), "b": (*run, *right)}
    assert [(pair.left, pair.right) for pair in shared_texts(texts)] == [("a", "b")]


@given(TEXT)
def test_shares_are_those_of_a_plain_count(text: tuple[str, ...]) -> None:
    copy = text[: len(text) // 2 + WORDS + WINDOW]
    pairs = shared_texts({"copy": copy, "whole": text})
    whole = {text[at : at + WORDS] for at in range(len(text) - WORDS + 1)}
    part = {copy[at : at + WORDS] for at in range(len(copy) - WORDS + 1)}
    assert [(pair.of_left, pair.of_right) for pair in pairs] == [
        (len(part & whole) / len(part), len(part & whole) / len(whole))
    ]


def test_texts_without_a_shared_passage_make_no_pair() -> None:
    texts = {"a": tuple(VOCABULARY[:50]), "b": tuple(VOCABULARY[50:100])}
    assert shared_texts(texts) == ()


def test_stock_text_of_very_many_opens_no_pair() -> None:
    stock = tuple(VOCABULARY[:20])
    assert shared_texts({f"article{number:03}": stock for number in range(100)}) == ()


@given(TEXT)
def test_prints_point_at_the_words_that_made_them(text: tuple[str, ...]) -> None:
    for place in fingerprints(text).values():
        assert 0 <= place <= max(0, len(text) - WORDS)


def test_words_keep_their_places() -> None:
    text = "Air naik, 2,5 meter."
    assert [text[start:end] for _, start, end in word_places(text)] == ["Air", "naik", "2", "5", "meter"]
    assert fingerprints(()) == {}
