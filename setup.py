"""Builds semeja from its source as it is, or, with `SEMEJA_COMPILE=1` while it is built, with its reading compiled.

Compiling needs mypy and a C compiler and takes minutes; what comes out is the same, faster (docs/speed.md).
All else about the package stands in pyproject.toml.
"""

import os
from pathlib import Path

from setuptools import setup

COMPILED = ("text", "read")
"""Packages of functions over records, where nearly all of the time of a reading goes."""


def modules() -> list[str]:
    """Paths of the sources that are compiled."""
    return sorted(str(path) for package in COMPILED for path in Path("src/semeja", package).rglob("*.py"))


def extensions() -> list[object]:
    """What the compiler is to build; nothing unless it is asked for."""
    if os.environ.get("SEMEJA_COMPILE") != "1":
        return []
    from mypyc.build import mypycify  # only where mypy is installed

    return list(mypycify(["--config-file=pyproject.toml", *modules()], opt_level="2", debug_level="0"))


setup(ext_modules=extensions())
