"""Which article reports what: a row for each thing told, a column for each article, copies beside one another."""

from semeja.dossier.marks import anchor
from semeja.dossier.naming import Naming, flat
from semeja.dossier.pictures.drawing import LINE, fitted, linked, picture, said, stroke
from semeja.records.dossier import Claim, Dossier

MOST_ROWS = 60
"""Things told that are drawn, the first ones; the table has all."""
MOST_COLUMNS = 60
"""Articles that are drawn; the table has all."""
SENTENCE, COLUMN, TILT = 330, 26, 120
"""Pixels: width of the sentences, of a column, height of the articles' names, which stand upright."""
CELL_MARKS = {"reports": "●", "contradicts": "✕", "silent": "∙", "told_before": "‹", "not_read": "?"}
"""A mark for each cell, so that no colour is needed."""


def coverage_map(dossier: Dossier, rows: list[tuple[Claim, tuple[str, ...]]], shown: Naming) -> str:
    """The picture of the coverage; `rows`: claims with a cell for each of `coverage.articles`. Empty without two
    articles or any row."""
    order, starts = _columns(dossier)
    if not rows or len(order) < 2:
        return ""
    articles = dossier.coverage.articles
    drawn = rows[:MOST_ROWS]
    bottom = TILT + LINE * len(drawn)
    shapes = [_name(articles[column], at, shown) for at, column in enumerate(order)]
    shapes += [part for at, row in enumerate(drawn) for part in _row(row, order, TILT + LINE * at, shown)]
    shapes += [stroke(f"M{_x(at) - COLUMN // 2},{TILT - 8} V{bottom}", "rule") for at in starts]
    if len(rows) > MOST_ROWS:
        shapes.append(said(0, bottom + 18, f"+ {len(rows) - MOST_ROWS}", "soft"))
    told = [_told(row, articles, shown) for row in drawn]
    size = max(_x(len(order)), SENTENCE + 60), bottom + 26
    return picture("coverage-picture", shown.words["coverage"], told, size, shapes)


def _columns(dossier: Dossier) -> tuple[list[int], list[int]]:
    """Places in `coverage.articles`, those of one lineage side by side, and at which of them a lineage begins."""
    place = {article: at for at, article in enumerate(dossier.coverage.articles)}
    chains = [[place[one] for one in chain if one in place] for chain in dossier.provenance.lineages]
    chains = sorted(sorted(chain) for chain in chains if chain)
    known = {at for chain in chains for at in chain}
    chains += [[at] for at in range(len(place)) if at not in known]
    order: list[int] = []
    starts: list[int] = []
    for chain in chains:
        starts.append(len(order))
        order += chain
    return order[:MOST_COLUMNS], [at for at in starts if at < MOST_COLUMNS]


def _x(column: int) -> int:
    return SENTENCE + COLUMN * column + COLUMN // 2


def _name(article: str, column: int, shown: Naming) -> str:
    x, y = _x(column) + 4, TILT - 10
    name = shown.short[article]
    words = fitted(name, TILT - 14)
    return linked(article, f'<g transform="rotate(-90 {x} {y})">{said(x, y, words)}</g>', name)


def _row(row: tuple[Claim, tuple[str, ...]], order: list[int], top: int, shown: Naming) -> list[str]:
    """The sentence, a tile under each cell that tells it, and the marks: one element for all cells of a kind."""
    claim, cells = row
    sentence = flat(claim.evidence[0].text[:200])
    shapes = [
        stroke(f"M0,{top} H{_x(len(order) - 1) + COLUMN // 2}", "rule"),
        linked(anchor(claim.evidence[0]), said(0, top + 16, fitted(sentence, SENTENCE - 10)), sentence),
    ]
    for cell, mark in CELL_MARKS.items():
        places = [_x(at) for at, column in enumerate(order) if cells[column] == cell]
        if not places:
            continue
        if cell in ("reports", "contradicts"):
            tiles = "".join(f"M{x - COLUMN // 2 + 1},{top + 1}h{COLUMN - 2}v{LINE - 2}h{2 - COLUMN}z" for x in places)
            shapes.append(stroke(tiles, f"tile {cell}"))
        at = " ".join(str(x - 4) for x in places)
        shapes.append(f'<text class="cell {cell}" y="{top + 17}" x="{at}">{mark * len(places)}</text>')
    return shapes


def _told(row: tuple[Claim, tuple[str, ...]], articles: tuple[str, ...], shown: Naming) -> str:
    claim, cells = row
    telling = [shown.short[one] for one, cell in zip(articles, cells, strict=True) if cell == "reports"]
    return f"{flat(claim.evidence[0].text[:80])}: {len(telling)}/{len(articles)}"
