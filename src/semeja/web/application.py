"""The reader as an ASGI application: routes, answers to what goes wrong, and the guard around all of it."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from semeja.dossier.labels import labels
from semeja.errors import SemejaError
from semeja.web.answers import failed, failure, page_language
from semeja.web.guard import Access, Guard
from semeja.web.reader import Reader
from semeja.web.routes import routes

REFUSALS = (400, 403, 404, 405, 413, 415)
"""What a page says of these stands in the table of labels under `http_` and the number."""


def application(reader: Reader, access: Access) -> ASGIApp:
    """Answers for one project to those whom `access` lets in."""
    app = Starlette(
        routes=routes(), exception_handlers={HTTPException: _refused, SemejaError: failed, Exception: _fault}
    )
    app.router.redirect_slashes = False  # a redirect to where the address says would lead anywhere
    app.state.reader = reader
    app.state.token = access.token
    return Guard(app, access)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = labels(page_language(request))
    return failure(request, status, words[f"http_{status}"] if status in REFUSALS else f"HTTP {status}")


def _fault(request: Request, error: Exception) -> Response:
    return failure(request, 500, labels(page_language(request))["http_500"])
