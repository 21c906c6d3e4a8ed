"""Reading the data files of a language: tab-separated rows under a head of `# key: value` lines."""

from functools import cache
from importlib.resources import files

from semeja.errors import SemejaError

HEAD_KEYS = ("about", "source", "licence", "date")


@cache
def read_table(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `lang/<code>/data/<name>.tsv`; lines that start with `#` are its head, blank lines part groups.

    Raises SemejaError when the package lacks the file or a cell is not clean.
    """
    path = files("semeja") / "lang" / code / "data" / f"{name}.tsv"
    if not path.is_file():
        raise SemejaError(f"language data {code}/{name}.tsv", "is not in the package", "reinstall semeja")
    lines = path.read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def read_head(code: str, name: str) -> dict[str, str]:
    """The head of a data file: its `about`, `source`, `licence` and `date`."""
    path = files("semeja") / "lang" / code / "data" / f"{name}.tsv"
    heads = (line[1:].partition(":") for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in heads}


def column(code: str, name: str, group: str) -> frozenset[str]:
    """The second column of the rows whose first cell is `group`: the usual shape of a word list."""
    return _columns(code, name).get(group, frozenset())


@cache
def _columns(code: str, name: str) -> dict[str, frozenset[str]]:
    """The second column of a data file by what stands in the first."""
    found: dict[str, list[str]] = {}
    for row in read_table(code, name):
        if len(row) > 1:
            found.setdefault(row[0], []).append(row[1])
    return {group: frozenset(cells) for group, cells in found.items()}


def own_names(code: str, kind: str) -> dict[str, str]:
    """Key of a table of the world -> forms in a language that has no column there, from its `world_names.tsv`."""
    path = files("semeja") / "lang" / code / "data" / "world_names.tsv"
    rows = read_table(code, "world_names") if path.is_file() else ()
    return {row[1]: row[2] for row in rows if row[0] == kind}
