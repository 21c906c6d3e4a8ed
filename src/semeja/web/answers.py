"""What a page is before it is HTML or JSON, and how it becomes either."""

from collections.abc import Mapping

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from semeja.dossier.html import environment
from semeja.dossier.labels import LANGUAGES, labels
from semeja.errors import SemejaError, StoreBusy, UsageError
from semeja.web.parameters import FILTERS, address, asked
from semeja.web.reader import Reader

LANGUAGE_COOKIE = "semeja-language"
YEAR = 365 * 24 * 3600


TEMPLATES = ("stream", "search", "story", "article", "decisions", "failure", "login")


class Answer(msgspec.Struct, frozen=True):
    """A template with what it shows, and the same as `data` for programs (bytes: JSON already)."""

    template: str
    values: Mapping[str, object]
    data: object
    feed: str | None = None
    status: int = 200


def prepare() -> None:
    """Compile the templates, so that the first page is there as fast as the second."""
    for name in TEMPLATES:
        environment("web").get_template(f"{name}.html.j2")


def reader_of(request: Request) -> Reader:
    """The project that is read."""
    reader: Reader = request.app.state.reader
    return reader


def page_language(request: Request) -> str:
    """The language of the page: asked for, else chosen before, else that of the project."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if wanted in LANGUAGES:
            return str(wanted)
    return reader_of(request).language()


def html(request: Request, answer: Answer) -> Response:
    """The page."""
    language = page_language(request)
    reader = reader_of(request)
    values = {
        "language": language,
        "label": labels(language),
        "languages": LANGUAGES,
        "deciding": reader.by is not None,
        "asked": asked(request.query_params),
        "given": dict.fromkeys(FILTERS, "") | asked(request.query_params),
        "here": request.url.path,
        "feed": answer.feed,
        "twin": twin(request),
        **answer.values,
    }
    body = environment("web").get_template(answer.template).render({**values, "address": address})
    made = Response(body, answer.status, media_type="text/html; charset=utf-8")
    if request.query_params.get("lang") == language:
        made.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR, httponly=True, samesite="strict")
    return made


def json(answer: Answer) -> Response:
    """The same for programs."""
    body = answer.data if isinstance(answer.data, bytes) else msgspec.json.encode(answer.data)
    return Response(body, answer.status, media_type="application/json")


def twin(request: Request) -> str:
    """The address of the same page as JSON."""
    path = request.url.path
    return address("/index.json" if path == "/" else f"{path}.json", asked(request.query_params))


def failure(request: Request, status: int, what: str, why: str = "", advice: str = "") -> Response:
    """A page, or JSON where JSON was asked for, that says what went wrong."""
    words = {"what": what, "why": why, "advice": advice}
    answer = Answer("failure.html.j2", {**words, "title": what}, {"error": words}, status=status)
    return json(answer) if request.url.path.endswith(".json") else html(request, answer)


def failed(request: Request, error: Exception) -> Response:
    """The answer to an error of ours: what was asked for makes no sense (400), busy (503), or a fault here (500)."""
    if not isinstance(error, SemejaError):
        raise error
    status = 400 if isinstance(error, UsageError) else 503 if isinstance(error, StoreBusy) else 500
    return failure(request, status, error.what, error.why, error.advice)
