"""A large pile of synthetic articles as words, for searches that need no reading: stories, names, stock lines, copies.

Word frequencies follow Zipf's law with Mandelbrot's offset; `benchmarks.speed.search` sets their counts beside those of
articles that went through the whole reading.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from semeja.group.stories import Features

VOCABULARY, NAMES = 150_000, 20_000
STOPWORDS = 250
"""Most frequent words that are no terms: with this many about four words in ten are left out, as in real news."""
OFFSET = 2.7
"""Of the Zipf-Mandelbrot law."""
SHORTEST, LONGEST = 250, 550
"""Words of an article."""
OWN_WORDS, OWN_NAMES = 60, 20
"""Words and names that the articles of one story share."""
OWN_SHARE, NAME_SHARE = 0.2, 0.09
"""Shares of an article's words that are words and names of its story."""
STOCK_LINES, STOCK_WORDS = 300, 12
"""Lines that articles of every story may hold: calls to subscribe, stock phrases."""
PER_DAY = 300
COPIED = 0.15
"""Share of the articles that are made from an earlier one of their story."""
LARGEST_STORY = 200
FIRST_DAY = 738_000
KINDS = ("exact", "5-10 % changed", "10-20 % changed", "20-30 % changed", "half inside another text")
SYLLABLES = [first + second for first in "bcdghjklmnprstwy" for second in ("a", "i", "u", "e", "o", "an", "ar", "ung")]


class Planted(NamedTuple):
    """A text made from another one, and how."""

    kind: str
    source: str
    copy: str


class Pile(NamedTuple):
    """Articles by id in the order of their days: words joined by blanks, day, number of the story; what was planted."""

    texts: dict[str, str]
    days: dict[str, int]
    story_of: dict[str, int]
    planted: list[Planted]

    def features(self) -> Iterator[Features]:
        """What story grouping is told of each article."""
        for article, text in self.texts.items():
            counts = Counter(word for word in text.split() if word not in _stopwords())
            names = {word: count for word, count in counts.items() if word.startswith("nama")}
            terms = counts | {f"person:{word}": count for word, count in names.items()}
            counted = {term: float(count) for term, count in terms.items()}
            yield Features(article, self.days[article], counted, tuple(sorted(names)))


class Words(Mapping[str, list[str]]):
    """The words of each text, cut when they are asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __getitem__(self, article: str) -> list[str]:
        return self._texts[article].split()

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def make_pile(count: int, seed: int = 1) -> Pile:
    """`count` articles, the same for the same seed."""
    rows: list[tuple[int, str, str, int]] = []
    planted = []
    number = 0
    while len(rows) < count:
        chance = random.Random(f"{seed}/{number}")
        size = min(int(chance.paretovariate(1.0)), LARGEST_STORY, count - len(rows))
        day = FIRST_DAY + chance.randrange(max(1, count // PER_DAY))
        story = _Story(chance)
        own: list[tuple[str, list[str]]] = []
        for place in range(size):
            article = f"s{number:06}a{place:03}"
            words = story.words()
            if own and chance.random() < COPIED:
                source, text = own[chance.randrange(len(own))]
                kind = KINDS[chance.randrange(len(KINDS))]
                words = _copied(chance, kind, text, words)
                planted.append(Planted(kind, source, article))
            own.append((article, words))
            rows.append((day + place // 4 % 5, article, " ".join(words), number))
        number += 1
    rows.sort()
    return Pile(
        {article: text for _, article, text, _ in rows},
        {article: day for day, article, _, _ in rows},
        {article: story for _, article, _, story in rows},
        planted,
    )


class _Story:
    """The words and names of one story, and articles made of them."""

    def __init__(self, chance: random.Random) -> None:
        words, weights = _vocabulary()
        names, name_weights = _names()
        self._chance = chance
        self._own = chance.choices(words, cum_weights=weights, k=OWN_WORDS)
        self._own += chance.choices(words, k=OWN_WORDS // 3)
        self._names = chance.choices(names, cum_weights=name_weights, k=OWN_NAMES)

    def words(self) -> list[str]:
        """A new article."""
        chance = self._chance
        vocabulary, weights = _vocabulary()
        found = chance.choices(vocabulary, cum_weights=weights, k=chance.randint(SHORTEST, LONGEST))
        for share, own in ((OWN_SHARE, self._own), (NAME_SHARE, self._names)):
            for _ in range(int(share * len(found))):
                found[chance.randrange(len(found))] = chance.choice(own)
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            at = chance.randrange(len(found))
            found[at:at] = _stock()[min(int(chance.paretovariate(0.5)), STOCK_LINES) - 1]
        return found


def _copied(chance: random.Random, kind: str, source: list[str], own: list[str]) -> list[str]:
    """A text made from another one; changes come in places of one to four words, a third each of them is cut."""
    if kind == "exact":
        return source
    if kind.startswith("half"):
        at = chance.randrange(len(source) // 2)
        half = source[at : at + len(source) // 2]
        place = chance.randrange(len(own))
        return [*own[:place], *half, *own[place:]]
    low, high = (int(part) for part in kind.split(" ")[0].split("-"))
    words, left = list(source), int(len(source) * chance.uniform(low, high) / 100)
    while left > 0:
        length = min(left, chance.randint(1, 4))
        at = chance.randrange(len(words) - length)
        words[at : at + length] = [chance.choice(own) for _ in range(length)] if chance.random() < 2 / 3 else []
        left -= length
    return words


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Invented words, the most frequent first, with their cumulated weights."""
    chance = random.Random("vocabulary")
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        length = 1 + (len(words) > 60) + chance.randint(0, 1) + (len(words) > 4000)
        words.setdefault("".join(chance.choices(SYLLABLES, k=length)))
    return list(words), _zipf(VOCABULARY)


@cache
def _names() -> tuple[list[str], list[float]]:
    return [f"nama{number}" for number in range(NAMES)], _zipf(NAMES)


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + OFFSET) for rank in range(count)))


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(_vocabulary()[0][:STOPWORDS])


@cache
def _stock() -> list[list[str]]:
    words, weights = _vocabulary()
    chance = random.Random("stock")
    return [chance.choices(words, cum_weights=weights, k=STOCK_WORDS) for _ in range(STOCK_LINES)]
