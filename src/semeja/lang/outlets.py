"""News agencies, outlets and social networks of the world that are known by name or address."""

from collections.abc import Mapping
from functools import cache

import msgspec

from semeja.lang.table import read_table
from semeja.text.keys import letters
from semeja.text.tokens import tokenise

Keys = tuple[str, ...]
COLUMNS = 8


class Outlet(msgspec.Struct, frozen=True):
    """A row of `world/data/outlets.tsv`. `kind`: `agency`, `outlet`, `social`, or `document` for a site of documents.

    `names` are safe in running text; `marked_names` (`Antara`, `Tempo`, `Times`) are words too and count only after a
    mark of provenance. `called` are those of the latter that mean the outlet, too, where an article names it so, with a
    capital (`Tempo`, `AP`). `group` is the owner or network, if known.
    """

    id: str
    name: str
    kind: str
    domain: str
    group: str | None
    names: tuple[str, ...]
    marked_names: tuple[str, ...]
    called: tuple[str, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet and agency of the table, in its order."""
    return tuple(_outlet(row) for row in read_table("world", "outlets"))


def find_outlet(name: str) -> Outlet | None:
    """The outlet of that name, alias or domain; spelling, case and blanks don't matter. None: not in the table."""
    return _by_letters().get(letters(name))


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


@cache
def _by_letters() -> Mapping[str, Outlet]:
    return {
        letters(name): outlet
        for outlet in reversed(outlets())
        for name in (*outlet.marked_names, *outlet.names, outlet.domain, outlet.name)
    }


def _outlet(row: tuple[str, ...]) -> Outlet:
    identifier, name, kind, domain, group, names, marked, called = (*row, *[""] * (COLUMNS - len(row)))
    return Outlet(identifier, name, kind, domain, group or None, _parts(names), _parts(marked), _parts(called))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _keys(name: str) -> Keys:
    return tokenise(name).keys
