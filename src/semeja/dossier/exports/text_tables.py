"""Tables as text: CSV for spreadsheets, JSON Lines for programs."""

import csv
import io

import msgspec

from semeja.dossier.exports.tables import Table, Value

LIST_MARK = " | "
"""Between the texts of a list in one cell."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection); such texts get an apostrophe in front."""


def to_csv(table: Table) -> bytes:
    """RFC 4180 with a head line, UTF-8 with line feeds; unknown is an empty cell, truth is `true` or `false`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode()


def to_json_lines(table: Table) -> bytes:
    """One object per row, with every column of the table; unknown is null."""
    names = [column.name for column in table.columns]
    lines = [msgspec.json.encode(dict(zip(names, row, strict=True))) for row in table.rows]
    return b"".join(line + b"\n" for line in lines)


def cell(value: Value) -> str:
    """A value as a cell of a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = LIST_MARK.join(value) if isinstance(value, tuple) else value
    return f"'{text}" if text.startswith(FORMULA) else text
