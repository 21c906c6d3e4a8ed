"""The main text of a page: trafilatura, with what the page's own marks say before and after it."""

import re
from typing import Any

import trafilatura
from selectolax.lexbor import LexborHTMLParser
from trafilatura.utils import load_html

from semeja.sources.article_body import mark_article_body, undo_layout_tables
from semeja.sources.linked_data import article_data
from semeja.sources.pruning import prune

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]{0,2000}>")
MUCH_MORE = 1.6
"""The stated body replaces the found text that is shorter by this factor."""
ALIKE = 0.85
"""Share of lines of the one that stand in the other, so that both are the same article."""
LEAST_WORDS = 50
"""Words of a stated body that is compared."""


def main_text(html: str, tree: LexborHTMLParser, title: str | None) -> str:
    """What the article says, a paragraph a line, without its headline; empty if nothing is found.

    trafilatura (Barbaresi 2021) finds the text in a page without furniture; `articleBody` of the page's JSON-LD says
    where the text ends, and replaces it when the page shows much less.
    """
    try:
        found = _extracted(html)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        found = ""
    lines = _without_headline([line for line in found.split("\n") if line.strip()], title)
    return "\n".join(_beside_stated(lines, _stated_body(tree)))


def _extracted(html: str) -> str:
    tree: Any = load_html(html)
    if tree is None:
        return ""
    undo_layout_tables(tree)
    prune(tree)
    mark_article_body(tree)
    return trafilatura.extract(tree, include_comments=False, include_formatting=False) or ""


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))


def _without_headline(lines: list[str], title: str | None) -> list[str]:
    """The lines without the headline, wherever it stands; a reader of the article has it beside the text."""
    headline = _key(title or "")
    return [line for line in lines if not headline or _key(line) != headline]


def _stated_body(tree: LexborHTMLParser) -> list[str]:
    """Lines of `articleBody`; none where it is short, a teaser."""
    stated = article_data(tree).get("articleBody")
    if not isinstance(stated, str):
        return []
    body = _TAG.sub(" ", stated) if "<" in stated else stated
    return [line.strip() for line in body.split("\n") if line.strip()] if body.count(" ") >= LEAST_WORDS else []


def _beside_stated(lines: list[str], stated: list[str]) -> list[str]:
    """The lines up to the last that the stated body has too, where both are the same article."""
    if not stated:
        return lines
    body = f" {_key(' '.join(stated))} "
    inside = [f" {_key(line)} " in body for line in lines]
    found, shared = (
        sum(len(line) for line, known in zip(lines, inside, strict=True) if known or every) for every in (1, 0)
    )
    whole = sum(map(len, stated))
    if whole > MUCH_MORE * found and (shared >= ALIKE * found):
        return stated
    if shared < ALIKE * found or shared < ALIKE * whole:
        return lines
    last = max(index for index, known in enumerate(inside) if known)
    return lines[: last + 1]
