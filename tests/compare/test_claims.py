"""Grades count chains and origins, nothing else."""

import pytest

from semeja.compare.claims import grade
from semeja.records.dossier import Dossier


@pytest.mark.parametrize(
    ("lineages", "origins", "named", "expected"),
    [
        (2, 2, True, "C1"),
        (5, 3, False, "C1"),
        (2, 1, True, "C2"),
        (9, 1, False, "C2"),
        (1, 1, True, "C3"),
        (1, 4, True, "C3"),
        (1, 1, False, "C4"),
    ],
)
def test_grade(lineages: int, origins: int, named: bool, expected: str) -> None:
    assert grade(lineages, origins, named) == expected


def test_support_never_counts_more_chains_than_texts(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        for claim in dossier.claims:
            support = claim.support
            assert 1 <= support.lineages <= len(support.articles)
            assert 1 <= support.outlets <= len(support.articles)
            assert support.origins >= 1
            assert {one.article for one in claim.evidence} == set(support.articles)
