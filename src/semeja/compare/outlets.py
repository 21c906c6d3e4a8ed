"""Who publishes an article, as far as its source or its text says."""

import re
from functools import cache
from urllib.parse import urlsplit

import msgspec

from semeja.lang.outlets import find_outlet
from semeja.lang.pack import CODES
from semeja.lang.tracing import public_suffixes, tracing_tables
from semeja.records.article import Article
from semeja.records.dossier import Outlet
from semeja.records.reading import Reading

_MARKDOWN = " \t*_#|~`"
_NAME = r"[A-Z][\w&'’.\-]*(?: (?:[A-Z][\w&'’.\-]*|&)){0,4}"
_LINE = re.compile(r"[^\n]+")
_FURNITURE = 800
"""Characters before and after the body in which a masthead or an imprint may name the network."""


def outlet_of(article: Article, reading: Reading) -> Outlet | None:
    """The outlet from metadata, else from the text, else from the address; None when nothing tells.

    `name` is written as the article writes it; `group` is the owner by the table, else the network that the page
    names itself part of, else the table's outlet whose domain the address lies under.
    """
    domain = domain_of(article.url)
    name = (article.outlet or reading.structure.outlet_name or "").strip(_MARKDOWN) or domain
    if not name:
        return None
    row = find_outlet(name) or (find_outlet(domain) if domain else None)
    network = network_of(article, reading)
    group = (row.group if row else None) or (network.name if network else None) or _owner_of(domain)
    return Outlet(name=name, domain=domain or (row.domain if row else None), group=group)


def domain_of(url: str | None) -> str | None:
    """Host name of an address without `www.`; None for what is no http(s) address."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def parent_domain(host: str) -> str:
    """The domain that one owner holds: `jabar.example.co.id` and `example.co.id` both give `example.co.id`."""
    labels = host.split(".")
    kept = 3 if ".".join(labels[-2:]) in public_suffixes() else 2
    return ".".join(labels[-kept:])


def _owner_of(host: str | None) -> str | None:
    """Owner of the table's outlet under whose domain a host lies (`bogor.example.com` under `example.com`)."""
    if not host or parent_domain(host) == host:
        return None
    row = find_outlet(parent_domain(host))
    return (row.group or row.name) if row else None


class Network(msgspec.Struct, frozen=True):
    """The network that a page says its outlet belongs to, and where it says so."""

    name: str
    start: int
    end: int


def network_of(article: Article, reading: Reading) -> Network | None:
    """What masthead or imprint name: `Jaringan X`, `Bagian dari Jaringan X`, `Part of the X Group`."""
    body = [part for part in reading.paragraphs if part.zone == "body"]
    first, last = (body[0].start, body[-1].end) if body else (len(article.text), len(article.text))
    furniture = (0, min(first, _FURNITURE)), (max(last, len(article.text) - _FURNITURE), len(article.text))
    for start, end in furniture:
        for line in _LINE.finditer(article.text, start, end):
            network = _network_in(line.group(), line.start())
            if network:
                return network
    return None


def _network_in(line: str, offset: int) -> Network | None:
    after_noun, marked, alone = _network_patterns()
    found = after_noun.search(line) or marked.search(line) or alone.match(line)
    if found is None:
        return None
    written = found.group(1).strip(" .,-|")
    name = _ending().sub("", written).strip(" .,-|")
    # "Jaringan Kami" heads a list of links: a network has a name of two words or closes with its own noun.
    if " " not in name and name == written:
        return None
    return Network(name, offset + found.start(), offset + found.end())


@cache
def _network_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """`Jaringan X`, `Part of the X Group`, and a line that is nothing but `X Y Network`."""
    tables = tracing_tables(CODES)
    nouns, marks, ends = (
        "|".join(re.escape(word) for word in words)
        for words in (tables.network_noun, tables.network, tables.network_end)
    )
    return (
        re.compile(rf"\b(?i:{nouns}) ({_NAME})"),
        re.compile(rf"\b(?i:{marks}) ({_NAME} (?i:{ends}))\b"),
        re.compile(rf"\s{{0,9}}([A-Z][\w&.\-]{{0,40}} {_NAME} (?i:{ends}))\s{{0,9}}$"),
    )


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?i: (?:{'|'.join(re.escape(end) for end in tracing_tables(CODES).network_end)})$)")
