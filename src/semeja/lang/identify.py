"""Which language a text is written in, by its function words."""

import re
from collections import Counter
from functools import cache

from semeja.lang.table import read_table

_WORD = re.compile(r"[^\W\d_]+")
# Scripts that one language, or one by far, writes: first and last code point, ISO 639-1 code.
SCRIPTS = (
    (0x0400, 0x04FF, "ru"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, _ in SCRIPTS) + "]")
# Endings and beginnings that tell when a short text has no function word (counted half).
AFFIXES = (
    (
        "id",
        re.compile(r"(?:me(?:ng|ny|m|n)|di|ber|ter|pe(?:ng|m|n))[a-z]{3,}(?:kan|nya|an|i)?|[a-z]{3,}(?:kan|nya|lah)"),
    ),
    ("en", re.compile(r"[a-z]{3,}(?:ing|ed|tion|tions|ment|ity|ly|ness|ies)")),
)
READ_CHARACTERS = 2500
MIN_HITS, MIN_SHARE = 2, 0.06
# Fewer words than this are a headline: one function word may then do.
SHORT_TEXT = 15
PAIR = ("id", "ms")
READ = ("id", "ms", "en")


def identify(text: str) -> str | None:
    """The ISO 639-1 code (`id`, `en`, `ms`, …) of the text's language, or None when it gives too little to tell."""
    head = text[:READ_CHARACTERS].lower()
    script = _script(head)
    if script:
        return script
    words = Counter(_WORD.findall(head))
    total = words.total()
    hits: Counter[str] = Counter()
    languages = _languages_of()
    for word in languages.keys() & words.keys():
        for code in languages[word]:
            hits[code] += words[word]
    sure = {code: count for code, count in sorted(hits.items()) if count >= _needed(code, total)}
    if not sure:
        return _by_affixes(words) if total <= SHORT_TEXT else None
    best = max(sure, key=lambda code: (sure[code], code == "id", code in READ))
    return _of_pair(words) if best in PAIR else best


def _needed(code: str, total: int) -> float:
    """How many function words tell the language; one that no pack reads must show more."""
    if code in READ:
        return max(MIN_HITS if total > SHORT_TEXT else 1, MIN_SHARE * total)
    return max(MIN_HITS + 1, 2 * MIN_SHARE * total)


def _script(text: str) -> str | None:
    """The language of a script in which most of the letters are written."""
    if text.isascii() or not _FOREIGN.search(text):
        return None
    foreign = _FOREIGN.findall(text)
    if 2 * len(foreign) <= len(_LETTER.findall(text)):
        return None
    counts = Counter(code for mark in foreign for first, last, code in SCRIPTS if first <= ord(mark) <= last)
    if counts["ja"]:
        return "ja"
    return max(sorted(counts), key=lambda code: counts[code]) if counts else None


def _of_pair(words: Counter[str]) -> str:
    """Indonesian or Malay, by the words that only one of them has; Indonesian when none is there."""
    counts = {code: sum(words[word] for word in known) for code, known in _only_words().items()}
    return "ms" if counts["ms"] > counts["id"] else "id"


def _by_affixes(words: Counter[str]) -> str | None:
    counts = [(sum(times for word, times in words.items() if form.fullmatch(word)), code) for code, form in AFFIXES]
    (most, code), (other, _) = sorted(counts, reverse=True)
    return code if most > other else None


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is a function word."""
    rows = [row for row in read_table("world", "function_words") if len(row) == 2]
    languages: dict[str, tuple[str, ...]] = {}
    for code, word in rows:
        languages[word] = (*languages.get(word, ()), code)
    return languages


@cache
def _only_words() -> dict[str, frozenset[str]]:
    rows = [row for row in read_table("world", "function_words") if len(row) == 3]
    return {code: frozenset(row[1] for row in rows if row[0] == code) for code in PAIR}
