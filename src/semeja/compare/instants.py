"""Which of two moments came first, and which are one, as far as their values tell."""

from datetime import UTC, datetime, timedelta

END_OF_DAY = "T23:59"
"""Where a day without a clock stands among the hours of that day: what holds for a day is known when it ends."""


def earlier(left: str | None, right: str | None) -> bool | None:
    """Whether the ISO time `left` lies before `right`; None: they don't tell (unknown, equal, or a day and its hour).

    Times with an offset are compared in UTC; where one has no clock, only different days tell.
    """
    if not left or not right:
        return None
    if not has_clock(left) or not has_clock(right):
        return None if left[:10] == right[:10] or len(min(left, right, key=len)) < 10 else left[:10] < right[:10]
    first, second = _instant(left), _instant(right)
    if first is None or second is None or first == second:
        return None
    return first < second


def has_clock(value: str) -> bool:
    """Whether an ISO value tells an hour."""
    return len(value) > 10 and value[10] == "T"


def same_instant(left: str, right: str) -> bool:
    """Whether two values with a clock are one instant (12.00 WIB is 13.00 WITA)."""
    first, second = _instant(left), _instant(right)
    return first is not None and first == second


def within_the_hour(left: str, right: str) -> bool:
    """Whether two values with a clock lie at most an hour apart."""
    if not has_clock(left) or not has_clock(right):
        return False
    first, second = _instant(left), _instant(right)
    return first is not None and second is not None and abs(first - second) <= timedelta(hours=1)


def sort_key(value: str) -> str:
    """A key that puts moments in order: hours in UTC, a day without a clock at its end, nothing last."""
    if not value:
        return "9999"
    instant = _instant(value) if has_clock(value) else None
    return instant.isoformat()[:16] if instant else value[:10] + END_OF_DAY


def _instant(value: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return None
    try:
        return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except OverflowError:
        return None
