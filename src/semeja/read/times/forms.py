"""What the grammar makes of the words, before any anchor is known."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from semeja.lang.timing import TimingTables
from semeja.records.reading import Tokens

_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})")


class Line:
    """The tokens of an article beside the tables of its language; parsers get `[at, end)` of it.

    `month_first`: whether 2/1/2022 is the first of February here.
    """

    def __init__(
        self,
        starts: tuple[int, ...],
        ends: tuple[int, ...],
        words: tuple[str, ...],
        keys: tuple[str, ...],
        table: TimingTables,
        month_first: bool = False,
    ) -> None:
        self.starts: Final = starts
        self.ends: Final = ends
        self.words: Final = words
        self.keys: Final = keys
        self.table: Final = table
        self.month_first: Final = month_first

    def touches(self, at: int) -> bool:
        """Whether token `at` follows the one before it without a blank."""
        return self.ends[at - 1] == self.starts[at]


class Point(msgspec.Struct, frozen=True):
    """A place in the calendar as the words give it.

    Named fields (`year` … `weekday`) are absolute; `unit` and `shift` count from the day that `frame` names: the
    `anchor`, the `reference` (what the text told last), or `near` (that, else the anchor); `vague` has no value.
    `shift` without `unit` moves the named field itself: `Senin lalu`, `Maret mendatang`. `span`: how many months.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    frame: str = "anchor"
    span: int = 1


class Clock(msgspec.Struct, frozen=True):
    """Minutes of the day, and minutes ahead of UTC if the text says.

    `seasonal`: an hour more in the months of daylight saving time (`ET`). From 1440 on it is the next day (`24.00`).
    """

    minutes: int
    offset: int | None = None
    seasonal: bool = False


class Form(msgspec.Struct, frozen=True):
    """One expression: tokens `[first, last)`, its point and, for a range, `until`; `clock` joins it or stands alone.

    `offset`: so many units after the point, before it where negative: `dua hari setelah 18 Januari`, `malam Minggu`.
    """

    first: int
    last: int
    rule: str
    point: Point | None = None
    until: Point | None = None
    clock: Clock | None = None
    clock_until: Clock | None = None
    part: str | None = None
    modifier: str | None = None
    offset: tuple[str, int] | None = None


VAGUE: Final = Point(frame="vague")


def from_tokens(tokens: Tokens, table: TimingTables) -> Line:
    """The line of an article."""
    month_first = bool(table.groups["slash_month_first"]) and puts_month_first(tokens.keys, table)
    return Line(tokens.starts, tokens.ends, tokens.words, tokens.keys, table, month_first)


def puts_month_first(keys: Sequence[str], table: TimingTables) -> bool:
    """Whether slashed dates put the month first, in a language where most outlets do.

    A date of the text that can only be read one way decides, else a clock's zone of a region that puts the day first.
    """
    for key in keys:
        if "/" in key and (found := _SLASHED.fullmatch(key)) and (int(found[1]) > 12) != (int(found[2]) > 12):
            return int(found[2]) > 12
    return table.groups["day_first_zone"].isdisjoint(keys)
