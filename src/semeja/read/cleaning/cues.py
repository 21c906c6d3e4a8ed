"""What the words of a line say about it: the reason why it is noise, or none."""

import re
from typing import Final

import msgspec

from semeja.lang.cleaning import CleaningTables, Phrases
from semeja.read.cleaning.lines import Line, has_quotes, is_sentence, is_title_case
from semeja.read.cleaning.patterns import patterns

# Sums and spaced digits that only forms ask for: `7 + 5 =`, `4 8 1 6`.
CAPTCHA: Final = re.compile(r"\d\s*(?:[+x×*]\s*\d+\s*(?:=|\?|$)|[-–:/]\s*\d+\s*(?:=|\?))|:\s*\d(?:\s\d){3,5}$")
SCRIPT: Final = re.compile(
    r"\(adsbygoogle|googletag\.|window\.[a-z]+\s*=|document\.(?:write|get)|function\s*\([^)]{0,40}\)\s*\{|var \w+\s*="
)
# One of these is in every match.
_SCRIPT_WORDS: Final = ("adsbygoogle", "googletag.", "window.", "document.", "function", "var ")
_PAGE: Final = re.compile(r"^\W{0,9}(?:\d{1,3}|[^\W\d_])?\W{0,9}$")
_ADDRESS: Final = re.compile(r"[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}")
TRAIL: Final = re.compile(r"\s[/>»›→|]+\s")
# Reasons whose cues are imperatives to the reader: no sentence of a report starts with two such words.
_IMPERATIVE: Final = frozenset({"related_link", "share", "advert"})
_LEADING: Final = ">»→•*-–—·+([ "
MAX_ROW: Final = 300
# In characters: no counter and no sum is longer.
COUNTER_LINE: Final = 120
TELLING_WORDS: Final = 9
LONG_CUE_LINE, SHORT_CUE_LINE, LONG_PHRASE, TITLE_WORDS = 40, 10, 9, 4
SHORT_LINE, PLAIN_SENTENCE = 6, 8


class Cue(msgspec.Struct, frozen=True, gc=False):
    """Why a line is noise. `sure`: wherever it stands; else only outside the article's own sentences.

    `opens`: what follows it, up to the article's next sentence, belongs to it.
    """

    reason: str
    sure: bool = True
    opens: bool = False


def starting(words: tuple[str, ...], index: Phrases) -> tuple[int, str] | None:
    """How many words at the start are a phrase of the index, and its reason; the longest phrase counts."""
    for phrase, reason in index.get(words[0], ()) if words else ():
        if words[: len(phrase)] == phrase:
            return len(phrase), reason
    return None


def containing(words: tuple[str, ...], index: Phrases) -> str | None:
    """The reason of the first phrase of the index that stands in the words."""
    if index.keys().isdisjoint(words):
        return None
    for place, word in enumerate(words):
        for phrase, reason in index.get(word, ()):
            if words[place : place + len(phrase)] == phrase:
                return reason
    return None


def cue_of(line: Line, tables: CleaningTables) -> Cue | None:
    """What the line's own words and marks say, wherever it stands."""
    if not line.words or len(line.words) == 1:
        return _lone(line, tables)
    if _sizes(line):
        return Cue("navigation")
    if starting(line.words, tables.keep):
        return None
    return (
        _look(line, tables)
        or _whole(line, tables)
        or _trail(line, tables)
        or _start(line, tables)
        or _outside(line, tables)
    )


def _sizes(line: Line) -> bool:
    """Whether a line is single letters alone (`A A A`, the sizes of the print)."""
    if len(line.words) > SHORT_LINE or len(line.words[0]) > 1:
        return False
    return all(len(word) == 1 and word.isalpha() for word in line.words)


def _lone(line: Line, tables: CleaningTables) -> Cue | None:
    """A line of one word or none: page numbers, stray marks, menu words."""
    if not line.words:
        return Cue("markup" if len(line.text) >= 3 else "navigation")
    if _PAGE.match(line.text):
        return Cue("navigation")
    return _look(line, tables) or _whole(line, tables)


def _look(line: Line, tables: CleaningTables) -> Cue | None:
    """What the marks alone say: embedded media, script, sums, counters."""
    text = line.text
    if text[0] in "©(" and len(line.words) <= LONG_CUE_LINE and patterns(tables.codes).copyright.match(text):
        return Cue("boilerplate")
    if text[0] == "[" and patterns(tables.codes).embed.fullmatch(text):
        return Cue("related_link")
    if ("(" in text or "=" in text) and len(text) < 4000 and holds_script(text):
        return Cue("markup")
    if len(text) > COUNTER_LINE:
        return None
    if len(line.words) <= 12 and line.digits and may_be_captcha(text):
        return Cue("captcha")
    return Cue("navigation") if line.digits and patterns(tables.codes).counter.match(text) else None


def holds_script(text: str) -> bool:
    """Whether a piece of program stands in the text."""
    return any(map(text.__contains__, _SCRIPT_WORDS)) and SCRIPT.search(text) is not None


def may_be_captcha(text: str) -> bool:
    """Whether a sum or spaced digits stand in the text."""
    return (text[-1].isdigit() or "=" in text or "?" in text) and CAPTCHA.search(text) is not None


def _whole(line: Line, tables: CleaningTables) -> Cue | None:
    """The line consists of a phrase of the tables, or of words that make up menus, share rows or forms."""
    if len(line.words) > LONG_PHRASE:
        return _vocabulary(line, tables)
    phrase = line.phrase
    if phrase in tables.heads:
        return Cue(tables.heads[phrase], opens=True)
    if phrase in tables.whole:
        return Cue(tables.whole[phrase])
    return _vocabulary(line, tables)


