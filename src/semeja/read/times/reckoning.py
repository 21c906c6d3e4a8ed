"""Arithmetic on the calendar. Days outside the years 1 to 9999 are None, never an error."""

from datetime import date, timedelta


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """`days` later, or None outside the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def month_moved(year: int, month: int, months: int) -> tuple[int, int] | None:
    """(year, month) `months` later, or None outside the calendar."""
    count = 12 * year + month - 1 + months
    return (count // 12, count % 12 + 1) if 12 <= count < 120_000 else None


def weekday_on_or_before(day: date, weekday: int) -> date | None:
    """The last such weekday (ISO: Monday is 1) up to `day`."""
    return moved(day, -((day.isoweekday() - weekday) % 7))


def weekday_on_or_after(day: date, weekday: int) -> date | None:
    """The next such weekday from `day` on."""
    return moved(day, (weekday - day.isoweekday()) % 7)


def weekday_nearest(day: date, weekday: int) -> date | None:
    """The such weekday at most three days from `day`."""
    return moved(day, (weekday - day.isoweekday() + 3) % 7 - 3)


def saves_daylight(day: date) -> bool:
    """Whether clocks in the United States are an hour ahead (Energy Policy Act of 2005: from the second Sunday of March
    to the first of November)."""
    first, last = day_of(day.year, 3, 8), day_of(day.year, 11, 1)
    begin, end = first and weekday_on_or_after(first, 7), last and weekday_on_or_after(last, 7)
    return begin is not None and end is not None and begin <= day < end


def week_text(day: date) -> str:
    """`2022-W03`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_text(year: int, month: int) -> str:
    """`2022-01`."""
    return f"{year:04}-{month:02}"
