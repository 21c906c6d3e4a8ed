"""Which language a text is written in: by its script, its function words, and the words of one of two near languages.

Malay and Indonesian share nearly all function words, so a text is first found to be in either, then told apart by
words and endings that only one of them has.
"""

import re
from collections import Counter
from collections.abc import Mapping, Set
from functools import cache

import msgspec

from semeja.lang.table import read_table

# Scripts that one language, or one by far, writes: first and last code point, ISO 639-1 code.
SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x04FF, "ru"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0E00, 0x0E7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, _ in SCRIPTS) + "]")
_QUOTED = re.compile(r"[\"“”«»][^\"“”«»\n]{2,800}[\"“”«»]")
FEWEST_AROUND = 3
# So many distinct words (letters, in a script without blanks) outside quotations part a paragraph from its article.
FEWEST_WORDS, FEWEST_LETTERS = 9, 30
MIXED_HITS = 5
"""Distinct function words of other languages: an English paragraph has that many, a page of names has fewer."""
_MARKS = ".,;:!?()\"“”'‘’«»…"
READ_CHARACTERS = 20_000
PAIR, PAIR_CODES = "id+ms", frozenset({"id", "ms"})
# So many distinct function words of one language, and so many times as many as of others, settle it at once.
CLEAR_HITS, CLEAR_TIMES = 6, 3
# Of the distinct words so many must be known of a language, or so large a share of them.
MIN_HITS, MIN_SHARE = 2, 0.05
SHORT_TEXT = 15
"""Distinct words; a text with fewer is a headline, where one known word may do."""
READ = (PAIR, "en")
STRONG = 3
"""The weight of a word that only one of two near languages has."""

# Endings and beginnings of words that tell when no known word does, and how much; from three letters of a root on.
_MALAYIC_FORM = re.compile(
    r"(?:me(?:ng|ny|m|n)|di|ber|ter|pe(?:ng|m|n)|ke)[a-z]{3,30}(?:kan|nya|an|i)?|[a-z]{3,30}(?:kan|nya|lah)"
)
_ENGLISH_FORM = re.compile(r"[a-z]{3,30}(?:ing|ed|tions?|ments?|ity|ly|ness|ies|ers?|ous)|[a-z]{2,30}'s")
# -iti and -syen are how Malay writes -ity and -tion; Indonesian writes -itas and -si.
_MALAY_FORM = re.compile(r"[a-z]{3,30}(?:iti|syen)(?:nya)?")
_INDONESIAN_FORM = re.compile(r"[a-z]{3,30}itas(?:nya)?")
_PAIR_ENDINGS = ("iti", "syen", "itas", "nya")


class Words(msgspec.Struct, frozen=True):
    """Words by the language that they tell: `known` lists the languages of each, `of` the words of each language.

    `other`: words of languages without a list of their own here. `not_malayic`, `not_english`: those of one language
    alone that is another. `pair`: weights for Indonesian (above 0) or Malay.
    """

    known: Mapping[str, tuple[str, ...]]
    malayic: frozenset[str]
    english: frozenset[str]
    other: frozenset[str]
    not_malayic: frozenset[str]
    not_english: frozenset[str]
    pair: Mapping[str, int]


class Told(msgspec.Struct, frozen=True, gc=False):
    """The language of a text, and whether so much of another is in it that whole paragraphs may be in that."""

    language: str | None
    mixed: bool


def identify(text: str) -> str | None:
    """The ISO 639 code (`id`, `en`, `ms`, …) of the text's language, or None when it gives too little to tell.

    Of a text in several languages: the one that most of it is in, line by line.
    """
    return tell(text).language


def tell(text: str) -> Told:
    """As `identify`, and whether the text may be in several languages."""
    head = text[:READ_CHARACTERS]
    foreign = not head.isascii() and _FOREIGN.search(head) is not None
    if foreign and (script := _script(head)):
        return Told(script, True)
    # What somebody said may be kept in his language; the text around it is in that of the article.
    around = words_of(_QUOTED.sub(" ", head))
    words = around if len(around) >= FEWEST_AROUND else words_of(head)
    language = _clear(words) or _by_lines(head) or _weighed(words) or _by_forms(words) or _weighed(words_of(head))
    return Told(language, language is not None and (foreign or _may_mix(around, language)))


def _may_mix(words: Set[str], language: str) -> bool:
    table = _words()
    others = table.not_malayic if language in PAIR_CODES else table.not_english
    return len(words & others) >= MIXED_HITS


