"""Marks on the articles as W3C Web Annotations, for tools that show a text with its marks."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from semeja.dossier.exports.news_articles import identifier
from semeja.records.dossier import Dossier, DossierArticle, Evidence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and behind a mark that help to find it again where the text has moved."""


def to_annotations(dossiers: Iterable[Dossier]) -> bytes:
    """One annotation page: quotes, events, figures, times, names; each by position and by words.

    Positions are code points of the article's text as decoded, as everywhere in a dossier.
    """
    items = [one for dossier in dossiers for one in _annotations(dossier)]
    page = {"@context": CONTEXT, "id": "urn:semeja:annotations", "type": "AnnotationPage", "items": items}
    return msgspec.json.format(msgspec.json.encode(page), indent=1) + b"\n"


def _annotations(dossier: Dossier) -> Iterator[dict[str, Any]]:
    articles = {article.id: article for article in dossier.articles}
    for id, tags, evidence in _marks(dossier):
        article = articles[evidence.article]
        yield {
            "id": f"urn:semeja:{id}:{evidence.article}:{evidence.start}-{evidence.end}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
            "target": {"source": article.url or identifier(article), "selector": _selectors(article, evidence)},
        }


def _marks(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...], Evidence]]:
    """Id, tags and place of everything that is marked."""
    for quote in dossier.quotes:
        yield quote.id, (f"quote {quote.kind}", *quote.speaker), quote.content
    for event in dossier.events:
        for evidence in event.evidence:
            yield event.id, (f"event {event.type}", *event.actor), evidence
    for quantity in dossier.quantities:
        yield quantity.id, ("quantity", *([quantity.of] if quantity.of else [])), quantity.evidence
    for number, time in enumerate(dossier.times):
        yield f"time:{number}", ("time", *([time.value] if time.value else [])), time.evidence
    for entity in dossier.entities:
        for alias in entity.aliases:
            for evidence in alias.evidence:
                yield entity.id, ("name", entity.id), evidence


def _selectors(article: DossierArticle, evidence: Evidence) -> list[dict[str, Any]]:
    text = article.text or ""
    return [
        {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        {
            "type": "TextQuoteSelector",
            "exact": evidence.text,
            "prefix": text[max(0, evidence.start - AROUND) : evidence.start],
            "suffix": text[evidence.end : evidence.end + AROUND],
        },
    ]
