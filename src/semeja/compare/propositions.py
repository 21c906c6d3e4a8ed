"""What each sentence of an article tells, as keys that stay when it is told in other words or another language."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from semeja.compare.passages import QUOTED
from semeja.compare.wording import content_keys
from semeja.records.reading import Reading, Sentence
from semeja.records.story import Story

FEWEST_KEYS = 3
"""Keys of a sentence that is compared: shorter ones (`Tidak ada korban.`) are alike by chance."""
MOST_SENTENCES = 60
"""Sentences of one article that are compared, the first ones: news puts last what may be cut, and a text of a
thousand sentences must not cost its square."""
SMALL = 20
"""Figures up to here meet by chance (`tiga rumah`, `three posts`); larger ones are telling."""
FEWEST_SPOKEN = 4
"""Words between quotation marks from which they are an utterance: fewer are a phrase or a name."""

Key = tuple[str, str]
"""Kind (`figure`, `small`, `time`, `name`, `word`) and value."""
Keys = frozenset[Key]

_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_CAPITAL = re.compile(r"(?<=[^\W_][ ,;/])[A-Z][^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")
_DAY, _CLOCK = slice(0, 10), slice(11, 16)
_Marks = list[tuple[int, int, tuple[Key, ...]]]


class Proposition(NamedTuple):
    """A sentence of the body: its place in the article, what it tells, and what each utterance in it tells."""

    start: int
    end: int
    keys: Keys
    spoken: tuple[Keys, ...]


def written_names(story: Story) -> frozenset[str]:
    """Case-folded words that any article of the story writes with a capital inside a sentence."""
    return frozenset(
        match.group().casefold()
        for article, reading in zip(story.articles, story.readings, strict=True)
        for sentence in _compared(reading)
        for match in _CAPITAL.finditer(article.text, sentence.start, sentence.end)
    )


def propositions(story: Story, index: int, names: frozenset[str]) -> tuple[Proposition, ...]:
    """The sentences of the article at `index`, in order; `names` as `written_names` gives them."""
    text, reading = story.articles[index].text, story.readings[index]
    marks = _marks(reading)
    starts = [start for start, _, _ in marks]
    found = []
    for sentence in _compared(reading):
        inside = marks[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        told = partial(_keys, text, inside, names, reading.language)
        keys = told(sentence.start, sentence.end)
        if len(keys) >= FEWEST_KEYS:
            spoken = tuple(told(*match.span()) for match in _utterances(text, sentence))
            found.append(Proposition(sentence.start, sentence.end, keys, spoken))
    return tuple(found)


def _compared(reading: Reading) -> list[Sentence]:
    return [sentence for sentence in reading.sentences if sentence.zone == "body"][:MOST_SENTENCES]


def _utterances(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    for match in QUOTED.finditer(text, sentence.start, sentence.end):
        if len(_WORD.findall(match.group())) >= FEWEST_SPOKEN:
            yield match


def _marks(reading: Reading) -> _Marks:
    """Figures and times of an article in order, with their keys; the day of publication says nothing."""
    today = reading.published.value[_DAY] if reading.published and reading.published.value else ""
    found: _Marks = []
    for one in reading.quantities:
        values = sorted({value for value in (one.low, one.high) if value is not None and value != 1})
        found.append((one.start, one.end, tuple(_figure(value) for value in values)))
    for time in reading.times:
        value = time.value or ""
        clock = (("time", value[_CLOCK]),) if value[_CLOCK] else ()
        day = (("time", value[_DAY]),) if value and not value.startswith(today or "?") else ()
        found.append((time.start, time.end, (*day, *clock)))
    return sorted(found)


def _figure(value: float) -> Key:
    return "small" if value <= SMALL and value == int(value) else "figure", f"{value:g}"


def _keys(text: str, marks: _Marks, names: frozenset[str], language: str | None, start: int, end: int) -> Keys:
    """Keys of `start:end`: of its figures and times, of its names, and the meanings of its other words."""
    inside = [mark for mark in marks if start <= mark[0] and mark[1] <= end]
    keys = {key for _, _, told in inside for key in told}
    pieces, position = [], start
    for first, last, told in inside:
        if told and first >= position:
            pieces.append(text[position:first])
            position = last
    pieces.append(text[position:end])
    rest = " ".join(pieces)
    keys |= {_figure(_number(match.group())) for match in _DIGITS.finditer(rest)}
    # What is counted stands inside the mark of a figure; what a time is made of is told by its value.
    counted = [text[first:last] for first, last, told in inside if told and told[0][0] != "time"]
    words = [word.casefold() for word in _WORD.findall(" ".join((rest, *counted)))]
    keys |= {("name", word) for word in words if word in names}
    plain = " ".join(word for word in words if word not in names)
    return frozenset(keys | {("word", key) for key in content_keys(plain, language)})


def _number(written: str) -> float:
    """`15.600` and `15,600` -> 15600; `2,5` and `2:30` -> 2.5 and 230: only equal writing has to meet."""
    if _THOUSANDS.fullmatch(written):
        return float(re.sub(r"\D", "", written))
    whole, _, rest = written.replace(",", ".").replace(":", "").partition(".")
    return float(f"{whole}.{re.sub(r'[^0-9]', '', rest) or '0'}")
