"""Fingerprints: places of words, and no longer run without a print."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.group.fingerprints import PRINT_BITS, WINDOW, WORDS, fingerprints, grams_of, word_places

VOCABULARY = [f"kata{number}" for number in range(400)]
TEXT = st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=60).map(tuple)


@settings(deadline=None)
@given(TEXT)
def test_grams_are_equal_where_their_words_are(text: tuple[str, ...]) -> None:
    grams = grams_of(text)
    runs = [text[at : at + WORDS] for at in range(len(text) - WORDS + 1)]
    assert len(grams) == len(runs)
    assert len(set(grams)) == len(set(runs))
    assert dict(zip(grams, runs)) == {gram: runs[grams.index(gram)] for gram in grams}


@pytest.mark.parametrize("words", [("satu",), ("satu", "dua"), ("a", "b", "c", "d", "e")])
def test_a_short_text_is_one_gram_by_its_words_in_their_order(words: tuple[str, ...]) -> None:
    assert len(grams_of(words)) == 1
    assert len(words) == 1 or grams_of(words) != grams_of(words[::-1])


@settings(deadline=None)
@given(TEXT, TEXT, st.lists(st.sampled_from(VOCABULARY), min_size=WORDS + WINDOW - 1, max_size=40))
def test_texts_with_a_run_in_common_have_a_print_in_common(
    left: tuple[str, ...], right: tuple[str, ...], run: list[str]
) -> None:
    assert fingerprints((*left, *run)) & fingerprints((*run, *right))


def test_words_keep_their_places() -> None:
    text = "Air naik, 2,5 meter."
    assert [text[start:end] for _, start, end in word_places(text)] == ["Air", "naik", "2", "5", "meter"]
    assert fingerprints(()) == set()


@settings(deadline=None)
@given(TEXT)
def test_prints_are_the_least_of_each_window_of_grams(text: tuple[str, ...]) -> None:
    low = [gram & ((1 << PRINT_BITS) - 1) for gram in grams_of(text)]
    assert fingerprints(text) == {min(low[at : at + WINDOW]) for at in range(max(1, len(low) - WINDOW + 1))}
