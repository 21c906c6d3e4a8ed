"""Lists of a project follow its builds, and show where a word stands."""

import shutil
from pathlib import Path

import pytest

from semeja.errors import UsageError
from semeja.records.listing import Filters
from semeja.run.building import PROJECT
from semeja.run.listing import article_page, moment, refresh, state, story_page
from semeja.store.search_index import SearchIndex


@pytest.fixture
def out(tmp_path: Path, sample_build: Path) -> Path:
    return Path(shutil.copytree(sample_build, tmp_path / "out"))


def test_only_what_changed_is_listed_anew(out: Path) -> None:
    told: list[tuple[int, int]] = []
    assert refresh(out, lambda stage, done, total: told.append((done, total))) == 4
    assert told == [(4, 4)]
    before = state(out)
    assert refresh(out) == 0
    assert state(out) == before


def test_lists_that_were_thrown_away_are_made_again(out: Path) -> None:
    refresh(out)
    for file in (out / PROJECT).glob("listing.sqlite*"):
        file.unlink()
    assert refresh(out) == 4


def test_a_story_whose_dossier_is_gone_is_not_listed(out: Path) -> None:
    refresh(out)
    gone = sorted(out.glob("*/dossier.json"))[0]
    gone.unlink()
    assert refresh(out) == 1
    with SearchIndex(out / PROJECT) as index:
        assert gone.parent.name not in {one.folder for one in story_page(index, Filters(), 1).rows}


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no project"):
        refresh(tmp_path)


def test_an_excerpt_is_one_line_around_the_first_hit(out: Path) -> None:
    refresh(out)
    with SearchIndex(out / PROJECT) as index:
        found = article_page(index, Filters(query="gempa"), 1)
    assert found.rows
    for row in found.rows:
        whole = "".join(part.text for part in row.excerpt)
        assert "\n" not in whole
        assert len(whole) < 300
        assert {part.text.lower() for part in row.excerpt if part.hit} <= {"gempa"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2022-01-21T19:21+07:00", "2022-01-21T12:21Z"),
        ("2022-01-21T19:21Z", "2022-01-21T19:21Z"),
        ("2022-01-21", "2022-01-21"),
        ("2022-W04", "2022-W04"),
        ("9999-12-31T23:59-12:00", "9999-12-31T23:59-12:00"),
        (None, ""),
    ],
)
def test_a_moment_sorts_in_one_zone(value: str | None, shown: str) -> None:
    assert moment(value) == shown
