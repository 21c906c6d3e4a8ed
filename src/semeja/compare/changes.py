"""What a correction replaces by what: the two values as the note gives them, by words before and after them."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from semeja.lang.pack import CODES
from semeja.lang.tracing import tracing_tables
from semeja.records.reading import Sentence
from semeja.records.span import Span

LONGEST_VALUE = 160
"""Characters behind a cue in which its value ends: a clause, no more."""
MOST_WORDS = 8
"""Words of a value; a longer stretch is what was said, not what was wrong in it."""
_STOP = re.compile(r"[.,;:](?=\s|$)|[)\]\n”\"]")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d")


class Change(msgspec.Struct, frozen=True):
    """The places of the replaced and of the replacing value in the correcting article; `sentence` says so."""

    old: Span | None
    new: Span | None
    sentence: Sentence


def find_change(text: str, note: Iterable[Sentence]) -> Change | None:
    """The first pair of values in the sentences of a note, else the first value that it calls wrong or right.

    Tried in this order: both in one sentence, the wrong one in a sentence and the right one in the next, a right one
    that stands before `bukan`, `not`.
    """
    sentences = list(note)
    single: Change | None = None
    wrong_before: Span | None = None
    for sentence in sentences:
        wrong, right = _slots(text, sentence, wrong=True), _slots(text, sentence, wrong=False)
        pair = _pair(text, wrong, right) or _before_contrast(text, sentence)
        if pair is None and right and wrong_before:
            pair = _parallel(text, wrong_before, right[0])
        if pair:
            return Change(*pair, sentence)
        wrong_before = wrong[0] if wrong else wrong_before
        single = single or _single(text, sentence)
    return single


def _single(text: str, sentence: Sentence) -> Change | None:
    """The wrong value alone (`sebelumnya tertulis 50 ton`)."""
    for cue in _alone().finditer(text, sentence.start, sentence.end):
        value = _value(text, cue.end(), min(sentence.end, cue.end() + LONGEST_VALUE))
        if value and len(_words(text, value)) <= MOST_WORDS:
            return Change(value, None, sentence)
    return None


@cache
def _alone() -> re.Pattern[str]:
    phrases = tracing_tables(CODES).wrong_alone
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b", re.IGNORECASE)


@cache
def _cues(wrong: bool) -> re.Pattern[str]:
    tables = tracing_tables(CODES)
    phrases = tables.wrong_value if wrong else tables.right_value
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b", re.IGNORECASE)


@cache
def _fillers() -> re.Pattern[str]:
    """Words between a cue and its value that belong to neither."""
    words = "|".join(re.escape(one) for one in tracing_tables(CODES).value_filler)
    return re.compile(rf"[\s:]*(?:(?:{words})\b[\s:]*)*", re.IGNORECASE)


@cache
def _enders() -> re.Pattern[str]:
    """Words that end a value: a new clause."""
    words = "|".join(re.escape(one) for one in tracing_tables(CODES).value_end)
    return re.compile(rf"\s(?:{words})\b", re.IGNORECASE)


def _slots(text: str, sentence: Sentence, wrong: bool) -> list[Span]:
    """What stands behind each cue of the sentence, up to the next cue, stop or new clause; each with its words."""
    marks = [
        (one.start(), one.end(), side)
        for side in (True, False)
        for one in _cues(side).finditer(text, sentence.start, sentence.end)
    ]
    marks.sort(key=lambda mark: (mark[0], -mark[1]))
    found = []
    for _, end, side in marks:
        if side is not wrong:
            continue
        later = min((one[0] for one in marks if one[0] >= end), default=sentence.end)
        value = _value(text, end, min(later, sentence.end, end + LONGEST_VALUE))
        if value:
            found.append(value)
    return found


def _value(text: str, start: int, end: int) -> Span | None:
    filler = _fillers().match(text, start, end)
    start = filler.end() if filler else start
    for pattern in (_STOP, _enders()):
        stop = pattern.search(text, start, end)
        end = stop.start() + (stop.group() == ")" and text.count("(", start, stop.start()) > 0) if stop else end
    while end > start and text[end - 1] in " \t\n,.;:":
        end -= 1
    return Span(start, end) if end > start else None


def _pair(text: str, wrong: list[Span], right: list[Span]) -> tuple[Span, Span] | None:
    """The wrong and the right value of one sentence, the nearest two that can stand for each other."""
    pairs = [(abs(old.start - new.start), old, new) for old in wrong for new in right]
    for _, old, new in sorted(pairs, key=lambda pair: pair[0]):
        pair = _parallel(text, old, new)
        if pair:
            return pair
    return None


def _before_contrast(text: str, sentence: Sentence) -> tuple[Span, Span] | None:
    """`Jalan Mawar, bukan Jalan Melati`: the words before the contrast as far as they run parallel to those behind."""
    for cue in _contrast().finditer(text, sentence.start, sentence.end):
        old = _value(text, cue.end(), min(sentence.end, cue.end() + LONGEST_VALUE))
        before = _words(text, Span(sentence.start, cue.start()))
        if old and before and (size := len(_words(text, old))) <= MOST_WORDS:
            new = _cut(text, before, old) or Span(before[max(0, len(before) - size)].start, before[-1].end)
            return old, new
    return None


@cache
def _contrast() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in tracing_tables(CODES).contrast)
    return re.compile(rf",?\s(?:{words})\s", re.IGNORECASE)


def _parallel(text: str, old: Span, new: Span) -> tuple[Span, Span] | None:
    """Both values cut to what runs parallel: the shorter one decides. None where they say the same."""
    olds, news = _words(text, old), _words(text, new)
    short = min(len(olds), len(news))
    for one, other in (
        (_cut(text, olds, new) if len(olds) > short else old, _cut(text, news, old) if len(news) > short else new),
        (old, new),
    ):
        if one and other and one.of(text).casefold() != other.of(text).casefold():
            return (one, other) if len(_words(text, other)) <= MOST_WORDS else None
    return None


def _cut(text: str, words: list[Span], like: Span) -> Span | None:
    """The last stretch of `words` as long as `like` that shares a word with it at its place, a figure, or capitals."""
    model = [one.of(text) for one in _words(text, like)]
    if not model:
        return None
    for alike in (_same_word, _both_figures, _both_capital):
        for start in range(len(words) - len(model), -1, -1):
            if any(alike(one.of(text), other) for one, other in zip(words[start:], model, strict=False)):
                return Span(words[start].start, words[start + len(model) - 1].end)
    return None


def _same_word(left: str, right: str) -> bool:
    return left.casefold() == right.casefold()


def _both_figures(left: str, right: str) -> bool:
    return bool(_NUMBER.search(left)) and bool(_NUMBER.search(right))


def _both_capital(left: str, right: str) -> bool:
    return left[:1].isupper() and right[:1].isupper()


def _words(text: str, span: Span) -> list[Span]:
    return [Span(one.start(), one.end()) for one in _WORD.finditer(text, span.start, span.end)]
