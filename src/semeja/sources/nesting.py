"""How large and how deep a page is, told in one pass before any parser sees it."""

import re

import msgspec

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")

UNNESTED_NAMES = (
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option optgroup tr td th thead tbody tfoot colgroup rb rt rtc rp"
)
"""Elements without content, or whose end tag may be left out: their start tags say nothing about depth (HTML
Living Standard, 13.1.2)."""

UNNESTED = frozenset(UNNESTED_NAMES.split())

RAW_TEXT = frozenset(("script", "style", "textarea", "title", "noscript", "iframe"))
"""Elements in which a tag is no tag until their own end tag."""


class Size(msgspec.Struct, frozen=True):
    """`tags`: start tags; `depth`: the most of them open at once."""

    tags: int
    depth: int


def measure(html: str) -> Size:
    """Tags and depth of a page in linear time; unclosed elements count as open, so the depth is an upper bound."""
    tags = depth = deepest = 0
    raw: str | None = None
    for match in TAG.finditer(html):
        name = match[2].lower()
        ends = bool(match[1])
        if raw is not None:
            raw = None if ends and name == raw else raw
            continue
        tags += not ends
        if ends:
            depth -= depth > 0 and name not in UNNESTED
        elif name in RAW_TEXT:
            raw = name
        elif name not in UNNESTED:
            depth += 1
            deepest = max(deepest, depth)
    return Size(tags, deepest)
