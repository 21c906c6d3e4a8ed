"""Arithmetic in lanes against the same on lists."""

from hypothesis import given
from hypothesis import strategies as st

from semeja.group.lanes import everywhere, from_lanes, lesser, lowest, to_lanes

NUMBERS = st.lists(st.integers(0, 2**63 - 1), max_size=40)
PAIRS = st.lists(st.tuples(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1)), max_size=40)


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(from_lanes(to_lanes(numbers), len(numbers))) == numbers


@given(PAIRS)
def test_the_lesser_of_each_pair(pairs: list[tuple[int, int]]) -> None:
    left, right = (to_lanes(pair[side] for pair in pairs) for side in (0, 1))
    assert list(from_lanes(lesser(left, right, len(pairs)), len(pairs))) == [min(pair) for pair in pairs]


@given(st.integers(0, 2**64 - 1), NUMBERS)
def test_one_number_everywhere_and_the_lowest_lanes(number: int, numbers: list[int]) -> None:
    count = len(numbers)
    assert list(from_lanes(everywhere(number, count), count)) == [number] * count
    assert lowest(to_lanes([*numbers, number]), count) == to_lanes(numbers)
