"""A written form of a root: what the morphology of a language makes for the lexicon."""

from collections.abc import Callable

import msgspec


class Form(msgspec.Struct, frozen=True):
    """`surface` as written (case-folded), its `root`, `voice` and `suffix`, and whether a `clitic` hangs on it.

    `voice`: `active`, `passive`, `middle` (intransitive or mutual), `stative`, `bare` (stem alone), `past` (English
    past or participle), `participle`, `infinitive`, `gerund`, `noun`, `person` (who does it: names no event).
    """

    surface: str
    root: str
    voice: str
    suffix: str
    clitic: bool


Forms = Callable[[str, str], tuple[Form, ...]]
"""(root, affix code) -> its written forms."""
