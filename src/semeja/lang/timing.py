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


class TimingTables(msgspec.Struct, frozen=True):
    """Tables of one language: words and forms of time. Keys are case-folded tokens.

    `triggers`: a token -> the parsers to try where it stands, in order. `zones`: minutes ahead of UTC.
    `midday`: minutes of the day that a word names. `continuers`: the tokens that may belong to a form on
    their left. `groups`: the lists of `GROUPS` by their names in the data files.
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
    half_days: Phrases[str]
    quarters: Mapping[str, int]
    quarter_words: Mapping[str, int]
    ranges: Phrases[str]
    weekend: Phrases[str]
    home_zone: int | None
    continuers: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    numbers: NumberWords


GROUPS = """
    age article careful clock clock_link cue_ahead cue_back cue_deadline cue_edge cue_now cue_now_verb
    cue_report cue_soon date_lead date_link day_lead decade_suffix edge_linker modifier_link month_first
    month_lead name_support oclock one ordinal other_after other_before part_filler part_support range_open
    range_pair recurrent shift_linker short_month short_weekday told weekend year_lead year_support
""".split()  # noqa: SIM905
"""Word lists that only tell whether a word is in them; a language may leave any of them empty."""
Rows = dict[str, list[tuple[str, str]]]
# A token may start forms of several kinds; the first parser that reads one wins.
_PARSERS = (
    ("phrase", ()),
    ("clock", ("clock", "midday")),
    ("weekend", ("weekend",)),
    ("weekday", ("weekday", "short_weekday", "day_lead")),
    ("month", ("month", "short_month", "month_lead")),
    ("labelled", ("date_lead", "year_lead")),
    ("shifted", ("shift_before",)),
    ("edge", ("edge",)),
    ("unit", ("unit",)),
    ("quarter", ("quarter", "quarter_word")),
    ("counted", ("one_unit", "one")),
    ("part", ("part",)),
)


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
    rows: Rows, phrases: Iterable[str], counting: Iterable[str], weekdays: Iterable[str], months: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    starts: dict[str, set[str]] = {
        parser: {spoken(word)[0] for group in groups for word, _ in rows.get(group, [])} for parser, groups in _PARSERS
    }
    starts["phrase"].update(phrases)
    starts["counted"].update(counting)
    starts["weekday"].update(weekdays)
    starts["month"].update(months)
    found: dict[str, list[str]] = {}
    for parser, _ in _PARSERS:
        for word in starts[parser]:
            found.setdefault(word, ["figures"] if word[0].isdecimal() else []).append(parser)
    return {word: tuple(parsers) for word, parsers in found.items()}


_CONTINUING = (
    *("part", "shift_after", "shift_before", "shift_linker", "unit", "range", "range_pair", "clock_link"),
    *("zone", "zone_free", "midday", "am", "pm", "oclock"),
)


def _continuers(rows: Rows, weekdays: Iterable[str], months: Iterable[str]) -> frozenset[str]:
    words = {spoken(word)[0] for group in _CONTINUING for word, _ in rows.get(group, [])}
    return frozenset({*words, *weekdays, *months, "(", "|"})


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
    zones: list[tuple[str, int | None]] = [(word, int(offset)) for word, offset in rows["zone"]]
    return TimingTables(
        code=code,
        triggers=_triggers(rows, (spoken(phrase)[0] for phrase, _ in phrases), numbers.openers(), weekdays, months),
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
        half_days=by_first([(word, half) for half in ("am", "pm") for word, _ in rows.get(half, [])]),
        quarters=_numbers(rows["quarter"]),
        quarter_words=_numbers(rows["quarter_word"]),
        ranges=by_first((word, value) for word, value in rows["range"]),
        weekend=by_first(rows["weekend"]),
        continuers=_continuers(rows, weekdays, months),
        home_zone=next((int(offset) for _, offset in rows.get("home_zone", [])), None),
        groups={group: frozenset(word for word, _ in rows.get(group, [])) for group in GROUPS},
        numbers=numbers,
    )
