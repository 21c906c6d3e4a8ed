"""The families of a dossier as flat, typed tables: what CSV, Parquet, JSON Lines and worksheets are made of."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from semeja.dossier.exports.columns import COLUMNS, Kind
from semeja.records.dossier import Dossier

Value = str | int | float | bool | tuple[str, ...] | None


class Column(msgspec.Struct, frozen=True):
    """A column and what it holds."""

    name: str
    kind: Kind


class Table(msgspec.Struct, frozen=True):
    """Rows of one family over all stories; every row is as long as `columns`."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


NAMES = tuple(COLUMNS)
"""The tables, in the order of the contract."""


def tables(dossiers: Iterable[Dossier], *, share: bool = False) -> tuple[Table, ...]:
    """All tables; `share`: without the texts of the articles, of which the digests stay."""
    dossiers = tuple(dossiers)
    return tuple(table(name, dossiers, share=share) for name in NAMES)


def table(name: str, dossiers: Iterable[Dossier], *, share: bool = False) -> Table:
    """One table; KeyError for a name that is not in `NAMES`. The first column is the id of the story."""
    columns = COLUMNS[name]
    kept = [one for one in columns if not (share and name == "articles" and one[0] == "text")]
    rows = tuple(
        (dossier.story.id, *(_flat(of(record)) for _, _, of in kept))
        for dossier in dossiers
        for record in records(name, dossier)
    )
    return Table(name, (Column("story", "text"), *(Column(column, kind) for column, kind, _ in kept)), rows)


def records(name: str, dossier: Dossier) -> Iterator[Any]:
    """The records behind the rows of a table: those of the family; of conflicts and disputes one for each side."""
    if name == "edges":
        yield from dossier.provenance.edges
    elif name == "articles":
        chains = {id: number for number, chain in enumerate(dossier.provenance.lineages, start=1) for id in chain}
        yield from ((article, chains.get(article.id)) for article in dossier.articles)
    elif name == "conflicts":
        yield from ((conflict, side) for conflict in dossier.conflicts for side in conflict.sides)
    elif name == "disputes":
        yield from ((dispute, party) for dispute in dossier.disputes for party in dispute.parties)
    else:
        yield from getattr(dossier, name)


def _flat(value: Any) -> Value:
    return tuple(value) if isinstance(value, list | tuple | dict) else value
