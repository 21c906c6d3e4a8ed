"""Every address that is served, in one table: what the application answers and what /openapi.json says."""

from collections.abc import Callable, Mapping
from importlib.resources import files

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from semeja.dossier.html import style
from semeja.version import VERSION
from semeja.web import feeds, login, pages
from semeja.web.answers import Answer, html, json, reader_of
from semeja.web.deciding import MAKERS, UNDO, decide, form_of

HTML, JSON, ATOM, SCRIPT, STYLE = "text/html", "application/json", "application/atom+xml", "text/javascript", "text/css"

LISTS = ("q", "outlet", "owner", "from", "to", "language", "grade", "act", "page", "size")
PARAMETERS: Mapping[str, tuple[str, str]] = {
    "q": ("query", 'words that all must stand in the article; "a phrase", -without, begin*'),
    "outlet": ("query", "name of the outlet"),
    "owner": ("query", "owner or network of the outlet"),
    "from": ("query", "published on this day or later: 2025-03-11, 2025-03 or 2025"),
    "to": ("query", "published on this day or earlier"),
    "language": ("query", "language of the article"),
    "grade": ("query", f"reports a claim of this grade: {', '.join(pages.GRADES)}"),
    "act": ("query", f"reports an act of this kind: {', '.join(pages.ACTS)}"),
    "page": ("query", "number of the page, from 1"),
    "size": ("query", "rows of a page, to 100"),
    "lang": ("query", "language of the page; it is kept"),
    "done": ("query", "number of the decision to show first"),
    "folder": ("path", "folder of the story"),
    "id": ("path", "id of the article"),
    "kind": ("form", f"what is decided: {', '.join((*MAKERS, UNDO))}"),
    "token": ("form", "the token that `semeja serve` printed"),
}
"""Where each parameter stands and what it means."""

Endpoint = Callable[[Request], object]


class Served(msgspec.Struct, frozen=True):
    """An address: method, path, what it is, its parameters, the kind of its answer, what makes it."""

    method: str
    path: str
    summary: str
    parameters: tuple[str, ...]
    media: str
    endpoint: Endpoint


def _page(make: Callable[[Request], Answer]) -> Endpoint:
    return lambda request: html(request, make(request))


def _data(make: Callable[[Request], Answer]) -> Endpoint:
    return lambda request: json(make(request))


def _text(media: str, *parts: str) -> Endpoint:
    body = "\n".join(parts)
    return lambda request: Response(body, media_type=media)


async def _decide(request: Request) -> Response:
    """Append a decision and lead to where it can be undone."""
    if reader_of(request).by is None:
        raise HTTPException(403)
    row = await run_in_threadpool(decide, reader_of(request), await form_of(request))
    return RedirectResponse(f"/decisions?done={row.number}", 303)


def _own(name: str) -> str:
    return (files("semeja") / "web" / "static" / name).read_text("utf-8")


SERVED = (
    Served("GET", "/", "stories, newest first", (*LISTS, "lang"), HTML, _page(pages.stream)),
    Served("GET", "/index.json", "stories, newest first", LISTS, JSON, _data(pages.stream)),
    Served("GET", "/feed.atom", "stories, newest first", LISTS, ATOM, feeds.stream_feed),
    Served("GET", "/search", "articles that hold words, newest first", (*LISTS, "lang"), HTML, _page(pages.search)),
    Served("GET", "/search.json", "articles that hold words, newest first", LISTS, JSON, _data(pages.search)),
    Served("GET", "/search.atom", "articles that hold words, newest first", LISTS, ATOM, feeds.search_feed),
    Served("GET", "/story/{folder}.json", "the dossier of a story", ("folder",), JSON, _data(pages.story)),
    Served("GET", "/story/{folder}/feed.atom", "articles of a story", ("folder",), ATOM, feeds.story_feed),
    Served("GET", "/story/{folder}", "the report of a story", ("folder", "lang"), HTML, _page(pages.story)),
    Served("GET", "/article/{id}.json", "an article with its marks", ("id",), JSON, _data(pages.article)),
    Served("GET", "/article/{id}", "an article with its marks", ("id", "lang"), HTML, _page(pages.article)),
    Served("GET", "/decisions", "what people decided", ("done", "lang"), HTML, _page(pages.decisions)),
    Served("GET", "/decisions.json", "what people decided", (), JSON, _data(pages.decisions)),
    Served("POST", "/decide", "decides; only where the reader was started with --decide", ("kind",), HTML, _decide),
    Served("GET", login.LOGIN, "asks for the token", ("lang",), HTML, login.ask),
    Served("POST", login.LOGIN, "logs in with the token", ("token",), HTML, login.log_in),
    Served("GET", "/static/reader.css", "style of the pages", (), STYLE, _text(STYLE, style(), _own("reader.css"))),
    Served("GET", "/static/keys.js", "keys of the pages", (), SCRIPT, _text(SCRIPT, _own("keys.js"))),
    Served("GET", "/openapi.json", "this description", (), JSON, lambda request: json(_described())),
)
"""In the order in which they are tried."""


def routes() -> list[Route]:
    """As the application takes them."""
    return [Route(one.path, one.endpoint, methods=[one.method]) for one in SERVED]


def openapi() -> dict[str, object]:
    """The description of all addresses (OpenAPI 3.1)."""
    paths: dict[str, dict[str, object]] = {}
    for one in SERVED:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {"openapi": "3.1.0", "info": {"title": "semeja", "version": VERSION}, "paths": paths}


def _operation(one: Served) -> dict[str, object]:
    placed = {name: PARAMETERS[name] for name in one.parameters}
    made: dict[str, object] = {
        "summary": one.summary,
        "parameters": [
            {
                "name": name,
                "in": place,
                "required": place == "path",
                "description": meaning,
                "schema": {"type": "integer" if name in ("page", "size", "done") else "string"},
            }
            for name, (place, meaning) in placed.items()
            if place != "form"
        ],
        "responses": {"200": {"description": one.summary, "content": {one.media: {}}}},
    }
    fields = {name: meaning for name, (place, meaning) in placed.items() if place == "form"}
    if fields:
        properties = {name: {"type": "string", "description": meaning} for name, meaning in fields.items()}
        schema = {"type": "object", "properties": properties, "required": list(fields)}
        made["requestBody"] = {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}
        made["responses"] = {"303": {"description": f"{one.summary}; leads on"}}
    return made


def _described() -> Answer:
    return Answer("", {}, openapi())
