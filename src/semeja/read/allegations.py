"""What somebody says, fears or predicts that another does: one side of a dispute, never an event."""

from semeja.read.draft import Draft
from semeja.records.reading import Allegation


def find_allegations(draft: Draft) -> tuple[Allegation, ...]:
    """Allegations in order of their content."""
    return ()
