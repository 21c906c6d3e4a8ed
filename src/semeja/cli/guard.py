"""From exceptions to words and exit codes."""

import errno
import sys

import click

from semeja.errors import SemejaError

INTERRUPTED, FAILED, WRONG_USE, NO_ARTICLE, DISK = 130, 1, 2, 65, 74


def run_guarded(command: click.Command, arguments: list[str]) -> int:
    """Exit code of a command: see docs/commands.md. With `--debug` an exception keeps its traceback."""
    debug = "--debug" in arguments
    try:
        result = command.main(arguments, prog_name="semeja", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nsemeja: stopped; nothing that was stored is lost. Run the same command again to go on.", err=True)
        return INTERRUPTED
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except SemejaError as error:
        if debug:
            raise
        explain_error(error)
        return error.exit_code
    except OSError as error:
        if debug:
            raise
        return _system_error(error)
    except Exception as error:
        if debug:
            raise
        click.echo(f"semeja: this is a mistake in semeja: {type(error).__name__}: {error}", err=True)
        click.echo("  Run the command again with --debug and report what it prints.", err=True)
        return FAILED
    return result if isinstance(result, int) else 0


def explain_error(error: SemejaError) -> None:
    """What failed, why, what to do: a line each."""
    click.echo(f"semeja: {error.what}" + (f": {error.why}" if error.why else ""), err=True)
    if error.advice:
        click.echo(f"  {error.advice}", err=True)


def _system_error(error: OSError) -> int:
    if error.errno == errno.EPIPE:
        sys.stderr.close()  # the reader of our output went away: nobody is left to tell
        return 0
    name = f" {error.filename}" if error.filename else ""
    click.echo(f"semeja:{name}: {error.strerror or error}", err=True)
    return DISK
