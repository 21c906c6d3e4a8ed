"""News agencies and outlets that are known by name or address: display name, kind, domain, owner group."""

from functools import cache

import msgspec

from semeja.lang.table import read_table
from semeja.text.keys import plain


class OutletRow(msgspec.Struct, frozen=True):
    """A row of `world/data/outlets.tsv`; `kind` is `agency`, `outlet` or `social`."""

    key: str
    name: str
    kind: str
    domain: str | None
    group: str | None


@cache
def _rows() -> dict[str, OutletRow]:
    rows: dict[str, OutletRow] = {}
    for cells in read_table("world", "outlets"):
        key, name, kind, domain, group, names, marked = (*cells, *[""] * 7)[:7]
        row = OutletRow(key, name, kind, domain or None, group or None)
        for form in (name, domain, *names.split(";"), *marked.split(";")):
            if form.strip():
                rows.setdefault(plain(form).replace(" ", ""), row)
    return rows


def outlet_row(name: str) -> OutletRow | None:
    """The outlet of that name, alias or domain; spelling, case and blanks don't matter. None: not in the table."""
    return _rows().get(plain(name).replace(" ", ""))
