"""What a language fills in so that `read` knows what looks like the end of a sentence and is none."""

import msgspec


class SegmentationTables(msgspec.Struct, frozen=True):
    """Tables of one language: what looks like the end of a sentence and is none."""

    code: str


def load(code: str) -> SegmentationTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return SegmentationTables(code=code)
