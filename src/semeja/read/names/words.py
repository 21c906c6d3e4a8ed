"""The words of an article as names are read from them: compounds of names parted, possessive endings cut off."""

import msgspec

from semeja.lang.naming import NamingTables
from semeja.read.draft import Draft

POSSESSIVE = ("'s", "’s")


class Words(msgspec.Struct, frozen=True, gc=False):
    """Parallel columns like `Tokens`, where `AS-Rusia` is three words and `Russia's` ends before its mark."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    keys: list[str]


class Passage(msgspec.Struct, frozen=True, gc=False):
    """One sentence as a slice `[first, last)` of the words."""

    first: int
    last: int
    zone: str
    sentence: int


def words_of(draft: Draft, tables: NamingTables) -> tuple[Words, list[Passage]]:
    """The words of the article and its sentences as slices of them."""
    tokens = draft.tokens
    odd = [i for i, word in enumerate(tokens.words) if "-" in word or "'" in word or "’" in word]
    words = Words(list(tokens.starts), list(tokens.ends), list(tokens.words), list(tokens.keys))
    shifts: list[tuple[int, int]] = []
    for i in reversed(odd):
        pieces = parted(tokens.words[i], tokens.keys[i], tables)
        if pieces is not None:
            insert(words, i, tokens.starts[i], pieces)
            shifts.append((i, len(pieces) - 1))
    return words, passages(draft, list(reversed(shifts)))


def parted(word: str, key: str, tables: NamingTables) -> list[str] | None:
    """The pieces of a compound of capitalised words, the hyphen among them, or of a possessive; None: one word."""
    if word.endswith(POSSESSIVE):
        return [word[:-2], word[-2:]]
    parts = word.split("-")
    if len(parts) == 1 or key in tables.hyphenated or not all(part and part[0].isupper() for part in parts):
        return None
    pieces: list[str] = []
    for part in parts:
        pieces += ["-", part] if pieces else [part]
    return pieces


def insert(words: Words, at: int, start: int, pieces: list[str]) -> None:
    """Put the pieces of one token in its place."""
    starts, position = [], start
    for piece in pieces:
        starts.append(position)
        position += len(piece)
    words.starts[at : at + 1] = starts
    words.ends[at : at + 1] = [begin + len(piece) for begin, piece in zip(starts, pieces)]
    words.words[at : at + 1] = pieces
    words.keys[at : at + 1] = [piece.casefold() for piece in pieces]


def passages(draft: Draft, shifts: list[tuple[int, int]]) -> list[Passage]:
    """Sentences as slices of the words: a token's place moves by what was parted before it."""
    found, passed, moved = [], 0, 0
    for index, sentence in enumerate(draft.sentences):
        while passed < len(shifts) and shifts[passed][0] < sentence.first_token:
            moved += shifts[passed][1]
            passed += 1
        first = sentence.first_token + moved
        while passed < len(shifts) and shifts[passed][0] < sentence.last_token:
            moved += shifts[passed][1]
            passed += 1
        found.append(Passage(first, sentence.last_token + moved, sentence.zone, index))
    return found
