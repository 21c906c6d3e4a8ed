"""Words and marks of a text, with their places."""

import re
from functools import lru_cache

from semeja.records.reading import Tokens

MEMORY = 16_384
"""Words whose keys a process remembers."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# A hyphen parts two words when the right one stands large, unless it repeats the left (Undang-Undang), is a single
# letter (sinar-X) or follows an Arabic article (Al-Azhar): names inside AS-Rusia or pro-Rusia can then be looked up.
_TOKEN = re.compile(
    r"""
      [A-Za-z]{2,}+(?=[ ,.\n:;?!)"”])                               # a plain word: most are, so it is tried first
    | [,.:;?!()"“”]                                               # marks that open nothing else: the next most frequent
    | \d+(?:[.,:/]\d+)*%?                                         # 100.000  21/1  19.21  5,5%
    | (?:Rp|RM|US|USD|IDR|EUR|SGD|AUD|GBP|JPY|CNY|MYR)(?=\d)      # the currency before an amount: Rp68
    | (?:[A-Z]\.){2,}(?!\w)                                       # initials: U.S.
    | ['’]s\b                                                     # the English possessive
    | ([^\W\d_]+)
      (?: ['’](?!s\b)[^\W_]+                                      # Jum'at
        | -(?![A-ZÀ-ÖØ-Þ])[^\W_]+                                 # negara-negara, Covid-19, KPK-nya
        | -(?i:\1)(?![A-ZÀ-ÖØ-Þ])[^\W_]*
        | -(?:(?<=\b[Aa][lsnrtd]-)|(?<=\b[Ee]l-))[^\W_]+
        | -[A-Z]\b
        | [\u00ad\u200b-\u200d\u2060][^\W_]+
      )* \d*
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of `text[start:end]`; places are offsets into `text`, keys lack invisible characters."""
    matches = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    words = tuple([match[0] for match in matches])
    return Tokens(
        starts=tuple([match.start() for match in matches]),
        ends=tuple([match.end() for match in matches]),
        words=words,
        keys=tuple(map(_key, words)),
    )


# Remembered: half of the words of a text come again, and a key that is one object is hashed once for all tables.
@lru_cache(maxsize=MEMORY)
def _key(word: str) -> str:
    # A mark that nobody sees may stand alone: a key is never empty.
    return word.casefold() if word.isascii() else _INVISIBLE.sub("", word).casefold() or word
