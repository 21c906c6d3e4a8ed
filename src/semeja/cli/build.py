"""`semeja build`: the main job."""

from pathlib import Path

import click
import msgspec

from semeja.cli.guard import FAILED, NO_ARTICLE
from semeja.cli.terminal import Progress, say, table
from semeja.dossier.html import account_line
from semeja.run.building import build
from semeja.run.built import Built

HEADS = ("story", "articles", "outlets", "lineages", "conflicts", "folder")
SHOWN_CHANGES = 20
"""Changes since the last build that are listed without `-v`; the rest is counted."""
SHOWN_REJECTIONS = 10
"""Refused inputs that are listed without `-v`; the rest is counted."""


def run_build(
    paths: tuple[str, ...],
    out: str,
    workers: int,
    lang: str | None,
    strict: bool,
    models: bool,
    as_json: bool,
    quiet: bool,
    verbose: int,
    debug: bool,
) -> int:
    """Build and print the table of stories and the account."""
    progress = Progress(quiet)
    try:
        built = build(paths, Path(out), workers, progress, language=lang, models=models)
    finally:
        progress.end()
    show(built, out, as_json, quiet, verbose)
    if not built.account.stored:
        return NO_ARTICLE
    return FAILED if strict and built.account.rejected else 0


def show(built: Built, out: str, as_json: bool, quiet: bool, verbose: int) -> None:
    """The result: JSON, or a table for people and the account."""
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(built), indent=1).decode())
        return
    if built.stories and not quiet:
        rows = [(row.title, row.articles, row.outlets, row.lineages, row.conflicts, row.name) for row in built.stories]
        click.echo(table(HEADS, rows, widest=60))
        click.echo("")
    _rejections(built, quiet, verbose)
    _changes(built, quiet, verbose)
    if not quiet:
        click.echo(account_line(built.account, "en"))
        if built.stories:
            click.echo(f"{Path(out) / 'index.html'}")
    if not built.account.stored:
        say("semeja: no article could be read. `semeja build --help` names the kinds of files it reads.")


def _changes(built: Built, quiet: bool, verbose: int) -> None:
    """What the ledgers tell that they did not tell at the last build, each with the article that brought it."""
    shown = built.changes if verbose else built.changes[:SHOWN_CHANGES]
    for one in shown if not quiet else ():
        status = " -> ".join(dict.fromkeys(word for word in (one.before, one.after) if word))
        told = f"{one.kind}: {one.story}: {one.party}, {one.act}: {one.content}"
        click.echo(f"{told} [{status}] {', '.join(one.sources)}")
    if len(built.changes) > len(shown) and not quiet:
        click.echo(f"{len(built.changes) - len(shown)} more changes; -v lists all")
    if shown and not quiet:
        click.echo("")


def _rejections(built: Built, quiet: bool, verbose: int) -> None:
    shown = built.rejections if verbose else built.rejections[:SHOWN_REJECTIONS]
    for one in shown:
        detail = f" ({one.detail})" if one.detail else ""
        say(f"rejected: {one.source}: {one.stage}: {one.reason}{detail}", quiet)
    if len(built.rejections) > len(shown):
        say(f"rejected: {len(built.rejections) - len(shown)} more; -v lists all", quiet)
