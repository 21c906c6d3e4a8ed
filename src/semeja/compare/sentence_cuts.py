"""A sentence of an article shortened to a line, by deletion alone, or left out where it cannot stand by itself."""

import re
from collections.abc import Iterable, Iterator

from semeja.compare.standing_alone import stands_alone
from semeja.lang import overview
from semeja.lang.pack import CODES
from semeja.records.reading import Quotation, Reading, Sentence
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.keys import fold

LONGEST_SENTENCE = 1_200
"""Characters of a sentence that is looked at; a longer one is no sentence of prose."""
LONGEST_SETTING = 160
"""Characters behind a speaker that say where, when and to whom he spoke."""
LONGEST_CLAUSE = 220
"""Characters of a relative clause; a longer one holds the news."""
LONGEST_WORD = 40
"""Characters in which the word behind a comma ends."""
FEWEST_LEFT = 3
"""Words that must be left."""
_RELATIVE = {code: re.compile(rf",\s(?:{'|'.join(sorted(overview.load(code).relative))})\b") for code in CODES}
_COMMA = re.compile(r",(?=\s)")
_LOWER_AFTER_COMMA = re.compile(r",\s([a-z]{4,24})\s")
_READ_ALSO = re.compile(r"\((?:baca|lihat|simak|read|see|also)\b[^()\n]{0,200}\)", re.IGNORECASE)
_ALSO = re.compile(r"(?<=\w)\s(?:juga|pun|also)(?=\s(?!tidak\b|tak\b|not\b)[a-z])")
_WORD = re.compile(r"\S+")
_WORD_OF_TAIL = re.compile(r"\w+")
_SPACE_BEFORE_STOP = re.compile(r" (?=[,.;:!?)](?:\s|$))")
_STOPS = ",.:;"
_QUOTED = re.compile(r"[\"“”]")


def shorten(story: Story, index: int, at: int, spoken_for: bool, keep: Iterable[Span] = ()) -> str | None:
    """The line that the sentence `at` of the article at `index` gives, or None when it cannot be one.

    Deleted are, in this order: credits to other outlets, where and when somebody spoke, the speaker where the claim
    is `spoken_for` by several, clauses about a noun between commas, a tail that follows from the rest, connectors at
    the opening. A deletion that would touch one of `keep` is left undone. What is left is the sentence's own words in
    their order, with its last stop; it begins with a capital, a figure or a quotation mark.
    """
    reading, text = story.readings[index], story.articles[index].text
    sentence = reading.sentences[at]
    if reading.language not in CODES or sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    kept_whole = tuple(keep)
    cuts: list[Span] = []
    for cut in _cuts(text, reading, sentence, spoken_for):
        if not any(cut.start < one.end and one.start < cut.end for one in (*kept_whole, *cuts)):
            cuts.append(cut)
    parts = list(_remainder(text, sentence, cuts))
    parts = _without_connector(text, reading.language, parts)
    if not parts or not stands_alone(story, index, at, tuple(parts)):
        return None
    line = _joined(text, parts)
    return line if len(line.split()) >= FEWEST_LEFT and _opens_well(line) else None


def _cuts(text: str, reading: Reading, sentence: Sentence, spoken_for: bool) -> Iterator[Span]:
    """What can fall, the outermost first."""
    end = _body_end(text, sentence)
    for noise in reading.removed:
        if sentence.start <= noise.start and noise.end <= end:
            yield Span(noise.start, noise.end)
    yield from _credits(text, reading, sentence, end)
    for match in _READ_ALSO.finditer(text, sentence.start, sentence.end):
        yield Span(*match.span())
    for quote in reading.quotes:
        yield from _attribution(text, reading, sentence, quote, end, spoken_for)
    yield from _relative_clauses(text, reading, sentence, end)
    for match in _ALSO.finditer(text, sentence.start, end):
        if not _in_quotation(text, sentence, match.start()):
            yield Span(*match.span())
    yield from _participles(text, reading, sentence, end)


def _participles(text: str, reading: Reading, sentence: Sentence, end: int) -> Iterator[Span]:
    """A last clause that opens with a participle (`, deepening the row`), where the language has such."""
    tables = overview.load(reading.language or CODES[0])
    for match in _LOWER_AFTER_COMMA.finditer(text, sentence.start, end) if tables.participle_endings else ():
        word = match[1]
        opens = word.endswith(tables.participle_endings) and word not in tables.no_participles
        last = not _COMMA.search(text, match.end(), end)
        if opens and last and not _in_quotation(text, sentence, match.start()):
            yield Span(match.start(), end)


def _body_end(text: str, sentence: Sentence) -> int:
    """Where the last stop of a sentence stands; its end where it has none."""
    end = sentence.end
    while end > sentence.start and text[end - 1] in " \t\n":
        end -= 1
    return end - 1 if end > sentence.start and text[end - 1] in ".!?" else end


