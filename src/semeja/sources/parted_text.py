"""Articles that a page keeps in several boxes of one kind, with adverts or posts of a live report between them."""

import re
from collections import defaultdict

from semeja.sources.pruning import Element, paragraph_length

_BODY_NAME = re.compile(
    r"(?:article|post|entry|story|body|content|detail|text|read)[-_]{0,2}(?:body|content|text|chunk|isi)?", re.I
)
_BOXES = ("div", "section")
LEAST_TEXT = 80
"""Characters in the paragraphs of a box."""
GAIN = 1.3
"""All boxes together hold so many times the text of the largest."""
LEAST_SHARE = 0.75
"""Share of the page's paragraphs that such boxes hold: with less they are cards that show other stories."""
MAX_CLASS = 300


def mark_parted_text(tree: Element) -> None:
    """Name the element around such boxes as the article's body (schema.org `articleBody`), in place.

    Boxes with a heading of the first level, or of several `article` elements, belong to several articles.
    """
    boxes: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
    for element in tree.iter(*_BOXES):
        names = element.get("class") or ""
        if names and len(names) <= MAX_CLASS and _BODY_NAME.search(names) and element.find("p") is not None:
            boxes[element.tag, names].append(element)
    least = LEAST_SHARE * paragraph_length(tree)
    best: tuple[int, Element] | None = None
    for same in boxes.values():
        lengths = [_own_text(box) for box in same] if len(same) > 1 else []
        parts = [box for box, length in zip(same, lengths) if length >= LEAST_TEXT]
        if len(parts) < 2 or sum(lengths) < max(least, GAIN * max(lengths)) or not _one_article(parts):
            continue
        around = _around(parts)
        if around is not None and (best is None or sum(lengths) > best[0]):
            best = sum(lengths), around
    if best is not None:
        best[1].set("itemprop", "articleBody")


def _own_text(box: Element) -> int:
    """Characters of the paragraphs right inside a box."""
    return sum(len("".join(child.itertext())) for child in box.iterchildren("p"))


def _one_article(parts: list[Element]) -> bool:
    owners = {next(part.iterancestors("article"), None) for part in parts}
    return len(owners) == 1 and not any(part.find(".//h1") is not None for part in parts)


def _around(parts: list[Element]) -> Element | None:
    """The innermost element around all parts; None where that is the page itself."""
    common = list(parts[0].iterancestors())
    for part in parts[1:]:
        above = set(part.iterancestors())
        common = [element for element in common if element in above]
    found = common[0] if common else None
    return found if found is not None and found.tag not in ("body", "html") else None
