"""What a language fills in so that `read` knows what looks like the end of a sentence and is none."""

import msgspec

from semeja.lang.table import column


class SegmentationTables(msgspec.Struct, frozen=True):
    """Tables of one language, lower-case and without the last full stop.

    After `before` no sentence ends; after `after` one ends only where a word of `opens` follows; after `numbered`
    none ends before a number.
    """

    code: str
    before: frozenset[str]
    after: frozenset[str]
    numbered: frozenset[str]
    opens: frozenset[str]


def load(code: str) -> SegmentationTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return SegmentationTables(
        code=code,
        before=column(code, "segmentation", "before"),
        after=column(code, "segmentation", "after"),
        numbered=column(code, "segmentation", "number"),
        opens=column(code, "segmentation", "opens"),
    )
