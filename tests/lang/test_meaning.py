"""The table of meanings: words of two languages under one key."""

from collections import Counter

import pytest

from semeja.lang.meaning import load, opposites_of, usual_keys
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


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("rumah tangga", "households"),
        ("korban jiwa", "loss of life"),
        ("serangan udara", "air strikes"),
        ("kabar bohong", "fake news"),
        ("ganti rugi", "damages"),
    ],
)
def test_phrases_mean_more_than_their_words(indonesian: str, english: str) -> None:
    senses = [load(code).phrase(words.split(), 0) for code, words in (("id", indonesian), ("en", english))]
    assert [size for _, size in senses] == [len(indonesian.split()), len(english.split())]
    assert set(senses[0][0]) & set(senses[1][0])


def test_words_that_open_no_phrase_are_none() -> None:
    assert load("id").phrase(["rumah", "besar"], 0) == ((), 0)


def test_opposites_are_known_from_both_sides_and_stand_in_the_table() -> None:
    rows = read_table("world", "opposite_meanings")
    assert all(right in opposites_of(left) and left in opposites_of(right) for left, right in rows)
    keys = {row[0] for row in read_table("world", "meanings")}
    assert [key for row in rows for key in row if key not in keys] == []


def test_usual_keys_stand_in_the_table() -> None:
    assert sorted(usual_keys() - {row[0] for row in read_table("world", "meanings")}) == []
