"""What the elements of a page say about its article: microdata, marked names, headings, times."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

AUTHORS = (
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    '[rel="author"]',
    '[class~="author-name"]',
    '[class~="author_name"]',
    '[class~="byline"] a',
    '[class~="byline"]',
    '[class~="penulis"]',
    '[class~="author"]',
)
"""Where pages name who wrote an article, the surer first (schema.org microdata, microformats, names of portals)."""

TIMES = (
    'time[itemprop="datePublished"]',
    '[itemprop="datePublished"]',
    "time[pubdate]",
    'time[class~="published"]',
    'time[class~="entry-date"]',
    "article time[datetime]",
    "main time[datetime]",
)
"""Where pages keep the time of publication. A `time` outside of the article dates other articles."""

REVISED = ('time[itemprop="dateModified"]', '[itemprop="dateModified"]', 'time[class~="updated"]')

_LEAD = re.compile(r"^(?:oleh|penulis|pewarta|reporter|laporan|wartawan|by|written by|author)\s*[:\-–]?\s+", re.I)
_NAME = re.compile(r"[^\W\d_][\w.,'’&\- ]{1,80}")
MAX_NAME_WORDS = 8
# The sign between the headline and the site's name in the `title` element.
_SEPARATOR = re.compile(r" [-–—|•·»:]{1,3} |: ")
MAX_SITE_WORDS = 5


def author_of(tree: LexborHTMLParser) -> Iterator[str]:
    """Names that the page's elements give as the author, without `Oleh` or `By`."""
    for selector in AUTHORS:
        for node in tree.css(selector)[:3]:
            own = _LEAD.sub("", " ".join(_text(node)[:200].split()))
            if _NAME.fullmatch(own) and own.count(" ") < MAX_NAME_WORDS:
                yield own


def times_of(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> Iterator[str]:
    """Times that the page's elements give in a form for machines."""
    for selector in selectors:
        for node in tree.css(selector)[:2]:
            stated = node.attributes.get("datetime") or node.attributes.get("content")
            if stated:
                yield stated


def item_text(tree: LexborHTMLParser, name: str) -> str | None:
    """The text of the first element with that `itemprop`."""
    node = tree.css_first(f'[itemprop="{name}"]')
    return (_text(node) or node.attributes.get("content")) if node else None


def site_in_title(whole: str | None, title: str | None) -> str | None:
    """The site's name that the `title` element has before or behind the headline, None if it has none."""
    if not whole or not title:
        return None
    parts = [part.strip() for part in _SEPARATOR.split(" ".join(whole.split())) if part.strip()]
    own = " ".join(title.split()).casefold()
    if len(parts) < 2 or own not in " ".join(whole.split()).casefold():
        return None
    rest = [part for part in (parts[-1], parts[0]) if part.casefold() not in own]
    return next((part for part in rest if part.count(" ") < MAX_SITE_WORDS), None)


def _text(node: LexborNode) -> str:
    return node.text() or ""
