"""Timeline, coverage, gaps, corrections, titles and summaries of the small stories of `tests/golden/comparing`."""

import pytest
from tests.compare.mini_stories import Case, cases, dossier_of
from tests.compare.overview_cases import PARTS, shortening_wrong, shortenings

from semeja.dossier.html import explained_cells, report
from semeja.dossier.labels import labels

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


def test_an_article_without_a_date_stands_at_the_latest_day_that_it_reports() -> None:
    text = "Polisi menahan Tarman, Selasa (4/3/2025). Sidang Tarman akan digelar pada Jumat (14/3/2025)."
    (article,) = dossier_of({"article": [{"id": "a", "outlet": "Kabar Hulu", "text": text}]}).articles
    assert article.published is None
    assert article.stands_at
    assert article.stands_at.value == "2025-03-04"


def test_the_report_says_why_a_cell_is_silent() -> None:
    case = next(one for one in cases("coverage") if one["name"].startswith("an article that stands before"))
    dossier = dossier_of(case)
    words = {word for row in explained_cells(dossier.coverage) for word in row}
    assert words >= {"reports", "told_before"}
    assert labels("id")["told_before"] in report(dossier, "id").decode()
