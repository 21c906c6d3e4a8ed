"""Names of bodies, whole and as bodies: unions, firms, courts, schools, clubs, offices of regions."""

import re

import pytest
from tests.read.golden_drafts import draft_of, golden_rows

from semeja.read.names import find_names

MARKED = re.compile(r"\[([OP]):([^]]*)\]")
LETTERS = {"organisation": "O", "person": "P"}
POINTING = ("pronoun", "clitic", "demonstrative")


def rows() -> list[tuple[str, ...]]:
    return golden_rows("id", "bodies") + golden_rows("en", "bodies")


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]}-{row[1]}")
def test_bodies_are_named_whole(row: tuple[str, ...], request: pytest.FixtureRequest) -> None:
    code, line, *why = row
    if why:
        request.applymarker(pytest.mark.xfail(reason=why[0], strict=False))
    draft = draft_of(code, MARKED.sub(lambda mark: mark[2], line))
    found = [
        (LETTERS[one.kind], draft.view.text[one.head_start : one.head_end])
        for one in find_names(draft)[1]
        if one.kind in LETTERS and one.form not in POINTING and one.rule != "described"
    ]
    assert sorted(found) == sorted((mark[1], mark[2]) for mark in MARKED.finditer(line))
