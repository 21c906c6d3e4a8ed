"""Which of two publications came first, as far as their times tell."""

from datetime import UTC, datetime


def earlier(left: str | None, right: str | None) -> bool | None:
    """Whether the ISO time `left` lies before `right`; None: they don't tell (unknown, equal, or a day and its hour).

    Times with an offset are compared in UTC; where one has no clock, only different days tell.
    """
    if not left or not right:
        return None
    if len(left) <= 10 or len(right) <= 10:
        return None if left[:10] == right[:10] or len(min(left, right, key=len)) < 10 else left[:10] < right[:10]
    first, second = _instant(left), _instant(right)
    if first is None or second is None or first == second:
        return None
    return first < second


def _instant(value: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
