"""The cases of the quality gate: stories with gold, and the digest that says that they are the same cases."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "src" / "semeja" / "samples"
GOLD = Path(__file__).resolve().parent / "stories"
NEIGHBOURS = ROOT.parent / "shared" / "stories"
"""Stories of others that may not be republished: they lie beside a checkout or they don't, and are scored if so."""


class Case(NamedTuple):
    """One story: its gold, the folder of its articles, and the folder that is built to get its dossier."""

    name: str
    gold: Path
    articles: Path
    build: Path

    def digest(self) -> str:
        """SHA-256 over gold and articles, names and bytes, in order."""
        seal = hashlib.sha256()
        for path in (self.gold, *sorted(path for path in self.articles.iterdir() if path.is_file())):
            seal.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return seal.hexdigest()[:16]


def cases() -> Iterator[Case]:
    """The sample stories, which are built together so that grouping is measured too, then the neighbours."""
    for gold in sorted(GOLD.glob("*/gold.json")):
        yield Case(gold.parent.name, gold, SAMPLES / gold.parent.name, SAMPLES)
    for gold in sorted(NEIGHBOURS.glob("*/gold.json")):
        articles = gold.parent / "articles"
        yield Case(gold.parent.name, gold, articles, articles)