def _vocabulary(line: Line, tables: CleaningTables) -> Cue | None:
    known_end = line.words[-1] in tables.listed or line.words[-1].isdigit()
    if not known_end or len(line.text) > MAX_ROW or opens_otherwise(line, tables):
        return None
    words = [word for word in line.words if not word.isdigit()]
    if "." in line.text:
        words = re.findall(r"[^\W\d_]+", _ADDRESS.sub(" ", line.text.lower()))
    if not words or (line.text[-1] in '.!?"”' and len(words) > 2):
        return None
    for known, reason in ((tables.share, "share"), (tables.form, "comment_form"), (tables.menu, "navigation")):
        if all(word in known for word in words) and not (reason == "share" and max(map(len, words)) < 2):
            return Cue(reason, sure=len(words) > 1 or line.text[0].isupper())
    return None


def opens_otherwise(line: Line, tables: CleaningTables) -> bool:
    """Whether the first word is no word of menus, share rows or forms: then the others need not be parted."""
    if not line.text[0].isalpha() or not line.words[0].isalpha() or line.words[0] in tables.listed:
        return False
    return "." not in line.text.split(maxsplit=1)[0]


def _trail(line: Line, tables: CleaningTables) -> Cue | None:
    """A trail of sections to the page (`Home > Dunia > …`), which begins with a menu word."""
    if line.words[0] not in tables.menu or len(line.words) > LONG_CUE_LINE:
        return None
    parts = TRAIL.split(line.text)
    if len(parts) < 2 or not parts[0].strip():
        return None
    first = [word.lower() for word in parts[0].split()]
    return Cue("navigation") if all(word in tables.menu for word in first) else None


def _start(line: Line, tables: CleaningTables) -> Cue | None:
    """The line starts with a cue. A single word must be set off by a colon, a number or the line's end."""
    found = starting(line.words, tables.starts) or _with_colon(line, tables)
    if found is None:
        return None
    count, reason = found
    sentence = is_sentence(line, tables.small)
    if _colon_after(line, count):
        return None if sentence and _goes_on_small(line) else Cue(reason, opens=len(line.words) == count)
    if count == 1:
        return None if sentence or not _set_off(line) else Cue(reason)
    if not sentence or len(line.words) < PLAIN_SENTENCE:
        return Cue(reason)
    if reason == "related_link":
        return Cue(reason, sure=_quotes_title(line, count) or not (has_quotes(line) or _tells(line, tables)))
    asks = reason in _IMPERATIVE and not tables.address.isdisjoint(line.words)
    return Cue(reason, sure=asks and not has_quotes(line))


def _goes_on_small(line: Line) -> bool:
    """Whether small letters follow the colon, up to a full stop: a sentence, no title (`Komentar: tidak ada …`)."""
    behind = line.text.partition(":")[2].lstrip()
    return line.text[-1] == "." and behind[:1].islower()


def _quotes_title(line: Line, count: int) -> bool:
    """Whether all that follows the cue stands in marks of quotation, as titles of videos do (`Simak Video "…"`)."""
    place = min((line.text.find(mark) for mark in "\"“'" if mark in line.text), default=-1)
    return place > 0 and line.text[-1] in "\"”'" and len(line.text[:place].split()) <= count + 1


def _tells(line: Line, tables: CleaningTables) -> bool:
    """Whether a line reads like a report although it begins like an invitation: small words, a comma, a full stop."""
    if line.text[-1] != "." or not tables.address.isdisjoint(line.words) or is_title_case(line, tables.small):
        return False
    return "," in line.text or len(line.words) > TELLING_WORDS


def _with_colon(line: Line, tables: CleaningTables) -> tuple[int, str] | None:
    """A head or an invitation with its link on the same line (`Terpopuler: …`, `Baca: …`)."""
    before, colon, _ = line.text[:40].partition(":")
    if not colon:
        return None
    words = line.words[: len(before.lstrip(_LEADING).split())]
    phrase = " ".join(words)
    if phrase in tables.heads:
        return len(words), tables.heads[phrase]
    edge = starting(words, tables.edges) if words and words[0] not in tables.pictured else None
    return edge if edge and edge[0] == len(words) and edge[1] in _IMPERATIVE else None


def _set_off(line: Line) -> bool:
    """Whether after the first word comes a number or very little."""
    return len(line.words) <= SHORT_LINE and (line.words[1].isdigit() or line.text[-1] not in '."”')


def _colon_after(line: Line, count: int) -> bool:
    """Whether a colon follows the first `count` words within a few more (`Simak juga Video: …`)."""
    place = line.text.find(":")
    return 0 <= place <= 60 and count <= len(line.text[:place].split()) <= count + 2 and "”" not in line.text[:place]


def _outside(line: Line, tables: CleaningTables) -> Cue | None:
    """Cues that count only before the first and after the last sentence of the article, or in a short line.

    A whole sentence must address the reader besides, or be the small print.
    """
    if len(line.words) > LONG_CUE_LINE:
        return None
    inside, edge = containing(line.words, tables.inside), starting(line.words, tables.edges)
    if inside is None and edge is None:
        return None
    sentence = is_sentence(line, tables.small)
    addressed = not has_quotes(line) and not tables.address.isdisjoint(line.words)
    if inside and (not sentence or addressed or inside == "boilerplate"):
        return Cue(inside, sure=len(line.words) <= SHORT_CUE_LINE and not sentence)
    if edge is None or (sentence and not addressed and (edge[0] == 1 or has_quotes(line))):
        return None
    return None if is_title_case(line, tables.small) and len(line.words) > TITLE_WORDS else Cue(edge[1], sure=False)
