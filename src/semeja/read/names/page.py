"""What the search for names may ask of the article: its words, the known phrases, how names stand elsewhere in it."""

from typing import Final

from semeja.lang.naming import NAMED, NamingTables, Phrase
from semeja.read.names.evidence import Evidence
from semeja.records.reading import Sentence, Tokens

Media = frozenset[tuple[str, ...]]
NONE: Final[tuple[Phrase, ...]] = ()
NOTHING: Final[frozenset[str]] = frozenset()
LONGEST_ACRONYM: Final = 8
LONGEST_RUN: Final = 12


class Page:
    """One sentence under the reader's eyes: the words of the article, of which `[first, last)` are the sentence's.

    `media`: what the article credits as its sources; `found`: known phrases by place, filled as they are asked for.
    `names`: in a title or caption the parts of the persons' names of the body, beyond which no name goes.
    A class and no record: its questions are asked thousands of times, and compiled they cost next to nothing.
    """

    def __init__(self, tokens: Tokens, tables: NamingTables, evidence: Evidence, media: Media) -> None:
        self.words, self.keys = tokens.words, tokens.keys
        self.tables, self.evidence, self.media = tables, evidence, media
        self.names: frozenset[str] | None = None
        self.found: dict[int, tuple[Phrase, ...]] = {}
        self.large, self.singles = evidence.large, evidence.singles
        self.lists, self.grouped, self.sized = tables.lists, tables.grouped, tables.sized
        self.first, self.last, self.zone = 0, 0, ""

    def turn_to(self, sentence: Sentence) -> None:
        """Look at this sentence."""
        self.first, self.last, self.zone = sentence.first_token, sentence.last_token, sentence.zone

    def capital(self, i: int) -> bool:
        """The word at `i` of the sentence is written with a capital."""
        return i in self.large and i < self.last

    def is_key(self, i: int, keys: frozenset[str]) -> bool:
        """The word at `i` lies in the sentence and is one of `keys`."""
        return self.first <= i < self.last and self.keys[i] in keys

    def listed(self, group: str, i: int) -> bool:
        """The word at `i` lies in the sentence and in the word list `group`."""
        return self.first <= i < self.last and self.keys[i] in self.lists[group]

    def groups(self, i: int) -> frozenset[str]:
        """The word lists that the word at `i` is in; none outside of the sentence."""
        return self.grouped.get(self.keys[i], NOTHING) if self.first <= i < self.last else NOTHING

    def common(self, i: int) -> bool:
        """The word at `i` is a common word, by the tables or because the article also writes it in lower case."""
        key = self.keys[i]
        return key in self.tables.common or (key in self.evidence.lower and key not in self.singles)

    def alone(self, i: int) -> bool:
        """The word at `i` stands elsewhere alone, as a name that somebody is called by."""
        return i < self.last and self.keys[i] in self.singles

    def is_acronym(self, i: int) -> bool:
        """`KPK`, `DPRD`: two to eight capitals that name no measure or paper."""
        if i >= self.last or not self.words[i].isupper():
            return False
        word = self.words[i]
        fits = 2 <= len(word) <= LONGEST_ACRONYM and word.isalpha()
        return fits and self.keys[i] not in self.lists["acronym_stop"]

    def matches(self, i: int) -> tuple[Phrase, ...]:
        """Known phrases that start at `i`, longest first; kept, as several rules ask for the same place."""
        found = self.found.get(i)
        if found is None:
            found = self.found[i] = self.looked_up(i) if self.keys[i] in self.sized else NONE
        return found

    def looked_up(self, i: int) -> tuple[Phrase, ...]:
        """Known phrases that start at `i`, the longest first; an exact form and a capital count where needed."""
        words, keys = self.words, self.keys
        found: list[Phrase] = []
        for size, table in self.sized[keys[i]]:
            end = i + size
            if end > self.last:
                continue
            for phrase in table.get(keys[i:end], NONE):
                exact = phrase.exact is None or words[i:end] == phrase.exact
                if exact and (phrase.type not in NAMED or words[i] != keys[i]):
                    found.append(phrase)
        return tuple(found)

    def known(self, i: int, types: frozenset[str]) -> Phrase | None:
        """The longest phrase of `types` at `i`."""
        if i < self.last:
            for phrase in self.matches(i):
                if phrase.type in types:
                    return phrase
        return None

    def run(self, i: int) -> int:
        """The end of the run of capitalised words from `i`, particles and initials inside it."""
        large = self.large
        end, limit = i, min(self.last, i + LONGEST_RUN)
        while end < limit and (end in large or (end > i and end + 1 in large and self.joins(end))):
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
        return self.keys[i] in self.lists["particle"]

    def text(self, first: int, last: int) -> str:
        """The words `[first, last)` with a space between each."""
        return " ".join(self.words[first:last])
