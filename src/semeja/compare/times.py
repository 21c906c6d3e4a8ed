"""Times of the readings as times of the dossier."""

from collections.abc import Iterable
from datetime import date, timedelta

from semeja.records.dossier import DossierTime, Time
from semeja.records.reading import TimeExpression
from semeja.records.story import Story


def to_time(story: Story, index: int, time: TimeExpression) -> Time:
    """One temporal expression of the article at `index`; a time from metadata alone has no evidence."""
    evidence = story.evidence(index, time.start, time.end) if time.end > time.start else None
    return Time(time.value, time.granularity, time.modifier, evidence)  # type: ignore[arg-type]


def collect_times(story: Story) -> tuple[DossierTime, ...]:
    """Every temporal expression of the story, in order of article and place."""
    return tuple(
        DossierTime(
            value=time.value,
            granularity=time.granularity,  # type: ignore[arg-type]
            modifier=time.modifier,  # type: ignore[arg-type]
            evidence=story.evidence(index, time.start, time.end),
            article=reading.article,
            role=time.role,  # type: ignore[arg-type]
            rule=time.rule,
        )
        for index, reading in enumerate(story.readings)
        for time in reading.times
    )


def day_range(value: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO 8601 prefix or range (`2022-W04`, `2022-01`, `2022-01-19/2022-01-20`), or None."""
    if not value:
        return None
    if "/" in value:
        left, right = (day_range(part) for part in value.split("/", 1))
        return (left[0], right[1]) if left and right else None
    head = value.split("T")[0]
    try:
        return _days(head)
    except ValueError:
        return None


def _days(head: str) -> tuple[date, date]:
    year = int(head[:4])
    if len(head) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    if head[5] == "W":
        week = int(head[6:])
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    month = int(head[5:7])
    if len(head) == 7:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    day = date.fromisoformat(head)
    return day, day


def compatible(left: str | None, right: str | None) -> bool:
    """Whether two values can be one time: their days meet, or one of them is unknown."""
    a, b = day_range(left), day_range(right)
    return not a or not b or (a[0] <= b[1] and b[0] <= a[1])


def most_precise(times: Iterable[Time | None]) -> Time | None:
    """The time with the fewest days and, of equals, the smallest value; None when none has a value."""

    def size(time: Time) -> tuple[int, str]:
        days = day_range(time.value)
        return (days[1] - days[0]).days if days else 99_999, time.value or ""

    known = [time for time in times if time and time.value]
    return min(known, key=size) if known else None
