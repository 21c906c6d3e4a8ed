"""What each stage costs beside what a user would pick instead, how a whole build grows, and how searches in a pile do.

    python -m benchmarks.speed.table [--articles N] [--only stages|growth|search] [--write FILE [--name MARKS]]

`--write` puts each table between its markers on a page of the docs.
"""

import argparse
import platform
from pathlib import Path
from time import process_time

from benchmarks.speed.corpus import articles
from benchmarks.speed.growth import Measured, exponent, measure
from benchmarks.speed.search import search_table
from benchmarks.speed.stages import stage_times

from semeja.text import tokens

STAGE_SAMPLE = 1000
PEER_SAMPLE = 500
PILE = 5
STEPS = (0.05, 0.25, 0.5, 1.0)


def peers(sample: list[str]) -> list[tuple[str, float | None]]:
    """(pipeline, articles per second); None where it is not installed."""
    try:
        import spacy
    except ImportError:
        return [("spaCy blank(id) + sentencizer", None)]
    rows: list[tuple[str, float | None]] = []
    blank = spacy.blank("id")
    blank.add_pipe("sentencizer")
    rows.append(("spaCy blank(id) + sentencizer", _rate(blank, sample)))
    for name in ("en_core_web_sm",):
        rows.append((f"spaCy {name}", _rate(spacy.load(name), sample) if spacy.util.is_package(name) else None))
    return rows


def _rate(pipeline: object, sample: list[str]) -> float:
    start = process_time()
    for text in sample:
        pipeline(text)  # type: ignore[operator]
    return len(sample) / (process_time() - start)


def stage_table(count: int) -> list[str]:
    """What each stage of the reading costs, as Markdown."""
    made = list(articles(min(count, STAGE_SAMPLE)))
    stages = stage_times(made)
    words = sum(len(one.text.split()) for one in made) / len(made)
    whole = dict(stages)["whole reading"]
    built = "plain" if tokens.__file__.endswith(".py") else "compiled"
    machine = f"Python {platform.python_version()}, {platform.machine()}, {built}"
    return [
        f"{machine}: {len(made)} articles of {words:.0f} words, time of one core",
        "",
        "| stage | µs per article | articles/s |",
        "|---|---:|---:|",
        *(f"| {name} | {cost:,.0f} | {1e6 / cost:,.0f} |" for name, cost in stages),
        *(
            f"| *{name}* | {1e6 / rate:,.0f} | {rate:,.0f} |" if rate else f"| *{name}* | not installed | |"
            for name, rate in peers([one.text for one in made[:PEER_SAMPLE]])
        ),
        "",
        f"The whole reading runs at {1e6 / whole:,.0f} articles/s.",
    ]


def growth_table(count: int) -> list[str]:
    """How the time of a whole build grows up to `count` articles, as Markdown."""
    return _growth([measure(int(count * step), 1) for step in STEPS], measure(count, 2))


def _growth(runs: list[Measured], two: Measured) -> list[str]:
    stages = [stage for stage in runs[-1].seconds if runs[0].seconds.get(stage, 0.0) > 0]
    heads = " | ".join(f"{run.articles:,}" for run in runs)
    rows = [
        f"| seconds for so many articles | {heads} | growth | {two.articles:,}, two processes |",
        "|---|" + "---:|" * (len(runs) + 2),
    ]
    for stage in stages:
        cells = " | ".join(f"{run.seconds[stage]:.1f}" for run in runs)
        pair = f"{two.seconds[stage]:.1f}" if stage in two.seconds else ""
        rows.append(f"| {stage} | {cells} | n^{exponent(runs, stage):.2f} | {pair} |")
    rates = " | ".join(f"{run.articles / run.seconds['end to end']:,.0f}" for run in runs)
    rows.append(f"| articles/s end to end | {rates} | | {two.articles / two.seconds['end to end']:,.0f} |")
    for stage, name in (("read", "reading"), ("end to end", "the whole")):
        peaks = " | ".join(f"{run.peaks[stage]:,.0f}" for run in runs)
        rows.append(f"| peak memory until the end of {name}, MiB | {peaks} | | {two.peaks[stage]:,.0f} |")
    return rows


def pile_table(count: int) -> list[str]:
    """Stories and shared text in a pile of synthetic articles, five times as many as are built, as Markdown."""
    return search_table(PILE * count)


def write(page: Path, name: str, table: list[str]) -> None:
    """The table between the markers `name: begin` and `name: end` of a page."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, _, rest = page.read_text("utf-8").partition(begin)
    page.write_text(f"{head}{begin}\n" + "\n".join(table) + f"\n{end}{rest.partition(end)[2]}", "utf-8")


TABLES = {"stages": stage_table, "growth": growth_table, "search": pile_table}


def main() -> None:
    """Prints the tables, and writes them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000, help="largest size (default: %(default)s)")
    parser.add_argument("--only", choices=sorted(TABLES), help="one of the tables")
    parser.add_argument("--name", help="marks on the page to write between (default: the table's own name)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="page of the docs to write the tables into")
    options = parser.parse_args()
    for name in [options.only] if options.only else list(TABLES):
        table = TABLES[name](options.articles)
        print("\n".join(table))
        if options.write:
            write(options.write, options.name or name, table)


if __name__ == "__main__":
    main()
