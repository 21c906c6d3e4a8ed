"""The text of a page without judging what its article is: blocks as lines, furniture left out by element name."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

FURNITURE_NAMES = (
    "script style noscript template iframe object svg canvas audio video select button input textarea "
    "nav header footer aside form dialog menu"
)

BLOCK_NAMES = (
    "html body main article section div p pre blockquote figure figcaption ul ol li dl dt dd table caption thead "
    "tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr address details summary fieldset legend center"
)
BLOCKS = frozenset(BLOCK_NAMES.split())

BODY_SELECTORS = ('[itemprop="articleBody"]', "article", "main", "body")

ENOUGH = 200
"""Characters from which an element is taken for the article's body; below it the next wider one is asked."""


def plain_text(tree: LexborHTMLParser) -> str:
    """One line for each block with text in it, white space inside a line as single spaces. Changes the tree."""
    tree.strip_tags(FURNITURE_NAMES.split())
    text = ""
    for selector in BODY_SELECTORS:
        lines = [text for node in tree.css(selector)[:1] for text in _lines(node)]
        text = "\n".join(lines)
        if len(text) >= ENOUGH:
            break
    return text


def _lines(top: LexborNode) -> list[str]:
    lines: list[str] = []
    parts: list[str] = []
    block: int | None = None
    for node in top.traverse(include_text=True):
        if node.tag == "br":
            block = None
        if node.tag != "-text":
            continue
        own = _block_of(node)
        if own != block:
            lines.append(_line(parts))
            parts, block = [], own
        parts.append(node.text_content or "")
    lines.append(_line(parts))
    return [line for line in lines if line]


def _block_of(node: LexborNode) -> int | None:
    """Which block element a text stands in."""
    above = node.parent
    while above is not None and above.tag not in BLOCKS:
        above = above.parent
    return above.mem_id if above is not None else None


def _line(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
