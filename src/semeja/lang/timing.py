"""What a language fills in so that `read` knows words and forms of time."""

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from semeja.lang import number_words
from semeja.lang.number_words import NumberWords
from semeja.lang.phrases import Phrases, by_first, spoken
from semeja.lang.table import read_table


class Meaning(msgspec.Struct, frozen=True):
    """What a fixed phrase says: `shift` units from the anchor or the reference; `frame` `vague` has no value."""

    unit: str
    shift: int
    frame: str
    part: str | None


class Holiday(msgspec.Struct, frozen=True):
    """A holiday: month and day, None where it moves; `year_offset`: -1 where the year told is that of the next day
    (`malam Tahun Baru 2025`); `sure`: its name is nothing else, so that it needs no word before it."""

    month: int | None
    day: int | None
    part: str | None
    year_offset: int
    sure: bool


class TimingTables(msgspec.Struct, frozen=True):
    """Tables of one language: words and forms of time. Keys are case-folded tokens.

    `triggers`: a token -> the parsers to try where it stands, in order. `zones`: minutes ahead of UTC. `midday`:
    minutes of the day that a word names. `continuers`: the tokens that may belong to a form on their left;
    `after_figures`, `after_number_words`: those with which a number can be one; `counting`: the number words that
    start nothing else. `countdown`: days from a holiday. `beside`: the side of a day that a count lies on.
    `groups`: the lists of `GROUPS` by their names in the data files.
    """

    code: str
    triggers: Mapping[str, tuple[str, ...]]
    phrases: Phrases[Meaning]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    parts: Phrases[str]
    units: Mapping[str, str]
    one_units: Mapping[str, str]
    shifts_after: Mapping[str, int]
    shifts_before: Mapping[str, int]
    counted_after: Phrases[int]
    reference_after: Phrases[int]
    edges: Mapping[str, str]
    modifiers: Mapping[str, str]
    zones: Phrases[int | None]
    midday: Phrases[int]
    holidays: Phrases[Holiday]
    countdown: Mapping[str, int]
    seasons: Phrases[str]
    beside: Mapping[str, int]
    quarter_codes: Mapping[str, int]
    half_days: Phrases[str]
    quarters: Mapping[str, int]
    quarter_words: Mapping[str, int]
    ranges: Phrases[str]
    weekend: Phrases[str]
    home_zone: int | None
    continuers: frozenset[str]
    after_figures: frozenset[str]
    after_number_words: frozenset[str]
    counting: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    numbers: NumberWords


GROUPS = """
    age age_after age_of article careful clock clock_link cue_ahead cue_back cue_deadline cue_edge cue_now cue_now_verb
    cue_open cue_report cue_soon date_lead date_link dated_quarter day_first_zone day_lead decade_suffix edge_linker eve
    few holiday_lead modifier_link month_first month_lead name_support oclock one ordinal other_after other_before
    part_filler part_support range_open range_pair recent recurrent shift_linker short_month short_weekday
    slash_month_first told weekend year_kind year_lead year_support zone_seasonal zone_word_after zone_word_before
""".split()  # noqa: SIM905
"""Word lists that only tell whether a word is in them; a language may leave any of them empty."""
Rows = dict[str, list[tuple[str, str]]]
FIRST_YEAR, LAST_YEAR = 1800, 2101
"""Years that an edge may be tied to in one word (`mid-2011`)."""
# A token may start forms of several kinds; the first parser that reads one wins.
_PARSERS = (
    ("phrase", ()),
    ("countdown", ("countdown",)),
    ("edge_year", ()),
    ("hyphened", ()),
    ("few", ("few", "one")),
    ("clock", ("clock", "midday")),
    ("weekend", ("weekend",)),
    ("weekday", ("weekday", "short_weekday", "day_lead")),
    ("month", ("month", "short_month", "month_lead")),
    ("labelled", ("date_lead", "year_lead")),
    ("shifted", ("shift_before",)),
    ("edge", ("edge",)),
    ("season", ("season",)),
    ("unit", ("unit",)),
    ("quarter", ("quarter", "quarter_word", "quarter_code")),
    ("counted", ("one_unit", "one")),
    ("part", ("part",)),
    ("holiday", ()),
)
_COUNTING = (("counted",), ("few", "counted"))


def _rows(code: str) -> Rows:
    """Group -> (word or phrase, value) of `time_words` and `time_cues`."""
    found: Rows = {}
    for group, value, words in read_table(code, "time_words"):
        found.setdefault(group, []).extend((word, value) for word in words.split())
    for group, words in read_table(code, "time_cues"):
        for name in (group, "back") if group == "report" else (group,):
            found.setdefault(f"cue_{name}", []).extend((word, "-") for word in words.split())
    return found


def _numbers(rows: Iterable[tuple[str, str]]) -> dict[str, int]:
    return {word: int(value) for word, value in rows}


