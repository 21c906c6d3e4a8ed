"""The experimental pack: what a whole reading of one sentence holds, as the golden table says."""

from collections import Counter

import pytest
from benchmarks.quality.parts.malay import SHOWN, cases, found

FEWEST = 0.8
"""A skeleton may miss rows; what it reaches is stated in the quality table."""


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_most_sentences_are_read_as_the_table_says(kind: str) -> None:
    rows = [(sentence, expected) for one, sentence, expected in cases() if one == kind]
    right = Counter(found(kind, sentence) == expected for sentence, expected in rows)
    assert len(rows) >= 8
    assert right[True] >= FEWEST * len(rows)
