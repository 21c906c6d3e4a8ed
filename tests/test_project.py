"""A built project in Python."""

import sys
from pathlib import Path

import pytest

import semeja
from semeja.dossier.exports import binary_tables
from semeja.dossier.exports.tables import NAMES
from semeja.errors import UsageError
from semeja.project import Project
from semeja.run.building import build


@pytest.fixture(scope="module")
def project(sample_stories: list[str], tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("project")
    build(sample_stories, folder)
    return semeja.open(folder)


def test_stories_are_dossiers_by_folder(project: Project) -> None:
    assert len(project) == 4
    assert all((project.folder / name / "dossier.json").is_file() for name in project)
    assert all(project[name].quotes for name in project)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_the_same_in_every_library(project: Project, name: str) -> None:
    rows = project.rows(name)
    sizes = {len(rows), project.arrow(name).num_rows, len(project.pandas(name)), project.polars(name).height}
    assert sizes == {len(rows)}
    columns = [column.name for column in project.table(name).columns]
    assert list(project.pandas(name).columns) == project.polars(name).columns == columns


def test_a_notebook_shows_the_stories(project: Project) -> None:
    assert "4 stories" in repr(project)
    shown = project._repr_html_()
    assert all(name in shown for name in project)


def test_an_unknown_table_is_refused_with_the_known_ones(project: Project) -> None:
    with pytest.raises(UsageError, match="quotes"):
        project.table("nothing")


def test_a_folder_without_stories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no dossier"):
        semeja.open(tmp_path)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match="semeja\\[tables\\]"):
        binary_tables.library("openpyxl")
