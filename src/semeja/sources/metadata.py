"""What a page states about itself: JSON-LD first, then meta tags, then its own elements."""

from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from semeja.sources import limits
from semeja.sources.addresses import web_address
from semeja.sources.linked_data import Fields, article_data, name_of, text_of
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
LANGUAGE_NAMES = ("og:locale", "content-language", "dc.language", "language")


def stated_by(tree: LexborHTMLParser) -> Page:
    """The statements of a page; its `text` is empty. A value that is blank or past `MAX_FIELD` counts as none.

    Names of meta tags: Open Graph, schema.org microdata, Dublin Core, parse.ly and Sailthru, as their docs give them.
    """
    data, meta = article_data(tree), _meta(tree)
    authors = (name for name in _named(meta, AUTHOR_NAMES) if not web_address(name))
    return Page(
        text="",
        url=_address(tree, data, meta),
        outlet=_first([name_of(data.get("publisher")), *_named(meta, OUTLET_NAMES)]),
        title=_title(tree, [text_of(data.get("headline")), *_named(meta, TITLE_NAMES)]),
        published=_first([text_of(data.get("datePublished")), *_named(meta, PUBLISHED_NAMES), _clock(tree)]),
        modified=_first([text_of(data.get("dateModified")), *_named(meta, MODIFIED_NAMES)]),
        author=_first([name_of(data.get("author")), *authors]),
        language=_first(
            [_attribute(tree, "html", "lang"), text_of(data.get("inLanguage")), *_named(meta, LANGUAGE_NAMES)]
        ),
    )


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


def _title(tree: LexborHTMLParser, stated: Iterable[str | None]) -> str | None:
    """The headline as the page shows it where that is part of the stated title, which often has the site's name added.

    A page without a stated title has its first heading for one, or its `title` element.
    """
    claimed = _first(stated)
    headings = [shown for node in tree.css("h1") if (shown := _tidy(node.text()))]
    if claimed is None:
        return _first([*headings, _element(tree, "title")])
    same = (shown for shown in headings if _contained(shown, claimed))
    return next(same, claimed)


def _contained(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return short in long and 2 * len(short) > len(long)


def _element(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return node.text() if node else None


def _clock(tree: LexborHTMLParser) -> str | None:
    """The first machine-readable time inside the article, else None: elsewhere it dates other articles."""
    return _attribute(tree, "article time[datetime]", "datetime") or _attribute(tree, "main time[datetime]", "datetime")


def _address(tree: LexborHTMLParser, data: Fields, meta: Mapping[str, str]) -> str | None:
    entity = data.get("mainEntityOfPage")
    stated = (
        _attribute(tree, 'link[rel="canonical"]', "href"),
        meta.get("og:url"),
        text_of(data.get("url")),
        text_of(entity.get("@id") if isinstance(entity, dict) else entity),
    )
    return next((address for one in stated if (address := web_address(one))), None)
