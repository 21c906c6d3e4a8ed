"""Shared text: pairs that share a good part are found, and the shares are those of a plain count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.group.carriers import MOST_CARRIERS
from semeja.group.duplicates import shared_texts
from semeja.group.fingerprints import WINDOW, WORDS

VOCABULARY = [f"kata{number}" for number in range(400)]
TEXT = st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=60).map(tuple)


@settings(deadline=None)
@given(TEXT, TEXT, st.lists(st.sampled_from(VOCABULARY), min_size=60, max_size=90, unique=True))
def test_a_shared_half_is_always_found(left: tuple[str, ...], right: tuple[str, ...], run: list[str]) -> None:
    texts = {"a": (*left, *run), "b": (*run, *right)}
    assert [(pair.left, pair.right) for pair in shared_texts(texts)] == [("a", "b")]


def plain_share(words: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Slow oracle: every word is looked at in each of the n-grams that hold it."""
    grams = [other[at : at + WORDS] for at in range(max(1, len(other) - WORDS + 1))]
    last = max(0, len(words) - WORDS)
    held = [
        any(words[start : start + WORDS] in grams for start in range(max(0, at - WORDS + 1), min(at, last) + 1))
        for at in range(len(words))
    ]
    return sum(held) / len(words)


@settings(deadline=None)
@given(TEXT, st.integers(WORDS + WINDOW, 40), TEXT)
def test_shares_are_those_of_a_plain_count(text: tuple[str, ...], length: int, other: tuple[str, ...]) -> None:
    texts = {"copy": text[:length], "other": other, "whole": text}
    for pair in shared_texts(texts):
        assert pair.of_left == plain_share(texts[pair.left], texts[pair.right])
        assert pair.of_right == plain_share(texts[pair.right], texts[pair.left])
    assert ("copy", "whole") in {(pair.left, pair.right) for pair in shared_texts(texts)}


def test_texts_without_a_shared_passage_make_no_pair() -> None:
    assert shared_texts({"a": tuple(VOCABULARY[:50]), "b": tuple(VOCABULARY[50:100])}) == ()
    assert shared_texts({}) == ()


@pytest.mark.parametrize("carriers", [2, MOST_CARRIERS, MOST_CARRIERS + 1, 300])
def test_a_text_of_very_many_links_each_to_the_first_and_no_pair_too_many(carriers: int) -> None:
    texts = {f"article{number:03}": tuple(VOCABULARY[:40]) for number in range(carriers)}
    pairs = shared_texts(texts)
    linked = {pair.right for pair in pairs if pair.left == "article000"}
    assert linked == set(texts) - {"article000"}
    assert len(pairs) <= 2 * carriers + MOST_CARRIERS * (MOST_CARRIERS - 1) // 2


@settings(deadline=None)
@given(st.permutations([f"article{number}" for number in range(6)]))
def test_the_order_of_few_texts_changes_nothing(order: list[str]) -> None:
    texts = {name: tuple(VOCABULARY[10 * index : 10 * index + 40]) for index, name in enumerate(sorted(order))}
    assert shared_texts({name: texts[name] for name in order}) == shared_texts(texts)
