"""The group `semeja decide`; each command's work is imported when it runs."""

from collections.abc import Callable
from typing import Any

import click

DEFAULT_OUT = "semeja-out"


def given(function: Callable[..., Any]) -> Callable[..., Any]:
    """Options of the commands that append a row."""
    for option in (
        click.option("--debug", is_flag=True, help="Show a traceback when something fails."),
        click.option("-v", "--verbose", count=True, help="Say more (-vv: still more)."),
        click.option("-q", "--quiet", is_flag=True, help="No progress, no table; errors only."),
        click.option("--json", "as_json", is_flag=True, help="Print the row as JSON on stdout."),
        click.option("--later", is_flag=True, help="Only keep it; the next build applies it."),
        click.option("--story", metavar="STORY", help="Only in this story: its folder or id."),
        click.option("--note", metavar="TEXT", help="Why; it stands in the dossier."),
        click.option("--by", metavar="NAME", help="Who signs; the name of the user if not given."),
        click.option("-o", "--out", default=DEFAULT_OUT, show_default=True, help="Folder of the build."),
    ):
        function = option(function)
    return function


@click.group(epilog='Example:  semeja decide alias "Pak Rahmat" person:rahmat-suleman -o out/ --note "he is the mayor"')
def decide() -> None:
    """Put right what semeja got wrong: signed, dated, appended, kept through every build, undone by another row."""


@decide.command(epilog="Example:  semeja decide merge person:antony-blinken person:blinken -o out/")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@given
def merge(**options: Any) -> int:
    """Entities that are one (the first id stays), or stories that are one."""
    from semeja.cli import decide as work

    return work.run_decide(work.merge, options)


@decide.command(epilog="Example:  semeja decide split person:sutopo article:3f2a81 -o out/")
@click.argument("id")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@given
def split(**options: Any) -> int:
    """An entity that is somebody else in these articles, or a story that these articles do not belong to."""
    from semeja.cli import decide as work

    return work.run_decide(work.split, options)


@decide.command(epilog='Example:  semeja decide alias "Sang Jenderal" person:bram-siregar -o out/')
@click.argument("text")
@click.argument("id")
@click.option("--not", "wrong", is_flag=True, help="The form does not mean this entity.")
@given
def alias(**options: Any) -> int:
    """A form of name, as it stands in the articles, that means this entity (--not: that does not)."""
    from semeja.cli import decide as work

    return work.run_decide(work.alias, options)


@decide.command("not-a-quote", epilog="Example:  semeja decide not-a-quote quote:77aa01 -o out/")
@click.argument("id")
@given
def not_a_quote(**options: Any) -> int:
    """A quote that is none: a title, a term, words of the article itself."""
    from semeja.cli import decide as work

    return work.run_decide(work.not_a_quote, options)


@decide.command(epilog="Example:  semeja decide speaker quote:77aa01 person:ratna-dewi -o out/")
@click.argument("id")
@click.argument("speakers", nargs=-1, metavar="[ENTITY]...")
@given
def speaker(**options: Any) -> int:
    """Whose words a quote is; no entity: it can't be told."""
    from semeja.cli import decide as work

    return work.run_decide(work.speaker, options)


@decide.command("same-owner", epilog='Example:  semeja decide same-owner "Harian Teluk" "Kabar Lereng" -o out/')
@click.argument("names", nargs=-1, required=True, metavar="OUTLET...")
@given
def same_owner(**options: Any) -> int:
    """Outlets that belong to one owner, in every story of the project."""
    from semeja.cli import decide as work

    return work.run_decide(work.same_owner, options)


@decide.command(epilog="Example:  semeja decide undo 3 -o out/")
@click.argument("number", type=int)
@given
def undo(**options: Any) -> int:
    """Take a decision back by another row; to undo an undoing brings the decision back."""
    from semeja.cli import decide as work

    return work.run_decide(work.undo, options)


@decide.command("list", epilog="Example:  semeja decide list -o out/ --json > decisions.jsonl")
@click.option("-o", "--out", default=DEFAULT_OUT, show_default=True, help="Folder of the build.")
@click.option("--json", "as_json", is_flag=True, help="Print each row as a line of JSON.")
@click.option("--debug", is_flag=True, help="Show a traceback when something fails.")
def list_rows(out: str, as_json: bool, debug: bool) -> int:
    """Show all decisions, in order, with those undone marked."""
    from semeja.cli import decide as work

    return work.run_list(out, as_json)


@decide.command("import", epilog="Example:  semeja decide import decisions.jsonl -o out/")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@given
def import_rows(**options: Any) -> int:
    """Append the rows of `decide list --json` as signed there, or what was filled into a worksheet (.xlsx)."""
    from semeja.cli import decide as work

    return work.run_import(options)
