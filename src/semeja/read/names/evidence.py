"""How words stand in the body of an article: what tells a name from a common word, a person from a place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from semeja.lang.naming import NamingTables
from semeja.records.reading import Sentence, Tokens

# Articles that open a name in lower case: al-Hayya, as-Sisi.
ARABIC: Final = frozenset({"al-", "el-", "as-", "an-", "ar-", "at-"})
REGIONS: Final = frozenset({"place", "capital"})
NOTHING: Final[frozenset[str]] = frozenset()


class Evidence(msgspec.Struct, frozen=True):
    """How words stand in the article.

    `large`: places of words with a capital; `lower`: the words as written, a key among which stands in lower case. Of
    the body: `singles`: capitalised words that stand alone; `wholes`: maximal runs of capitalised words; `placed`: runs
    after a word of place or before a known region that nowhere speak; `things`: runs that name a ship, a film, a storm;
    `firms`: runs that have shares, plants, staff or another thing that only a firm has.
    """

    large: frozenset[int]
    lower: frozenset[str]
    singles: frozenset[str]
    wholes: frozenset[tuple[str, ...]]
    placed: frozenset[tuple[str, ...]]
    things: frozenset[tuple[str, ...]]
    firms: frozenset[tuple[str, ...]]


def evidence_of(tokens: Tokens, written: list[int], sentences: tuple[Sentence, ...], tables: NamingTables) -> Evidence:
    """Collect how words and capitalised runs stand; `written`: the words that are written otherwise than their keys."""
    words = tokens.words
    large = [i for i in written if words[i][0].isupper() or words[i][:3] in ARABIC]
    collector = Collector(tokens.keys, tables)
    for sentence in sentences:
        if sentence.zone == "body":
            first, last = sentence.first_token, sentence.last_token
            collector.read(large[bisect_left(large, first) : bisect_left(large, last)], first, last)
    return Evidence(
        frozenset(large),
        frozenset(words),
        frozenset(collector.singles),
        frozenset(collector.wholes),
        frozenset(collector.placed - collector.things - collector.speaking - collector.firms - {()}),
        frozenset(collector.things),
        frozenset(collector.firms - collector.things),
    )


class Collector:
    """Gathers the evidence of one article, sentence by sentence."""

    def __init__(self, keys: tuple[str, ...], tables: NamingTables) -> None:
        self.keys, self.tables = keys, tables
        self.singles: set[str] = set()
        self.wholes: set[tuple[str, ...]] = set()
        self.placed: set[tuple[str, ...]] = set()
        self.things: set[tuple[str, ...]] = set()
        self.speaking: set[tuple[str, ...]] = set()
        self.firms: set[tuple[str, ...]] = set()

    def read(self, large: list[int], first: int, last: int) -> None:
        """The sentence of the words `[first, last)`, of which `large` have a capital."""
        common, things = self.tables.common, self.tables.lists["thing_noun"]
        for start, end in runs(large):
            start += start == first and self.keys[first] in common
            start += end - start > 1 and self.keys[start] in things
            if start < end:
                self.add(start, end, self.keys[start - 1] if start > first else "", last)

    def add(self, start: int, end: int, before: str, last: int) -> None:
        """The run `[start, end)` of a sentence that ends at `last`; behind it `regency` tells a place too."""
        run, tables = self.keys[start:end], self.tables
        key, behind = run[0], self.keys[end] if end < last else ""
        grouped = tables.grouped
        own, ahead, after = grouped.get(key, NOTHING), grouped.get(before, NOTHING), grouped.get(behind, NOTHING)
        placing = "placing" in ahead and not (start > 1 and self.keys[start - 2] in tables.lists["holding"])
        self.wholes.add(run)
        if end - start == 1 and not (key in tables.common or key in tables.phrases or "portfolio" in own):
            self.singles.add(key)
        if "thing_noun" in ahead:
            self.things.add(run)
        if "person_verb" in after and not placing:
            self.speaking.add(run)
        if key not in tables.given and (self.owned(start, ahead) or self.owns(end, last, after)):
            self.firms.add(run)
        named = end - start > 1 and key in tables.given
        settled = placing and not named and "soft_locative" not in ahead
        if "place_head" in own:
            self.placed.add(() if self.is_title(before) else self.headed(run[1:]))
        elif settled or "place_tail" in after or (behind == "," and self.before_region(end, last)):
            self.placed.add(run)

    def owned(self, start: int, ahead: frozenset[str]) -> bool:
        """`saham Astra`, `shares of Ford`: before the run stands what only a firm has, or what only a firm is."""
        if "corporate_head" in ahead:
            return True
        return "belonging" in ahead and start > 1 and self.keys[start - 2] in self.tables.lists["corporate_noun"]

    def owns(self, end: int, last: int, after: frozenset[str]) -> bool:
        """`Ford shares`, `Ford's plants`: behind the run, or its possessive, stands what only a firm has."""
        if "possessive" not in after:
            return "corporate_noun" in after
        return end + 1 < last and self.keys[end + 1] in self.tables.lists["corporate_noun"]

    def headed(self, rest: tuple[str, ...]) -> tuple[str, ...]:
        """What a kind of place is called: the known region, else all that follows."""
        return next((words for words in self.regions(rest[:1]) if rest[: len(words)] == words), rest)

    def is_title(self, key: str) -> bool:
        """The word opens a title, so a kind of place behind it is the owner of an office."""
        return any(phrase.type == "title" for phrase in self.tables.phrases.get(key, ()))

    def regions(self, first: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The words of the known regions that start with this word."""
        found = self.tables.phrases.get(first[0], ()) if first else ()
        return (phrase.words for phrase in found if phrase.type in REGIONS)

    def before_region(self, comma: int, last: int) -> bool:
        """`Muara Lindu, Bengkulu`: a known region behind a comma."""
        at = comma + 1
        if at == last or self.keys[at] not in self.tables.phrases:
            return False
        return any(self.keys[at : at + len(words)] == words for words in self.regions(self.keys[at : at + 1]))


def runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of neighbouring indices as `[first, last)`."""
    first = previous = -2
    for index in indices:
        if index != previous + 1:
            if first >= 0:
                yield first, previous + 1
            first = index
        previous = index
    if first >= 0:
        yield first, previous + 1
