"""Figures of parts are kept, compared and shown as they should."""

import pytest
from benchmarks.quality.parts.figures import Figure, PartFigures, keeping_others, markdown


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        (Figure("set", "F1", 10, 0.7), True),
        (Figure("set", "F1", 10, 0.7, floor=0.7), True),
        (Figure("set", "F1", 10, 0.6994, floor=0.7), False),
        (Figure("set", "error", 10, 0.02, floor=0.03, at_most=True), True),
        (Figure("set", "error", 10, 0.04, floor=0.03, at_most=True), False),
    ],
)
def test_a_floor_holds_or_not(figure: Figure, holds: bool) -> None:
    assert figure.holds() is holds


def test_figures_of_others_are_kept_until_they_are_measured_anew() -> None:
    old = PartFigures("one", (Figure("set", "F1", 10, 0.5, beside={"a": 0.1, "b": 0.2}),))
    new = PartFigures("one", (Figure("set", "F1", 10, 0.6, beside={"b": 0.3}), Figure("other", "F1", 4, 1.0)))
    assert keeping_others(new, old).figures == (
        Figure("set", "F1", 10, 0.6, beside={"a": 0.1, "b": 0.3}),
        Figure("other", "F1", 4, 1.0),
    )


def test_a_part_is_shown_as_a_table_with_what_goes_wrong() -> None:
    figure = Figure("set", "F1", 10, 0.5, floor=0.6, rules_only=0.4, beside={"a 1.0": 0.1})
    lines = markdown(PartFigures("one", (figure,), misses=("a kind of miss",))).splitlines()
    assert lines[2] == "| set | F1 | 10 | **0.500** | 0.400 | ≥ 0.6 | a 1.0 0.100 |"
    assert lines[-1] == "- a kind of miss"
