"""One table: what each stage costs, what a whole build costs, how both grow, beside what a user would pick instead.

    python -m benchmarks.speed.table [--articles N] [--write FILE]

`--write` puts the table between the markers of a page of the docs.
"""

import argparse
import platform
from pathlib import Path
from time import perf_counter

from benchmarks.speed.corpus import articles
from benchmarks.speed.growth import Measured, exponent, measure
from benchmarks.speed.stages import stage_times

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"
STAGE_SAMPLE = 1000
PEER_SAMPLE = 500
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
    start = perf_counter()
    for text in sample:
        pipeline(text)  # type: ignore[operator]
    return len(sample) / (perf_counter() - start)


def lines(count: int) -> list[str]:
    """The table as Markdown."""
    made = list(articles(min(count, STAGE_SAMPLE)))
    stages = stage_times(made)
    words = sum(len(one.text.split()) for one in made) / len(made)
    whole = dict(stages)["whole reading"]
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    rows = [
        f"{machine}: {len(made)} articles of {words:.0f} words, one core",
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
        "",
    ]
    runs = [measure(int(count * step), 1) for step in STEPS]
    return rows + _growth(runs, measure(count, 2))


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
    peaks = " | ".join(f"{run.peak:,.0f}" for run in runs)
    rows.append(f"| articles/s end to end | {rates} | | {two.articles / two.seconds['end to end']:,.0f} |")
    rows.append(f"| peak memory, MiB | {peaks} | | {two.peak:,.0f} |")
    return rows


def write(page: Path, table: list[str]) -> None:
    """The table between the markers of a page."""
    text = page.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    page.write_text(f"{head}{BEGIN}\n" + "\n".join(table) + f"\n{END}{rest.partition(END)[2]}", "utf-8")


def main() -> None:
    """Prints the table, and writes it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000, help="largest size (default: %(default)s)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="page of the docs to write the table into")
    options = parser.parse_args()
    table = lines(options.articles)
    print("\n".join(table))
    if options.write:
        write(options.write, table)


if __name__ == "__main__":
    main()
