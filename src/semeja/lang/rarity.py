"""How rare a term is in the news at large, from the shares of articles in which it stands."""

import math
from functools import cache

from semeja.lang.table import read_table

COUNTED = ("en", "id")
"""Languages whose news was counted."""
RAREST = 0.01
"""Share that is added to every share: the tables say nothing below it."""


@cache
def shares() -> dict[str, float]:
    """Key of a word (`compare.wording.content_keys`) -> share of news articles, the greatest of all languages."""
    found: dict[str, float] = {}
    for code in COUNTED:
        for key, share in read_table(code, "document_shares"):
            found[key] = max(int(share) / 1000, found.get(key, 0.0))
    return found


def rarity(word: str, share: float = 0.0) -> float:
    """Negative logarithm of the share of articles that have a word; `share`: that in the articles at hand."""
    return -math.log(max(shares().get(word, 0.0), share) + RAREST)
