"""What a language fills in so that `read` knows what looks like the end of a sentence and is none."""

import msgspec

from semeja.lang.table import column

SHORTEST_ENDED = 6
"""Letters of a word that shows by its end that it opens a sentence: `Harganya`, not the name Anya."""


class SegmentationTables(msgspec.Struct, frozen=True):
    """Tables of one language, lower-case and without the last full stop.

    After `before` no sentence ends; after `after` one ends only where a word follows that `opens` has or that ends in
    one of `opens_ends`; after `numbered` none ends before a number. A `degree` stands behind a name, so after it a
    large letter is the next sentence's.
    """

    code: str
    before: frozenset[str]
    after: frozenset[str]
    numbered: frozenset[str]
    degree: frozenset[str]
    opens: frozenset[str]
    opens_ends: tuple[str, ...]

    def opening(self, word: str) -> bool:
        """Whether a word that is written with a large letter, given in lower case, opens a sentence and is no name."""
        return word in self.opens or (len(word) >= SHORTEST_ENDED and word.endswith(self.opens_ends))


def load(code: str) -> SegmentationTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return SegmentationTables(
        code=code,
        before=column(code, "segmentation", "before"),
        after=column(code, "segmentation", "after"),
        numbered=column(code, "segmentation", "number"),
        degree=column(code, "segmentation", "degree"),
        opens=column(code, "segmentation", "opens"),
        opens_ends=tuple(sorted(column(code, "segmentation", "opens_end"))),
    )
