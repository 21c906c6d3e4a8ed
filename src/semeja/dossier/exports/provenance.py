"""Who copied, relayed, translated whom: PROV-JSON (W3C member submission of 2013) and GraphML."""

from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree

import msgspec

from semeja.dossier.exports.columns import words
from semeja.records.dossier import Dossier, DossierArticle, Edge

PREFIXES = {"semeja": "urn:semeja:", "xsd": "http://www.w3.org/2001/XMLSchema#"}
DERIVING = frozenset({"copy_of", "translation_of", "relays", "cites", "links", "common_source"})
"""Relations that say where the content of an article comes from."""
GRAPHML = "http://graphml.graphdrawing.org/xmlns"


def to_prov(dossiers: Iterable[Dossier]) -> bytes:
    """Articles and origins as entities, outlets as agents, edges as derivations, corrections as revisions."""
    kinds = ("entity", "agent", "wasAttributedTo", "wasDerivedFrom")
    document: dict[str, dict[str, Any]] = {kind: {} for kind in kinds}
    for dossier in dossiers:
        for article in dossier.articles:
            document["entity"][_name(article.id)] = _attributes(article)
            if article.outlet:
                outlet = _name(f"outlet/{_safe(article.outlet.name)}")
                document["agent"][outlet] = {"prov:type": "prov:Organization", "prov:label": article.outlet.name}
                document["wasAttributedTo"][f"_:by-{article.id}"] = {
                    "prov:entity": _name(article.id),
                    "prov:agent": outlet,
                }
        for origin in dossier.provenance.origins:
            document["entity"][_name(origin.id)] = {"prov:label": origin.name, "semeja:kind": origin.kind}
        for edge in dossier.provenance.edges:
            if edge.relation in DERIVING:
                document["wasDerivedFrom"][f"_:{edge.relation}-{_safe(edge.from_)}-{_safe(edge.to)}"] = _derivation(
                    edge
                )
        for one in dossier.provenance.corrections:
            if one.corrects:
                document["wasDerivedFrom"][f"_:corrects-{one.article}"] = {
                    "prov:generatedEntity": _name(one.article),
                    "prov:usedEntity": _name(one.corrects),
                    "prov:type": "prov:Revision",
                }
    body = {"prefix": PREFIXES} | {kind: records for kind, records in document.items() if records}
    return msgspec.json.format(msgspec.json.encode(body), indent=1) + b"\n"


def _derivation(edge: Edge) -> dict[str, Any]:
    found = {
        "prov:generatedEntity": _name(edge.from_),
        "prov:usedEntity": _name(edge.to),
        "semeja:relation": edge.relation,
        "semeja:rule": edge.rule,
        "semeja:marker": words(edge.marker),
    }
    return {key: value for key, value in found.items() if value is not None}


def _attributes(article: DossierArticle) -> dict[str, Any]:
    found = {
        "prov:label": words(article.title),
        "semeja:source": article.source,
        "semeja:url": article.url,
        "semeja:published": article.published.value if article.published else None,
        "semeja:sha256": article.text_sha256,
    }
    return {key: value for key, value in found.items() if value is not None}


def _name(id: str) -> str:
    return f"semeja:{_safe(id)}"


def _safe(text: str) -> str:
    """A local name without the marks that a qualified name can't hold."""
    return "".join(letter if letter.isalnum() or letter in "-_/." else "-" for letter in text)


def to_graphml(dossiers: Iterable[Dossier]) -> bytes:
    """A directed graph: articles and origins as nodes, all edges of provenance, with their names and kinds."""
    root = ElementTree.Element("graphml", xmlns=GRAPHML)
    for name, of in (("label", "node"), ("kind", "node"), ("outlet", "node"), ("relation", "edge"), ("rule", "edge")):
        key = {"id": name, "for": of, "attr.name": name, "attr.type": "string"}
        ElementTree.SubElement(root, "key", key)
    graph = ElementTree.SubElement(root, "graph", id="provenance", edgedefault="directed")
    nodes: dict[str, dict[str, str | None]] = {}
    edges: list[Edge] = []
    for dossier in dossiers:
        nodes |= {origin.id: {"label": origin.name, "kind": origin.kind} for origin in dossier.provenance.origins}
        nodes |= {article.id: _shown(article) for article in dossier.articles}
        edges += dossier.provenance.edges
    for edge in edges:
        nodes.setdefault(edge.to, {"label": edge.to, "kind": "origin"})
    for id in sorted(nodes):
        _data(ElementTree.SubElement(graph, "node", id=id), nodes[id])
    for number, edge in enumerate(edges):
        line = {"id": f"e{number}", "source": edge.from_, "target": edge.to}
        _data(ElementTree.SubElement(graph, "edge", line), {"relation": edge.relation, "rule": edge.rule})
    ElementTree.indent(root, " ")
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _shown(article: DossierArticle) -> dict[str, str | None]:
    outlet = article.outlet.name if article.outlet else None
    return {"label": words(article.title) or article.source, "kind": "article", "outlet": outlet}


def _data(element: ElementTree.Element, values: dict[str, str | None]) -> None:
    for key, value in values.items():
        if value:
            ElementTree.SubElement(element, "data", key=key).text = _clean(value)


def _clean(text: str) -> str:
    """Without the control characters that XML 1.0 forbids."""
    return "".join(
        letter
        for letter in text
        if letter >= " " and not 0xD800 <= ord(letter) < 0xE000 and letter not in "\ufffe\uffff"
    )
