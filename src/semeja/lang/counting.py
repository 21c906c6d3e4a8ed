"""What a language fills in so that `read` knows number words, units, things counted."""

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from semeja.lang import number_words
from semeja.lang.number_words import NumberWords
from semeja.lang.phrases import Phrases, by_first, by_last, spoken
from semeja.lang.table import read_table


class Thing(msgspec.Struct, frozen=True):
    """Something that is counted. `kind`: `people` (the state says what is counted), `person`, `body`, `family`,
    `ballot`, `building`, `thing`; `key` is shared by all languages, None for people in general."""

    kind: str
    key: str | None


class State(msgspec.Struct, frozen=True):
    """What has become of those counted. `kind`: of which things (`person`, `building`, `ballot`); `side`: where the
    word stands: `after` the noun, `before` the figure, `near` (right before it), `both`."""

    kind: str
    key: str
    side: str


class CountingTables(msgspec.Struct, frozen=True):
    """Tables of one language: number words, units, things counted. Keys are case-folded tokens.

    `triggers`: every token, besides figures, at which an amount or a `none` phrase may start; `special`: those of them
    that are no numbers. `measure_before`, `measure_after`: the tokens beside an amount that may make it a measure.
    `groups`: the lists of `GROUPS` by their names in the data files.
    """

    code: str
    numbers: NumberWords
    triggers: frozenset[str]
    special: frozenset[str]
    measure_before: frozenset[str]
    measure_after: frozenset[str]
    modifiers: Phrases[str]
    modifiers_after: Phrases[str]
    ranges: Phrases[str]
    currencies_before: Phrases[str]
    currencies_after: Phrases[str]
    units: Phrases[str]
    magnitude: Phrases[str]
    magnitude_after: Phrases[str]
    things: Phrases[Thing]
    topics: Phrases[Thing]
    states: Phrases[State]
    none: Phrases[str]
    as_of: Phrases[str]
    subset: Phrases[str]
    sources: Phrases[str]
    same_moment: Phrases[str]
    decimal_comma: bool
    verb_prefixes: tuple[str, ...]
    verb_suffixes: tuple[str, ...]
    groups: Mapping[str, frozenset[str]]


GROUPS = """
    abstract age anaphor arithmetic article ballot ballot_range chain change classifier coordinate counts filler
    in_all label link list_link list_mark magnitude_joined negative none_blocked noun_last of of_all opening pair
    place_lead says single stop time_unit unreal
""".split()  # noqa: SIM905
"""Word lists that only tell whether a word is in them; a language may leave any of them empty."""
_OPENING = ("none", "magnitude_joined", "single")
_BEFORE = ("currency_before", "magnitude")
_AFTER = ("of", "currency_after", "magnitude_after", "unit")
Rows = dict[str, list[tuple[str, str]]]


def _word_rows(code: str) -> Rows:
    rows: Rows = {}
    for group, value, words in read_table(code, "count_words"):
        rows.setdefault(group, []).extend((word, value) for word in words.split())
    return rows


def _things(code: str, table: str, clitics: Iterable[str]) -> Phrases[Thing]:
    """The things of a table, single words also with the clitics of the language (`awaknya`)."""
    named = [
        (word, Thing(kind, None if key == "-" else key))
        for kind, key, words in read_table(code, table)
        for word in words.split()
    ]
    known = {word for word, _ in named}
    with_clitics = [(word + clitic, thing) for word, thing in named if "_" not in word for clitic in clitics]
    return by_first([*named, *((word, thing) for word, thing in with_clitics if word not in known)])


def _states(code: str) -> Phrases[State]:
    table = read_table(code, "counted_states")
    return by_first((word, State(kind, key, side)) for kind, key, side, words in table for word in words.split())


@cache
def load(code: str) -> CountingTables:
    """The tables of the language `code`, from its four files of counting."""
    rows, numbers = _word_rows(code), number_words.load(code)
    clitics = [word for word, _ in rows.get("clitic", [])]
    special = frozenset(spoken(word)[0] for group in _OPENING for word, _ in rows.get(group, []))
    return CountingTables(
        code=code,
        numbers=numbers,
        triggers=numbers.openers() | special,
        special=special,
        measure_before=frozenset({".", *(spoken(word)[-1] for group in _BEFORE for word, _ in rows[group])}),
        measure_after=frozenset(spoken(word)[0] for group in _AFTER for word, _ in rows.get(group, [])),
        modifiers=by_last(rows["modifier"]),
        modifiers_after=by_first(rows["modifier_after"]),
        ranges=by_first(rows["range"]),
        currencies_before=by_last(rows["currency_before"]),
        currencies_after=by_first(rows["currency_after"]),
        units=by_first(rows["unit"]),
        magnitude=by_last(rows["magnitude"]),
        magnitude_after=by_first(rows["magnitude_after"]),
        things=_things(code, "counted_things", clitics),
        topics=_things(code, "count_topics", clitics),
        states=_states(code),
        none=by_first(rows["none"]),
        as_of=by_last(rows["as_of"]),
        subset=by_first(rows["subset"]),
        sources=by_last(rows["source"]),
        same_moment=by_first(rows["same_moment"]),
        decimal_comma="decimal_comma" in rows,
        verb_prefixes=tuple(word for word, _ in rows.get("verb_prefix", [])),
        verb_suffixes=tuple(word for word, _ in rows.get("verb_suffix", [])),
        groups={group: frozenset(word for word, _ in rows.get(group, [])) for group in GROUPS},
    )