def _inflected(rows: Iterable[tuple[str, str]], suffixes: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Names of the calendar, also with the clitics of the language (`Kamisnya`, `Friday's`)."""
    names = _numbers(rows)
    return names | {name + suffix: number for name, number in names.items() for suffix, _ in suffixes}


def _triggers(
    rows: Rows,
    phrases: Iterable[str],
    counting: Iterable[str],
    weekdays: Iterable[str],
    months: Iterable[str],
    holidays: Iterable[str],
) -> dict[str, tuple[str, ...]]:
    starts: dict[str, set[str]] = {
        parser: {spoken(word)[0] for group in groups for word, _ in rows.get(group, [])} for parser, groups in _PARSERS
    }
    starts["phrase"].update(phrases)
    starts["holiday"].update(holidays)
    hyphened = [word for word, _ in rows.get("edge_hyphened", [])]
    starts["edge_year"].update(f"{word}-{year}" for word in hyphened for year in range(FIRST_YEAR, LAST_YEAR))
    starts["counted"].update(counting)
    starts["hyphened"].update(f"{number}-{unit}" for number in counting for unit, _ in rows["unit"])
    starts["weekday"].update(weekdays)
    starts["month"].update(months)
    found: dict[str, list[str]] = {}
    for parser, _ in _PARSERS:
        for word in starts[parser]:
            found.setdefault(word, ["figures"] if word[0].isdecimal() else []).append(parser)
    return {word: tuple(parsers) for word, parsers in found.items()}


_CONTINUING = (
    *("part", "shift_after", "shift_before", "shift_linker", "unit", "range", "range_pair", "clock_link"),
    *("zone", "zone_free", "midday", "am", "pm", "oclock", "article"),
)


def _continuers(rows: Rows, weekdays: Iterable[str], months: Iterable[str]) -> frozenset[str]:
    words = {spoken(word)[0] for group in _CONTINUING for word, _ in rows.get(group, [])}
    return frozenset({*words, *weekdays, *months, "(", "|", "."})


def _holidays(code: str) -> list[tuple[str, Holiday]]:
    """Phrase and holiday: month-day or `-`, part of the day, `sure` or `led`, years to add, phrases."""
    found: list[tuple[str, Holiday]] = []
    for day, part, kind, offset, phrases in read_table(code, "time_holidays"):
        month, _, number = day.partition("-")
        at = int(month) if number else None, int(number) if number else None
        holiday = Holiday(at[0], at[1], None if part == "-" else part, int(offset), kind == "sure")
        found.extend((phrase, holiday) for phrase in phrases.split())
    return found


_AFTER_FIGURES = (
    *("unit", "range", "range_pair", "ordinal", "article", "am", "pm", "part", "oclock", "zone", "zone_seasonal"),
    *("zone_free", "zone_word_before", "decade_suffix", "shift_after", "midday"),
)


def _after_numbers(rows: Rows, months: Iterable[str], numbers: NumberWords) -> tuple[frozenset[str], frozenset[str]]:
    """The tokens that may follow figures, and number words, of a time."""
    words = {spoken(word)[0] for group in _AFTER_FIGURES for word, _ in rows.get(group, [])}
    counting = {word for group in ("unit", "few", "oclock") for word, _ in rows.get(group, [])}
    return frozenset({*words, *months, "(", ",", "'"}), frozenset({*counting, *numbers.parts})


@cache
def load(code: str) -> TimingTables:
    """The tables of the language `code` (`id`, `en`, …), from `time_words`, `time_phrases` and `time_cues`."""
    rows, numbers = _rows(code), number_words.load(code)
    phrases = [
        (phrase, Meaning(unit, int(shift), frame, None if part == "-" else part))
        for unit, shift, frame, part, cells in read_table(code, "time_phrases")
        for phrase in cells.split()
    ]
    suffixes = rows.get("suffix", [])
    weekdays = _inflected(rows["weekday"] + rows.get("short_weekday", []), suffixes)
    months = _inflected(rows["month"] + rows["short_month"], suffixes)
    holidays = _holidays(code)
    after_figures, after_number_words = _after_numbers(rows, months, numbers)
    zoned = rows["zone"] + rows.get("zone_seasonal", [])
    zones: list[tuple[str, int | None]] = [(word, int(offset)) for word, offset in zoned]
    triggers = _triggers(
        rows,
        (spoken(phrase)[0] for phrase, _ in phrases),
        numbers.openers(),
        weekdays,
        months,
        {spoken(phrase)[0] for phrase, _ in holidays},
    )
    return TimingTables(
        code=code,
        triggers=triggers,
        phrases=by_first(phrases),
        weekdays=weekdays,
        months=months,
        parts=by_first(rows["part"]),
        units=dict(rows["unit"]),
        one_units=dict(rows.get("one_unit", [])),
        shifts_after=_numbers(rows.get("shift_after", [])),
        shifts_before=_numbers(rows.get("shift_before", [])),
        counted_after=by_first((word, int(value)) for word, value in rows["count_after"]),
        reference_after=by_first((word, int(value)) for word, value in rows["reference_after"]),
        edges=dict(rows["edge"]),
        modifiers=dict(rows["modifier"]),
        zones=by_first([*zones, *((word, None) for word, _ in rows["zone_free"])]),
        midday=by_first((word, int(value)) for word, value in rows["midday"]),
        holidays=by_first(holidays),
        countdown=_numbers(rows.get("countdown", [])),
        seasons=by_first(rows.get("season", [])),
        beside=_numbers(rows.get("beside", [])),
        quarter_codes=_numbers(rows.get("quarter_code", [])),
        half_days=by_first([(word, half) for half in ("am", "pm") for word, _ in rows.get(half, [])]),
        quarters=_numbers(rows["quarter"]),
        quarter_words=_numbers(rows["quarter_word"]),
        ranges=by_first((word, value) for word, value in rows["range"]),
        weekend=by_first(rows["weekend"]),
        continuers=_continuers(rows, weekdays, months),
        after_figures=after_figures,
        after_number_words=after_number_words,
        counting=frozenset(word for word, kinds in triggers.items() if kinds in _COUNTING),
        home_zone=next((int(offset) for _, offset in rows.get("home_zone", [])), None),
        groups={group: frozenset(word for word, _ in rows.get(group, [])) for group in GROUPS},
        numbers=numbers,
    )
