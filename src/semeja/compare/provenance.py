"""Where texts come from: origins, edges, lineages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.attributions import Attribution, attribute, credit_edges, dependence
from semeja.compare.citations import cite_edges, own_article
from semeja.compare.common_sources import common_source_edges
from semeja.compare.copies import copy_edges
from semeja.compare.corrections import find_followers
from semeja.compare.lineages import find_lineages
from semeja.compare.origins import Press, name_press
from semeja.compare.passages import body_words
from semeja.compare.precedence import Precedence
from semeja.compare.retold import Retold, find_retold
from semeja.compare.syndication import group_edges
from semeja.compare.translations import translation_edges
from semeja.records.dossier import Edge, Evidence, Provenance
from semeja.records.story import Story


class Chains(msgspec.Struct, frozen=True):
    """Provenance with the look-ups that the comparison needs: relay name -> origin id, article id -> its lineage, and
    article id -> (start, end, lineage) of the passages that it copied from another chain."""

    provenance: Provenance
    origin_ids: dict[str, str]
    lineage_of: dict[str, int]
    borrowed: dict[str, tuple[tuple[int, int, int], ...]] = {}

    @property
    def copied(self) -> dict[str, frozenset[str]]:
        """Article id -> ids of the articles that it copies."""
        found: dict[str, set[str]] = defaultdict(set)
        for edge in self.provenance.edges:
            if edge.relation == "copy_of":
                found[edge.from_].add(edge.to)
        return {article: frozenset(sources) for article, sources in found.items()}

    def lineages(self, articles: Iterable[str]) -> int:
        """How many independent chains the articles form."""
        return len({self.lineage_of[article] for article in articles})

    def lineages_behind(self, evidence: Iterable[Evidence]) -> int:
        """How many independent chains stand behind these very characters.

        A text put together from two others belongs to one chain, yet what it took from the second adds no witness
        beside it: a passage counts for the chain that it was copied from.
        """
        return len({self._lineage_behind(one) for one in evidence})

    def _lineage_behind(self, evidence: Evidence) -> int:
        for start, end, lineage in self.borrowed.get(evidence.article, ()):
            if start < evidence.end and evidence.start < end:
                return lineage
        return self.lineage_of[evidence.article]


def trace(story: Story) -> Chains:
    """Edges from the marks in the texts and from shared text, and the lineages that they fold."""
    press = name_press(story)
    attributions = attribute(story, press)
    depends = dependence(story, attributions)
    used = _used(story, press, depends)
    credited = _credited(press, attributions)
    lengths = [len(body_words(story, index)) for index in range(len(story.articles))]
    retold = find_retold(story, Precedence(story, credited, lengths))
    copies = copy_edges(story, credited)
    firm = [*copies, *translation_edges(story, attributions, press, _not_copied(story, retold, copies))]
    textual = [*firm, *common_source_edges(story, firm, used, _not_copied(story, retold, firm))]
    cited = _new(story, press, cite_edges(story, press, attributions), firm)
    edges = _in_order([*credit_edges(story, attributions), *textual, *cited, *group_edges(story, press)])
    outside = {index: origin for index, origin in depends.items() if index not in used}
    lineages, folds = find_lineages(story, press, textual, used, outside, attributions)
    lineage_of = {article: number for number, members in enumerate(lineages) for article in members}
    origins = {one.origin.id: one.origin for one in attributions}
    return Chains(
        Provenance(
            origins=tuple(origins[key] for key in sorted(origins)),
            edges=edges,
            lineages=lineages,
            corrections=find_followers(story, press, edges, lineages),
            folds=folds,
        ),
        {name: origin.id for name, origin in press.by_name.items() if origin.id in origins},
        lineage_of,
        _borrowed(edges, lineage_of),
    )


def _not_copied(story: Story, retold: Iterable[Retold], edges: Iterable[Edge]) -> list[Retold]:
    """Retellings by texts that no firmer edge leads to another: a copy tells what its source tells."""
    firmer = {edge.from_ for edge in edges}
    return [one for one in retold if story.articles[one.later].id not in firmer]


def _borrowed(edges: Iterable[Edge], lineage_of: Mapping[str, int]) -> dict[str, tuple[tuple[int, int, int], ...]]:
    """Article -> the passages that it copied from a text of another chain, with the number of that chain."""
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for edge in edges:
        if edge.relation == "copy_of" and lineage_of[edge.from_] != lineage_of[edge.to]:
            found[edge.from_] += [(mine.start, mine.end, lineage_of[edge.to]) for mine, _ in edge.shared]
    return {article: tuple(sorted(passages)) for article, passages in found.items()}


def _used(story: Story, press: Press, depends: Mapping[int, str]) -> dict[int, int]:
    """Article -> the article of the story that it depends on, where its origin has one there."""
    found = {index: own_article(story, press, index, origin) for index, origin in depends.items()}
    return {index: other for index, other in found.items() if other is not None}


def _credited(press: Press, attributions: Iterable[Attribution]) -> Mapping[int, frozenset[int]]:
    """Article -> the articles whose outlet its text credits."""
    found: dict[int, set[int]] = {}
    for one in attributions:
        if one.credit.relation != "photo_credit":
            found.setdefault(one.index, set()).update(press.articles_of(one.origin.id))
    return {index: frozenset(others - {index}) for index, others in found.items()}


def _new(story: Story, press: Press, citations: Iterable[Edge], firm: Iterable[Edge]) -> list[Edge]:
    """Citations that no firm edge to the same article, or to another one of the cited outlet, explains already."""
    place = {article.id: index for index, article in enumerate(story.articles)}
    told = {(edge.from_, place[edge.to]) for edge in firm}
    told |= {
        (source, other) for source, to in told if press.own[to] for other in press.articles_of(press.own[to] or "")
    }
    return [edge for edge in citations if (edge.from_, place[edge.to]) not in told]


def _in_order(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Of edges between the same two with one relation the first, sorted by article, target and relation."""
    first: dict[tuple[str, str, str], Edge] = {}
    for edge in edges:
        first.setdefault((edge.from_, edge.to, edge.relation), edge)
    return tuple(first[key] for key in sorted(first))
