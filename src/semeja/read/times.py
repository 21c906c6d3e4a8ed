"""Times with their values."""

from semeja.read.draft import Draft
from semeja.records.reading import TimeExpression


def find_times(draft: Draft) -> tuple[tuple[TimeExpression, ...], TimeExpression | None, str]:
    """Times in order, the publication time (None: not stated), and whence the article is told.

    The last is `before`, `during`, `after` or `unknown`: a preview stands before its event.
    """
    return (), None, "unknown"
