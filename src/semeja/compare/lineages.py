"""Independent chains: which texts hang together, so that none of them counts as a second witness for another."""

from collections.abc import Iterable, Mapping

from semeja.compare.origins import Press
from semeja.group.components import components
from semeja.records.dossier import Edge
from semeja.records.story import Story

FOLDING = ("copy_of", "translation_of", "relays", "common_source")
"""Relations that make two texts one chain, the firmest first; an article hangs on the first that it has."""


def find_lineages(
    story: Story, press: Press, edges: Iterable[Edge], used: Mapping[int, int], origins: Mapping[int, str]
) -> tuple[tuple[str, ...], ...]:
    """The articles in chains, each chain sorted, chains sorted.

    `used`: article -> the article that it relays as a whole; `origins`: article -> the outlet or agency that it
    depends on, for those outside the story. An article hangs on one other at most: what it copies, else translates,
    else relays, else shares a source with, else the first article of its own outlet. So a text with two sources never
    welds two chains together. A cluster that is left then joins the others of its origin; where copies of one text
    name different origins, the earliest that names one decides: a false credit may cost a chain, never make one.
    """
    parents = _parents(story, press, edges, used)
    links = [(article.id, article.id) for article in story.articles] + sorted(parents.items())
    clusters = components(links)
    place = {article.id: index for index, article in enumerate(story.articles)}
    joined = [(member, member) for members in clusters for member in members]
    for members in clusters:
        joined += [(members[0], member) for member in members]
        stated = [origins[index] for index in sorted(place[member] for member in members) if index in origins]
        if stated:
            joined.append((members[0], stated[0]))
    chains = (tuple(one for one in members if one in place) for members in components(joined))
    return tuple(sorted(chain for chain in chains if chain))


def _parents(story: Story, press: Press, edges: Iterable[Edge], used: Mapping[int, int]) -> dict[str, str]:
    known = {article.id for article in story.articles}
    stated: dict[tuple[str, str], str] = {}
    for edge in edges:
        if edge.relation in FOLDING and edge.to in known:
            stated.setdefault((edge.from_, edge.relation), edge.to)
    for index, other in used.items():
        stated[story.articles[index].id, "relays"] = story.articles[other].id
    parents = {}
    for index, article in enumerate(story.articles):
        found = [stated[article.id, relation] for relation in FOLDING if (article.id, relation) in stated]
        found += [story.articles[other].id for other in _same_outlet(press, index)]
        if found:
            parents[article.id] = found[0]
    return parents


def _same_outlet(press: Press, index: int) -> list[int]:
    """The first article of the same outlet: a newsroom does not confirm itself."""
    own = press.own[index]
    first = press.articles_of(own)[:1] if own else []
    return [other for other in first if other != index]
