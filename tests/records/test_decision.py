"""Rows of decisions: which hold, and what shows that a row was altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from semeja.records.decision import Decision, broken, holding, sealed


def undoing(number: int, of: int) -> Decision:
    return Decision(number, "undo", "Ratna", "2026-03-01T08:00:00+00:00", undoes=of)


def merging(number: int) -> Decision:
    return Decision(number, "merge", "Ratna", "2026-03-01T08:00:00+00:00", entities=("person:a", "person:b"))


def chain(*rows: Decision) -> list[Decision]:
    found: list[Decision] = []
    for row in rows:
        found.append(sealed(row, found[-1].seal if found else ""))
    return found


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ([], []),
        ([merging(1), merging(2)], [1, 2]),
        ([merging(1), undoing(2, 1)], []),
        ([merging(1), undoing(2, 1), undoing(3, 2)], [1]),
        ([merging(1), merging(2), undoing(3, 1)], [2]),
        ([merging(1), undoing(2, 1), undoing(3, 2), undoing(4, 3)], []),
    ],
)
def test_an_undone_row_holds_no_longer(rows: list[Decision], numbers: list[int]) -> None:
    assert [one.number for one in holding(rows)] == numbers


@given(st.integers(0, 4), st.sampled_from(["by", "at", "note", "text"]), st.text(min_size=1, max_size=5))
def test_an_altered_row_breaks_the_chain(place: int, field: str, value: str) -> None:
    rows = chain(*(merging(number) for number in range(1, 6)))
    assert broken(rows) == []
    altered = replace(rows[place], **{field: f"{getattr(rows[place], field)}{value}"})
    assert place + 1 in broken([*rows[:place], altered, *rows[place + 1 :]])


@given(st.integers(0, 3))
def test_a_row_that_was_taken_out_breaks_the_chain(place: int) -> None:
    rows = chain(*(merging(number) for number in range(1, 6)))
    assert broken([*rows[:place], *rows[place + 1 :]])
