"""The lists of a project: kept beside its record of truth, and made again whenever that is easier."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from semeja.errors import OutputError, UsageError
from semeja.records.article import Article, Raw
from semeja.records.dossier import RemovedRange
from semeja.records.listing import ArticleEntry, Filters, ListedArticle, ListedStory, StoryEntry
from semeja.store import search_index
from semeja.store.search_index import FILE, SearchIndex
from semeja.store.sqlite import SqliteStore

TEXT = "gempa besar BACA JUGA iklan kapal"
REMOVED = (RemovedRange(12, 27, "related_link"),)


def article(id: str, text: str = TEXT, **fields: object) -> ListedArticle:
    entry = ArticleEntry(id, "s", "S", f"judul {id}", "Harian Teluk", None, "2025-03-11", "id", f"{id}.txt")
    made = ListedArticle(entry, "2025-03-11T00:00Z", "2025-03-11", ("C1", "X"), ("demand",), text, REMOVED)
    return replace(made, **fields)


def story(folder: str, *articles: ListedArticle, moment: str = "2025") -> ListedStory:
    entry = StoryEntry(folder, f"story:{folder}", folder, "", len(articles), 1, 1, 0, None, None, ("id",))
    return ListedStory(entry, "0" * 64, moment, articles)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    with SqliteStore(tmp_path) as store:
        for id in "abc":
            raw = Raw(f"{id}.txt", "text", id.encode(), id)
            store.add(raw, Article(id, f"{id}.txt", TEXT, "0"), "test")
    with SearchIndex(tmp_path, write=True) as made:
        yield made


def put(index: SearchIndex, *stories: ListedStory) -> None:
    with index.transaction():
        for one in stories:
            index.put(one)
        index.count_choices()


def found(index: SearchIndex, query: str = "", **filters: str) -> list[str]:
    return [one.id for one in index.articles(Filters(query, **filters), 10, 0)]


def test_what_was_skipped_is_not_searched(index: SearchIndex) -> None:
    put(index, story("s", article("a")))
    assert found(index, "gempa") == ["a"]
    assert found(index, "judul") == ["a"]
    assert found(index, "baca") == found(index, "iklan") == []
    assert index.searched_text("a") == "gempa besar  kapal"
    assert index.searched_text("z") == ""


def test_an_article_may_move_to_another_story(index: SearchIndex) -> None:
    put(index, story("s", article("a"), article("b")))
    put(index, story("t", article("b")), story("s", article("a")))
    assert [one.folder for one in index.stories(Filters("gempa"), 10, 0)] == ["s", "t"]
    put(index, story("s", article("a"), article("b")))
    with index.transaction():
        index.drop("t")
    assert found(index, "gempa") == ["a", "b"]


def test_what_is_in_no_story_is_not_found(index: SearchIndex) -> None:
    put(index, story("s", article("a"), article("b")))
    put(index, story("s", article("a")))
    assert found(index) == found(index, "gempa") == ["a"]
    assert index.article("b") is None
    assert index.counts() == (1, 1)
    put(index, story("s", article("a"), article("b")))
    assert found(index, "gempa") == ["a", "b"]


def test_other_characters_are_searched_anew(index: SearchIndex) -> None:
    put(index, story("s", article("a")))
    put(index, story("s", article("a", removed=())))
    assert found(index, "iklan") == found(index, "gempa") == ["a"]
    put(index, story("s", article("a")))
    assert found(index, "iklan") == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"grade": "C1"}, ["a"]),
        ({"grade": "C"}, []),
        ({"act": "demand"}, ["a"]),
        ({"act": "deman"}, []),
        ({"outlet": "harian teluk"}, ["a"]),
        ({"outlet": "harian"}, []),
        ({"since": "2025-03-11", "until": "2025-03-11"}, ["a"]),
        ({"since": "2025-03", "until": "2025-03"}, ["a"]),
        ({"until": "2025"}, ["a"]),
        ({"since": "2025-03-12"}, []),
        ({"until": "2025-02"}, []),
        ({"language": "en"}, []),
    ],
)
def test_filters_hold_for_whole_values(index: SearchIndex, filters: dict[str, str], expected: list[str]) -> None:
    put(index, story("s", article("a")))
    assert found(index, **filters) == expected
    assert len(index.stories(Filters(**filters), 10, 0)) == len(expected)


def test_stories_come_newest_first(index: SearchIndex) -> None:
    put(index, story("old", moment="2020"), story("new", moment="2024"), story("undated", moment=""))
    assert [one.folder for one in index.stories(Filters(), 10, 0)] == ["new", "old", "undated"]
    assert [one.folder for one in index.stories(Filters(), 1, 1)] == ["old"]


def test_a_failed_listing_leaves_what_was(index: SearchIndex) -> None:
    put(index, story("s", article("a")))
    with pytest.raises(OverflowError), index.transaction():
        put_too_much(index)
    assert found(index) == ["a"]


def put_too_much(index: SearchIndex) -> None:
    index.drop("s")
    raise OverflowError


def test_a_damaged_file_and_one_of_another_version_are_made_again(tmp_path: Path) -> None:
    SqliteStore(tmp_path).close()
    for spoil in (lambda: (tmp_path / FILE).write_bytes(b"no database " * 500), lambda: set_version(tmp_path)):
        with SearchIndex(tmp_path, write=True) as index:
            put(index, story("s", article("a")))
        spoil()
        with SearchIndex(tmp_path, write=True) as index:
            assert index.listed() == {}


def set_version(folder: Path) -> None:
    import sqlite3

    database = sqlite3.connect(folder / FILE)
    database.execute("PRAGMA user_version = 99")
    database.close()


def test_a_reader_does_not_write(index: SearchIndex) -> None:
    put(index, story("s", article("a")))
    with SearchIndex(index.path.parent) as reading, pytest.raises(OutputError), reading.transaction():
        reading.drop("s")
    assert found(index) == ["a"]


def test_a_query_that_takes_too_long_is_ended(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    put(index, *(story(f"s{number}", article(f"a{number}")) for number in range(50)))
    monkeypatch.setattr(search_index, "STEPS", 10)
    monkeypatch.setattr(search_index, "BUDGET", 1)
    with pytest.raises(UsageError, match="too much"):
        found(index, "gempa", grade="C1")
