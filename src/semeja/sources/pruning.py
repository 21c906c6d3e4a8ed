"""Boxes of a page that are no part of its article, taken out before the main text is looked for.

What stands inside an article's own element (links to other stories, sign-up boxes, notes on the author) passes for
text with every extractor that scores whole elements.
"""

import re
from typing import Any

Element = Any
"""An element of lxml, which has no types."""

FURNITURE_NAMES = (
    r"related|terkait|(?:baca|lihat|simak)[-_]?(?:juga|jg|lainnya)|link-?sisip(?:an)?|(?:read|see|also)[-_]?(?:also|more|read)"
    r"|dont[-_]miss|more[-_]stories|other[-_]?news|berita[-_]?(?:lain(?:nya)?|terkait)|recirc\w{0,12}|recommend\w{0,8}"
    r"|rekomendasi|trending|(?:ter)?populer|popular|most[-_]?(?:read|popular)|terbaru|taboola|outbrain|mgid|revcontent"
    r"|newsletters?|subscri(?:be|ption)|langganan|sign[-_]?up|promo(?:tion)?|advert\w{0,12}|ads?|iklan|sponsor(?:ed)?|parallax"
    r"|author[-_]?(?:bio|box|info|card)|about[-_]?(?:the[-_])?author|bio|share\w{0,4}|sharing|social[-_]?(?:share|links?|icons?|bar)"
    r"|comments?|show[-_]comments|komentar|disqus|respond|breadcrumbs?|tags?|tag-?list|topics?[-_]list|cookies?|consent|gdpr"
    r"|lightbox(?:[-_]wrapper)?|modal|pop-?up|tooltip|rollover[-_](?:people[-_]block|block)|print-tools|article-tools|toolbar"
    r"|pagination|paging|halaman|detail__multiple|notification|follow[-_]us|whatsapp[-_]?channel|google[-_]?news|skip-link"
)
"""Names that sites give to such boxes, read off class and id attributes of portals; each as a whole name."""

_FURNITURE = re.compile(
    rf"(?:^|\s)(?:[a-z]{{1,12}}[-_]{{1,2}}){{0,2}}(?:{FURNITURE_NAMES})(?:[-_]{{1,2}}[a-z0-9]{{1,12}}){{0,2}}(?=\s|$)",
    re.I,
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.I)
_BOXES = (
    "div",
    "section",
    "aside",
    "ul",
    "ol",
    "table",
    "span",
    "p",
    "li",
    "form",
    "figure",
    "amp-lightbox",
    "h2",
    "h3",
    "h4",
)
_CARDS = frozenset(("div", "article", "li", "section"))
_WORD = re.compile(r"\w+")
_STOPS = '.!?”"'

BOX_SHARE = 0.25
"""A box that holds more of the page's paragraphs than this is the article itself, whatever its name."""

HIDDEN_SHARE = 0.4
"""The same for what is hidden until a reader asks for it."""

LEAD_WORDS = 4
"""Words before a link that announce it (`Baca juga:`, `Also on …`)."""

LEAST_LINKED = 4
"""Words of a link to a story: shorter ones name a site or a person."""

LEAST_CARDS, CARD_WORDS = 3, 40
"""Teasers in a row, and words of one beside its link."""

LINKED_SENTENCE = 8
"""A paragraph of more words that is one link and ends like a sentence is text of the article."""


def prune(tree: Element) -> None:
    """Take furniture out of the tree, in place."""
    whole = paragraph_length(tree)
    for element in list(tree.iter(*_BOXES)):
        if element.getparent() is None:
            continue
        if _is_furniture(element, whole) or _is_link_line(element) or _is_row_of_cards(element):
            _drop(element)


def _is_furniture(element: Element, whole: int) -> bool:
    """Whether a box is named like furniture, or hidden, and holds little of the page's text."""
    if _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
        return paragraph_length(element) <= HIDDEN_SHARE * whole
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(names) > 300 or not _FURNITURE.search(names) or element.find(".//h1") is not None:
        return False
    return paragraph_length(element) <= BOX_SHARE * whole


def paragraph_length(element: Element) -> int:
    """Characters in the paragraphs of an element."""
    own = [element] if element.tag == "p" else element.iter("p")
    return sum(len(text) for paragraph in own for text in paragraph.itertext())


def _is_link_line(element: Element) -> bool:
    """Whether a paragraph or an item is a link to another story, perhaps with a few words that announce it."""
    if element.tag == "p":
        return _is_link(element) and (_is_announced(element) or next(element.iterancestors("blockquote"), None) is None)
    if element.tag in ("ul", "ol"):
        items = [child for child in element if child.tag == "li"]
        return len(items) > 1 and all(_is_link(item) for item in items)
    return False


def _is_announced(element: Element) -> bool:
    """Whether a colon stands before the link (`BACA JUGA: …`); a quoted post ends with its author and a link."""
    link = next(element.iter("a"), None)
    before = "".join(element.itertext()).partition("".join(link.itertext()))[0] if link is not None else ""
    return before.rstrip().endswith(":")


def _is_link(element: Element) -> bool:
    """Whether it is links and little else; a colon at its end says that a quotation follows."""
    linked = sum(len(_WORD.findall("".join(link.itertext()))) for link in element.iter("a") if link.get("href"))
    if linked < LEAST_LINKED:
        return False
    text = "".join(element.itertext()).strip()
    own = len(_WORD.findall(text)) - linked
    if own > LEAD_WORDS or own > linked or text[-1:] == ":":
        return False
    return not (own == 0 and linked > LINKED_SENTENCE and text[-1:] in _STOPS)


def _is_row_of_cards(element: Element) -> bool:
    """Whether a box consists of teasers of other stories: alike, each with a link that reads like a headline."""
    cards = [child for child in element if isinstance(child.tag, str)]
    if len(cards) < LEAST_CARDS or cards[0].tag not in _CARDS or len({card.get("class") for card in cards[1:]}) > 1:
        return False
    return all(_is_card(card) for card in cards)


def _is_card(card: Element) -> bool:
    """Whether an element is a teaser: an item of a list with sentences of its own around its links is none."""
    linked = max((len(_WORD.findall("".join(link.itertext()))) for link in card.iter("a")), default=0)
    if linked < LEAST_LINKED or len(_WORD.findall("".join(card.itertext()))) > linked + CARD_WORDS:
        return False
    return len(_WORD.findall(" ".join([card.text or "", *(child.tail or "" for child in card)]))) <= LEAD_WORDS


def _drop(element: Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
