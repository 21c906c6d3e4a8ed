"""`semeja demo`: the main job on the bundled sample stories."""

import os
import sys
import webbrowser
from importlib.resources import as_file, files
from pathlib import Path

import click

from semeja.cli.build import show
from semeja.cli.terminal import Progress
from semeja.run.building import build


def run_demo(
    out: str, open_page: bool | None, models: bool, as_json: bool, quiet: bool, verbose: int, debug: bool
) -> int:
    """Build the samples into `out`; open the index where there is a screen."""
    progress = Progress(quiet)
    with as_file(files("semeja") / "samples") as samples:
        built = build(_stories(samples), Path(out), 1, progress, models=models)
    progress.end()
    show(built, out, as_json, quiet, verbose)
    page = (Path(out) / "index.html").resolve()
    if open_page is None:
        open_page = has_screen()
    if open_page:
        webbrowser.open(page.as_uri())
    elif not quiet and not as_json:
        click.echo(f"Open {page.as_uri()} in a browser.")
    return 0


def _stories(samples: Path) -> list[str]:
    """The folders of the stories, without the notes beside them."""
    return sorted(str(entry) for entry in samples.iterdir() if entry.is_dir() and not entry.name.startswith("_"))


def has_screen() -> bool:
    """Whether a browser window could appear: a terminal in front of a person, and a display."""
    if not sys.stdout.isatty() or os.environ.get("CI"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
