"""Articles of outlets that belong together: no witness less, unless they share the text."""

from collections import defaultdict

from semeja.compare.decided_outlets import decided_owner
from semeja.compare.origins import Press
from semeja.compare.outlets import network_of, outlet_of, parent_domain
from semeja.lang.outlets import find_outlet
from semeja.records.dossier import Edge
from semeja.records.story import Story
from semeja.text.keys import plain


def group_edges(story: Story, press: Press) -> list[Edge]:
    """A `same_group` edge from each article to the first one of another outlet of its owner, network or domain."""
    members: dict[str, list[int]] = defaultdict(list)
    for index in range(len(story.articles)):
        for owner in _owners(story, index):
            members[owner].append(index)
    edges = []
    for owner, indices in sorted(members.items()):
        first = indices[0]
        edges += [
            _edge(story, index, first, owner)
            for index in indices[1:]
            if press.own[index] is None or press.own[index] != press.own[first]
        ]
    return edges


def _owners(story: Story, index: int) -> list[str]:
    """Keys under which owners meet: the group of the table, the network of the masthead, the domain."""
    article, reading = story.articles[index], story.readings[index]
    outlet = outlet_of(article, reading)
    row = (find_outlet(outlet.name) or find_outlet(outlet.domain or "")) if outlet else None
    network = network_of(article, reading)
    found = {f"group {plain(name)}" for name in (row.group if row else None, network.name if network else None) if name}
    if outlet and outlet.domain:
        found.add(f"domain {parent_domain(outlet.domain)}")
    if owner := decided_owner(story.decisions, outlet):
        found.add(f"decided {owner}")
    return sorted(found)


def _edge(story: Story, index: int, first: int, owner: str) -> Edge:
    network = network_of(story.articles[index], story.readings[index])
    return Edge(
        from_=story.articles[index].id,
        to=story.articles[first].id,
        relation="same_group",
        marker=story.evidence(index, network.start, network.end) if network else None,
        scope="article",
        shared=(),
        rule=f"syndication.{owner.split(' ')[0]}",
    )
