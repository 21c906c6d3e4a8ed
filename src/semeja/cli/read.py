"""`semeja read`: one article as it was understood."""

import sys

import click
import msgspec

from semeja.cli.annotated import annotate, findings
from semeja.cli.guard import NO_ARTICLE
from semeja.cli.terminal import colour, say
from semeja.records.article import Article, Rejected
from semeja.records.reading import Reading
from semeja.run.inspecting import read_inputs


class ReadArticle(msgspec.Struct, frozen=True):
    """What `--json` prints for one article."""

    article: Article
    reading: Reading


def run_read(paths: tuple[str, ...], models: bool, as_json: bool, quiet: bool, verbose: int, debug: bool) -> int:
    """Print each article annotated, or a JSON object per line."""
    count = 0
    for outcome in read_inputs(paths, models):
        if isinstance(outcome, Rejected):
            say(f"rejected: {outcome.source}: {outcome.stage}: {outcome.reason} {outcome.detail}".rstrip())
            continue
        count += 1
        article, reading = outcome
        if as_json:
            click.echo(msgspec.json.encode(ReadArticle(article, reading)).decode())
        else:
            click.echo(f"{article.source} · {article.id} · {reading.language or 'language unknown'}\n")
            if article.next_page:
                click.echo(f"incomplete: the page goes on at {article.next_page}\n")
            click.echo(annotate(article, reading, colour(sys.stdout)))
            click.echo("")
            click.echo("\n".join(findings(article, reading)))
    return 0 if count else NO_ARTICLE
