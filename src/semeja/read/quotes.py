"""Who says what: direct, partial, indirect speech and attitudes."""

from semeja.read.draft import Draft
from semeja.records.reading import Quotation


def find_quotes(draft: Draft) -> tuple[Quotation, ...]:
    """Quotations in order of their content."""
    return ()
