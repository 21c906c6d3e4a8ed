"""Two piles of own stories made to confuse: which are told apart and which are not yet."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from semeja.compare.features import features
from semeja.group.stories import group_stories
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article

GOLDEN = Path(__file__).parents[1] / "golden" / "comparing"
MISSED = {
    "stories": {
        "policy rate cut in January",
        "policy rate kept in March",
        "singer and actor part",
        "alone: album of Mara Quillan",
    },
    "stories_unseen": {"tennis final", "tennis semifinal", "alone: tennis federation elects chair"},
}
"""Stories that are not exactly right; one that becomes right leaves this list."""


@cache
def pile(name: str) -> dict[str, set[str]]:
    """The story that each article reports -> the stories of all articles that it was put together with."""
    rows: list[dict[str, Any]] = tomllib.loads((GOLDEN / f"{name}.toml").read_text("utf-8"))["article"]
    packs = load_packs()
    articles = {f"{number:03}": _article(f"{number:03}", row) for number, row in enumerate(rows)}
    stories = group_stories(features(article, read(article, packs)) for article in articles.values())
    told = {id: rows[int(id)]["story"] for id in articles}
    found: dict[str, set[str]] = {}
    for at, story in enumerate(stories):
        for id in story:
            found.setdefault(told[id], set()).update({f"in {at}", *(told[other] for other in story)})
    return found


@pytest.mark.parametrize("name", MISSED)
def test_a_story_holds_its_articles_and_no_others(name: str) -> None:
    wrong = {story for story, met in pile(name).items() if len(met) != len({"in", story})}
    assert wrong == MISSED[name]


def _article(id: str, row: dict[str, Any]) -> Article:
    text = f"{row['title']}\n\n{row['text']}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(id, id, text, sha256, outlet=row["outlet"], title=row["title"], published=row["published"])
