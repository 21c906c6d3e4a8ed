"""Small whole stories as a person writes them: `tests/golden/comparing/PART.toml`, one `[[case]]` a story.

A case has a `name`, its articles as `[[case.article]]` (`id`, `outlet`, `text`; `published`, `title`, `url`, `language`
where they matter) and whatever its part expects. The articles go through the real reading and the real comparison.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from semeja.dossier.build import build
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.dossier import Account, Dossier
from semeja.records.story import Story, make_story

CASES = Path(__file__).parents[1] / "golden" / "comparing"
Case = Mapping[str, Any]


@cache
def cases(part: str) -> tuple[Case, ...]:
    """The cases of a part, in the order in which they are written."""
    return tuple(tomllib.loads((CASES / f"{part}.toml").read_text("utf-8"))["case"])


def story_of(case: Case) -> Story:
    """The articles of a case, read; the article ids are those that the case gives."""
    articles = tuple(_article(one) for one in case["article"])
    packs = load_packs()
    return make_story(articles, tuple(read(article, packs) for article in articles))


def dossier_of(case: Case) -> Dossier:
    """The dossier of a case."""
    story = story_of(case)
    return build(story, "test", Account(len(story.articles), len(story.articles), 0, ()))


def _article(given: Mapping[str, Any]) -> Article:
    text = "\n\n".join(part for part in (given.get("title", ""), given["text"].strip()) if part)
    return Article(
        id=given["id"],
        source=f"{given['id']}.txt",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=given.get("outlet"),
        published=given.get("published"),
        title=given.get("title"),
        url=given.get("url"),
        language=given.get("language"),
    )
