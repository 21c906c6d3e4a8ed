"""Words and marks of a text, with their places."""

import re
from functools import lru_cache
from typing import Final

from semeja.records.reading import Tokens

MEMORY: Final = 16_384
"""Words whose keys, and odd pieces whose tokens, a process remembers."""

LONGEST_REMEMBERED: Final = 40
"""Characters of such a piece."""

_CLOSING: Final = frozenset('.,:;?!)"”')
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# A hyphen parts two words when the right one stands large, unless it repeats the left (Undang-Undang), is a single
# letter (sinar-X) or follows an Arabic article (Al-Azhar): names inside AS-Rusia or pro-Rusia can then be looked up.
_TOKEN: Final = re.compile(
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
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    if start == 0 and end is None:
        _by_blanks(text, starts, ends, words)
    else:
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
            starts.append(match.start())
            ends.append(match.end())
            words.append(match[0])
    return Tokens(tuple(starts), tuple(ends), tuple(words), tuple(map(_key, words)))


def _by_blanks(text: str, starts: list[int], ends: list[int], words: list[str]) -> None:
    """Adds the tokens of a text piece by piece: no token holds a blank, and what stands behind one changes none.

    Most pieces are letters alone, or letters and a mark, for which the pattern would find the same.
    """
    at = 0
    for piece in text.replace("\n", " ").split(" "):
        end = at + len(piece)
        if piece.isalpha():
            starts.append(at)
            ends.append(end)
            words.append(piece)
        elif piece:
            word = piece[:-1]
            if piece[-1] in _CLOSING and word.isalpha():
                starts += (at, end - 1)
                ends += (end - 1, end)
                words += (word, piece[-1])
            else:
                for left, right, token in _odd(piece) if len(piece) <= LONGEST_REMEMBERED else _tokens(piece):
                    starts.append(at + left)
                    ends.append(at + right)
                    words.append(token)
        at = end + 1


@lru_cache(maxsize=MEMORY)
def _odd(piece: str) -> tuple[tuple[int, int, str], ...]:
    return _tokens(piece)


def _tokens(piece: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and word of each token, by the pattern."""
    return tuple([(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(piece)])


# Remembered: half of the words of a text come again, and a key that is one object is hashed once for all tables.
@lru_cache(maxsize=MEMORY)
def _key(word: str) -> str:
    # A mark that nobody sees may stand alone: a key is never empty.
    return word.casefold() if word.isascii() else _INVISIBLE.sub("", word).casefold() or word
