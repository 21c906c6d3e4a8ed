"""Content stems of a passage, the keys by which wordings are compared."""

import re
from functools import lru_cache

from semeja.lang import wording
from semeja.lang.pack import CODES

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


@lru_cache(maxsize=20_000)
def content_stems(text: str, language: str | None) -> tuple[str, ...]:
    """Stems of the words of `text` that carry content, in order; without a pack: all words of four letters or more."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if language not in CODES:
        return tuple(word for word in words if len(word) >= wording.SHORTEST_STEM)
    tables = wording.load(language)
    return tuple(
        tables.stem(word) for word in words if word not in tables.stopwords and (len(word) > 2 or word.isdigit())
    )
