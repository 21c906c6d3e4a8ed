"""The names that a language fills: one frozen record of tables per stage of the reading.

Nothing outside `lang/` asks which language it is; `read/` asks the pack.
"""

from collections.abc import Mapping
from functools import cache

import msgspec

from semeja.lang import cleaning, coding, counting, crediting, naming, quoting, referring, segmentation, timing

CODES = ("id", "en")


class Pack(msgspec.Struct, frozen=True):
    """Everything that `read` has to know of one language."""

    code: str
    cleaning: cleaning.CleaningTables
    segmentation: segmentation.SegmentationTables
    naming: naming.NamingTables
    referring: referring.ReferringTables
    quoting: quoting.QuotingTables
    timing: timing.TimingTables
    counting: counting.CountingTables
    coding: coding.CodingTables
    crediting: crediting.CreditingTables


@cache
def load_pack(code: str) -> Pack:
    """The pack of a language in `CODES`."""
    return Pack(
        code=code,
        cleaning=cleaning.load(code),
        segmentation=segmentation.load(code),
        naming=naming.load(code),
        referring=referring.load(code),
        quoting=quoting.load(code),
        timing=timing.load(code),
        counting=counting.load(code),
        coding=coding.load(code),
        crediting=crediting.load(code),
    )


def load_packs() -> Mapping[str, Pack]:
    """All packs by language code."""
    return {code: load_pack(code) for code in CODES}
