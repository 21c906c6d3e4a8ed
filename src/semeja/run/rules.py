"""The digest of everything that decides what a reading finds: code, tables, models and version."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from semeja.text.ids import ID_DIGITS
from semeja.version import VERSION

ROOMS = ("text", "lang", "read", "group", "compare", "dossier", "records")
"""Packages whose change can change a finding."""
KINDS = (".py", ".tsv", ".bin", ".j2", ".css")


@cache
def rules_digest(models: bool = True) -> str:
    """SHA-256 over the files of `ROOMS` by name and content, shortened; another digest means: read again.

    What is read without `models` has a digest of its own: the two are never taken for one another.
    """
    seal = hashlib.sha256(VERSION.encode() if models else f"{VERSION} without models".encode())
    for room in ROOMS:
        _add(seal, files("semeja") / room, room)
    return f"rules:{seal.hexdigest()[:ID_DIGITS]}"


def _add(seal: "hashlib._Hash", folder: Traversable, name: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                _add(seal, entry, path)
        elif entry.name.endswith(KINDS):
            seal.update(path.encode() + b"\0" + entry.read_bytes())
