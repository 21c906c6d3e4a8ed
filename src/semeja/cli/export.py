"""`semeja export`: the findings for other programs."""

import json
from pathlib import Path

import click

from semeja.run.exporting import export


def run_export(
    out: str, form: str, to: str, story: str | None, share: bool, as_json: bool, quiet: bool, verbose: int, debug: bool
) -> int:
    """Write the files and name them."""
    written = export(Path(out), form, Path(to), story, share)
    if as_json:
        click.echo(json.dumps([str(path) for path in written], indent=1))
    elif not quiet:
        for path in written:
            click.echo(str(path))
    return 0
