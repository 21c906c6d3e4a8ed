"""What commands print: results on stdout, progress and words to people on stderr."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

ROUND = 10
"""Off a terminal, progress is a line per this many percent: logs stay short."""


class Progress:
    """Tells how far a stage is: a line that rewrites itself on a terminal, a line per ten percent elsewhere."""

    def __init__(self, quiet: bool, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.quiet = quiet
        self.live = self.stream.isatty()
        self.last = ("", -1)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` (0: unknown) items of a stage are through."""
        if self.quiet:
            return
        percent = 100 * done // total if total else 0
        if self.live:
            self.stream.write(f"\r\033[K{stage} {done}{f'/{total}' if total else ''}")
            if total and done >= total:
                self.stream.write("\r\033[K")
            self.stream.flush()
        elif total and percent // ROUND > self._shown(stage):
            self.stream.write(f"{stage}: {done}/{total} ({percent} %)\n")
            self.last = (stage, percent // ROUND)

    def _shown(self, stage: str) -> int:
        return self.last[1] if self.last[0] == stage else 0

    def end(self) -> None:
        """Leaves the line clean for what follows."""
        if self.live and not self.quiet:
            self.stream.write("\r\033[K")
            self.stream.flush()


def colour(stream: TextIO) -> bool:
    """Whether marks may be coloured: a terminal, and neither NO_COLOR nor a dumb one; FORCE_COLOR decides."""
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def say(text: str, quiet: bool = False) -> None:
    """A line to a person, on stderr."""
    if not quiet:
        click.echo(text, err=True)


def table(heads: Sequence[str], rows: Sequence[Sequence[object]], widest: int = 72) -> str:
    """Columns under their heads; numbers to the right; a cell longer than `widest` ends in `…`."""
    cells = [[_cell(value, widest) for value in row] for row in rows]
    widths = [max(len(head), *(len(row[at]) for row in cells)) if cells else len(head) for at, head in enumerate(heads)]
    numeric = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(heads))]

    def line(values: Sequence[str]) -> str:
        parts = (
            value.rjust(width) if right else value.ljust(width)
            for value, width, right in zip(values, widths, numeric, strict=True)
        )
        return "  ".join(parts).rstrip()

    return "\n".join([line(heads), *(line(row) for row in cells)])


def _cell(value: object, widest: int) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= widest else text[: widest - 1] + "…"
