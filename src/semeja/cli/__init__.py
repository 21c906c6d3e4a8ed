"""The commands. They show what the rest computes and compute nothing."""

import sys

from semeja.cli.commands import semeja

__all__ = ["main", "semeja"]


def main() -> None:
    """Entry point: runs a command; an error of ours is a line to a person and an exit code, never a traceback."""
    from semeja.cli.guard import run_guarded

    sys.exit(run_guarded(semeja, sys.argv[1:]))
