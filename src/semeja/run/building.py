"""The whole order on one screen: what the user names becomes articles, readings, stories, dossiers, pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from semeja.engine.local import local_engine
from semeja.engine.protocol import Engine
from semeja.errors import UsageError
from semeja.run.built import Built, Notify, quietly
from semeja.run.changes import ledger_changes
from semeja.run.comparing import compare_stories
from semeja.run.gathering import gather
from semeja.run.grouping import group_articles
from semeja.run.last_build import PROJECT, LastBuild, last_build, put_last_build
from semeja.run.reading import read_articles
from semeja.run.rules import rules_digest
from semeja.run.showing import show_stories, story_names
from semeja.store.sqlite import FILE, SqliteStore

__all__ = ["PROJECT", "Built", "build", "open_project", "rebuild"]


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
    with SqliteStore(out / PROJECT) as store, local_engine(workers) as engine:
        gather(store, paths, out, workers, notify, stdin)
        made = LastBuild(language, models)
        put_last_build(store, made)
        return _made(store, engine, out, made, notify)


def rebuild(out: Path, workers: int = 1, notify: Notify = quietly) -> Built:
    """What the last build made, anew from the stored articles: after a decision only what depends on it is done again.

    Raises `UsageError` for a folder without a project.
    """
    with open_project(out) as store, local_engine(workers) as engine:
        return _made(store, engine, out, last_build(store), notify)


def open_project(out: Path) -> SqliteStore:
    """The project of an output folder; raises UsageError when it has none."""
    if not (out / PROJECT / FILE).is_file():
        raise UsageError(f"folder {out}", "there is no project in it", f"run: semeja build ARTICLES -o {out}")
    return SqliteStore(out / PROJECT)


def _made(store: SqliteStore, engine: Engine, out: Path, made: LastBuild, notify: Notify) -> Built:
    """From the stored articles to the pages."""
    rules = rules_digest(made.models)
    read_articles(store, engine, rules, notify, made.models)
    stories = group_articles(store, rules, notify)
    compared = compare_stories(store, engine, stories, rules, notify, made.models)
    built = show_stories(store, engine, compared, out, made.language, notify)
    changes = ledger_changes(store, compared, story_names(store, compared), rules)
    store.settle()
    return replace(built, changes=changes)
