"""Forms for comparing; they are never stored as text."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

MEMORY: Final = 16_384
"""Keys that a process remembers: names of a story come again and again, and a key depends on nothing else."""

_WORD: Final = re.compile(r"[^\W_]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Transliterations of one name (Sergey/Sergei, Zelenskyy/Zelensky, Dmitriy/Dmitry): the rules of the field guide,
# section 4, S4, applied in order; before them the Indonesian spellings of before 1972 (Soekarno, Djoko, Tjipto).
_TRANSLITERATION: Final = (
    (re.compile(r"oe"), "u"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"tj"), "c"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?:iy|yi|ij|ii|iyi|ey|ei|y)$"), "i"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"w"), "v"),
    (re.compile(r"j(?=[aou])"), "y"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def fold(text: str) -> str:
    """Case-folded, compatibility-composed, without invisible characters; blanks become one space."""
    return " ".join(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold().split())


@lru_cache(maxsize=MEMORY)
def plain(text: str) -> str:
    """`fold` without accents and marks: letters, digits and single spaces."""
    decomposed = unicodedata.normalize("NFKD", fold(text))
    return " ".join(_WORD.findall("".join(mark for mark in decomposed if not unicodedata.combining(mark))))


def letters(text: str) -> str:
    """Letters and digits of `plain`, run together: `Al-Jazeera` and `Aljazeera` become the same."""
    return plain(text).replace(" ", "")


def slug(text: str) -> str:
    """Words of `plain` joined with `-`; `unnamed` when nothing is left."""
    return plain(text).replace(" ", "-") or "unnamed"


@lru_cache(maxsize=MEMORY)
def name_key(word: str) -> str:
    """One key for the transliterations of one name part."""
    key = letters(word)
    for pattern, replacement in _TRANSLITERATION:
        key = pattern.sub(replacement, key)
    return key
