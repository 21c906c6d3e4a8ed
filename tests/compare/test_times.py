"""Days of ISO values, and which values can be one time."""

from datetime import date

import pytest

from semeja.compare.times import compatible, day_range, most_precise
from semeja.records.dossier import Time


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-01-21", "2022-01-21", "2022-01-21"),
        ("2022-01-21T19:21+07:00", "2022-01-21", "2022-01-21"),
        ("2022-W03", "2022-01-17", "2022-01-23"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("2022-01-19/2022-01-20", "2022-01-19", "2022-01-20"),
        ("2022-01/2022-03", "2022-01-01", "2022-03-31"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    assert day_range(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "", "2022-13", "2022-02-30", "soon", "2022-W60", "20x2"])
def test_what_is_no_time_has_no_days(value: str | None) -> None:
    assert day_range(value) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2022-01-21", "2022-01-21T09:00Z", True),
        ("2022-01-21", "2022-01-22", False),
        ("2022-W03", "2022-01-21", True),
        ("2022", "2021-12-31", False),
        (None, "2022-01-22", True),
        (None, None, True),
    ],
)
def test_compatible_values(left: str | None, right: str | None, expected: bool) -> None:
    assert compatible(left, right) is expected
    assert compatible(right, left) is expected


def test_most_precise_time_wins() -> None:
    times = [Time(value, None, None, None) for value in ("2022", "2022-01-21", "2022-W03", None)]
    assert most_precise([None, *times]) == times[1]
    assert most_precise([None]) is None
