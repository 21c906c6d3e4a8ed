"""Atom feeds (RFC 4287): of the stream, of a story, of a search."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from semeja.dossier.labels import labels
from semeja.records.listing import ArticleEntry, StoryEntry
from semeja.run.listing import article_page, articles_of, moment, story_page
from semeja.web.answers import page_language, reader_of
from semeja.web.pages import story_of
from semeja.web.parameters import address, asked, filters_of, page_of, size_of

ATOM = "http://www.w3.org/2005/Atom"
UNKNOWN = "1970-01-01T00:00:00Z"
"""Atom demands a moment of every entry; where none is known this one says so, and never changes."""

_FORBIDDEN = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold (section 2.2)."""

_PARTS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\d-])")


class Entry(msgspec.Struct, frozen=True):
    """One entry: `id` never changes, `path` is where it leads, `when` as the dossier has it."""

    id: str
    title: str
    path: str
    when: str | None
    summary: str
    author: str


def stream_feed(request: Request) -> Response:
    """The newest stories."""
    query = request.query_params
    with reader_of(request).lists() as index:
        found = story_page(index, filters_of(query), page_of(query), size_of(query))
    return _feed(request, labels(page_language(request))["title_index"], "/", [_story(one) for one in found.rows])


def search_feed(request: Request) -> Response:
    """The newest articles that a search finds."""
    query = request.query_params
    with reader_of(request).lists() as index:
        found = article_page(index, filters_of(query), page_of(query), size_of(query))
    entries = [_article(one.article, "".join(part.text for part in one.excerpt)) for one in found.rows]
    title = f"{labels(page_language(request))['search']}: {' '.join(asked(query).values())}"
    return _feed(request, title, address("/search", asked(query)), entries)


def story_feed(request: Request) -> Response:
    """The articles of a story, newest first."""
    story, _, dossier = story_of(request)
    entries = [_article(one.entry, one.entry.source) for one in articles_of(dossier, story.folder)]
    return _feed(request, story.title, f"/story/{story.folder}", entries)


def timestamp(value: str | None) -> str:
    """A time of the dossier as RFC 3339: the start of a day, month or year where nothing finer is known."""
    text = moment(value)
    try:
        read = datetime.fromisoformat(text) if "T" in text else _day(text)
        in_utc = read.astimezone(UTC) if read.tzinfo else read
    except (ValueError, OverflowError):
        return UNKNOWN
    return in_utc.strftime("%Y-%m-%dT%H:%M:%SZ")


def printable(text: str) -> str:
    """The text without what XML can't hold."""
    return _FORBIDDEN.sub("", text)


def _day(text: str) -> datetime:
    """The start of a day, month or year. ValueError for what is none."""
    parts = _PARTS.match(text)
    if not parts:
        raise ValueError(text)
    return datetime(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1), tzinfo=UTC)


def _story(one: StoryEntry) -> Entry:
    return Entry(one.id, one.title, f"/story/{one.folder}", one.last or one.first, one.line, "semeja")


def _article(one: ArticleEntry, summary: str) -> Entry:
    return Entry(one.id, one.title, f"/article/{one.id}", one.published, summary, one.outlet or one.source)


def _feed(request: Request, title: str, path: str, entries: Iterable[Entry]) -> Response:
    """The document. Everything is set as text of an element or as an attribute, so nothing in it is markup."""
    base = f"{request.url.scheme}://{request.headers['host']}"
    entries = list(entries)
    root = Tree.Element("feed", xmlns=ATOM)
    _add(root, "id", base + (address(request.url.path, asked(request.query_params))))
    _add(root, "title", title)
    _add(root, "updated", max((timestamp(one.when) for one in entries), default=UNKNOWN))
    Tree.SubElement(root, "link", rel="alternate", type="text/html", href=base + path)
    Tree.SubElement(root, "link", rel="self", href=base + address(request.url.path, asked(request.query_params)))
    for one in entries:
        item = Tree.SubElement(root, "entry")
        _add(item, "id", f"urn:semeja:{one.id}")
        _add(item, "title", one.title)
        _add(item, "updated", timestamp(one.when))
        _add(Tree.SubElement(item, "author"), "name", one.author)
        Tree.SubElement(item, "link", rel="alternate", type="text/html", href=base + one.path)
        _add(item, "summary", one.summary)
    return Response(Tree.tostring(root, "utf-8", xml_declaration=True), media_type="application/atom+xml")


def _add(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = printable(text)
