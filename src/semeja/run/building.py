"""The whole order on one screen: what the user names becomes articles, readings, stories, dossiers, pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from semeja.engine.local import local_engine
from semeja.run.built import Built, Notify, quietly
from semeja.run.comparing import compare_stories
from semeja.run.gathering import gather
from semeja.run.grouping import group_articles
from semeja.run.reading import read_articles
from semeja.run.rules import rules_digest
from semeja.run.showing import show_stories
from semeja.store.sqlite import SqliteStore

__all__ = ["PROJECT", "Built", "build"]

PROJECT = ".semeja"
"""Folder of the record of truth, inside the output folder."""


def build(
    paths: Iterable[str],
    out: Path,
    workers: int = 1,
    notify: Notify = quietly,
    stdin: BinaryIO | None = None,
    language: str | None = None,
    models: bool = True,
) -> Built:
    """Dossiers and pages in `out` for what lies under `paths`; what an earlier run has done there is not done again.

    `language` (`id`, `en`): of the pages; None: that of most articles of each story. Without `models` the rules read
    alone. Raises `StoreError` and `OutputError`; a bad input is counted, never raised.
    """
    rules = rules_digest(models)
    with SqliteStore(out / PROJECT) as store, local_engine(workers) as engine:
        gather(store, paths, out, workers, notify, stdin)
        read_articles(store, engine, rules, notify, models)
        stories = group_articles(store, rules, notify)
        compared = compare_stories(store, engine, stories, rules, notify, models)
        built = show_stories(store, engine, compared, out, language, notify)
        store.settle()
        return built
