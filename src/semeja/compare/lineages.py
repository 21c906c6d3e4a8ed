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
    depends on, for those outside the story. No text and no outlet ever welds two chains together: an article hangs on
    one other at most (what it copies, else translates, else relays, else shares a source with); a cluster of these
    joins the others of one origin, or, where it names none and a single outlet wrote it, one other of that outlet.
    """
    place = {article.id: index for index, article in enumerate(story.articles)}
    links = [(one, one) for one in place] + sorted(_parents(story, edges, used).items())
    clusters = components(links)
    for members in clusters:
        indices = sorted(place[member] for member in members)
        # Where copies of one text name different origins, the earliest that names one decides: a false credit may
        # cost a chain, never make one.
        stated = [origins[index] for index in indices if index in origins]
        newsroom = [story.articles[other].id for other in _same_newsroom(press, indices)]
        links += [(members[0], target) for target in (stated or newsroom)[:1]]
    chains = (tuple(one for one in members if one in place) for members in components(links))
    return tuple(sorted(chain for chain in chains if chain))


def _parents(story: Story, edges: Iterable[Edge], used: Mapping[int, int]) -> dict[str, str]:
    known = {article.id for article in story.articles}
    stated: dict[tuple[str, str], str] = {}
    for edge in edges:
        if edge.relation in FOLDING and edge.to in known:
            stated.setdefault((edge.from_, edge.relation), edge.to)
    for index, other in used.items():
        stated[story.articles[index].id, "relays"] = story.articles[other].id
    return {
        one: parents[0]
        for one in known
        if (parents := [stated[one, relation] for relation in FOLDING if (one, relation) in stated])
    }


def _same_newsroom(press: Press, indices: list[int]) -> list[int]:
    """The first article of the outlet that alone stands behind a cluster: a newsroom does not confirm itself."""
    outlets = {press.own[index] for index in indices}
    own = outlets.pop()
    if outlets or own is None:
        return []
    return [other for other in press.articles_of(own) if other not in indices][:1]
