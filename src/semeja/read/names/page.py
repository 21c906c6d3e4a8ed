"""What the search for names may ask of the article: its words, the known phrases, how names stand elsewhere in it."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from semeja.lang.naming import NamingTables, Phrase
from semeja.records.reading import Sentence, Tokens

# Types whose first word must be written with a capital.
NAMED = frozenset({"country", "adjective", "capital", "seat", "organisation", "media", "place"})
REGIONS = frozenset({"place", "capital"})
LONGEST_ACRONYM = 8
LONGEST_RUN = 12


class Evidence(msgspec.Struct, frozen=True):
    """How words stand in the body.

    `singles`: capitalised words that stand alone; `wholes`: maximal runs of capitalised words; `placed`: runs after
    a word of place, in a dateline, or before a known region; `things`: runs that name a ship, a film, a storm;
    `lower`: words that also stand in lower case.
    """

    singles: Counter[str]
    wholes: Counter[tuple[str, ...]]
    placed: frozenset[tuple[str, ...]]
    things: frozenset[tuple[str, ...]]
    lower: frozenset[str]


class Page(msgspec.Struct, frozen=True):
    """One sentence under the reader's eyes: the words of the article, of which `[first, last)` are the sentence's.

    `media`: what the article credits as its sources.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]
    tables: NamingTables
    evidence: Evidence
    media: frozenset[tuple[str, ...]]
    first: int
    last: int
    zone: str

    def capital(self, i: int) -> bool:
        """The word at `i` of the sentence is written with a capital."""
        return i < self.last and self.words[i] != self.keys[i] and self.words[i][0].isupper()

    def is_key(self, i: int, keys: frozenset[str]) -> bool:
        return self.first <= i < self.last and self.keys[i] in keys

    def listed(self, group: str, i: int) -> bool:
        return self.first <= i < self.last and self.keys[i] in self.tables.lists[group]

    def common(self, i: int) -> bool:
        """The word at `i` is a common word, by the tables or because the article also writes it in lower case."""
        key = self.keys[i]
        return key in self.tables.common or (key in self.evidence.lower and key not in self.evidence.singles)

    def alone(self, i: int) -> bool:
        """The word at `i` stands elsewhere alone, as a name that somebody is called by."""
        return i < self.last and self.evidence.singles[self.keys[i]] > 0

    def is_acronym(self, i: int) -> bool:
        """`KPK`, `DPRD`: two to eight capitals that name no measure or paper."""
        if i >= self.last or not 2 <= len(self.words[i]) <= LONGEST_ACRONYM:
            return False
        word = self.words[i]
        return word.isupper() and word.isalpha() and self.keys[i] not in self.tables.lists["acronym_stop"]

    def matches(self, i: int) -> Iterator[Phrase]:
        """Known phrases that start at `i`, longest first."""
        for phrase in self.tables.phrases.get(self.keys[i], ()):
            size = len(phrase.words)
            if size > 1 and (i + size > self.last or self.keys[i : i + size] != phrase.words):
                continue
            if phrase.exact is not None and self.words[i : i + size] != phrase.exact:
                continue
            if phrase.type not in NAMED or self.words[i] != self.keys[i]:
                yield phrase

    def known(self, i: int, types: frozenset[str]) -> Phrase | None:
        """The longest phrase of `types` at `i`."""
        if i >= self.last or self.keys[i] not in self.tables.phrases:
            return None
        return next((phrase for phrase in self.matches(i) if phrase.type in types), None)

    def run(self, i: int) -> int:
        """The end of the run of capitalised words from `i`, particles and initials inside it."""
        end, limit = i, min(self.last, i + LONGEST_RUN)
        while end < limit and (self.capital(end) or (end > i and self.joins(end))):
            end += 1
        return end

    def joins(self, i: int) -> bool:
        """A mark or small word at `i` inside a name: `bin`, `van`, the stop after an initial, the hyphen of `Min-Jae`.

        A hyphen joins when one side has a further name part; `Tanjung Seroja-Port Halden` are two names.
        """
        if not self.capital(i + 1):
            return False
        if self.words[i] == ".":
            return len(self.words[i - 1]) == 1
        if self.words[i] == "-":
            return self.capital(i + 2) != (i - 2 >= self.first and self.capital(i - 2))
        return self.keys[i] in self.tables.lists["particle"]

    def text(self, first: int, last: int) -> str:
        return " ".join(self.words[first:last])


