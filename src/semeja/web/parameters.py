"""From the query of an address to what is asked for; what can't be meant is a `UsageError`, which the reader sees."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from semeja.errors import UsageError
from semeja.records.listing import Filters
from semeja.run.listing import PAGE

LONGEST_VALUE = 300
LAST_PAGE = 10_000
LARGEST_PAGE = 100

FILTERS: Mapping[str, str] = {
    "q": "query",
    "outlet": "outlet",
    "owner": "owner",
    "from": "since",
    "to": "until",
    "language": "language",
    "grade": "grade",
    "act": "act",
}
"""Names in the address, and in `Filters`."""

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


def filters_of(query: QueryParams) -> Filters:
    """The filters in an address; an empty value is no condition."""
    values = {field: query.get(name, "").strip() for name, field in FILTERS.items()}
    for name, field in FILTERS.items():
        if len(values[field]) > LONGEST_VALUE:
            raise UsageError(name, f"it is longer than {LONGEST_VALUE} characters", "ask for less")
    for name, field in (("from", "since"), ("to", "until")):
        if values[field] and not _DAY.fullmatch(values[field]):
            raise UsageError(f"{name}={values[field]}", "it is no day", "write it as 2025-03-11, 2025-03 or 2025")
    return Filters(query=values.pop("query"), **{field: value or None for field, value in values.items()})


def asked(query: QueryParams) -> dict[str, str]:
    """The filters as they stand in the address, by their names there; those without a value are left out."""
    return {name: value for name in FILTERS if (value := query.get(name, "").strip())}


def page_of(query: QueryParams) -> int:
    """Which page of a list is asked for, from 1."""
    return _number(query, "page", 1, LAST_PAGE)


def size_of(query: QueryParams) -> int:
    """How many rows a page of a list is to have."""
    return _number(query, "size", PAGE, LARGEST_PAGE)


def address(path: str, values: Mapping[str, object]) -> str:
    """A path with a query."""
    return f"{path}?{urlencode(dict(values))}" if values else path


def _number(query: QueryParams, name: str, default: int, most: int) -> int:
    text = query.get(name, "") or str(default)
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most):
        raise UsageError(f"{name}={text[:20]}", f"it is no number from 1 to {most}", "follow the links of the page")
    return int(text)
