"""What many tests look at: the sample stories, built once per test process."""

from pathlib import Path

import pytest
from hypothesis import settings

import semeja
from semeja.dossier.json import decode
from semeja.records.dossier import Dossier
from semeja.run.building import build

settings.register_profile("gate", deadline=None)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("gate")

SAMPLES = Path(semeja.__file__).parent / "samples"


@pytest.fixture(scope="session")
def sample_stories() -> list[str]:
    """The folders of the bundled stories."""
    return sorted(str(entry) for entry in SAMPLES.iterdir() if entry.is_dir())


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory, sample_stories: list[str]) -> Path:
    """The output folder of a build of all sample stories; tests must not write into it."""
    out = tmp_path_factory.mktemp("samples")
    build(sample_stories, out)
    return out


@pytest.fixture(scope="session")
def sample_dossiers(sample_build: Path) -> list[Dossier]:
    """The dossiers of the sample stories."""
    return [decode(path.read_bytes()) for path in sorted(sample_build.glob("*/dossier.json"))]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--spam", type=int, default=20, help="spam articles of each kind in the tests of poisoned stories")


@pytest.fixture
def spam(request: pytest.FixtureRequest) -> int:
    """How many spam articles of a kind are put among the honest ones."""
    return int(request.config.getoption("--spam"))
