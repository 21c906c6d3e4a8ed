"""Timeline, coverage, gaps, corrections, titles and summaries of the small stories of `tests/golden/comparing`."""

import pytest
from tests.compare.mini_stories import Case, cases, dossier_of
from tests.compare.overview_cases import PARTS, shortening_wrong, shortenings

STORIES = [(part, case) for part in PARTS for case in cases(part)]
OPENINGS = ("ia ", "dia ", "mereka ", "hal itu", "namun", "menurut dia", "he ", "she ", "they ", "however")


@pytest.mark.parametrize(("part", "case"), [pytest.param(*one, id=f"{one[0]}: {one[1]['name']}") for one in STORIES])
def test_a_story_is_told_as_a_person_tells_it(part: str, case: Case) -> None:
    """A case with a `miss` says what still goes wrong; it must not pass unseen once it is mended."""
    wrong = PARTS[part](case)
    if "miss" in case:
        assert wrong, "no miss any more: take the remark out"
    else:
        assert wrong == []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["sentence"][:60]) for case in shortenings()])
def test_a_sentence_is_shortened_as_a_person_would(case: Case) -> None:
    assert shortening_wrong(case) == []


@pytest.mark.parametrize(("part", "case"), [pytest.param(*one, id=f"{one[0]}: {one[1]['name']}") for one in STORIES])
def test_a_line_is_its_evidence_with_words_left_out(part: str, case: Case) -> None:
    for line in dossier_of(case).story.summary:
        left = iter(line.evidence.text)
        assert all(letter in left for letter in line.text if not letter.isspace()), part
        assert not line.text.casefold().startswith(OPENINGS)
        assert line.text[:1].isupper() or not line.text[:1].isalpha()


def test_a_summary_never_says_one_thing_twice() -> None:
    for _, case in STORIES:
        lines = [line.text for line in dossier_of(case).story.summary]
        assert len(lines) == len(set(lines)) <= 7


def test_the_dossier_of_a_case_does_not_depend_on_the_order_of_its_articles() -> None:
    for _, case in STORIES[::7]:
        turned = dict(case) | {"article": case["article"][::-1]}
        assert dossier_of(case) == dossier_of(turned)
