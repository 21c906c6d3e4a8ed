"""A sentence as a row of items: mentions, times, known words, marks and the rest."""

from collections.abc import Mapping, Set
from typing import Final

from semeja.lang.coding import Word
from semeja.records.reading import Mention

CLAUSE_LINKS: Final = frozenset(
    ["relative", "that", "cond", "time", "before", "cause", "concede", "contrast", "purpose", "where"]
)
BREAKS: Final = frozenset({"comma", "stop", "quote"})
EMPTY: Final = Word(frozenset(), (), False)
ADVERB: Final = Word(frozenset({"adverb"}), (), False)
VERB: Final = Word(frozenset({"verb"}), (), True)
PASSIVE_VERB: Final = Word(frozenset({"verb", "passive"}), (), True)


class Item:
    """One unit of a sentence: tokens `[first, last]`; `mention`, `time`, `word`, `comma`, `quote`, `stop` or `other`.

    `entities`: local ids of a mention, or of all mentions that are joined into one (`AS dan NATO`); `mention` is the
    first of them. `word` is the empty word unless the kind is `word`.
    """

    def __init__(
        self,
        kind: str,
        first: int,
        last: int,
        word: Word = EMPTY,
        mention: Mention | None = None,
        entities: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.word = word
        self.mention = mention
        self.entities = entities


class Places:
    """What stands at each token of an article: mentions, clitics, times (token index -> last token and record).

    `spots`: the tokens that a mention or a time begins at.
    """

    def __init__(
        self,
        mentions: Mapping[int, tuple[int, Mention]],
        clitics: Mapping[int, Mention],
        times: Mapping[int, tuple[int, int]],
        spots: Set[int],
    ) -> None:
        self.mentions = mentions
        self.clitics = clitics
        self.times = times
        self.spots = spots
