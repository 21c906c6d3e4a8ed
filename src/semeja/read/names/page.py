"""What the search for names may ask of the article: its words, the known phrases, how names stand elsewhere in it."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from semeja.lang.naming import NamingTables, Phrase
from semeja.read.names.words import Passage, Words

# Types whose first word must be written with a capital.
NAMED = frozenset({"country", "adjective", "capital", "seat", "organisation", "media", "place"})
ACRONYM = 8
LONGEST_RUN = 12


class Evidence(msgspec.Struct, frozen=True):
    """How capitalised runs stand in the body: alone (`singles`), as a whole, after a word of place."""

    singles: Counter[str]
    wholes: Counter[tuple[str, ...]]
    placed: frozenset[tuple[str, ...]]
    lower: frozenset[str]


class Page(msgspec.Struct, frozen=True):
    """The article under the reader's eyes; `last` ends the sentence at hand."""

    words: list[str]
    keys: list[str]
    tables: NamingTables
    evidence: Evidence
    passage: Passage

    def capital(self, i: int) -> bool:
        """The word at `i` of the sentence is written with a capital and is no mark or number."""
        return i < self.passage.last and self.words[i] != self.keys[i] and self.words[i][0].isupper()

    def listed(self, group: str, i: int) -> bool:
        return i < self.passage.last and self.keys[i] in self.tables.lists[group]

    def is_acronym(self, i: int) -> bool:
        """`KPK`, `DPRD`, `Polri` is none: two to eight capitals that name no measure or paper."""
        if i >= self.passage.last or not 2 <= len(self.words[i]) <= ACRONYM:
            return False
        word = self.words[i]
        return word.isupper() and word.isalpha() and self.keys[i] not in self.tables.lists["acronym_stop"]

    def matches(self, i: int) -> Iterator[Phrase]:
        """Known phrases that start at `i`, longest first."""
        found = self.tables.phrases.get(self.keys[i], ())
        for phrase in found:
            size = len(phrase.words)
            if size > 1 and (i + size > self.passage.last or tuple(self.keys[i : i + size]) != phrase.words):
                continue
            if phrase.exact is not None and tuple(self.words[i : i + size]) != phrase.exact:
                continue
            if phrase.type not in NAMED or self.words[i] != self.keys[i]:
                yield phrase

    def known(self, i: int, types: frozenset[str]) -> Phrase | None:
        """The longest phrase of `types` at `i`."""
        if i >= self.passage.last or self.keys[i] not in self.tables.phrases:
            return None
        return next((phrase for phrase in self.matches(i) if phrase.type in types), None)

    def run(self, i: int) -> int:
        """The end of the run of capitalised words from `i`, particles and initials inside it."""
        end = i
        limit = min(self.passage.last, i + LONGEST_RUN)
        while end < limit:
            if self.capital(end) or (end > i and self.joins(end)):
                end += 1
            else:
                break
        return end

    def joins(self, i: int) -> bool:
        """A mark or small word at `i` inside a name: `bin`, `van`, the stop after an initial, a hyphen."""
        if not self.capital(i + 1):
            return False
        if self.words[i] == ".":
            return len(self.words[i - 1]) == 1
        return self.keys[i] in self.tables.lists["particle"]

    def evidence_placed(self, first: int, last: int) -> bool:
        """The run stands after a word of place somewhere in the article, and nowhere as somebody who speaks."""
        return self.key(first, last) in self.evidence.placed

    def key(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self.keys[first:last])


def evidence_of(words: Words, passages: list[Passage], tables: NamingTables) -> Evidence:
    """Collect the maximal runs of capitalised words of all sentences that are not written in title case."""
    singles: Counter[str] = Counter()
    wholes: Counter[tuple[str, ...]] = Counter()
    placed: set[tuple[str, ...]] = set()
    lower: set[str] = set()
    common, locative = tables.lists["common_initial"], tables.lists["locative"]
    for passage in passages:
        if passage.zone != "body":
            continue
        keys, forms = words.keys[passage.first : passage.last], words.words[passage.first : passage.last]
        large = [i for i, word in enumerate(forms) if word != keys[i] and word[0].isupper()]
        lower.update(keys[i] for i, word in enumerate(forms) if word == keys[i])
        for first, last in runs(large):
            if first == 0 and keys[first] in common:
                first += 1
            if first == last:
                continue
            key = tuple(keys[first:last])
            wholes[key] += 1
            if len(key) == 1 and key[0] not in common and key[0] not in tables.phrases:
                singles[key[0]] += 1
            if first and keys[first - 1] in locative:
                placed.add(key)
    return Evidence(singles, wholes, frozenset(placed), frozenset(lower))


def runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of neighbouring indices as `[first, last)`."""
    first = None
    for position, index in enumerate(indices):
        if first is None:
            first = index
        if position + 1 == len(indices) or indices[position + 1] != index + 1:
            yield first, index + 1
            first = None
