"""The ledger of small whole stories, row by row."""

import pytest
from tests.compare.ledger_rows import compared, differences
from tests.compare.mini_stories import Case, cases, dossier_of


@pytest.mark.parametrize("case", cases("ledger"), ids=lambda case: case["name"])
def test_a_story_has_the_rows_that_a_person_writes_down(case: Case, request: pytest.FixtureRequest) -> None:
    if "known_miss" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known_miss"], strict=False))
    assert list(differences(compared(case, dossier_of(case)))) == []
