"""What a page states about itself: JSON-LD first, then meta tags, then its own elements."""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from semeja.sources import limits
from semeja.sources.addresses import web_address
from semeja.sources.linked_data import Fields, article_data, name_of, text_of
from semeja.sources.next_page import next_page_of
from semeja.sources.page_elements import REVISED, TIMES, author_of, item_text, site_in_title, times_of
from semeja.sources.statements import Page

PUBLISHED_NAMES = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished", "publishdate"),
    *("publish_date", "publish-date", "pubdate", "pub_date", "og:pubdate", "parsely-pub-date", "article_date_original"),
    *("content_publisheddate", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date"),
)
MODIFIED_NAMES = ("article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified")
TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
OUTLET_NAMES = ("og:site_name", "publisher", "dc.publisher", "application-name")
AUTHOR_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "content_author")
MOST_HEADINGS = 20
# A time with hours has a zone behind it: a name, an offset, or Z.
_ZONE = re.compile(r"\d{1,2}[:.]\d{2}.{0,12}(?:Z|[+-]\d{2}:?\d{2}|\b(?:WIB|WITA|WIT|GMT|UTC)\b)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d{2}")
_UNSET = re.compile(r"(?:0001|1970)-01-01|1900-01-0")
_DIGIT = re.compile(r"\d")
LANGUAGE_NAMES = ("og:locale", "content-language", "dc.language", "language")


def stated_by(tree: LexborHTMLParser) -> Page:
    """The statements of a page; its `text` is empty. A value that is blank or past `MAX_FIELD` counts as none.

    Names of meta tags: Open Graph, schema.org microdata, Dublin Core, parse.ly and Sailthru, as their docs give them.
    Where statements contradict each other, JSON-LD about this article goes first, then meta tags, then elements.
    """
    meta, whole = _meta(tree), _tidy(_element(tree, "title"))
    headings = [shown for node in tree.css("h1")[:MOST_HEADINGS] if (shown := _tidy(node.text()))]
    stated = _first(_named(meta, TITLE_NAMES))
    data = article_data(tree, [*headings, whole or ""])
    title = _title(headings, whole, [text_of(data.get("headline")), stated, item_text(tree, "headline")])
    address = _address(tree, data, meta)
    published = _time(
        [text_of(data.get("datePublished")), *_named(meta, PUBLISHED_NAMES), *times_of(tree, TIMES), _created(data)]
    )
    modified = _time([text_of(data.get("dateModified")), *_named(meta, MODIFIED_NAMES), *times_of(tree, REVISED)])
    return Page(
        text="",
        url=address,
        outlet=_first([name_of(data.get("publisher")), *_named(meta, OUTLET_NAMES), site_in_title(whole, title)]),
        title=title,
        published=published,
        modified=None if modified and published and modified[:10] < published[:10] else modified,
        author=_author(tree, data, meta),
        language=_first(
            [_attribute(tree, "html", "lang"), text_of(data.get("inLanguage")), *_named(meta, LANGUAGE_NAMES)]
        ),
        next_page=next_page_of(tree, address),
    )


def _author(tree: LexborHTMLParser, data: Fields, meta: Mapping[str, str]) -> str | None:
    """Who wrote it; an address or the page of a person in a social network is no name."""
    stated = [name_of(data.get("author")), name_of(data.get("creator")), *_named(meta, AUTHOR_NAMES)]
    names = (name for name in stated if name and not web_address(name) and not name.strip().startswith("@"))
    return _first([*names, *author_of(tree)])


def _created(data: Fields) -> str | None:
    return text_of(data.get("dateCreated")) or text_of(data.get("uploadDate"))


def _time(stated: Iterable[str | None]) -> str | None:
    """The first statement that names a year; another with the same minute goes before it if only that has a zone."""
    known = [value for one in stated if (value := _tidy(one)) and _YEAR.search(value) and not _UNSET.match(value)]
    if not known:
        return None
    first = known[0]
    if _ZONE.search(first):
        return first
    key = _DIGIT.findall(first)[:12]
    return next((one for one in known if _ZONE.search(one) and _DIGIT.findall(one)[: len(key)] == key), first)


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """Content of the meta tags by property, name, itemprop or http-equiv, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        for kind in ("property", "name", "itemprop", "http-equiv"):
            if name := attributes.get(kind):
                found.setdefault(name.lower(), attributes.get("content") or "")
    return found


def _named(meta: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _first(values: Iterable[str | None]) -> str | None:
    return next((tidied for value in values if (tidied := _tidy(value))), None)


def _tidy(value: str | None) -> str | None:
    """White space of a value as single spaces."""
    if value is None or len(value) > limits.MAX_FIELD:
        return None
    return " ".join(value.split()) or None


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    return node.attributes.get(name) if node else None


def _title(headings: list[str], whole: str | None, stated: Iterable[str | None]) -> str | None:
    """The headline as the page shows it where that is part of the stated title, which often has the site's name added.

    A page without a stated title has its first heading for one, or its `title` element.
    """
    claimed = _first(stated)
    if claimed is None:
        return _first([*headings, whole])
    same = (shown for shown in headings if _contained(shown, claimed))
    return next(same, claimed)


def _contained(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return short in long and 2 * len(short) > len(long)


def _element(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return node.text() if node else None


def _address(tree: LexborHTMLParser, data: Fields, meta: Mapping[str, str]) -> str | None:
    """The page's own address: the first stated that names more than the site, completed where it is relative."""
    entity = data.get("mainEntityOfPage")
    stated = [
        _attribute(tree, 'link[rel="canonical"]', "href"),
        meta.get("og:url"),
        text_of(data.get("url")),
        text_of(entity.get("@id") if isinstance(entity, dict) else entity),
        _attribute(tree, 'link[rel="amphtml"]', "href"),
    ]
    whole = [address for one in stated if (address := web_address(one))]
    site = next(iter(whole), None) or web_address(_attribute(tree, "base", "href"))
    joined = [web_address(urljoin(site, one.strip())) if one and site else None for one in stated]
    return next((one for one in joined if one and urlsplit(one).path.strip("/")), next(iter(whole), None))
