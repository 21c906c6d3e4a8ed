"""Where an article of several pages goes on."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from semeja.sources import limits
from semeja.sources.addresses import web_address

# Names of the page's number in the query, and of the step in the path before it.
_NUMBER = re.compile(
    r"(?P<stem>[^?#]{0,2000}?)/?(?:(?P<query>\?(?:[^#]{0,500}&)?(?:page|halaman|hal|pg|p)=(?P<late>\d{1,3}))"
    r"|/(?:page/|halaman/|hal/)?(?P<early>\d{1,2}))?/?(?:[?#].{0,2000})?",
    re.I,
)
_WORDS = frozenset(
    (
        *("selanjutnya", "berikutnya", "halaman selanjutnya", "halaman berikutnya", "lanjut", "lanjutkan membaca"),
        *("seterusnya", "next", "next page", "continue reading"),
    )
)
"""What links to the next page say, in lower case without marks."""

MOST_LINKS = 3_000


def next_page_of(tree: LexborHTMLParser, address: str | None) -> str | None:
    """The address of the page that follows; None on the last, or on the only one. `address`: the page's own.

    It counts by number: a link to the page's own address with the next number. Where the page does not state its
    address, a link must also be marked (`rel=next`) or say that the next page follows.
    """
    own, current = _parted(address) if address else (None, 1)
    for href, marked in _links(tree):
        target = urljoin(address, href) if address else href
        stem, number = _parted(target)
        same = stem == own if own else marked or href.startswith("?")
        if number == current + 1 and same:
            return web_address(target) or (href if href.startswith(("?", "/")) else None)
    return None


def _links(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Addresses of links, and whether they are marked as the next page; `link` elements first."""
    for node in [*tree.css('link[rel="next"]'), *tree.css("a[href]")[:MOST_LINKS]]:
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        if not href or len(href) > limits.MAX_FIELD:
            continue
        says = " ".join(re.findall(r"\w+", (node.text() or "")[:60].lower()))
        yield href, attributes.get("rel") == "next" or says in _WORDS


def _parted(address: str) -> tuple[str, int]:
    """An address without its page's number, scheme and letter case of the host, and that number (1 without one)."""
    match = _NUMBER.fullmatch(address)
    if match is None:
        return address, 1
    parts = urlsplit(match["stem"])
    number = match["late"] or match["early"]
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}", int(number) if number else 1
