"""The table of meanings: words of two languages under one key."""

from collections import Counter

import pytest

from semeja.lang.meaning import load
from semeja.lang.table import read_table


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("menolak", "rejected"),
        ("penolakan", "refusal"),
        ("pengurangan", "cut"),
        ("perundingan", "talks"),
        ("membebaskan", "freed"),
        ("pelabuhannya", "ports"),
        ("menjanjikan", "promised"),
        ("mengharapkan", "expects"),
        ("diselidiki", "investigating"),
    ],
)
def test_words_of_two_languages_meet(indonesian: str, english: str) -> None:
    assert load("id").of(indonesian) == load("en").of(english) is not None


@pytest.mark.parametrize(("code", "word"), [("id", "zzz"), ("id", "di"), ("en", "qwerty"), ("xx", "menolak")])
def test_an_unknown_word_has_no_key(code: str, word: str) -> None:
    assert load(code).of(word) is None


@pytest.mark.parametrize("column", [1, 2])
def test_the_usual_sense_of_a_word_stands_in_one_row(column: int) -> None:
    words = [word for row in read_table("world", "meanings") for word in row[column].split() if word != "-"]
    counts = Counter(word for word in words if not word.startswith("~"))
    assert [word for word, count in counts.items() if count > 1] == []


def test_a_word_of_two_senses_has_both() -> None:
    """The usual one first: a strike is an attack, and a walkout too."""
    strike = load("en").senses("strikes")
    assert strike[0] == load("id").of("menyerang")
    assert load("id").of("mogok") in strike


def test_keys_are_unique() -> None:
    keys = [row[0] for row in read_table("world", "meanings")]
    assert len(keys) == len(set(keys))
