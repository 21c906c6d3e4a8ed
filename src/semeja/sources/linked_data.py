"""The schema.org description of an article in a page's JSON-LD."""

import html as entities
import json
from collections.abc import Iterator
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


def article_data(tree: LexborHTMLParser) -> Fields:
    """The first object of an article type in the page's JSON-LD, empty if there is none; broken JSON is passed over."""
    looked_at = 0
    for script in tree.css('script[type="application/ld+json"]'):
        for found in _objects(_parse(script.text())):
            looked_at += 1
            if looked_at > MOST_OBJECTS:
                return {}
            if ARTICLE_TYPES.intersection(_types(found)):
                return found
    return {}


def text_of(value: object) -> str | None:
    """A value of JSON-LD as text: it may be a string with character references, or a list that begins with one."""
    if isinstance(value, list) and value:
        return text_of(value[0]) if not isinstance(value[0], list) else None
    return entities.unescape(value) if isinstance(value, str) else None


def name_of(value: object) -> str | None:
    """The name of a person or organisation, or the names of several."""
    if isinstance(value, list):
        names = [name_of(one) for one in value[:10] if not isinstance(one, list)]
        return ", ".join(name for name in names if name) or None
    return text_of(value.get("name")) if isinstance(value, dict) else text_of(value)


def _parse(text: str | None) -> object:
    try:
        return json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[Fields]:
    """The objects at the top: alone, in a list, or in a `@graph`."""
    waiting = [value]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one[:MOST_OBJECTS]
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph"))


def _types(fields: Fields) -> list[str]:
    kinds = fields.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
