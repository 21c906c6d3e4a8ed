"""The group of commands; each one's work is imported when it runs, so that help is there at once."""

from collections.abc import Callable
from typing import Any

import click

from semeja.cli.decide_commands import DEFAULT_OUT, decide
from semeja.version import VERSION

FORMS = (
    "json", "csv", "jsonl", "parquet", "xlsx", "annotations", "prov", "json-ld", "timeline", "ris", "graphml",
)  # fmt: skip
"""Those of `run.exporting`, named here so that help loads none of them."""
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def shared(function: Callable[..., Any]) -> Callable[..., Any]:
    """Options that every command has."""
    function = click.option("--debug", is_flag=True, help="Show a traceback when something fails.")(function)
    function = click.option("-v", "--verbose", count=True, help="Say more (-vv: still more).")(function)
    function = click.option("-q", "--quiet", is_flag=True, help="No progress, no table; errors only.")(function)
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON on stdout.")(function)


def learned(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option of the commands that read."""
    return click.option(
        "--models/--no-models", default=True, help="Read with the learned parts (default) or by rules alone."
    )(function)


def show_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    """Version of semeja, of Python and of the libraries that decide what a page's text is."""
    if value and not context.resilient_parsing:
        from semeja.cli.doctor import versions

        click.echo(f"semeja {VERSION}")
        for name, version in versions():
            click.echo(f"  {name} {version}")
        context.exit()


@click.group(context_settings=CONTEXT, epilog="Example:  semeja build articles/ -o out/")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="Show versions."
)
def semeja() -> None:
    """Lay every outlet's report of one story on one table, each line traced to its characters."""


@semeja.command(
    epilog="Examples:  semeja build articles/ -o out/   ·   cat dump.jsonl | semeja build - --json",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--out", default=DEFAULT_OUT, show_default=True, help="Folder for dossiers, reports and the store.")
@click.option("-j", "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of the pages; else that of most articles.")
@click.option("--strict", is_flag=True, help="End with code 1 when an input was rejected.")
@learned
@shared
def build(**options: Any) -> int:
    """Build one dossier and one report per story from files, folders and stdin (-).

    PATH: .txt .md .html .json .jsonl, gzip of each, folders of them. Running it again does only what is new.
    """
    from semeja.cli.build import run_build

    return run_build(**options)


@semeja.command(epilog="Example:  semeja demo")
@click.option("-o", "--out", default="semeja-demo", show_default=True, help="Folder for the report.")
@click.option("--open/--no-open", "open_page", default=None, help="Open the report; default: when there is a screen.")
@learned
@shared
def demo(**options: Any) -> int:
    """Build the bundled sample stories and say where the report lies."""
    from semeja.cli.demo import run_demo

    return run_demo(**options)


@semeja.command(epilog="Example:  semeja read articles/first.txt --json | jq .reading.quotes")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@learned
@shared
def read(**options: Any) -> int:
    """Show one article annotated: what was skipped, who, quotes, times, quantities, events, each with its rule."""
    from semeja.cli.read import run_read

    return run_read(**options)


@semeja.command(epilog="Example:  semeja verify out/")
@click.argument("out", default=DEFAULT_OUT)
@shared
def verify(**options: Any) -> int:
    """Check every evidence of every dossier in OUT against the stored text. Code 1: something does not hold."""
    from semeja.cli.verify import run_verify

    return run_verify(**options)


@semeja.command(epilog="Example:  semeja explain conflict:3f2a81 -o out/")
@click.argument("id")
@click.option("-o", "--out", default=DEFAULT_OUT, show_default=True, help="Folder of the build.")
@shared
def explain(**options: Any) -> int:
    """Say why a line is there: its rule, the values compared, its evidence with file and line number."""
    from semeja.cli.explain import run_explain

    return run_explain(**options)


semeja.add_command(decide)


@semeja.command(epilog="Example:  semeja export out/ --format csv --to tables/")
@click.argument("out", default=DEFAULT_OUT)
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMS), required=True, help="Which form; see docs/commands.md."
)
@click.option("--to", default="semeja-export", show_default=True, help="Folder for the files.")
@click.option("--story", metavar="STORY", help="This story alone: its folder.")
@click.option("--share", is_flag=True, help="Without the texts of the articles; their digests stay.")
@shared
def export(**options: Any) -> int:
    """Write what a build made in a form that other programs open: tables, annotations, graphs, references."""
    from semeja.cli.export import run_export

    return run_export(**options)


@semeja.command(epilog="Example:  semeja serve out/ --decide")
@click.argument("out", default=DEFAULT_OUT, metavar="[PROJECT]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address; any but loopback needs a login.")
@click.option("--port", default=8137, show_default=True, type=click.IntRange(0, 65535), help="Port; 0: any free one.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A name that leads here; can be repeated.")
@click.option("--decide/--read-only", "deciding", default=False, help="Whether one can decide on the pages.")
@click.option("--by", metavar="NAME", help="Who signs what is decided; the name of the user if not given.")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of the pages; else that of the build.")
@click.option("--open/--no-open", "open_page", default=None, help="Open the pages; default: when there is a screen.")
@shared
def serve(**options: Any) -> int:
    """Read a built project in the browser: stories, search, articles with their marks, decisions. Ctrl-C ends it.

    PROJECT: the folder of the build.
    """
    from semeja.cli.serve import run_serve

    return run_serve(**options)


@semeja.command(epilog="Example:  semeja doctor")
@shared
def doctor(**options: Any) -> int:
    """Check that all that semeja needs is here, and say what to type where it is not."""
    from semeja.cli.doctor import run_doctor

    return run_doctor(**options)


@semeja.command(epilog="Example:  semeja completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.option("--debug", is_flag=True, help="Show a traceback when something fails.")
def completion(shell: str, debug: bool) -> int:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(semeja, {}, "semeja", "_SEMEJA_COMPLETE").source())
    return 0
