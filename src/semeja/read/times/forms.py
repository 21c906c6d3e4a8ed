"""What the grammar makes of the words, before any anchor is known."""

import msgspec

from semeja.lang.timing import TimingTables
from semeja.records.reading import Tokens


class Line(msgspec.Struct, frozen=True):
    """The tokens of an article beside the tables of its language; parsers get `[at, end)` of it."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]
    table: TimingTables

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
    """Minutes of the day, and minutes ahead of UTC if the text says."""

    minutes: int
    offset: int | None = None


class Form(msgspec.Struct, frozen=True):
    """One expression: tokens `[first, last)`, its point and, for a range, `until`; `clock` joins it or stands alone."""

    first: int
    last: int
    rule: str
    point: Point | None = None
    until: Point | None = None
    clock: Clock | None = None
    clock_until: Clock | None = None
    part: str | None = None
    modifier: str | None = None


VAGUE = Point(frame="vague")


def from_tokens(tokens: Tokens, table: TimingTables) -> Line:
    """The line of an article."""
    return Line(tokens.starts, tokens.ends, tokens.words, tokens.keys, table)
