"""The labelled pairs are told apart, and the small stories have the edges that a person draws."""

import pytest
from tests.compare.article_pairs import COARSE, Pair, pairs, told
from tests.compare.provenance_cases import Outcome, outcomes


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_a_pair_is_told(pair: Pair) -> None:
    # Whether two independent reports are gathered into one story is measured where stories are.
    right = {"same event", "unrelated"} if pair.label == "independent" else {COARSE[pair.label]}
    assert COARSE[told(pair)] in right


@pytest.mark.parametrize("outcome", outcomes(), ids=lambda outcome: outcome.name)
def test_a_story_has_the_edges_that_a_person_draws(outcome: Outcome) -> None:
    assert outcome.found_edges == outcome.edges
    assert outcome.found_lineages == outcome.lineages
