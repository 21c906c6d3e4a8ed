"""semeja lays every outlet's report of one story on one table, each line traced to its characters."""

from typing import TYPE_CHECKING

from semeja.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from semeja.project import Project

__all__ = ["__version__", "open"]

__version__ = VERSION


def open(folder: "str | Path") -> "Project":
    """The stories of an output folder of `semeja build`, with tables for Arrow, pandas and polars."""
    from semeja.project import Project

    return Project(folder)
