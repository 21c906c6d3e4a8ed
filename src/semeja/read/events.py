"""What happened, is asked, refused, threatened, denied: events in PLOVER terms."""

from semeja.read.draft import Draft
from semeja.records.reading import CodedEvent


def find_events(draft: Draft) -> tuple[CodedEvent, ...]:
    """Coded events in order of their clauses."""
    return ()
