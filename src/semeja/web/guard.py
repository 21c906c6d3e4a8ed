"""What every request passes before a page is made, and what every answer carries.

- The Host header must name this server, so that another site's name that leads here (DNS rebinding) gets nothing.
- A write must come from our own pages: `Sec-Fetch-Site`, and `Origin` where a browser does not send it. A client that
  sends neither is no browser, and no page can make it write (the design of Go's CrossOriginProtection and datasette).
- Where a token is set, whoever has not logged in sees nothing but the way to log in.
- Nothing runs on a page but our own script file, and nothing is fetched from anywhere else.
"""

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "semeja-session"
LOGIN = "/login"

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
READING = frozenset(("GET", "HEAD"))

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
"""On every answer, errors too."""


class Access(msgspec.Struct, frozen=True):
    """Who may ask: `names` that the Host header may hold, whether any IP address, the `token` of the login."""

    names: frozenset[str]
    any_address: bool = False
    token: str | None = None


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on with the headers of `HEADERS` on the answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            app = self._refusal(scope) or self._app
            await app(scope, receive, _with_headers(send))
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """The answer to a request that may not pass."""
        headers = Headers(scope=scope)
        if not _one_host(headers, self._access):
            return PlainTextResponse("This address is not served here: see --allow-host.\n", 400)
        if scope["method"] not in READING and not own_write(headers):
            return PlainTextResponse("A write from another site is refused.\n", 403)
        if self._access.token is None or scope["path"] == LOGIN or self._logged_in(headers):
            return None
        if scope["method"] in READING and "text/html" in headers.get("accept", ""):
            return RedirectResponse(LOGIN, 303)
        return PlainTextResponse("Log in first, at /login.\n", 401)

    def _logged_in(self, headers: Headers) -> bool:
        held = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return hmac.compare_digest(held.encode(), session(self._access.token or "").encode())


def session(token: str) -> str:
    """What the cookie of a person holds who knows the token; the token can't be told from it."""
    return hmac.new(token.encode(), b"semeja session", hashlib.sha256).hexdigest()


def own_write(headers: Headers) -> bool:
    """Whether a write comes from our own pages, or from no browser at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def host_name(host: str) -> str:
    """The name or address in a Host header, without port and brackets; empty for one that is none."""
    try:
        parts = urlsplit(f"//{host}")
        whole = parts.netloc == host and "@" not in host and (parts.port is None or parts.port > 0)
        return parts.hostname or "" if whole else ""
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    """Whether it is an IP address; no other site can make its own name one."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _one_host(headers: Headers, access: Access) -> bool:
    hosts = headers.getlist("host")
    name = host_name(hosts[0]) if len(hosts) == 1 else ""
    return name in access.names or (access.any_address and is_address(name))


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return sending
