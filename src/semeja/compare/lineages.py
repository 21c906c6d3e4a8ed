"""Independent chains: which texts hang together, so that none of them counts as a second witness for another."""

from collections.abc import Iterable, Mapping

from semeja.compare.attributions import Attribution
from semeja.compare.origins import Press
from semeja.group.components import components
from semeja.records.evidence import Evidence
from semeja.records.provenance import Edge, Fold
from semeja.records.story import Story

FOLDING = ("copy_of", "translation_of", "relays", "common_source")
"""Relations that make two texts one chain, the firmest first; an article hangs on the first that it has."""

MOST_SHOWN = 3
"""Passages that a fold shows; its edge has them all."""


def find_lineages(
    story: Story,
    press: Press,
    edges: Iterable[Edge],
    used: Mapping[int, int],
    origins: Mapping[int, str],
    attributions: Iterable[Attribution],
) -> tuple[tuple[tuple[str, ...], ...], tuple[Fold, ...]]:
    """The articles in chains, each chain sorted, chains sorted; and for each article that hangs on another why.

    `used`: article -> the article that it relays as a whole; `origins`: article -> the outlet or agency that it
    depends on, for those outside the story. No text and no outlet ever welds two chains together: an article hangs on
    one other at most (what it copies, else translates, else relays, else shares a source with); a cluster of these
    joins the others of one origin, or, where it names none and a single outlet wrote it, one other of that outlet.
    """
    place = {article.id: index for index, article in enumerate(story.articles)}
    marks = {(one.index, one.origin.id): one for one in reversed(tuple(attributions))}
    folds = _parents(story, press, edges, used, marks)
    hanging = {fold.article for fold in folds}
    links = [(one, one) for one in place] + sorted((fold.article, fold.to) for fold in folds)
    first_of: dict[str, int] = {}
    for members in components(links):
        indices = sorted(place[member] for member in members)
        # The text that the others were made from says where it is from: what a copy credits besides is its own affair,
        # and a false credit, or a passage of a third text put beside, welds no two chains together.
        stated = [index for index in indices if index in origins and story.articles[index].id not in hanging]
        if stated:
            other = first_of.setdefault(origins[stated[0]], stated[0])
            newsroom = [] if other == stated[0] else [_by_origin(story, stated[0], other, origins[stated[0]], marks)]
        else:
            newsroom = [_by_outlet(story, press, indices[0], other) for other in _same_newsroom(press, indices)]
        folds += newsroom
        links += [(fold.article, fold.to) for fold in newsroom]
    chains = tuple(sorted(components(links)))
    return chains, tuple(sorted(folds, key=lambda fold: (fold.article, fold.to, fold.relation)))


_Marks = Mapping[tuple[int, str], Attribution]


def _parents(story: Story, press: Press, edges: Iterable[Edge], used: Mapping[int, int], marks: _Marks) -> list[Fold]:
    known = {article.id for article in story.articles}
    stated: dict[tuple[str, str], Fold] = {}
    for edge in edges:
        if edge.relation in FOLDING and edge.to in known:
            stated.setdefault((edge.from_, edge.relation), _by_edge(edge))
    for index, other in used.items():
        fold = _by_relay(story, press, index, other, marks)
        stated[fold.article, "relays"] = fold
    return [
        firmest[0]
        for one in sorted(known)
        if (firmest := [stated[one, relation] for relation in FOLDING if (one, relation) in stated])
    ]


def _by_edge(edge: Edge) -> Fold:
    evidence = tuple(mine for mine, _ in edge.shared[:MOST_SHOWN]) or ((edge.marker,) if edge.marker else ())
    return Fold(edge.from_, edge.to, edge.relation, None, edge.of_from, edge.of_to, evidence, edge.rule)  # type: ignore[arg-type]


def _by_relay(story: Story, press: Press, index: int, other: int, marks: _Marks) -> Fold:
    origin = press.own[other]
    evidence = _evidence(story, marks, index, origin)
    return Fold(
        story.articles[index].id, story.articles[other].id, "relays", origin, None, None, evidence, "lineages.relay"
    )


def _by_origin(story: Story, index: int, other: int, origin: str, marks: _Marks) -> Fold:
    evidence = _evidence(story, marks, index, origin) + _evidence(story, marks, other, origin)
    ends = story.articles[index].id, story.articles[other].id
    return Fold(*ends, "same_origin", origin, None, None, evidence, "lineages.origin")


def _by_outlet(story: Story, press: Press, index: int, other: int) -> Fold:
    ends = story.articles[index].id, story.articles[other].id
    return Fold(*ends, "same_outlet", press.own[index], None, None, (), "lineages.outlet")


def _evidence(story: Story, marks: _Marks, index: int, origin: str | None) -> tuple[Evidence, ...]:
    one = marks.get((index, origin or ""))
    return (story.evidence(index, one.credit.start, one.credit.end),) if one else ()


def _same_newsroom(press: Press, indices: list[int]) -> list[int]:
    """The first article of the outlet that alone stands behind a cluster: a newsroom does not confirm itself."""
    outlets = {press.own[index] for index in indices}
    own = outlets.pop()
    if outlets or own is None:
        return []
    return [other for other in press.articles_of(own) if other not in indices][:1]
