"""Whether two figures can be one: rounded, with `about`, or as a bound."""

STRETCH = 0.1
"""How far `sekitar` and `hampir` let a figure stretch, as a share of it: `sekitar 100` holds 90 and 110."""
ROUNDED = 0.05
"""How far a figure may lie from its rounded form, as a share of it."""
LEAST_ROUNDED = 1000
"""Whole numbers below it are counted, not rounded."""
ROUND_BOUND = 100
"""A bound that is a multiple of it is no count: `lebih dari 200` holds 214, `sedikitnya 11` is a count of 11."""


def may_be_one(left: float, right: float, modifiers: frozenset[str]) -> bool:
    """Whether two different values can tell one figure; `modifiers`: those with which either is told."""
    size = max(abs(left), abs(right))
    if modifiers & {"about", "nearly"} and abs(left - right) <= STRETCH * size:
        return True
    return is_rounding(left, right) or is_rounding(right, left)


def is_rounding(coarse: float, fine: float) -> bool:
    """Whether `fine`, rounded to the digits of `coarse`, is it: 12,300 and 12,340; 5.1 and 5.12."""
    if coarse == int(coarse) and abs(coarse) < LEAST_ROUNDED:
        return False
    step = _last_place(coarse)
    near = abs(coarse - fine) < min(step / 2, ROUNDED * abs(coarse))
    return near and _last_place(fine) < step


def within_bound(low: float | None, high: float | None, value: float) -> bool:
    """Whether a value fits a round bound: `lebih dari 200` and 214, `kurang dari 200` and 180; one place further is
    another figure."""
    bound = low if high is None else high
    if bound is None or bound < ROUND_BOUND or bound % ROUND_BOUND:
        return False
    step = _last_place(bound)
    return bound <= value < bound + step if high is None else bound - step < value <= bound


def _last_place(value: float) -> float:
    """The value of the last digit that is not zero: 100 for 12,300; 0.1 for 5.1."""
    digits = f"{abs(value):.6f}".rstrip("0")
    whole, _, fraction = digits.partition(".")
    if fraction:
        return float(10.0 ** -len(fraction))
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))
