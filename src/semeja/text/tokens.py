"""Words and marks of a text, with their places."""

import re

from semeja.records.reading import Tokens

# A number keeps its inner separators (100.000, 21/1, 19.21), a word its inner hyphen or apostrophe (Jum'at, X-Y).
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*%?|[^\W\d_]+(?:['’\-][^\W_]+)*\d*|\w+|[^\w\s]")


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of `text[start:end]`; places are offsets into `text`."""
    matches = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    words = tuple(match.group() for match in matches)
    return Tokens(
        starts=tuple(match.start() for match in matches),
        ends=tuple(match.end() for match in matches),
        words=words,
        keys=tuple(word.casefold() for word in words),
    )
