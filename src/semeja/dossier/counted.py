"""What a figure counts and how much it is, as readers of a language write it."""

from functools import cache

from semeja.dossier.labels import LANGUAGES, labels
from semeja.lang.table import read_table

_TABLES = ("counted_things", "count_topics", "counted_states")
_MARKS = {"about": "± ", "at_least": "≥ ", "at_most": "≤ ", "nearly": "< ", None: ""}
_SHORTENED = (12, 9, 6)
"""Powers of ten from which an amount is written with the word of the power, as newspapers do."""


def counted_word(of: str | None, language: str) -> str:
    """The thing counted: `houses.damaged` as `rumah rusak`; empty for None. A thing that no table knows stays as it is
    written, without its marks of a key."""
    if of is None:
        return ""
    known = _words(language)
    if of in known:
        return known[of]
    return " ".join(known.get(part, part.replace("_", " ")) for part in of.split("."))


@cache
def _words(language: str) -> dict[str, str]:
    """Key -> the first word of the language's own tables, which the vocabulary of the pages overrules."""
    said = {key.removeprefix("thing:"): word for key, word in labels(language).items() if key.startswith("thing:")}
    if language not in LANGUAGES or language == "en":
        return said
    for table in _TABLES:
        for row in read_table(language, table):
            said.setdefault(row[1], row[-1].split()[0].replace("_", " "))
    return said


def unit_word(unit: str | None, language: str) -> str:
    """The unit as it stands behind a figure; empty for people and plain counts."""
    if unit is None or unit == "person":
        return ""
    return labels(language).get(f"unit:{unit}", unit)


def number(value: float, language: str) -> str:
    """`1.250.000` as `1,25 juta`; below a million with the marks of the language between thousands."""
    power = next((power for power in _SHORTENED if abs(value) >= 10**power), 0)
    digits = f"{value / 10**power:,.3f}".rstrip("0").rstrip(".") if power else f"{value:,}"
    if language != "en":
        digits = digits.translate(str.maketrans(",.", ".,"))
    return f"{digits} {labels(language)[f'amount:{power}']}" if power else digits


def amount(low: float | None, high: float | None, modifier: str | None, language: str) -> str:
    """A figure in short: `17`, `≥ 17`, `20–99`; `?` for one without an end."""
    ends = [number(end, language) for end in (low, high) if end is not None]
    return _MARKS[modifier] + "–".join(dict.fromkeys(ends)) if ends else "?"
