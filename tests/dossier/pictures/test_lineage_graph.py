"""The lineage graph: every article and origin once, nothing over another, told in words too."""

import re
from itertools import pairwise

import msgspec
import pytest

from semeja.dossier.naming import naming
from semeja.dossier.pictures.lineage_graph import MOST_LEAVES, lineage_graph
from semeja.records.dossier import Dossier, Edge, Origin, Provenance

_BOX = re.compile(r'<rect class="box" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')


def graph_of(dossier: Dossier) -> str:
    return lineage_graph(dossier, naming(dossier, "id"))


def test_every_article_stands_in_the_graph_once(sample_dossiers: list[Dossier]) -> None:
    drawn = [dossier for dossier in sample_dossiers if graph_of(dossier)]
    assert drawn
    for dossier in drawn:
        links = re.findall(r'<a href="#([^"]+)"', graph_of(dossier))
        assert sorted(links) == sorted(article.id for article in dossier.articles)


def test_no_box_lies_over_another_or_outside(sample_dossiers: list[Dossier]) -> None:
    for svg in map(graph_of, sample_dossiers):
        boxes = [tuple(map(int, box)) for box in _BOX.findall(svg)]
        tops = sorted(y for _, y, _, _ in boxes)
        assert all(below - above >= boxes[0][3] for above, below in pairwise(tops))
        assert all(x + width <= 760 for x, _, width, _ in boxes)


def test_the_graph_is_told_in_words(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        svg = graph_of(dossier)
        if svg:
            said = re.search(r"<desc[^>]*>(.*?)</desc>", svg)
            assert said
            assert len(said.group(1).split("; ")) == len(_BOX.findall(svg))
            assert 'aria-describedby="lineages-desc"' in svg


def _copied(dossier: Dossier, copies: int) -> Dossier:
    """A story of one text and its copies, with names that want to break out of the markup."""
    first = dossier.articles[0]
    articles = tuple(msgspec.structs.replace(first, id=f"article:{number:03}") for number in range(copies + 1))
    edges = (
        *tuple(Edge(one.id, articles[0].id, "copy_of", None, "article", (), "test") for one in articles[1:]),
        Edge(articles[0].id, "origin:x", "relays", None, "article", (), "test"),
    )
    origin = Origin("origin:x", "<script>alert(1)</script>" * 9, "agency")
    lineages = (tuple(article.id for article in articles),)
    return msgspec.structs.replace(dossier, articles=articles, provenance=Provenance((origin,), edges, lineages, ()))


@pytest.mark.parametrize("copies", [1, MOST_LEAVES + 1, MOST_LEAVES + 2, 50])
def test_many_copies_fold_into_a_number(sample_dossiers: list[Dossier], copies: int) -> None:
    svg = graph_of(_copied(sample_dossiers[0], copies))
    folded = copies - MOST_LEAVES if copies > MOST_LEAVES + 1 else 0
    assert svg.count("<a href=") == 1 + copies - folded
    assert (f"+ {folded}" in svg) is bool(folded)
    assert "<script" not in svg


def test_no_edges_no_graph(sample_dossiers: list[Dossier]) -> None:
    bare = msgspec.structs.replace(sample_dossiers[0], provenance=Provenance((), (), (), ()))
    assert graph_of(bare) == ""
