"""How large and how deep a page is, told in one pass before any parser sees it."""

import re

import msgspec

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^>]*)")
ATTRIBUTE = re.compile(r"""[^\s=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?""")

REACH = 50
"""How far up an end tag looks for its element: unclosed elements stand near it, and the scan stays linear."""

LONG_TAG = 10_000
"""Characters from which the attributes of a tag are counted."""

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
    """`tags`: start tags; `depth`: the most of them open at once; `attributes`: the most in one long tag."""

    tags: int
    depth: int
    attributes: int


def measure(html: str) -> Size:
    """Tags, depth, attributes of a page in linear time. An element without an end tag ends with the one around it."""
    tags = deepest = attributes = 0
    open_elements: list[str] = []
    raw: str | None = None
    for match in TAG.finditer(html):
        name, ends = match[2].lower(), bool(match[1])
        if raw is not None:
            raw = None if ends and name == raw else raw
            continue
        tags += not ends
        if len(match[3]) > LONG_TAG:
            attributes = max(attributes, len(ATTRIBUTE.findall(match[3])))
        if ends:
            _close(open_elements, name)
        elif name in RAW_TEXT:
            raw = name
        elif name not in UNNESTED:
            open_elements.append(name)
            deepest = max(deepest, len(open_elements))
    return Size(tags, deepest, attributes)


def _close(open_elements: list[str], name: str) -> None:
    """Close the innermost element of that name near the end of the list, with all that is open in it."""
    for above in range(1, min(len(open_elements), REACH) + 1):
        if open_elements[-above] == name:
            del open_elements[-above:]
            return
