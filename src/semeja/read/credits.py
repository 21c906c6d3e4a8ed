"""Marks of provenance and of correction."""

from semeja.read.draft import Draft
from semeja.records.reading import CorrectionMark, Credit


def find_credits(draft: Draft) -> tuple[Credit, ...]:
    """Relay marks, source lines, photo credits in order."""
    return ()


def find_corrections(draft: Draft) -> tuple[CorrectionMark, ...]:
    """Places where the article says that something is corrected."""
    return ()
