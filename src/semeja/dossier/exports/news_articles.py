"""Articles in the vocabularies of the web and of libraries: schema.org NewsArticle as JSON-LD, RIS."""

from collections.abc import Iterable
from typing import Any

import msgspec

from semeja.dossier.exports.columns import words
from semeja.records.dossier import Dossier, DossierArticle

SCHEMA_ORG = "https://schema.org"


def to_json_ld(dossiers: Iterable[Dossier]) -> bytes:
    """A JSON-LD graph of `NewsArticle`, one node an article; what is unknown is left out, as the vocabulary has it."""
    graph = [_node(article) for dossier in dossiers for article in dossier.articles]
    return _json({"@context": SCHEMA_ORG, "@graph": graph})


def _node(article: DossierArticle) -> dict[str, Any]:
    outlet = article.outlet
    node = {
        "@type": "NewsArticle",
        "@id": identifier(article),
        "headline": words(article.title),
        "url": article.url,
        "datePublished": article.published.value if article.published else None,
        "inLanguage": article.language,
        "author": {"@type": "Person", "name": words(article.byline)} if article.byline else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name} if outlet else None,
        "dateline": words(article.dateline),
        "isBasedOn": article.translation.of,
        "sha256": article.text_sha256,
    }
    return {key: value for key, value in node.items() if value is not None}


def identifier(article: DossierArticle) -> str:
    """A name for the article that holds anywhere: of its text."""
    return f"urn:sha256:{article.text_sha256}"


def to_ris(dossiers: Iterable[Dossier]) -> bytes:
    """RIS references of type NEWS, one an article, for reference managers."""
    return "".join(_reference(article) for dossier in dossiers for article in dossier.articles).encode()


def _reference(article: DossierArticle) -> str:
    published = (article.published.value or "") if article.published else ""
    day = published[:10]
    tags = [
        ("TY", "NEWS"),
        ("ID", article.id),
        ("TI", words(article.title)),
        ("AU", words(article.byline)),
        ("T2", article.outlet.name if article.outlet else None),
        ("PY", day[:4]),
        ("DA", day.replace("-", "/")),
        ("LA", article.language),
        ("UR", article.url),
        ("N1", f"sha256 {article.text_sha256}"),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in tags if value]
    return "".join(lines) + "ER  - \n\n"


def _json(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