def identify_around(paragraph: str) -> str | None:
    """The language of a paragraph by its words outside quotations; None when they are too few to part it by."""
    head = _QUOTED.sub(" ", paragraph[:READ_CHARACTERS])
    if script := _script(head):
        return script if len(head) >= FEWEST_LETTERS else None
    words = words_of(head)
    return (_clear(words) or _weighed(words)) if len(words) >= FEWEST_WORDS else None


def _by_lines(text: str) -> str | None:
    """The language that most of the words are in, when the text has several lines that tell."""
    lines = [(len(line), code) for line in text.split("\n") if (code := identify_around(line))]
    if len(lines) < 2:
        return None
    sizes: Counter[str] = Counter()
    for size, code in lines:
        sizes[PAIR if code in PAIR_CODES else code] += size
    best = max(sorted(sizes), key=lambda code: sizes[code])
    return _of_pair(words_of(text)) if best == PAIR else best


def are_near(one: str, other: str) -> bool:
    """Whether two languages are the same, or differ too little to part paragraphs by."""
    return one == other or (one in PAIR_CODES and other in PAIR_CODES)


def words_of(text: str) -> frozenset[str]:
    """The distinct words of a text in lower case, without the marks around them."""
    text = text.lower()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return frozenset(text.split())


def _clear(words: Set[str]) -> str | None:
    """The language of distinct words of which so many are known that nothing has to be weighed."""
    table = _words()
    malayic, english, other = (len(words & group) for group in (table.malayic, table.english, table.other))
    if malayic >= CLEAR_HITS and malayic > CLEAR_TIMES * (english + other):
        return _of_pair(words)
    if english >= CLEAR_HITS and english > CLEAR_TIMES * (malayic + other):
        return "en"
    return None


def _weighed(words: Set[str]) -> str | None:
    """The language with most known words, when they are enough."""
    table = _words()
    hits: Counter[str] = Counter()
    for word in words & table.known.keys():
        for code in table.known[word]:
            hits[code] += 2
    # A word that tells the pair apart shows also that it is one of them, though no function word does.
    hits[PAIR] += len(words & table.pair.keys() - table.malayic)
    size = sum(word.replace("-", "").isalpha() for word in words)
    sure = {code: count for code, count in sorted(hits.items()) if count >= 2 * _needed(code, size)}
    if not sure:
        return None
    best = max(sure, key=lambda code: (sure[code], code == PAIR, code == "en"))
    return _of_pair(words) if best == PAIR else best


def _needed(code: str, size: int) -> float:
    """How many known words tell the language of a text of `size` words; one that no pack reads must show more."""
    fewest = MIN_HITS if size > SHORT_TEXT else 1
    return max(fewest, MIN_SHARE * size) if code in READ else max(fewest + 1, 2 * MIN_SHARE * size)


def _by_forms(words: Set[str]) -> str | None:
    """The language of a text without known words, by the endings and beginnings of its words."""
    malayic = sum(_MALAYIC_FORM.fullmatch(word) is not None for word in words)
    english = sum(_ENGLISH_FORM.fullmatch(word) is not None for word in words)
    if malayic == english:
        return None
    return _of_pair(words) if malayic > english else "en"


def _of_pair(words: Set[str]) -> str:
    """Indonesian or Malay; Indonesian when nothing tells."""
    pair = _words().pair
    weight = sum(pair[word] for word in words & pair.keys())
    if abs(weight) < STRONG:
        weight += sum(_forms_of_pair(word) for word in words)
    return "ms" if weight < -1 else "id"


def _forms_of_pair(word: str) -> int:
    if not word.endswith(_PAIR_ENDINGS):
        return 0
    return STRONG * (bool(_INDONESIAN_FORM.fullmatch(word)) - bool(_MALAY_FORM.fullmatch(word)))


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


@cache
def _words() -> Words:
    known: dict[str, tuple[str, ...]] = {}
    for code, words in read_table("world", "function_words"):
        for word in words.split():
            known[word] = (*known.get(word, ()), code)
    malayic, english = (frozenset(word for word, codes in known.items() if code in codes) for code in (PAIR, "en"))
    unshared = frozenset(word for word, codes in known.items() if len(codes) == 1 and len(word) > 1)
    return Words(
        known=known,
        malayic=malayic,
        english=english,
        other=frozenset(known) - malayic - english,
        not_malayic=unshared - malayic,
        not_english=unshared - english,
        pair=_pair_weights(),
    )


def _pair_weights() -> dict[str, int]:
    """Word -> how much it tells: above 0 Indonesian, below 0 Malay; also with the clitic that both languages have."""
    weights: dict[str, int] = {}
    for code, weight, words in read_table("world", "malay_indonesian"):
        for word in words.split():
            weights[word] = int(weight) if code == "id" else -int(weight)
    return {word + clitic: weight for clitic in ("nya", "") for word, weight in weights.items()}