def evidence_of(tokens: Tokens, sentences: tuple[Sentence, ...], tables: NamingTables) -> Evidence:
    """Collect how words and capitalised runs stand in the body."""
    collector = Collector(tables)
    for sentence in sentences:
        place = slice(sentence.first_token, sentence.last_token)
        if sentence.zone == "body":
            collector.read(tokens.keys[place], tokens.words[place])
    return Evidence(
        collector.singles,
        collector.wholes,
        frozenset(collector.placed - collector.things - {()}),
        frozenset(collector.things),
        frozenset(collector.lower),
    )


class Collector:
    """Gathers the evidence of one article, sentence by sentence."""

    def __init__(self, tables: NamingTables) -> None:
        self.tables = tables
        self.singles: Counter[str] = Counter()
        self.wholes: Counter[tuple[str, ...]] = Counter()
        self.placed: set[tuple[str, ...]] = set()
        self.things: set[tuple[str, ...]] = set()
        self.lower: set[str] = set()
        self.place_tails = {(word,) for word in tables.lists["place_tail"]}

    def read(self, keys: tuple[str, ...], words: tuple[str, ...]) -> None:
        large = [i for i, word in enumerate(words) if word != keys[i] and word[0].isupper()]
        self.lower.update(key for key, word in zip(keys, words) if key == word)
        for first, last in runs(large):
            first += first == 0 and keys[0] in self.tables.common
            first += last - first > 1 and keys[first] in self.tables.lists["thing_noun"]
            if first < last:
                self.add(keys, words, first, last)

    def add(self, keys: tuple[str, ...], words: tuple[str, ...], first: int, last: int) -> None:
        run, lists = keys[first:last], self.tables.lists
        self.wholes[run] += 1
        ordinary = run[0] in self.tables.common or run[0] in self.tables.phrases or run[0] in lists["portfolio"]
        if len(run) == 1 and not ordinary:
            self.singles[run[0]] += 1
        before = keys[first - 1] if first else ""
        if before in lists["thing_noun"]:
            self.things.add(run)
        if run[0] in lists["place_head"]:
            self.placed.add(self.headed(run[1:]) if first == 0 or not self.is_title(keys[first - 1]) else ())
        elif (
            before in lists["placing"]
            or self.before_region(keys, last)
            or (last < len(keys) and keys[last] in lists["place_tail"])
        ):
            self.placed.add(run)

    def headed(self, rest: tuple[str, ...]) -> tuple[str, ...]:
        """What a kind of place is called: the known region, else all that follows."""
        known = (
            [phrase.words for phrase in self.tables.phrases.get(rest[0], ()) if phrase.type in REGIONS] if rest else []
        )
        return next((words for words in known if rest[: len(words)] == words), rest)

    def is_title(self, key: str) -> bool:
        return any(phrase.type == "title" for phrase in self.tables.phrases.get(key, ()))

    def before_region(self, keys: tuple[str, ...], last: int) -> bool:
        """`Muara Lindu, Bengkulu`: a known region behind a comma says that the run is a place in it."""
        if last + 1 >= len(keys) or keys[last] != ",":
            return False
        found = self.tables.phrases.get(keys[last + 1], ())
        return any(
            phrase.type in REGIONS and keys[last + 1 : last + 1 + len(phrase.words)] == phrase.words for phrase in found
        )


def runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of neighbouring indices as `[first, last)`."""
    first = None
    for position, index in enumerate(indices):
        if first is None:
            first = index
        if position + 1 == len(indices) or indices[position + 1] != index + 1:
            yield first, index + 1
            first = None
