"""One page to its text and statements. Runs inside the disposable process: a page may take the interpreter with it."""

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from semeja.errors import NoText, TooLarge
from semeja.sources import limits
from semeja.sources.main_text import main_text
from semeja.sources.metadata import stated_by
from semeja.sources.nesting import Size, measure
from semeja.sources.plain_text import plain_text
from semeja.sources.statements import Page


def extract(html: str) -> Page:
    """The main text of a page and what the page states. Raises `TooLarge`, `NoText`.

    Where no main text is found, and on pages that are too deep or too wide for it, all text outside of navigation is
    taken instead, so that the choice never depends on how fast a machine is.
    """
    size = _checked(html)
    tree = LexborHTMLParser(html)
    stated = stated_by(tree)
    careful = size.depth <= limits.CAREFUL_NESTING and size.tags <= limits.CAREFUL_TAGS
    body = (main_text(html, tree, stated.title) if careful else "") or plain_text(tree)
    if not body.strip():
        raise NoText("the page has no text")
    return replace(stated, text=body)


def _checked(html: str) -> Size:
    if len(html) > limits.MAX_PAGE:
        raise TooLarge("the page is too large", f"{len(html):,} characters; the limit is {limits.MAX_PAGE:,}")
    size = measure(html)
    if size.depth > limits.MAX_NESTING:
        raise TooLarge("the page is nested too deep", f"{size.depth:,} tags; the limit is {limits.MAX_NESTING:,}")
    if size.attributes > limits.MAX_ATTRIBUTES:
        raise TooLarge("a tag has too many attributes", f"{size.attributes:,}; the limit is {limits.MAX_ATTRIBUTES:,}")
    return size
