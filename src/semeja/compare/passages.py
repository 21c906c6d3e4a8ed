"""Words of a body with their places, and the passages that two bodies share."""

import re
from collections import defaultdict
from functools import lru_cache

import msgspec

from semeja.group.fingerprints import word_places
from semeja.records.story import Story
from semeja.text.mask import mask

MOST_PASSAGES = 12
"""Passages shown per pair, the longest first: enough to judge, few enough to read."""
FEWEST_WORDS = 8
"""Words of a passage: shorter ones meet by chance."""
FEWEST_PLAIN = 4
"""Words of a passage without a capital: two reports of one event share `Direktur Jenderal Angkutan Laut Bagas …`."""
_MOST_PLACES = 4
"""Places of one n-gram that are tried: a text of one word over and over must not cost its square."""
FEWEST_TO_JUDGE = 20
"""Narrating words from which a body is judged by them alone; a list of names or an interview is judged by all."""

QUOTED = re.compile(r'["“”„«][^"“”„«»\n]{1,600}["“”»]')


class Word(msgspec.Struct, frozen=True, gc=False):
    """A case-folded word and its place in the article.

    `capital` words (names, titles, institutions) stand in every report of an event, `quoted` ones in the report of
    everybody who was there; both are told by form alone, so that two texts that share a sentence share its marks.
    """

    key: str
    start: int
    end: int
    capital: bool
    quoted: bool


def body_words(story: Story, index: int) -> tuple[Word, ...]:
    """Words of the body that cleaning kept, in order."""
    article, reading = story.articles[index], story.readings[index]
    view = mask(article.text, reading.removed)
    return tuple(
        word
        for part in reading.paragraphs
        if part.zone == "body"
        for word in _words(view[part.start : part.end], part.start)
    )


# Remembered: copies, citations and common sources each ask for the words of every paragraph of a story.
@lru_cache(maxsize=2048)
def _words(text: str, offset: int) -> tuple[Word, ...]:
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found, at = [], 0
    for key, start, end in word_places(text):
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] <= start
        found.append(Word(key, offset + start, offset + end, text[start].isupper(), inside))
    return tuple(found)


def telling_words(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The words by which a body is compared: the narrating ones, or all where these are too few."""
    narrating = tuple(word.key for word in words if not word.capital and not word.quoted)
    return narrating if len(narrating) >= FEWEST_TO_JUDGE else tuple(word.key for word in words)


Spans = tuple[tuple[int, int], tuple[int, int]]


def shared_passages(left: tuple[Word, ...], right: tuple[Word, ...], fewest: int = FEWEST_WORDS) -> list[Spans]:
    """Maximal runs of at least `fewest` equal words as pairs of spans, in order of the left text."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(right) - fewest + 1):
        places[tuple(word.key for word in right[at : at + fewest])].append(at)
    runs: list[tuple[int, int, int]] = []
    at = 0
    while at <= len(left) - fewest:
        starts = places.get(tuple(word.key for word in left[at : at + fewest]), ())[:_MOST_PLACES]
        length, other = max(((_run(left, right, at, start), -start) for start in starts), default=(0, 0))
        if length and _plain(left[at : at + length]) >= min(FEWEST_PLAIN, fewest):
            runs.append((length, at, -other))
        at += length or 1
    longest = sorted(runs, key=lambda run: (-run[0], run[1]))[:MOST_PASSAGES]
    return [
        ((left[a].start, left[a + length - 1].end), (right[b].start, right[b + length - 1].end))
        for length, a, b in sorted(longest, key=lambda run: run[1])
    ]


def _run(left: tuple[Word, ...], right: tuple[Word, ...], a: int, b: int) -> int:
    length = 0
    while a + length < len(left) and b + length < len(right) and left[a + length].key == right[b + length].key:
        length += 1
    return length


def _plain(words: tuple[Word, ...]) -> int:
    return sum(not word.capital for word in words)
