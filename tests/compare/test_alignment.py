"""One cast, aligned quotations and merged events over small whole stories, and the share of stories wholly right."""

from collections.abc import Callable

import pytest
from tests.compare.alignment import Outcome, cast_outcome, events_outcome, quotes_outcome
from tests.compare.mini_stories import Case, cases

Look = Callable[[Case], Outcome]
PARTS: dict[str, Look] = {"cast": cast_outcome, "quote_groups": quotes_outcome, "events": events_outcome}
EVERY = [(part, case) for part in PARTS for case in cases(part)]


@pytest.mark.parametrize(("part", "case"), EVERY, ids=[f"{part}: {case['name']}" for part, case in EVERY])
def test_mini_story(part: str, case: Case) -> None:
    """A case with a `miss` says what still goes wrong; it must not pass unseen once it is mended."""
    outcome = PARTS[part](case)
    if "miss" in case:
        assert not outcome.right(), "no miss any more: take the remark out"
    else:
        assert outcome.right(), outcome.told()


@pytest.mark.parametrize("part", sorted(PARTS))
def test_nothing_is_put_together_wrongly(part: str) -> None:
    """Precision before recall: nearly no two places come together that must stay apart."""
    outcomes = [PARTS[part](case) for case in cases(part)]
    found = sum(len(one.found) for one in outcomes)
    assert sum(len(one.found - one.wanted) for one in outcomes) <= 0.02 * found
