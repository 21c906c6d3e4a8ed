"""The schema.org description of an article in a page's JSON-LD."""

import html as entities
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser

Fields = dict[str, Any]

TYPE_NAMES = (
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle BlogPosting LiveBlogPosting "
    "SocialMediaPosting Report"
)
"""Types of schema.org 28 that describe a report."""

ARTICLE_TYPES = frozenset(TYPE_NAMES.split())

MOST_OBJECTS = 2_000
"""Objects of a page's JSON-LD that are looked at."""

MOST_NAMES = 10
"""Authors that are read."""

LIKE = 0.4
"""Share of the words of the shorter of two titles that both have when they head the same article."""

MAX_TITLE = 1_000
"""Code points of a title that are compared."""

NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "liveBlogUpdate")
"""Properties below which the article may be described."""

_WORD = re.compile(r"\w+")


def article_data(tree: LexborHTMLParser, titles: Iterable[str] = ()) -> Fields:
    """The object of an article type in the page's JSON-LD that the page is about, empty if there is none.

    Broken JSON is passed over. `titles` are those that the page shows: of several articles (teasers of others are
    described too) the first counts whose headline is like one of them, and one that is like none never counts.
    """
    objects = list(islice(_all_objects(tree), MOST_OBJECTS))
    articles = [found for found in objects if ARTICLE_TYPES.intersection(_types(found))]
    shown = [_words(title) for title in titles if title]
    fitting = [found for found in articles if _fits(found, shown)]
    return _with_references(fitting[0], objects) if fitting else {}


def _all_objects(tree: LexborHTMLParser) -> Iterator[Fields]:
    for script in tree.css('script[type="application/ld+json"]'):
        yield from _objects(_parse(script.text()))


def _fits(found: Fields, shown: list[frozenset[str]]) -> bool:
    """Whether the headline shares words with a title of the page, or one of both is not stated."""
    headline = _words(text_of(found.get("headline")) or text_of(found.get("name")) or "")
    if not headline or not shown:
        return True
    return any(len(headline & title) >= LIKE * min(len(headline), len(title)) for title in shown if title)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text[:MAX_TITLE].casefold()))


def _with_references(found: Fields, objects: list[Fields]) -> Fields:
    """The object with `{"@id": …}` in its parts replaced by what the page says about that id."""
    known = {one["@id"]: one for one in reversed(objects) if isinstance(one.get("@id"), str) and len(one) > 1}
    return {key: _resolved(value, known) for key, value in found.items()}


def _resolved(value: object, known: Fields) -> object:
    if isinstance(value, list):
        return [_resolved(one, known) for one in value[:MOST_NAMES]]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return known.get(value["@id"], value)
    return value


def text_of(value: object) -> str | None:
    """A value of JSON-LD as text: it may be a string with character references, or a list that begins with one."""
    if isinstance(value, list) and value:
        return text_of(value[0]) if not isinstance(value[0], list) else None
    return entities.unescape(value) if isinstance(value, str) else None


def name_of(value: object) -> str | None:
    """The name of a person or organisation, or the names of several."""
    if isinstance(value, list):
        names = [name_of(one) for one in value[:MOST_NAMES] if not isinstance(one, list)]
        return ", ".join(name for name in names if name) or None
    return text_of(value.get("name")) if isinstance(value, dict) else text_of(value)


def _parse(text: str | None) -> object:
    try:
        return json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[Fields]:
    """The objects at the top, alone or in a list, and those below `NESTED`, level by level."""
    waiting = deque([value])
    while waiting:
        one = waiting.popleft()
        if isinstance(one, list):
            waiting += one[:MOST_OBJECTS]
        elif isinstance(one, dict):
            yield one
            waiting += [one[name] for name in NESTED if isinstance(one.get(name), list | dict)]


def _types(fields: Fields) -> list[str]:
    kinds = fields.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
