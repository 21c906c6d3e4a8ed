"""Outlets of the story that another article names as its source: `tulis Lentera Hukum`, `according to the Harbour
Mirror`. One article alone does not tell that such a name is a paper; the story does."""

import re
from collections.abc import Iterator
from functools import cache

from semeja.compare.outlets import outlet_of
from semeja.lang import crediting
from semeja.lang.pack import CODES
from semeja.records.reading import Credit, Reading, Sentence
from semeja.records.story import Story

MOST_OUTLETS = 200
"""Names that are looked for, the first of the alphabet: a pile of a thousand invented outlets must cost no more."""
SHORTEST = 5
"""Letters of a name that is looked for: shorter ones are words, too."""
NEAR = 3
"""Words between a mark and the name that it leads to (`dalam laporan khusus Lentera Hukum`)."""

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r'["“”„«»]')


def named_outlets(story: Story) -> tuple[tuple[Credit, ...], ...]:
    """For each article its credits of outlets of the story that the reading could not know as such."""
    outlets = [outlet_of(*pair) for pair in zip(story.articles, story.readings, strict=True)]
    names = sorted({outlet.name for outlet in outlets if outlet and _is_name(outlet.name)})[:MOST_OUTLETS]
    if not names:
        return tuple(() for _ in outlets)
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return tuple(
        tuple(_credits(story, index, pattern, outlets[index].name if outlets[index] else None))  # type: ignore[union-attr]
        for index in range(len(outlets))
    )


def _is_name(name: str) -> bool:
    return len(name) >= SHORTEST and name[0].isupper() and "." not in name


def _credits(story: Story, index: int, pattern: re.Pattern[str], own: str | None) -> Iterator[Credit]:
    text, reading = story.articles[index].text, story.readings[index]
    taken = [(credit.start, credit.end) for credit in reading.credits]
    for sentence in reading.sentences if reading.language in CODES else ():
        if sentence.zone != "body":
            continue
        for match in pattern.finditer(text, sentence.start, sentence.end):
            free = all(match.end() <= start or end <= match.start() for start, end in taken)
            mark = _marked(text, sentence, match, reading) if free and match.group() != own else None
            if mark is not None:
                scope = "quote" if _MARKS.search(text, sentence.start, sentence.end) else "sentence"
                yield Credit(*mark, match.group(), None, "relays", scope, "attributions.outlet-of-the-story")


def _marked(text: str, sentence: Sentence, match: re.Match[str], reading: Reading) -> tuple[int, int] | None:
    """The mark with the name: a word of relaying shortly before it, or right after it."""
    before, after = _cues(reading.language or "")
    words = list(_WORD.finditer(text, sentence.start, match.start()))[-NEAR:]
    for word in words:
        if word.group().casefold() in before and not re.search(r"[.!?]\s", text[word.end() : match.start()]):
            return word.start(), match.end()
    follower = _WORD.search(text, match.end(), min(sentence.end, match.end() + 30))
    if follower and follower.group().casefold() in after and not text[match.end() : follower.start()].strip(" )("):
        return match.start(), follower.end()
    return None


@cache
def _cues(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words before and after the name of a source; speaking of an outlet is enough where the story knows it as one."""
    tables = crediting.load(code)
    return tables.relay | tables.weak | tables.telling, tables.before
