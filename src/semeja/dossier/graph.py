"""The lineage graph of a story as an SVG: origins on the left, articles on the right, a line per edge."""

from html import escape

from semeja.records.dossier import Dossier

ROW, LEFT, RIGHT, BOX = 34, 10, 420, 300
"""Pixels: height of a row, left edges of the two columns, width of a box."""
MOST_LETTERS = 42


def lineage_graph(dossier: Dossier, short: dict[str, str]) -> str:
    """SVG markup, safe to place in a page; empty when no edge leads to an origin or another article."""
    edges = [edge for edge in dossier.provenance.edges if edge.relation != "photo_credit"]
    if not edges:
        return ""
    names = {origin.id: origin.name for origin in dossier.provenance.origins}
    targets = sorted({edge.to for edge in edges if edge.to in names}, key=lambda one: names[one])
    articles = [article for chain in dossier.provenance.lineages for article in chain]
    height = ROW * max(len(targets), len(articles)) + 10
    left = {one: ROW * at + 8 for at, one in enumerate(targets)}
    right = {one: ROW * at + 8 for at, one in enumerate(articles)}
    parts = [_line(edge.from_, edge.to, edge.relation, left, right) for edge in edges]
    parts += [_box(LEFT, top, names[one]) for one, top in left.items()]
    parts += [_box(RIGHT, top, short[one]) for one, top in right.items()]
    width = RIGHT + BOX + 60
    return f'<svg viewBox="0 0 {width} {height}" role="img" width="{width}">{"".join(parts)}</svg>'


def _box(x: int, y: int, name: str) -> str:
    shown = name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"
    return (
        f'<rect class="box" x="{x}" y="{y}" width="{BOX}" height="{ROW - 10}" rx="4"/>'
        f'<text x="{x + 8}" y="{y + 16}">{escape(shown)}</text>'
    )


def _line(source: str, target: str, relation: str, left: dict[str, int], right: dict[str, int]) -> str:
    middle = (ROW - 10) // 2
    start = right[source] + middle
    title = f"<title>{escape(relation)}</title>"
    dash = ' stroke-dasharray="4 3"' if relation in ("cites", "links", "same_group") else ""
    if target in left:
        end = left[target] + middle
        path = f"M{LEFT + BOX},{end} C{LEFT + BOX + 60},{end} {RIGHT - 60},{start} {RIGHT},{start}"
    elif target in right:
        end, edge = right[target] + middle, RIGHT + BOX
        path = f"M{edge},{end} C{edge + 45},{end} {edge + 45},{start} {edge},{start}"
    else:
        return ""
    return f'<path class="edge" d="{path}"{dash}>{title}</path>'
