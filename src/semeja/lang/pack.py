"""The names that a language fills: one frozen record of tables per stage of the reading.

Nothing outside `lang/` asks which language it is; `read/` asks the pack.
"""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from msgspec.structs import replace

from semeja.lang import cleaning, coding, counting, crediting, naming, quoting, referring, segmentation, timing
from semeja.lang.name_model import NameModel, load_name_model
from semeja.lang.referring import Weights

CODES = ("id", "en", "ms")
EXPERIMENTAL = frozenset({"ms"})
"""Codes of packs that are a skeleton: they load and read, and what they reach is stated, not promised."""


class Pack(msgspec.Struct, frozen=True):
    """Everything that `read` has to know of one language.

    `antecedents`: how much each sign speaks for what a pronoun means, learned or made by hand.
    `name_model`: the learned part of the naming stage; None where the language has none or the rules are to read alone.
    """

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
    antecedents: Mapping[str, Weights]
    name_model: NameModel | None = None


@cache
def load_pack(code: str, models: bool = True) -> Pack:
    """The pack of a language in `CODES`; without `models` nothing in it was learned. Both share their tables."""
    if models:
        return replace(load_pack(code, models=False), antecedents=referring.weights(), name_model=load_name_model(code))
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
        antecedents=referring.weights(by_hand=True),
    )


class Packs(Mapping[str, Pack]):
    """The packs by language code, each loaded when it is asked for: most runs read one language or two."""

    def __init__(self, models: bool) -> None:
        self._models = models

    def __getitem__(self, code: str) -> Pack:
        if code not in CODES:
            raise KeyError(code)
        return load_pack(code) if self._models else load_pack(code, models=False)

    def __contains__(self, code: object) -> bool:
        return code in CODES

    def __iter__(self) -> Iterator[str]:
        return iter(CODES)

    def __len__(self) -> int:
        return len(CODES)


@cache
def load_packs(models: bool = True) -> Mapping[str, Pack]:
    """All packs by language code."""
    return Packs(models)
