"""Pages that a script writes are current, and the scripts write what they should."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path: str) -> ModuleType:
    """A script of the project as a module, with the project's root on the path as `python -m` has it."""
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


write_sources = load("data/write_sources.py")
write_docs = load("benchmarks/quality/write_docs.py")


@pytest.mark.parametrize(("path", "text"), list(write_sources.pages()), ids=lambda value: getattr(value, "name", ""))
def test_the_pages_of_the_word_lists_are_current(path: Path, text: str) -> None:
    """If not: `python data/write_sources.py`."""
    assert path.read_text("utf-8") == text


def test_a_list_is_told_by_its_head(tmp_path: Path) -> None:
    words = tmp_path / "words.tsv"
    words.write_text("# about: a_b\n# source: own\n# licence: Apache-2.0\n# date: 2026-01-02\nkata\n", "utf-8")
    entry = "- **words.tsv** (2026-01-02). a\\_b\n  - source: own\n  - licence: Apache-2.0\n"
    assert write_sources.entry(words) == entry


def test_figures_are_put_between_the_marks() -> None:
    page = "above\n<!-- one: begin -->\nold\n<!-- one: end -->\nbelow\n"
    assert write_docs.filled(page, "one", "new\n") == page.replace("old", "new")


def test_the_parts_are_shown_as_they_are_stored() -> None:
    """If not: `python -m benchmarks.quality.write_docs --parts`."""
    page = (ROOT / "docs" / "quality.md").read_text("utf-8")
    assert write_docs.filled(page, "parts", write_docs.parts()) == page


@pytest.mark.parametrize("name", ["figures", "parts"])
def test_the_page_has_its_marks(name: str) -> None:
    page = (ROOT / "docs" / "quality.md").read_text("utf-8")
    assert (page.count(f"<!-- {name}: begin -->\n"), page.count(f"<!-- {name}: end -->\n")) == (1, 1)


def test_a_row_of_figures() -> None:
    row = {"p": None, "r": None, "f1": 0.834, "acc": None, "n": 24, "note": ""}
    lines = write_docs.table({"one": {"quotes": row}, "two": {}}).splitlines()
    assert lines == ["| row | one | two |", "|---|---:|---:|", "| `quotes` | 0.83 <sub>n 24</sub> | – |"]
