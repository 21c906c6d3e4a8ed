"""The pages: what each shows, as a template and as data."""

from collections.abc import Mapping
from typing import get_args

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request

from semeja.dossier.html import marked_texts, report_values, short_names
from semeja.dossier.labels import labels
from semeja.dossier.marks import Mark, marks_by_article
from semeja.records.decision import holding
from semeja.records.dossier import Claim, Dossier, DossierArticle
from semeja.records.listing import ArticleEntry, Choice, StoryEntry
from semeja.records.vocabularies import Act
from semeja.run.listing import article_page, story_page
from semeja.store.search_index import MOST_COUNTED, SearchIndex
from semeja.web.answers import Answer, page_language, reader_of
from semeja.web.parameters import address, asked, filters_of, page_of, size_of

MOST_CHOICES = 300
"""Values that a filter offers; others can still be typed into the address."""
GRADES = get_args(next(one.type for one in msgspec.structs.fields(Claim) if one.name == "grade"))
ACTS = get_args(Act)


class ArticleData(msgspec.Struct, frozen=True):
    """An article for programs: its record, its story, and the marks on its text."""

    story: str
    article: DossierArticle
    marks: tuple[Mark, ...]


def stream(request: Request) -> Answer:
    """Stories, newest first."""
    filters, page = filters_of(request.query_params), page_of(request.query_params)
    with reader_of(request).lists() as index:
        found = story_page(index, filters, page, size_of(request.query_params))
        counts = index.counts()
        choices = _choices(index)
    values = {"found": found, "all": counts, "title": labels(page_language(request))["title_index"]}
    feed = address("/feed.atom", asked(request.query_params))
    return Answer("stream.html.j2", {**values, **choices, **_paging(request, page, found.more)}, found, feed)


def search(request: Request) -> Answer:
    """Articles, newest first, that hold the words and that the filters let through."""
    filters, page = filters_of(request.query_params), page_of(request.query_params)
    with reader_of(request).lists() as index:
        found = article_page(index, filters, page, size_of(request.query_params))
        choices = _choices(index)
    label = labels(page_language(request))
    values = {"found": found, "title": f"{label['search']}: {filters.query}" if filters.query else label["search"]}
    feed = address("/search.atom", asked(request.query_params))
    return Answer("search.html.j2", {**values, **choices, **_paging(request, page, found.more)}, found, feed)


def story(request: Request) -> Answer:
    """The report of a story."""
    entry, body, dossier = story_of(request)
    values = {
        **report_values(dossier, page_language(request)),
        "folder": entry.folder,
        "outlet_names": sorted({one.outlet.name for one in dossier.articles if one.outlet}),
    }
    return Answer("story.html.j2", values, body, f"/story/{entry.folder}/feed.atom")


def article(request: Request) -> Answer:
    """The evidence view of an article: its text with every mark, and what was skipped with its reason."""
    id = request.path_params["id"]
    with reader_of(request).lists() as index:
        entry = index.article(id)
        home = index.story(entry.story) if entry else None
    dossier = _dossier(request, home)
    found = next((one for one in dossier.articles if one.id == id), None)
    if entry is None or found is None:
        raise HTTPException(404)
    marks = marks_by_article(dossier).get(id, ())
    values = _article_values(dossier, entry, found, page_language(request))
    return Answer("article.html.j2", values, ArticleData(entry.story, found, marks))


def decisions(request: Request) -> Answer:
    """What people decided, newest first, with what holds."""
    with reader_of(request).lists() as index:
        rows = index.decisions()
    held = {one.number for one in holding(rows)}
    done = request.query_params.get("done", "")
    values = {
        "rows": tuple(reversed(rows)),
        "held": held,
        "done": next((one for one in rows if str(one.number) == done), None),
        "title": labels(page_language(request))["decisions"],
    }
    return Answer("decisions.html.j2", values, {"decisions": rows, "hold": sorted(held)})


def story_of(request: Request) -> tuple[StoryEntry, bytes, Dossier]:
    """The story that the address names; 404 where there is none."""
    with reader_of(request).lists() as index:
        entry = index.story(request.path_params["folder"])
    if entry is None:
        raise HTTPException(404)
    body, dossier = _read(request, entry)
    return entry, body, dossier


def _dossier(request: Request, entry: StoryEntry | None) -> Dossier:
    if entry is None:
        raise HTTPException(404)
    return _read(request, entry)[1]


def _read(request: Request, entry: StoryEntry) -> tuple[bytes, Dossier]:
    try:
        return reader_of(request).dossier(entry)
    except FileNotFoundError as error:  # a build that ended in this moment took it away
        raise HTTPException(404) from error


def _article_values(
    dossier: Dossier, entry: ArticleEntry, found: DossierArticle, language: str
) -> Mapping[str, object]:
    (shown,) = marked_texts(dossier, (found,), language)
    text = found.text or ""
    return {
        "entry": entry,
        "title": entry.title,
        "folder": entry.story,
        "shown": shown,
        "short": short_names(dossier)[found.id],
        "names": {one.id: one.name for one in dossier.entities},
        "entities": dossier.entities,
        "quotes": [one for one in dossier.quotes if one.article == found.id],
        "skipped": [(one.reason, text[one.start : one.end]) for one in found.removed],
        "others": [one for one in dossier.articles if one.id != found.id],
        "short_of": short_names(dossier),
    }


def _choices(index: SearchIndex) -> dict[str, tuple[Choice, ...] | tuple[str, ...] | int]:
    """The values of the filters that are offered."""
    return {
        "outlets": index.choices("outlet", MOST_CHOICES),
        "owners": index.choices("owner", MOST_CHOICES),
        "in_languages": index.choices("language", MOST_CHOICES),
        "grades": GRADES,
        "acts": ACTS,
        "most_counted": MOST_COUNTED,
    }


def _paging(request: Request, page: int, more: bool) -> dict[str, str | None]:
    """Addresses of the pages before and after."""
    values = asked(request.query_params)
    if "size" in request.query_params:
        values["size"] = request.query_params["size"]
    path = request.url.path

    def leading(number: int) -> str:
        return address(path, {**values, "page": number} if number > 1 else values)

    return {"before": leading(page - 1) if page > 1 else None, "after": leading(page + 1) if more else None}
