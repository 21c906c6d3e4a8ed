"""Amounts: how many, of what, by whose word, as of when."""

from semeja.read.draft import Draft
from semeja.records.reading import Quantity


def find_quantities(draft: Draft) -> tuple[Quantity, ...]:
    """Quantities in order."""
    return ()
