"""Who opens the reader from another machine shows the token that was printed where it was started."""

import hmac

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from semeja.dossier.labels import labels
from semeja.web.answers import Answer, html, page_language
from semeja.web.deciding import form_of
from semeja.web.guard import COOKIE, LOGIN, session

__all__ = ["LOGIN", "ask", "log_in"]


def ask(request: Request) -> Response:
    """The form; with `?token=` in the address, as it was printed, it is answered at once."""
    given = request.query_params.get("token")
    return _form(request, 200) if given is None else _answer(request, given)


async def log_in(request: Request) -> Response:
    """The answer to the form."""
    return _answer(request, (await form_of(request)).get("token", [""])[0])


def _answer(request: Request, given: str) -> Response:
    token: str | None = request.app.state.token
    if token is not None and not hmac.compare_digest(given.strip().encode(), token.encode()):
        return _form(request, 401)
    made = RedirectResponse("/", 303)
    if token is not None:
        made.set_cookie(COOKIE, session(token), httponly=True, samesite="strict")
    return made


def _form(request: Request, status: int) -> Response:
    title = labels(page_language(request))["login"]
    return html(request, Answer("login.html.j2", {"title": title, "wrong": status == 401}, None, status=status))
