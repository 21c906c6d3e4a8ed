"""The words of the pages in Indonesian and English."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

LANGUAGES = ("id", "en")
_TABLES = ("labels.tsv", "vocabulary.tsv")
"""Words of the pages, and those of the contract's closed vocabularies (`kind:word`)."""


@cache
def labels(language: str) -> dict[str, str]:
    """Label by key in `language`; English for a language that the table lacks."""
    column = 1 + (LANGUAGES.index(language) if language in LANGUAGES else 1)
    folder = files("semeja") / "dossier" / "templates"
    lines = [line for name in _TABLES for line in (folder / name).read_text("utf-8").splitlines()]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[column] for row in rows}


def most_used(languages: Iterable[str | None]) -> str:
    """The language with labels that stands most often; Indonesian before English on a tie."""
    counts = Counter(languages)
    return max(LANGUAGES, key=lambda language: counts[language])
