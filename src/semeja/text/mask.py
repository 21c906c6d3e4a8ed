"""Deleting without moving: removed characters are blanked, so offsets into the view are offsets into the text."""

import re
from collections.abc import Iterable
from typing import Final

from semeja.records.span import Removed

_ODD_BLANK: Final = re.compile(r"[^\S\n ]|\u2028|\u2029|\x85")


def mask(text: str, removed: Iterable[Removed], joined: Iterable[int] = ()) -> str:
    """`text` with each removed range blanked and odd blanks (NBSP, tab, …) as spaces; the same length.

    A line feed inside a removed range stays, so that paragraphs stay apart; those at the places `joined` become
    spaces, since there one paragraph was broken over lines.
    """
    text = _joined(text, joined)
    pieces, position = [], 0
    for cut in sorted(removed):
        start, end = max(cut.start, position), max(cut.end, position)
        pieces.append(text[position:start])
        pieces.append(_blanked(text[start:end]))
        position = end
    pieces.append(text[position:])
    view = "".join(pieces)
    # An odd blank is no printable character: most texts are told at once to have none.
    return view if view.replace("\n", "").isprintable() else _ODD_BLANK.sub(" ", view)


def _joined(text: str, places: Iterable[int]) -> str:
    """The text with a space at each place."""
    pieces: list[str] = []
    position = 0
    for place in sorted(places):
        pieces += (text[position:place], " ")
        position = place + 1
    return "".join([*pieces, text[position:]]) if pieces else text


def _blanked(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
