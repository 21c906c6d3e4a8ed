"""The project that is read: its lists kept up to date, its dossiers one at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from semeja.dossier.json import decode
from semeja.dossier.labels import LANGUAGES
from semeja.records.dossier import Dossier
from semeja.records.listing import StoryEntry
from semeja.run.building import PROJECT, open_project
from semeja.run.built import Notify, quietly
from semeja.run.last_build import last_build
from semeja.run.listing import refresh, state
from semeja.store.search_index import SearchIndex


class Reader:
    """One project, shared by all threads that answer. `by` signs decisions, None: nothing may be decided."""

    def __init__(
        self, out: Path, by: str | None, now: Callable[[], str], language: str | None = None, notify: Notify = quietly
    ) -> None:
        """Lists what the last build made. Raises UsageError for a folder without a project, and `StoreError`."""
        self.out = out
        self.by = by
        self.now = now
        self.writing = Lock()
        self._refreshing = Lock()
        with open_project(out) as store:
            self._language = language or last_build(store).language
        self._state = state(out)
        refresh(out, notify)

    @contextmanager
    def lists(self) -> Iterator[SearchIndex]:
        """Lists and search as of the last build."""
        now = state(self.out)
        if now != self._state:
            with self._refreshing:
                refresh(self.out)
                self._state = now
        with SearchIndex(self.out / PROJECT) as index:
            yield index

    def dossier(self, story: StoryEntry) -> tuple[bytes, Dossier]:
        """The dossier of a story, as it lies there and decoded."""
        body = (self.out / story.folder / "dossier.json").read_bytes()
        return body, decode(body)

    def language(self) -> str:
        """Of the pages: that of the last build, else that of most articles."""
        if self._language is None:
            with self.lists() as index:
                found = {one.value: one.articles for one in index.choices("language", 10)}
            return max(LANGUAGES, key=lambda one: found.get(one, 0))
        return self._language
