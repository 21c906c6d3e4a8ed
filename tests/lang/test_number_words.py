"""Numbers in words of both languages."""

import pytest

from semeja.lang.number_words import load


@pytest.mark.parametrize(
    ("code", "words", "value", "used"),
    [
        ("id", "dua belas", 12, 2),
        ("id", "sebelas", 11, 1),
        ("id", "seratus lima", 105, 2),
        ("id", "seratus ribu tentara", 100_000, 2),
        ("id", "sembilan ratus", 900, 2),
        ("id", "dua puluh lima ribu tiga ratus empat puluh", 25_340, 8),
        ("id", "seribu lima ratus orang", 1500, 3),
        ("id", "dua setengah juta", 2_500_000, 3),
        ("id", "setengah juta", 500_000, 2),
        ("id", "dua lusin", 24, 2),
        ("id", "tiga empat orang", 3, 1),
        ("en", "twelve", 12, 1),
        ("en", "twenty-five", 25, 1),
        ("en", "twenty five", 25, 2),
        ("en", "a dozen", 12, 2),
        ("en", "half a dozen", 6, 3),
        ("en", "half a million", 500_000, 3),
        ("en", "one hundred and twenty people", 120, 4),
        ("en", "one million two hundred thousand and six", 1_200_006, 7),
        ("en", "two hundred thousand", 200_000, 3),
    ],
)
def test_number(code: str, words: str, value: float, used: int) -> None:
    keys = words.split()
    assert load(code).number(keys, 0, len(keys)) == (value, used)


@pytest.mark.parametrize(
    ("code", "words"), [("id", "ribu"), ("id", "orang"), ("en", "a man"), ("en", "half"), ("en", "hundred")]
)
def test_no_number(code: str, words: str) -> None:
    keys = words.split()
    assert load(code).number(keys, 0, len(keys)) is None


@pytest.mark.parametrize(
    ("code", "words", "low", "high", "used"),
    [
        ("id", "belasan", 11, 19, 1),
        ("id", "puluhan ribu pasukan", 20_000, 99_999, 2),
        ("id", "ratusan ribu", 200_000, 999_999, 2),
        ("en", "dozens", 24, 99, 1),
        ("en", "tens of thousands of people", 20_000, 99_999, 3),
        ("en", "hundreds of thousands", 200_000, 999_999, 3),
        ("en", "hundreds of homes", 200, 999, 1),
    ],
)
def test_vague_count(code: str, words: str, low: float, high: float, used: int) -> None:
    keys = words.split()
    assert load(code).interval(keys, 0, len(keys)) == (low, high, used)
