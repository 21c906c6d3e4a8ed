"""`semeja doctor`: is everything here that is needed?"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
import msgspec

from semeja.cli.guard import FAILED
from semeja.errors import SemejaError

LIBRARIES = (
    "chardet", "click", "jinja2", "lxml", "lxml_html_clean", "msgspec", "selectolax", "starlette", "trafilatura",
    "uvicorn",
)  # fmt: skip
OLDEST_PYTHON, OLDEST_SQLITE = (3, 11), (3, 35, 0)
FREE_BYTES = 200_000_000
"""Room on the disk below which a build of some size is likely to stop half way."""


class Check(msgspec.Struct, frozen=True):
    """One thing that is needed: whether it is there, and what to do where it is not."""

    name: str
    good: bool
    found: str
    advice: str


def versions() -> Iterator[tuple[str, str]]:
    """Python, SQLite and the libraries with their versions."""
    yield "python", sys.version.split()[0]
    yield "sqlite", sqlite3.sqlite_version
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "missing"


def checks() -> Iterator[Check]:
    """Every check in order; none raises."""
    yield Check("Python", sys.version_info >= OLDEST_PYTHON, sys.version.split()[0], "install Python 3.11 or later")
    yield Check("SQLite", sqlite3.sqlite_version_info >= OLDEST_SQLITE, sqlite3.sqlite_version, "use a newer Python")
    for name, found in versions():
        if name in LIBRARIES:
            yield Check(name, found != "missing", found, f"pip install {name}")
    yield _language_data()
    yield _room()
    yield _page()


def _language_data() -> Check:
    from semeja.lang.pack import EXPERIMENTAL, load_packs

    try:
        codes = ", ".join(f"{code} (experimental)" if code in EXPERIMENTAL else code for code in load_packs())
    except SemejaError as error:
        return Check("language data", False, str(error), "reinstall semeja")
    return Check("language data", True, codes, "")


def _room() -> Check:
    import shutil

    free = shutil.disk_usage(Path.cwd()).free
    try:
        with tempfile.TemporaryFile(dir=Path.cwd()):
            pass
    except OSError as error:
        return Check("this folder", False, str(error), "use a folder that you may write to, with -o")
    return Check("this folder", free > FREE_BYTES, f"writable, {free // 1_000_000:,} MB free", "make room on the disk")


def _page() -> Check:
    """A page through the disposable process: what a sandbox or a missing library would break."""
    from semeja.sources.html import PageReader

    body = "Kapal itu berlabuh pada pagi hari dan para penumpang turun satu per satu ke dermaga. " * 4
    reader = PageReader()
    try:
        text = reader.read(f"<html><body><article><h1>Judul</h1><p>{body}</p></article></body></html>").text
    except SemejaError as error:
        return Check("page extraction", False, str(error), "reinstall semeja with its locked requirements")
    finally:
        reader.close()
    return Check("page extraction", "berlabuh" in text, "works in a process of its own", "reinstall semeja")


def run_doctor(as_json: bool, quiet: bool, verbose: int, debug: bool) -> int:
    """Print a line per check; code 1 when one fails."""
    results = tuple(checks())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(results), indent=1).decode())
    else:
        for one in results:
            if not (quiet and one.good):
                click.echo(f"{'ok ' if one.good else 'NO '} {one.name}: {one.found}")
                if not one.good:
                    click.echo(f"    {one.advice}")
    return 0 if all(one.good for one in results) else FAILED
