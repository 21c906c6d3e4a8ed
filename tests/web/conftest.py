"""The reader over projects that were built for it, asked as a browser asks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from semeja.web.application import application
from semeja.web.guard import LOOPBACK, Access
from semeja.web.reader import Reader

BASE = "http://127.0.0.1:8137"
NOW = "2026-11-23T08:00:00+00:00"


def client(out: Path, by: str | None = None, access: Access | None = None) -> TestClient:
    """Someone who asks the reader of a project; redirects are shown, not followed."""
    app = application(Reader(out, by, lambda: NOW), access or Access(LOOPBACK))
    return TestClient(app, base_url=BASE, follow_redirects=False)


@pytest.fixture(scope="session")
def read_project(tmp_path_factory: pytest.TempPathFactory, sample_build: Path) -> Path:
    """A copy of the sample build, which the reader may add its lists to."""
    return Path(shutil.copytree(sample_build, tmp_path_factory.mktemp("read") / "out"))


@pytest.fixture(scope="session")
def reading(read_project: Path) -> Iterator[TestClient]:
    """Someone who may only read the sample stories."""
    with client(read_project) as asking:
        yield asking


@pytest.fixture
def deciding(tmp_path: Path, sample_build: Path) -> Iterator[TestClient]:
    """Someone who may decide in a project of their own."""
    with client(Path(shutil.copytree(sample_build, tmp_path / "out")), "Ana W.") as asking:
        yield asking
