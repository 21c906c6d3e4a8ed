"""Single lines in an article: noise goes, sentences that look like noise stay (`tests/golden/*/cleaning_lines.tsv`)."""

import pytest
from benchmarks.quality.parts.cleaning_lines import outcomes

MISSED = {"id": {"Foto: bukti itu yang diserahkan jaksa kepada hakim, kata pengacara."}, "en": set[str]()}


@pytest.mark.parametrize("language", ["id", "en"])
def test_lines_in_an_article(language: str) -> None:
    found = outcomes(language)
    assert {one.text for one in found if not one.right} == MISSED[language]
    assert sum(one.label == one.found for one in found) >= 0.9 * len(found)
