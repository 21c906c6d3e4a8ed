"""The strokes of all pictures: text that fits, links, the frame with a title and the same told in words.

Colours are classes of the page's style sheet, so that light, dark and print follow the page.
"""

from collections.abc import Iterable
from html import escape

LETTER, CAPITAL = 6.7, 9.0
"""Pixels of a letter of the page's 12 px font, and of a capital; on the wide side of what system fonts have."""
LINE = 24
"""Pixels from one link to the next below it: what a finger needs (WCAG 2.2, 2.5.8)."""
MOST_SAID = 1_000
"""Characters of the description in words; the table behind a picture has all."""


def width_of(text: str) -> int:
    """Pixels of a text, at most."""
    return int(sum(CAPITAL if letter.isupper() or ord(letter) > 0x2E80 else LETTER for letter in text))


def fitted(text: str, room: int) -> str:
    """The text on one line, cut with an ellipsis where it is wider than `room` pixels."""
    line = " ".join(text[: room // 2 + 2].split())
    if line == " ".join(text.split()) and width_of(line) <= room:
        return line
    while line and width_of(line) + LETTER > room:
        line = line[:-1]
    return line.rstrip() + "…"


def said(x: float, y: float, text: str, kind: str = "", anchor: str = "") -> str:
    """Words at a place; `kind`: classes of the style sheet, `anchor`: `middle` or `end`."""
    shown = f' class="{kind}"' if kind else ""
    placed = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:g}" y="{y:g}"{shown}{placed}>{escape(text)}</text>'


def linked(target: str, inner: str, name: str) -> str:
    """A link to a place on the page; `name`: what it is called where the picture isn't seen."""
    return f'<a href="#{escape(target)}"><title>{escape(name)}</title>{inner}</a>'


def stroke(path: str, kind: str) -> str:
    """A line along an SVG path."""
    return f'<path class="{kind}" d="{path}"/>'


def picture(name: str, title: str, told: Iterable[str], size: tuple[int, int], shapes: Iterable[str]) -> str:
    """The whole picture; `name` is its id on the page, `told` the same in words, part by part."""
    width, height = size
    words = escape("; ".join(told)[:MOST_SAID])
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{words}</desc>{"".join(shapes)}</svg>'
    )
