"""Conflicts, disputes, figures over time and claims of small whole stories (tests/golden/comparing)."""

import pytest
from tests.compare.differences import claim_outcome, conflict_outcome, dispute_outcome, figure_outcome
from tests.compare.mini_stories import Case, cases

OUTCOMES = {
    "conflicts": conflict_outcome,
    "disputes": dispute_outcome,
    "figures": figure_outcome,
    "claims": claim_outcome,
}


@pytest.mark.parametrize(
    ("part", "case"),
    [pytest.param(part, case, id=f"{part}: {case['name']}") for part in OUTCOMES for case in cases(part)],
)
def test_a_story_differs_as_a_person_finds(part: str, case: Case) -> None:
    """A case with `missed` says why it is not right yet; when it is, the mark has to go."""
    outcome = OUTCOMES[part](case)
    assert outcome.right() is not bool(case.get("missed")), outcome.differences