def _credits(text: str, reading: Reading, sentence: Sentence, end: int) -> Iterator[Span]:
    """`Dilansir dari X, Selasa (4/3), …` at the opening, `…, seperti dikutip X, Selasa (4/3)` elsewhere."""
    for credit in reading.credits:
        if credit.relation == "photo_credit" or not sentence.start <= credit.start < credit.end <= end:
            continue
        after = _after_date(text, reading, credit.end, end)
        if credit.start == sentence.start:
            if text[after : after + 1] == ",":
                yield Span(credit.start, after + 1)
        elif (comma := _comma_before(text, reading, sentence, credit.start)) is not None:
            if after >= end:
                yield Span(comma, end)
            elif text[after] == ",":
                yield Span(comma, after)


def _after_date(text: str, reading: Reading, place: int, end: int) -> int:
    """Behind a time that follows a comma, else the place itself."""
    for time in reading.times:
        if place <= time.start <= place + 4 and time.end <= end and text[place : time.start].strip() in ("", ",", "("):
            return time.end + (text[time.end : time.end + 1] == ")" and "(" in text[place : time.start])
    return place


def _comma_before(text: str, reading: Reading, sentence: Sentence, place: int) -> int | None:
    """Where the comma before a clause stands, over the word that opens it (`seperti`, `as`)."""
    comma = text.rfind(",", sentence.start, place)
    between = text[comma + 1 : place].split() if comma >= 0 else []
    openings = overview.load(reading.language or CODES[0]).setting_opening
    return comma if comma >= 0 and len(between) <= 1 and all(fold(one) in openings for one in between) else None


def _attribution(
    text: str, reading: Reading, sentence: Sentence, quote: Quotation, end: int, spoken_for: bool
) -> Iterator[Span]:
    """Behind what was said: the speaker where others stand for it too, else what follows him."""
    cue = quote.cue
    if cue is None or not sentence.start <= quote.start < quote.end <= cue.start < cue.end <= end:
        return
    tables = overview.load(reading.language or CODES[0])
    if spoken_for and quote.kind == "indirect" and quote.polarity == "affirmed":
        yield Span(_back_over(text, quote.end, cue.start), end)
    tail = text[cue.end : end]
    first = _WORD_OF_TAIL.search(tail)
    opens = first and fold(first.group()) in tables.setting_opening
    dated = _after_date(text, reading, cue.end, end) != cue.end
    if tail and len(tail) <= LONGEST_SETTING and (opens or dated) and not _says_more(reading, cue.end, end):
        yield Span(cue.end, end)


def _back_over(text: str, start: int, end: int) -> int:
    """The place before blanks and the comma between what was said and who said it."""
    place = end
    while place > start and text[place - 1] in " ,\t\n":
        place -= 1
    return place


def _says_more(reading: Reading, start: int, end: int) -> bool:
    """Whether something else is said or happens there."""
    return any(start <= one.start < end for one in reading.quotes) or any(
        start <= one.trigger.start < end and one.type != "CONSULT" for one in reading.events
    )


def _relative_clauses(text: str, reading: Reading, sentence: Sentence, end: int) -> Iterator[Span]:
    tables = overview.load(reading.language or CODES[0])
    for match in _RELATIVE[reading.language or CODES[0]].finditer(text, sentence.start, end):
        if _in_quotation(text, sentence, match.start()):
            continue
        closing = _COMMA.search(text, match.end(), end)
        while closing and _goes_on(text, closing.end(), end, tables):
            closing = _COMMA.search(text, closing.end(), end)
        # Between two commas both fall, so that the noun stands before its verb again.
        stop = closing.end() if closing else end
        if stop - match.start() <= LONGEST_CLAUSE:
            yield Span(match.start(), stop)


def _goes_on(text: str, place: int, end: int, tables: overview.OverviewTables) -> bool:
    """Whether what follows a comma belongs to the clause before it: a list goes on, a figure, a condition."""
    word = _WORD.search(text, place, min(end, place + LONGEST_WORD))
    return word is not None and (fold(word.group()) in tables.bound_opening or word.group()[:1].isdigit())


def _in_quotation(text: str, sentence: Sentence, place: int) -> bool:
    return len(_QUOTED.findall(text, sentence.start, place)) % 2 == 1


def _remainder(text: str, sentence: Sentence, cuts: Iterable[Span]) -> Iterator[Span]:
    start = sentence.start
    for cut in sorted(cuts):
        if cut.start > start:
            yield Span(start, cut.start)
        start = max(start, cut.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _without_connector(text: str, language: str | None, parts: list[Span]) -> list[Span]:
    """The parts without a connector that opens the first; nothing where the line would not begin with a capital."""
    if not parts:
        return []
    tables = overview.load(language or CODES[0])
    words = list(_WORD.finditer(text, parts[0].start, parts[0].end))
    for count in (4, 3, 2, 1):
        opening = tuple(fold(one.group()).rstrip(_STOPS) for one in words[:count])
        if len(words) > count and opening in tables.connectors:
            return [Span(words[count].start(), parts[0].end), *parts[1:]]
    return parts


def _joined(text: str, parts: Iterable[Span]) -> str:
    line = " ".join(" ".join(part.of(text).split()) for part in parts)
    return _SPACE_BEFORE_STOP.sub("", line).strip()


def _opens_well(line: str) -> bool:
    first = line.lstrip("\"“'(‘")[:1]
    return bool(first) and (first.isupper() or first.isdigit())
