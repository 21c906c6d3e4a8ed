"""The reader on a port: which address it has, who may ask, until it is stopped."""

import secrets
import socket
from collections.abc import Callable

import msgspec
import uvicorn

from semeja.errors import UsageError
from semeja.web.application import application
from semeja.web.guard import LOGIN, LOOPBACK, Access
from semeja.web.parameters import address
from semeja.web.reader import Reader


class Place(msgspec.Struct, frozen=True):
    """Where the reader is: the `url` to open, with the token in it if one is needed."""

    url: str
    token: str | None


def access_for(host: str, names: tuple[str, ...]) -> Access:
    """Who may ask at this address: on loopback whoever is on this machine, elsewhere whoever has the new token."""
    known = frozenset((*LOOPBACK, host.lower(), *(name.lower() for name in names)))
    if host.lower() in LOOPBACK and not names:
        return Access(known)
    return Access(known, any_address=True, token=secrets.token_urlsafe(32))


def serve(reader: Reader, host: str, port: int, names: tuple[str, ...], ready: Callable[[Place], None]) -> None:
    """Answer until Ctrl-C; `ready` is told the address before the first answer. `port` 0: any free one.

    Raises UsageError where the address can't be had.
    """
    access = access_for(host, names)
    config = uvicorn.Config(
        application(reader, access), log_level="error", access_log=False, server_header=False, proxy_headers=False
    )
    with listening(host, port) as found:
        url = f"http://{_shown(host)}:{found.getsockname()[1]}"
        entrance = address(f"{url}{LOGIN}", {"token": access.token}) if access.token else f"{url}/"
        ready(Place(entrance, access.token))
        uvicorn.Server(config).run(sockets=[found])


def listening(host: str, port: int) -> socket.socket:
    """A socket at the address. Raises UsageError where it can't be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        found = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"address {host}:{port}", why, "choose another --port, or 0 for any free one") from error
    return found


def _shown(host: str) -> str:
    """The host as it stands in an address that can be opened."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
