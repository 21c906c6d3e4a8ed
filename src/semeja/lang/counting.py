"""What a language fills in so that `read` knows number words, units, things counted."""

from collections.abc import Mapping
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
    """What has become of those counted. `kind`: of which things (`person`, `building`, `ballot`); `side`: where the word
    stands: `after` the noun, `before` the figure, `near` (right before it), `both`."""

    kind: str
    key: str
    side: str


class CountingTables(msgspec.Struct, frozen=True):
    """Tables of one language: number words, units, things counted. Keys are case-folded tokens.

    `triggers`: every token, besides figures, at which an amount or a `none` phrase may start. `groups`: every other
    word list by its name in the data files.
    """

    code: str
    numbers: NumberWords
    triggers: frozenset[str]
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
    decimal_comma: bool
    groups: Mapping[str, frozenset[str]]

    def group(self, name: str) -> frozenset[str]:
        """The words of a group; empty when the language has none."""
        return self.groups.get(name, frozenset())


Rows = dict[str, list[tuple[str, str]]]


def _word_rows(code: str) -> Rows:
    rows: Rows = {}
    for group, value, words in read_table(code, "count_words"):
        rows.setdefault(group, []).extend((word, value) for word in words.split())
    return rows


def _things(code: str) -> tuple[Phrases[Thing], Phrases[Thing]]:
    table = [(kind, key, word) for kind, key, words in read_table(code, "counted_things") for word in words.split()]
    things = [(word, Thing(kind, None if key == "-" else key)) for kind, key, word in table]
    about = ("topic", "change", "weak")
    return by_first(row for row in things if row[1].kind not in about), by_first(
        row for row in things if row[1].kind in about
    )


_STATE_LISTS = frozenset(
    {"filler", "link", "chain", "none", "none_blocked", "as_of", "subset", "place_lead", "anaphor"}
)


@cache
def load(code: str) -> CountingTables:
    """The tables of the language `code`, from `count_words`, `counted_things` and `counted_states`."""
    rows, numbers = _word_rows(code), number_words.load(code)
    states: list[tuple[str, State]] = []
    for kind, key, side, words in read_table(code, "counted_states"):
        if kind in _STATE_LISTS:
            rows.setdefault(kind, []).extend((word, key) for word in words.split())
        else:
            states.extend((word, State(kind, key, side)) for word in words.split())
    things, topics = _things(code)
    return CountingTables(
        code=code,
        numbers=numbers,
        triggers=frozenset(
            {*numbers.parts, *numbers.vague, *(spoken(word)[0] for word, _ in rows["none"] + rows["magnitude_joined"])}
        ),
        modifiers=by_last(rows["modifier"]),
        modifiers_after=by_first(rows["modifier_after"]),
        ranges=by_first(rows["range"]),
        currencies_before=by_last(rows["currency_before"]),
        currencies_after=by_first(rows["currency_after"]),
        units=by_first(rows["unit"]),
        magnitude=by_last(rows["magnitude"]),
        magnitude_after=by_first(rows["magnitude_after"]),
        things=things,
        topics=topics,
        states=by_first(states),
        none=by_first(rows["none"]),
        as_of=by_last(rows["as_of"]),
        subset=by_first(rows["subset"]),
        decimal_comma="decimal_comma" in rows,
        groups={group: frozenset(word for word, _ in cells) for group, cells in rows.items()},
    )
