"""Articles that state no publication time take the year from their story."""

import hashlib

import pytest

from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.story import Story, make_story
from semeja.run.dating import dated, middle_day

DATED = (
    "Warga Lumut Mengungsi\nRabu, {} Maret 2025 | 10:22 WIB\nWarga Lumut mengungsi ke gedung sekolah pada Selasa malam."
)
PAGES = [DATED.format(5), DATED.format(12), DATED.format(26)]
PLAIN = "Banjir Terjang Lumut\n\nBanjir menerjang Lumut pada Selasa (4/3). Warga mengungsi sejak kemarin."
WIRE = (
    "Flood hits Lumut\n\nPADANG, March 4 (Halden Wire) - A flood swept through Lumut on Tuesday, the agency said in a"
    " statement.\n\nThe river had risen since last week, it said."
)


def story(*texts: str) -> Story:
    packs = load_packs()
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    articles = [Article(f"a{one[:12]}", "x", text, one) for one, text in zip(digests, texts, strict=True)]
    return make_story(tuple(articles), tuple(read(article, packs) for article in articles))


def values(told: Story, text: str) -> list[str | None]:
    at = next(index for index, article in enumerate(told.articles) if article.text == text)
    return [time.value for time in told.readings[at].times if time.role != "publication"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(PLAIN, ["2025-03-04", "2025-03-03"]), (WIRE, ["2025-03-04", "2025-03-04", "2025-W09"])],
)
def test_an_undated_article_takes_the_year_from_its_story(text: str, expected: list[str]) -> None:
    before = story(text, PAGES[0])
    assert values(before, text) == [None] * len(expected)
    assert values(dated(before), text) == expected


def test_dated_articles_stay_as_they_are() -> None:
    told = story(*PAGES)
    assert dated(told) is told


def test_a_story_without_any_day_stays_as_it_is() -> None:
    told = story(PLAIN)
    assert dated(told) is told


def test_the_middle_day_is_that_of_the_story_whatever_the_order() -> None:
    days = {str(middle_day(story(*pages).readings)) for pages in (PAGES, PAGES[::-1], [*PAGES, PLAIN])}
    assert days == {"2025-03-12"}
