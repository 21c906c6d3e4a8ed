"""Inputs into the record of truth."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from semeja.records.article import Raw, Rejected
from semeja.run.built import Notify
from semeja.sources.articles import maker, read_articles
from semeja.sources.files import walk
from semeja.store.protocol import InputKey, Store, input_key


def gather(store: Store, paths: Iterable[str], out: Path, workers: int, notify: Notify, stdin: BinaryIO | None) -> None:
    """Every input into the store, one transaction each; inputs that are no longer named leave the account."""
    made_by = maker()
    seen: list[InputKey] = []

    def fresh() -> Iterator[Raw | Rejected]:
        for one in walk(paths, skip=(out,), stdin=stdin):
            seen.append(input_key(one))
            notify("collect", len(seen), 0)
            if isinstance(one, Rejected) or not store.knows(one, made_by):
                yield one

    for raw, outcome in read_articles(fresh(), workers):
        store.add(raw, outcome, made_by)
    store.forget_except(seen)
