"""Many numbers in one integer, side by side in lanes of 64 bits: each step of arithmetic works on all of them at once.

Python adds, shifts and multiplies an integer of thousands of bits about as fast as it does one step on one number of a
list. Every function is linear in the number of lanes, and right as long as no lane grows past its bits.
"""

from array import array
from collections.abc import Iterable

BYTES = 8
BITS = 8 * BYTES


def to_lanes(numbers: Iterable[int]) -> int:
    """Numbers below 2^64, the first in the lowest lane."""
    return int.from_bytes(array("Q", numbers).tobytes(), "little")


def from_lanes(lanes: int, count: int) -> "array[int]":
    """The numbers in the lowest `count` lanes. Raises `OverflowError` where lanes beyond hold any."""
    numbers = array("Q")
    numbers.frombytes(lanes.to_bytes(BYTES * count, "little"))
    return numbers


def everywhere(number: int, count: int) -> int:
    """One number in each of `count` lanes."""
    return number * int.from_bytes((1).to_bytes(BYTES, "little") * count, "little")


def lowest(lanes: int, count: int) -> int:
    """The lowest `count` lanes alone."""
    return lanes & ((1 << BITS * count) - 1)


def lesser(left: int, right: int, count: int) -> int:
    """The lesser of each two numbers below 2^63, lane by lane."""
    highest = everywhere(1 << BITS - 1, count)
    # Where `left` is not less, its lane keeps the highest bit after the subtraction, and no lane borrows from the next.
    not_less = ((left | highest) - right) & highest
    chosen = not_less - (not_less >> BITS - 1)
    return left ^ ((left ^ right) & chosen)
