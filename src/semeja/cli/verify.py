"""`semeja verify`: does every line still stand where it says it stands?"""

from pathlib import Path

import click
import msgspec

from semeja.cli.guard import FAILED
from semeja.cli.terminal import say
from semeja.run.building import PROJECT
from semeja.run.inspecting import verify


def run_verify(out: str, as_json: bool, quiet: bool, verbose: int, debug: bool) -> int:
    """Print how many evidences hold, and each fault."""
    result = verify(Path(out), PROJECT)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(result), indent=1).decode())
    else:
        for fault in result.faults:
            say(fault)
        if not quiet:
            click.echo(f"{result.holding}/{result.evidences} evidences hold in {result.dossiers} dossiers")
    return FAILED if result.faults else 0
