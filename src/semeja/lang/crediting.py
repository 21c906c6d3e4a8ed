"""What a language fills in so that `read` knows marks of provenance and correction, and the outlets of the world."""

from collections.abc import Mapping
from functools import cache

import msgspec

from semeja.lang.table import column, read_table
from semeja.text.tokens import tokenise

Keys = tuple[str, ...]


class Outlet(msgspec.Struct, frozen=True):
    """A news agency, outlet, social network or document site. `kind`: `agency`, `outlet`, `social`, `document`.

    `names` are safe in running text; `marked_names` (`Antara`, `Tempo`, `Times`) are words too and count only after a
    mark of provenance. `group` is the owner or network, if known.
    """

    id: str
    name: str
    kind: str
    domain: str
    group: str | None
    names: tuple[str, ...]
    marked_names: tuple[str, ...]


class CreditingTables(msgspec.Struct, frozen=True):
    """Tables of one language: marks of provenance and correction.

    `relay` takes any capitalised name after it, `weak` only an outlet that is known or described as one, `before`
    follows the outlet (`Reuters melaporkan`). `starts` and `phrases` give the kind of a correction by its words.
    """

    code: str
    relay: frozenset[str]
    weak: frozenset[str]
    before: frozenset[str]
    translation: frozenset[str]
    lead: frozenset[str]
    link: frozenset[str]
    kind: frozenset[str]
    document: frozenset[str]
    no_source: frozenset[str]
    media_word: frozenset[str]
    joint: frozenset[str]
    source_line: frozenset[str]
    source_head: frozenset[str]
    photo: frozenset[str]
    elsewhere: Mapping[str, tuple[Keys, ...]]
    starts: Mapping[str, tuple[tuple[Keys, str], ...]]
    phrases: Mapping[str, tuple[tuple[Keys, str], ...]]
    signals: frozenset[str]


def load(code: str) -> CreditingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    names = (
        "relay",
        "weak",
        "before",
        "translation",
        "lead",
        "link",
        "kind",
        "document",
        "no_source",
        "media_word",
        "joint",
    )
    words = {name: column(code, "crediting", name) for name in (*names, "source_line", "source_head", "photo")}
    elsewhere = _phrases(code, {"elsewhere": "elsewhere"})
    starts = _phrases(code, {"correction_start": "correction", "note_start": "note", "reply_start": "reply"})
    phrases = _phrases(code, {"correction": "correction", "update": "update"})
    signals = words["relay"] | words["weak"] | words["before"] | frozenset(elsewhere) | {"http", "https"}
    return CreditingTables(
        code=code,
        **words,
        elsewhere={first: tuple(keys for keys, _ in rows) for first, rows in elsewhere.items()},
        starts=starts,
        phrases=phrases,
        signals=signals,
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet and agency of the table, in its order."""
    return tuple(_outlet(row) for row in read_table("world", "outlets"))


@cache
def outlet_names() -> Mapping[Keys, Outlet]:
    """Outlets by the token keys of their safe names."""
    return {_keys(name): outlet for outlet in reversed(outlets()) for name in outlet.names}


@cache
def marked_outlet_names() -> Mapping[Keys, Outlet]:
    """Outlets by the token keys of all their names and their domain: for places after a mark of provenance."""
    marked = {
        _keys(name): outlet
        for outlet in reversed(outlets())
        for name in (*outlet.marked_names, outlet.name, outlet.domain)
    }
    return {**marked, **outlet_names()}


@cache
def outlet_starts() -> Mapping[str, int]:
    """The first key of any outlet name with the length in tokens of the longest name that starts so."""
    longest: dict[str, int] = {}
    for keys in marked_outlet_names():
        longest[keys[0]] = max(len(keys), longest.get(keys[0], 0))
    return longest


def find_outlet(name: str) -> Outlet | None:
    """The outlet that is called `name` (any spelling of case and separators), or None."""
    return _outlets_by_letters().get(letters(name))


def letters(name: str) -> str:
    """The letters and digits of a name, case-folded: `Al-Jazeera` and `Aljazeera` become the same."""
    return "".join(filter(str.isalnum, name.casefold()))


@cache
def _outlets_by_letters() -> Mapping[str, Outlet]:
    return {
        letters(name): outlet
        for outlet in reversed(outlets())
        for name in (*outlet.marked_names, *outlet.names, outlet.domain, outlet.name)
    }


def _outlet(row: tuple[str, ...]) -> Outlet:
    identifier, name, kind, domain, group, names, marked = (*row, *[""] * (7 - len(row)))
    return Outlet(identifier, name, kind, domain, group or None, _parts(names), _parts(marked))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _keys(name: str) -> Keys:
    return tokenise(name).keys


def _phrases(code: str, kinds: Mapping[str, str]) -> dict[str, tuple[tuple[Keys, str], ...]]:
    """Phrases of the groups in `kinds` by their first key."""
    found: dict[str, list[tuple[Keys, str]]] = {}
    for group, kind in kinds.items():
        for phrase in sorted(column(code, "crediting", group)):
            keys = _keys(phrase)
            found.setdefault(keys[0], []).append((keys, kind))
    return {first: tuple(rows) for first, rows in found.items()}
