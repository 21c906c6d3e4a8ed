"""`semeja serve`: the reader in the browser."""

import getpass
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from semeja.cli.demo import has_screen
from semeja.cli.terminal import Progress
from semeja.web.reader import Reader
from semeja.web.serving import Place, serve


def run_serve(
    out: str, host: str, port: int, names: tuple[str, ...], deciding: bool, by: str | None, lang: str | None,
    open_page: bool | None, as_json: bool, quiet: bool, verbose: int, debug: bool,
) -> int:  # fmt: skip
    """List what is new, say where the pages are, answer until Ctrl-C."""
    progress = Progress(quiet)
    try:
        reader = Reader(Path(out), (by or getpass.getuser()) if deciding else None, _now, lang, progress)
    finally:
        progress.end()

    def ready(place: Place) -> None:
        if as_json:
            click.echo(msgspec.json.encode(place).decode())
        elif not quiet or place.token:
            click.echo(f"semeja: reading {out} at {place.url}  (Ctrl-C ends it)")
        if has_screen() if open_page is None else open_page:
            webbrowser.open(place.url)

    with suppress(KeyboardInterrupt):  # that is how one ends it
        serve(reader, host, port, names, ready)
    return 0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
