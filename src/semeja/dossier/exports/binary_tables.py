"""Tables as Arrow, Parquet and worksheets, by libraries that are loaded only here (`pip install semeja[tables]`)."""

import importlib
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from semeja.dossier.exports.tables import Table
from semeja.dossier.exports.text_tables import cell
from semeja.errors import UsageError

TYPES = {"text": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}
LONGEST_CELL = 32_767
"""Characters that a cell of a worksheet holds (Excel's limit); a longer text is cut there."""
DECIDABLE = {
    "quotes": ("not a quote", "speaker is", "note"),
    "entities": ("same as", "note"),
    "articles": ("same owner as", "note"),
}
"""Columns that people fill in: any mark, entity ids parted by `LIST_MARK`, an entity id, the name of an outlet; why."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can tell."""
UNTIMED = re.compile(r"(<dcterms:(?:created|modified)[^>]{0,200}>)[^<]{0,40}<")
UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
"""Control characters that a worksheet can't hold."""


def library(name: str) -> Any:
    """A library that an export needs; raises UsageError that says how to get it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise UsageError(
            f"{package} is not installed", "this export needs it", "pip install 'semeja[tables]'"
        ) from error


def to_arrow(table: Table) -> Any:
    """A `pyarrow.Table`; lists are lists of strings."""
    arrow = library("pyarrow")
    fields = [
        arrow.field(one.name, arrow.list_(arrow.string()) if one.kind == "texts" else getattr(arrow, TYPES[one.kind])())
        for one in table.columns
    ]
    columns = list(zip(*table.rows, strict=True)) or [() for _ in fields]
    arrays = [
        arrow.array([_listed(value) for value in values], type=field.type)
        for values, field in zip(columns, fields, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))


def to_parquet(table: Table) -> bytes:
    """The bytes of a Parquet file, compressed with zstd."""
    writer = library("pyarrow.parquet")
    out = io.BytesIO()
    writer.write_table(to_arrow(table), out, compression="zstd")
    return out.getvalue()


def to_worksheet(tables: Iterable[Table]) -> bytes:
    """An XLSX file, one sheet a table, the head line fixed; formulas of articles stay text.

    Sheets on which people can decide begin with empty columns for it (`DECIDABLE`); `semeja decide import` reads them.
    """
    book = library("openpyxl").Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        own = DECIDABLE.get(table.name, ())
        sheet.append([*own, *(column.name for column in table.columns)])
        for row in table.rows:
            values = (value if isinstance(value, bool | int | float) else writable(cell(value)) for value in row)
            sheet.append([*(None for _ in own), *values])
    out = io.BytesIO()
    book.save(out)
    return undated(out.getvalue())


def undated(archive: bytes) -> bytes:
    """A ZIP archive with every member dated `EPOCH`, so that the same content has the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "docProps/core.xml":
                body = UNTIMED.sub(r"\g<1>1980-01-01T00:00:00Z<", body.decode()).encode()
            new.writestr(zipfile.ZipInfo(name, EPOCH), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def decided_rows(body: bytes) -> list[tuple[str, dict[str, str]]]:
    """(table, cells by column name) of the rows of a worksheet in which somebody filled a column of `DECIDABLE`.

    Raises UsageError when the bytes are no worksheet.
    """
    try:
        book = library("openpyxl").load_workbook(io.BytesIO(body), read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UsageError("worksheet", f"it can't be read, {error}", "semeja export --format xlsx writes one") from error
    found = []
    for name, own in DECIDABLE.items():
        rows = book[name].iter_rows(values_only=True) if name in book.sheetnames else iter(())
        head = [str(value) for value in next(rows, ())]
        for row in rows:
            cells = {column: str(value).strip() for column, value in zip(head, row, strict=False) if value is not None}
            if any(cells.get(column) for column in own):
                found.append((name, cells))
    return found


def writable(text: str) -> str | None:
    """A text as a cell holds it; empty ones are unknown."""
    return text.translate(UNWRITABLE)[:LONGEST_CELL] or None


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
