"""Build the generated gazetteers of `semeja.lang.world` from their published sources.

    build_gazetteers.py CLDR_COUNTRIES_CSV WILAYAH_CSV_GZ

The first file has the columns alpha2, alpha3, name_id, name_en (Unicode CLDR), the second kode, nama (wilayah).
"""

import csv
import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

WORLD = Path(__file__).resolve().parents[1] / "src" / "semeja" / "lang" / "world" / "data"
DATE = "2026-11-22"
# CLDR's own codes for what is no state; names of the press for those that carry a note or are not in use.
NO_STATE = frozenset({"", "QUU", "XAA", "XBB", "XKK", "ZZZ"})
PLAIN = {
    "MMR": ("Myanmar", "Myanmar"),
    "HKG": ("Hong Kong", "Hong Kong"),
    "MAC": ("Makau", "Macau"),
    "PSE": ("Palestina", "Palestine"),
    "GBR": ("Inggris", "United Kingdom"),
    "COD": ("Republik Demokratik Kongo", "DR Congo"),
    "COG": ("Kongo", "Congo"),
}
KINDS = ("Kabupaten ", "Kota ")


def country_rows(path: Path) -> Iterable[tuple[str, ...]]:
    """iso3, name_id, name_en of each state and territory."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: row["alpha3"]):
            code = row["alpha3"]
            if (code not in NO_STATE and not any(mark in row["name_id"] for mark in ("(", " - "))) or code in PLAIN:
                yield (code, *PLAIN.get(code, (row["name_id"], row["name_en"].replace(" & ", " and "))))


def region_rows(path: Path) -> Iterable[tuple[str, ...]]:
    """slug, name and kind (province, regency, city) of the first two levels of administration."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if len(row["kode"]) <= len("11.01"):
                yield region(row["nama"])


def region(name: str) -> tuple[str, str, str]:
    for kind, word in zip(("regency", "city"), KINDS, strict=True):
        if name.startswith(word):
            bare = name.removeprefix(word).removeprefix("Administrasi ")
            return slug(bare), bare, kind
    return slug(name), name, "province"


def slug(name: str) -> str:
    return "-".join(name.casefold().split())


def write(name: str, about: str, source: str, licence: str, rows: Iterable[tuple[str, ...]]) -> None:
    head = f"# about: {about}\n# source: {source}\n# licence: {licence}\n# date: {DATE}\n"
    body = "".join("\t".join(row) + "\n" for row in dict.fromkeys(rows))
    (WORLD / f"{name}.tsv").write_text(head + body, encoding="utf-8")


def main(countries: Path, regions: Path) -> None:
    write(
        "country_names",
        "states and territories: iso3, name_id, name_en",
        "Unicode CLDR through Babel 2.18.0, built by data/build_gazetteers.py",
        "Unicode-3.0, (c) Unicode, Inc.; https://www.unicode.org/license.txt",
        country_rows(countries),
    )
    write(
        "regions",
        "Indonesian provinces, regencies and cities: slug, name, kind",
        "cahyadsn/wilayah at b7ad440a13 (decree of 2025), built by data/build_gazetteers.py",
        "MIT, (c) 2017-2025 Cahya DSN; the full notice stands in NOTICE",
        region_rows(regions),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
