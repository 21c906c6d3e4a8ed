"""Where texts come from: origins, edges, lineages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.copies import copy_edges
from semeja.compare.corrections import find_followers
from semeja.compare.outlets import outlet_of
from semeja.group.components import components
from semeja.lang.outlets import outlet_row
from semeja.records.dossier import Edge, Origin, Provenance
from semeja.records.story import Story
from semeja.text.keys import plain, slug

FOLDING = frozenset({"copy_of", "translation_of", "common_source", "relays"})
"""Relations that make two texts one chain: who copies, translates or relays the same source adds no second witness."""


AGENCY_WORDS = ("kantor berita", "news agency", "agency")
"""Words of a name that tell an agency from an outlet where the table does not know it."""


class Chains(msgspec.Struct, frozen=True):
    """Provenance with the look-ups that the comparison needs: relay name -> origin id, article id -> its lineage."""

    provenance: Provenance
    origin_ids: dict[str, str]
    lineage_of: dict[str, int]

    def lineages(self, articles: Iterable[str]) -> int:
        """How many independent chains the articles form."""
        return len({self.lineage_of[article] for article in articles})


def trace(story: Story) -> Chains:
    """Edges from the marks in the texts and from shared text, and the lineages that they fold."""
    names = sorted({credit.name for reading in story.readings for credit in reading.credits if credit.name})
    origins = {name: _origin(name) for name in names}
    edges = _merge_edges([*_credit_edges(story, origins), *copy_edges(story)])
    lineages = _lineages(story, edges, {origin.id: origin for origin in origins.values()})
    provenance = Provenance(
        origins=tuple(sorted({origin.id: origin for origin in origins.values()}.values(), key=lambda one: one.id)),
        edges=edges,
        lineages=lineages,
        corrections=find_followers(story, edges),
    )
    return Chains(
        provenance,
        {name: origin.id for name, origin in origins.items()},
        {article: number for number, members in enumerate(lineages) for article in members},
    )


def _origin(name: str) -> Origin:
    row = outlet_row(name)
    if row:
        return Origin(id=f"origin:{row.key}", name=row.name, kind=row.kind)  # type: ignore[arg-type]
    kind = "agency" if plain(name).startswith(AGENCY_WORDS) or plain(name).endswith(AGENCY_WORDS) else "outlet"
    return Origin(id=f"origin:{slug(name)}", name=name, kind=kind)  # type: ignore[arg-type]


def _credit_edges(story: Story, origins: Mapping[str, Origin]) -> list[Edge]:
    """One edge per article, origin and relation, at the first mark; an article does not relay its own outlet."""
    edges = []
    for index, reading in enumerate(story.readings):
        outlet = outlet_of(story.articles[index], reading)
        own = plain(outlet.name) if outlet else None
        for credit in reading.credits:
            if credit.name and plain(origins[credit.name].name) != own:
                edges.append(
                    Edge(
                        from_=reading.article,
                        to=origins[credit.name].id,
                        relation=credit.relation,  # type: ignore[arg-type]
                        marker=story.evidence(index, credit.start, credit.end),
                        scope=credit.scope,  # type: ignore[arg-type]
                        shared=(),
                        rule=credit.rule,
                    )
                )
    return edges


def _merge_edges(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    first: dict[tuple[str, str, str], Edge] = {}
    for edge in edges:
        first.setdefault((edge.from_, edge.to, edge.relation), edge)
    return tuple(first[key] for key in sorted(first))


def _lineages(story: Story, edges: tuple[Edge, ...], origins: Mapping[str, Origin]) -> tuple[tuple[str, ...], ...]:
    """Components over the folding edges; an article of the very outlet that others relay is the head of their chain."""
    links = {(article.id, article.id) for article in story.articles}
    links |= {(edge.from_, edge.to) for edge in edges if edge.relation in FOLDING}
    owners: dict[str, list[str]] = defaultdict(list)
    for article, reading in zip(story.articles, story.readings, strict=True):
        outlet = outlet_of(article, reading)
        if outlet:
            owners[plain(outlet.name)].append(article.id)
    for origin in origins.values():
        links |= {(origin.id, article) for article in owners.get(plain(origin.name), [])}
    known = {article.id for article in story.articles}
    chains = (tuple(one for one in members if one in known) for members in components(links))
    return tuple(sorted(chain for chain in chains if chain))
