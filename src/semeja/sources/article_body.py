"""The element that holds the article, named for the extractor where the page does not name it in a way it knows."""

from semeja.sources.parted_text import mark_parted_text
from semeja.sources.pruning import Element

_BOXES = ("div", "section", "td", "article", "main")
_BLOCKS = frozenset(("p", "ul", "ol", "blockquote"))
_CELLS = frozenset(("tbody", "thead", "tfoot", "tr", "td", "th"))

NAMED = './/*[@itemprop="articleBody"]'
LEAST_SHARE = 0.6
"""Share of the page's running text that stands right in the element."""

LAYOUT_TEXT = 800
"""Characters in one cell of a table that lays out a page; a table of figures has none so long."""


def mark_article_body(tree: Element) -> None:
    """Give the article's element schema.org's name `articleBody`, in place; a page that gives it itself is left."""
    if tree.find(NAMED) is not None:
        return
    mark_parted_text(tree)
    if tree.find(NAMED) is not None:
        return
    sizes = [(_running_text(element), element) for element in tree.iter(*_BOXES)]
    if not sizes:
        return
    most, element = max(sizes, key=lambda size: size[0])
    if most and most >= LEAST_SHARE * sum(size for size, _ in sizes):
        element.set("itemprop", "articleBody")


def undo_layout_tables(tree: Element) -> None:
    """Make boxes of the cells of tables that lay out a page, in place: extractors take these for tables of figures."""
    for table in list(tree.iter("table")):
        if any(_running_text(cell) > LAYOUT_TEXT for cell in table.iter("td")):
            table.tag = "div"
            for child in table:
                _to_box(child)


def _to_box(element: Element) -> None:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.tag in _CELLS:
            one.tag = "div"
            waiting.extend(one)


def _running_text(element: Element) -> int:
    """Characters right in an element and in its paragraphs and lists; links in lists do not count."""
    size = len((element.text or "").strip())
    for child in element:
        size += len((child.tail or "").strip())
        if child.tag in _BLOCKS:
            size += _length(child)
            if child.tag in ("ul", "ol"):
                size -= sum(_length(link) for link in child.iter("a"))
    return size


def _length(element: Element) -> int:
    return sum(map(len, element.itertext()))
