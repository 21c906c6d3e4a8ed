"""Pages whose every line is labelled: zone or reason, furniture and inline noise in double braces."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from semeja.lang.cleaning import load
from semeja.read.cleaning import clean
from semeja.records.article import Article
from semeja.records.reading import CleanView
from semeja.records.span import REMOVAL_REASONS

PAGES = sorted((Path(__file__).parents[1] / "golden").glob("*/cleaning/*.tsv"))
MARK = re.compile(r"\{\{(\w+)\|([^{}]*)\}\}")
FURNITURE = ("published", "dateline", "byline", "editor", "outlet")
TABLES = (load("id"), load("en"))


def article(text: str, title: str | None = None) -> Article:
    return Article(id="article:test", source="test.txt", text=text, text_sha256="", title=title)


def view_of(text: str, title: str | None = None) -> CleanView:
    return clean(article(text, title), TABLES)


def rows(path: Path) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Label, text and marks of each line of a golden page; marks may nest."""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("# "):
            label, _, marked = line.partition("\t")
            marks = []
            while match := MARK.search(marked):
                marks.append((match[1], match[2]))
                marked = marked[: match.start()] + match[2] + marked[match.end() :]
            yield label, marked, marks


def label_at(view: CleanView, text: str, start: int, end: int) -> str:
    """Reason or zone of most of the range."""
    for cut in view.removed:
        if cut.start <= start and end <= cut.end:
            return cut.reason
    inside = [part for part in view.paragraphs if part.start < end and start < part.end]
    return max(inside, key=lambda part: min(end, part.end) - max(start, part.start)).zone if inside else "nothing"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_every_line_of_a_page_has_its_label(path: Path) -> None:
    page = list(rows(path))
    text = "\n".join(line for _, line, _ in page)
    view = view_of(text)
    found: list[str] = []
    expected: list[str] = []
    position = 0
    for label, line, _ in page:
        if not line:
            position += 1
            continue
        expected.append(f"{expected[-1].partition(' ')[0] if label == '+' else label} {line}")
        found.append(f"{label_at(view, text, position, position + len(line))} {line}")
        position += len(line) + 1
    assert found == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_the_furniture_of_a_page_is_found(path: Path) -> None:
    page = list(rows(path))
    text = "\n".join(line for _, line, _ in page)
    structure = view_of(text).structure
    marks = [mark for _, _, own in page for mark in own]
    spans = {name: getattr(structure, name) for name in FURNITURE}
    found = {name: span.of(text) for name, span in spans.items() if span}
    place = next(index for index, (label, _, _) in enumerate(page) if label == "title")
    title = "\n".join([page[place][1], *(line for label, line, _ in page[place + 1 : place + 2] if label == "+")])
    assert structure.title is not None
    assert structure.title.of(text) == title.removeprefix("# ")  # the marks of a Markdown title are no part of it
    expected = {name: value for name, value in marks if name in FURNITURE}
    outlets = {key: form for key, form in found.items() if key == "outlet" and "outlet" not in expected}
    assert {key: form for key, form in found.items() if key not in outlets} == expected
    assert structure.outlet_name == found.get("outlet")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_noise_inside_lines_is_removed_with_its_reason(path: Path) -> None:
    page = list(rows(path))
    text = "\n".join(line for _, line, _ in page)
    view = view_of(text)
    for _, _, marks in page:
        for name, value in marks:
            if name in REMOVAL_REASONS:
                assert (value.strip(), name) in {
                    (text[cut.start : cut.end].strip(), cut.reason) for cut in view.removed
                }


def test_joined_lines_are_one_paragraph() -> None:
    page = list(rows(next(path for path in PAGES if path.stem == "hard_wrapped")))
    view = view_of("\n".join(line for _, line, _ in page))
    bodies = [view.text[part.start : part.end] for part in view.paragraphs if part.zone == "body"]
    assert len(bodies) == 4
    assert not any("\n" in body for body in bodies)
