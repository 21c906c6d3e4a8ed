"""Where the texts come from: one block per independent chain, each text under what it comes from.

Each relation has a line of its own and its word: a copy is drawn thick, a relay thin, a translation in long dashes,
what is only cited, shared or owned in common in dots. Copies beyond the first few fold into a number.
"""

from collections import defaultdict

import msgspec

from semeja.dossier.naming import Naming
from semeja.dossier.pictures.drawing import fitted, linked, picture, said, stroke, width_of
from semeja.records.dossier import Dossier, Edge

ROW, GAP, INDENT, WIDTH = 26, 14, 28, 760
"""Pixels: height of a row, between two chains, per step of descent, and of the whole."""
DEEPEST = 6
"""Steps of descent that are shown by indentation; deeper ones stand beneath one another."""
MOST_LEAVES = 4
"""Texts under one source that are drawn; of more the rest is a number, and the list below the graph names them."""
MOST_CHAINS = 60
"""Chains that are drawn, the longest ones; the table has all."""
_FIRMEST = ("copy_of", "translation_of", "relays", "common_source", "cites", "same_group")
_LINES = {"copy_of": "edge copy", "translation_of": "edge translated", "relays": "edge"}
_LOOSE = "edge loose"


class _Row(msgspec.Struct, frozen=True):
    """A line of the graph: what stands there, how deep, under which row (None: a root), by which relation."""

    name: str
    depth: int
    parent: int | None
    relation: str
    is_origin: bool
    link: str | None


def lineage_graph(dossier: Dossier, shown: Naming) -> str:
    """SVG markup, safe to place in a page; empty when no text leads to an origin or another text."""
    edges = [edge for edge in dossier.provenance.edges if edge.relation not in ("photo_credit", "links")]
    if not edges:
        return ""
    rows: list[_Row] = []
    tops: list[int] = []
    top = GAP
    for chain in _chains(dossier, edges)[:MOST_CHAINS]:
        first = len(rows)
        for row in _rows(dossier, shown.short, chain, edges):
            rows.append(row if row.parent is None else msgspec.structs.replace(row, parent=row.parent + first))
        tops += [top + ROW * place for place in range(len(rows) - first)]
        top += ROW * (len(rows) - first) + GAP
    shapes = [_line(rows, tops, number) for number in range(len(rows))]
    shapes += [_box(row, tops[number], shown.words) for number, row in enumerate(rows)]
    return picture("lineages", shown.words["sources"], _told(rows, shown.words), (WIDTH, top), shapes)


def _chains(dossier: Dossier, edges: list[Edge]) -> list[tuple[str, ...]]:
    """Chains, the longest first; those of a single text without any edge come last."""
    linked_ones = {end for edge in edges for end in (edge.from_, edge.to)}
    order = {article.id: place for place, article in enumerate(dossier.articles)}

    def rank(chain: tuple[str, ...]) -> tuple[int, bool, int]:
        return -len(chain), not linked_ones.intersection(chain), min(order[one] for one in chain)

    return sorted(dossier.provenance.lineages, key=rank)


def _rows(dossier: Dossier, short: dict[str, str], chain: tuple[str, ...], edges: list[Edge]) -> list[_Row]:
    """The rows of one chain, depth first: each text under the one target of its firmest edge inside the chain, or
    under the origin that it names."""
    names = {origin.id: origin.name for origin in dossier.provenance.origins}
    order = {article.id: place for place, article in enumerate(dossier.articles)}
    under = _parents(chain, edges, names)
    children: dict[str | None, list[str]] = defaultdict(list)
    for article in sorted(chain, key=lambda one: order[one]):
        children[under[article][0] if article in under else None].append(article)
    roots = sorted({target for target, _ in under.values() if target in names}, key=lambda one: (names[one], one))

    def row_of(node: str, depth: int, parent: int | None) -> _Row:
        relation = under[node][1] if parent is not None else ""
        is_origin = node in names
        return _Row(names.get(node) or short[node], depth, parent, relation, is_origin, None if is_origin else node)

    rows: list[_Row] = []
    stack = [(row_of(one, 0, None), one) for one in [*roots, *children[None]][::-1]]
    while stack:
        row, node = stack.pop()
        rows.append(row)
        drawn, folded = _folded(children[node], children) if node else ([], [])
        above, depth = len(rows) - 1, row.depth + 1
        if folded:
            stack.append((_Row(f"+ {len(folded)}", depth, above, under[folded[0]][1], False, None), ""))
        stack += [(row_of(child, depth, above), child) for child in drawn[::-1]]
    return rows


def _folded(texts: list[str], children: dict[str | None, list[str]]) -> tuple[list[str], list[str]]:
    """The texts under one that are drawn, and those more, with nothing under them, that are only counted."""
    leaves = [one for one in texts if not children[one]]
    hidden = set(leaves[MOST_LEAVES:]) if len(leaves) > MOST_LEAVES + 1 else set()
    return [one for one in texts if one not in hidden], [one for one in leaves if one in hidden]


def _parents(chain: tuple[str, ...], edges: list[Edge], origins: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Text -> (target, relation) of its firmest edge to a text of the chain, else to an origin; never in a circle."""
    inside = set(chain)
    found: dict[str, tuple[str, str]] = {}
    for edge in sorted(edges, key=lambda one: (one.to in origins, _FIRMEST.index(one.relation), one.from_, one.to)):
        usable = edge.from_ in inside and (edge.to in inside or edge.to in origins)
        if usable and edge.from_ not in found and not _leads(found, edge.to, edge.from_):
            found[edge.from_] = edge.to, edge.relation
    return found


def _leads(found: dict[str, tuple[str, str]], node: str, target: str) -> bool:
    while node != target and node in found:
        node = found[node][0]
    return node == target


def _left(row: _Row) -> int:
    return GAP + INDENT * min(row.depth, DEEPEST)


def _box(row: _Row, top: int, words: dict[str, str]) -> str:
    left = _left(row)
    relation = words.get(row.relation, "")
    name = fitted(row.name, WIDTH - left - 40 - width_of(relation))
    width = width_of(name) + 20
    shape = 'rx="10" stroke-width="2"' if row.is_origin else 'rx="3"'
    box = f'<rect class="box" x="{left}" y="{top}" width="{width}" height="{ROW - 6}" {shape}/>'
    box += said(left + 10, top + 14, name)
    box = linked(row.link, box, f"{row.name} {relation}".strip()) if row.link else box
    return box + (said(left + width + 8, top + 14, relation, "soft") if relation else "")


def _line(rows: list[_Row], tops: list[int], number: int) -> str:
    """The elbow from the row above to this one: down from its left edge, then right."""
    row = rows[number]
    if row.parent is None:
        return ""
    start, end, x = tops[row.parent] + ROW - 6, tops[number] + (ROW - 6) // 2, _left(rows[row.parent]) + 12
    return stroke(f"M{x},{start} V{end} H{max(_left(row), x)}", _LINES.get(row.relation, _LOOSE))


def _told(rows: list[_Row], words: dict[str, str]) -> list[str]:
    """The same in words, for those who don't see it."""
    told = []
    for row in rows:
        above = f" {words.get(row.relation, '')} {rows[row.parent].name}" if row.parent is not None else ""
        told.append(row.name + above)
    return told
