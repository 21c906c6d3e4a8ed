"""A built project in Python: `semeja.open("out")`.

Tables come as rows, or by the libraries that data people use (`pip install 'semeja[tables]'`): Arrow, pandas, polars.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from semeja.dossier.exports.binary_tables import library, to_arrow
from semeja.dossier.exports.tables import NAMES, Table, Value, table
from semeja.errors import UsageError
from semeja.records.dossier import Dossier
from semeja.run.exporting import stories_in


class Project:
    """The stories of an output folder, as they were when it was opened."""

    def __init__(self, folder: str | Path) -> None:
        """Reads every `dossier.json` of `folder`. Raises UsageError for none, DossierInvalid for a bad one."""
        self.folder = Path(folder)
        self.stories: dict[str, Dossier] = stories_in(self.folder)

    def __getitem__(self, name: str) -> Dossier:
        """The dossier of a story by its folder; KeyError."""
        return self.stories[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.stories)

    def __len__(self) -> int:
        return len(self.stories)

    def table(self, name: str) -> Table:
        """A table over all stories; UsageError for a name that is none of `semeja.dossier.exports.tables.NAMES`."""
        if name not in NAMES:
            raise UsageError(f"table {name}", "there is none of that name", f"one of: {', '.join(NAMES)}")
        return table(name, self.stories.values())

    def rows(self, name: str) -> list[dict[str, Value]]:
        """The rows of a table as dictionaries."""
        found = self.table(name)
        return [dict(zip((one.name for one in found.columns), row, strict=True)) for row in found.rows]

    def arrow(self, name: str) -> Any:
        """A table as `pyarrow.Table`."""
        return to_arrow(self.table(name))

    def pandas(self, name: str) -> Any:
        """A table as `pandas.DataFrame`."""
        library("pandas")
        return self.arrow(name).to_pandas()

    def polars(self, name: str) -> Any:
        """A table as `polars.DataFrame`."""
        return library("polars").from_arrow(self.arrow(name))

    def __repr__(self) -> str:
        articles = sum(len(dossier.articles) for dossier in self.stories.values())
        return f"semeja.open({str(self.folder)!r}): {len(self)} stories, {articles} articles"

    def _repr_html_(self) -> str:
        """What a notebook shows: the stories with their counts."""
        rows = "".join(
            f"<tr><td>{escape(name)}</td><td>{len(one.articles)}</td><td>{len(one.provenance.lineages)}</td>"
            f"<td>{len(one.quotes)}</td><td>{len(one.conflicts)}</td><td>{len(one.ledger)}</td></tr>"
            for name, one in self.stories.items()
        )
        heads = "".join(f"<th>{one}</th>" for one in ("story", "articles", "lineages", "quotes", "conflicts", "ledger"))
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
