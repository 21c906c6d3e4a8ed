"""Two texts that retell a third: the same rare sentences, reworded, in the same order."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

import msgspec

from semeja.compare.passages import QUOTED
from semeja.compare.retold import Retold
from semeja.compare.wording import content_stems
from semeja.records.dossier import Edge
from semeja.records.story import Story

ALIKE = 0.6
"""Share of the content stems of two sentences that they have in common from which they tell the same."""
FEWEST_STEMS = 6
"""Content stems of a sentence that is compared: shorter ones are alike by chance."""
FEWEST_PARALLELS = 3
"""Parallels in one order that show a common source (field guide, section 5)."""
LEAST_SHARE = 0.3
"""Share of the shorter text's sentences that the parallels make up."""
MOST_CARRIERS = 2
"""Articles that may tell a rare sentence: what a third one tells too comes with the event."""
_KEYS = 4
"""Stems of a sentence, the rarest, under which its like is looked up."""
_MOST_PER_KEY = 12


class _Line(msgspec.Struct, frozen=True):
    """A sentence of an article, without what stands between quotation marks."""

    article: int
    start: int
    end: int
    stems: frozenset[str]


def common_source_edges(
    story: Story, edges: Iterable[Edge], used: Mapping[int, int], retold: Iterable[Retold]
) -> list[Edge]:
    """`common_source` edges from the later to the earlier of two texts that no firmer edge links.

    Each text that tells another in other words has one, to the text that it is nearest to; then those that retell a
    third text in one language, sentence by sentence.
    """
    place = {article.id: index for index, article in enumerate(story.articles)}
    told = {frozenset((place[edge.from_], place[edge.to])) for edge in edges if edge.to in place}
    told |= {frozenset(pair) for pair in used.items()}
    nearest = [one for one in nearest_retold(retold) if frozenset((one.later, one.first)) not in told]
    told |= {frozenset((one.later, one.first)) for one in nearest}
    return [
        *(retold_edge(story, one, "common_source", "common-sources.retelling") for one in nearest),
        *_parallel_edges(story, told),
    ]


def nearest_retold(retold: Iterable[Retold]) -> list[Retold]:
    """Of the texts that one tells again the one for which most speaks."""
    best: dict[int, Retold] = {}
    for one in retold:
        if one.later not in best or one.strength > best[one.later].strength:
            best[one.later] = one
    return list(best.values())


def retold_edge(story: Story, one: Retold, relation: str, rule: str) -> Edge:
    """The edge of a text that tells another again, with the sentences that tell the same."""
    shared = tuple(
        (story.evidence(one.later, mine.start, mine.end), story.evidence(one.first, theirs.start, theirs.end))
        for mine, theirs in one.retelling.parallels
    )
    return Edge(
        from_=story.articles[one.later].id,
        to=story.articles[one.first].id,
        relation=relation,  # type: ignore[arg-type]
        marker=shared[0][0] if shared else None,
        scope="article",
        shared=shared,
        rule=rule,
        of_from=round(one.retelling.of_left, 3),
        of_to=round(one.retelling.of_right, 3),
    )


def _parallel_edges(story: Story, told: Set[frozenset[int]]) -> list[Edge]:
    """Texts of one language that retell a third: three reworded sentences in one order, told by nobody else."""
    lines = [line for index in range(len(story.articles)) for line in _lines(story, index)]
    sizes = Counter(line.article for line in lines)
    found = []
    for (first, second), parallels in sorted(_parallels(lines).items()):
        chain = _in_one_order(parallels)
        enough = len(chain) >= max(FEWEST_PARALLELS, LEAST_SHARE * min(sizes[first], sizes[second]))
        if enough and frozenset((first, second)) not in told:
            found.append(_edge(story, chain))
    return found


def _lines(story: Story, index: int) -> list[_Line]:
    article, reading = story.articles[index], story.readings[index]
    found = []
    for sentence in reading.sentences:
        if sentence.zone == "body":
            told = QUOTED.sub(" ", article.text[sentence.start : sentence.end])
            stems = frozenset(content_stems(told, reading.language))
            if len(stems) >= FEWEST_STEMS:
                found.append(_Line(index, sentence.start, sentence.end, stems))
    return found


def _parallels(lines: list[_Line]) -> dict[tuple[int, int], list[tuple[_Line, _Line]]]:
    """Article pairs with the sentences that only these two tell alike; looked up by rare stems, never all by all."""
    carriers: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for stem in line.stems:
            carriers[stem].append(number)
    alike: dict[int, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        rarest = sorted(line.stems, key=lambda stem: (len(carriers[stem]), stem))[:_KEYS]
        for other in {other for stem in rarest for other in carriers[stem][:_MOST_PER_KEY]}:
            if lines[other].article != line.article and _alike(line.stems, lines[other].stems):
                alike[number].add(other)
                alike[other].add(number)
    pairs: dict[tuple[int, int], list[tuple[_Line, _Line]]] = defaultdict(list)
    for number in sorted(alike):
        articles = {lines[other].article for other in alike[number]}
        if len(articles) < MOST_CARRIERS and lines[number].article < min(articles):
            other = min(alike[number])
            if {lines[back].article for back in alike[other]} == {lines[number].article}:
                pairs[lines[number].article, lines[other].article].append((lines[number], lines[other]))
    return pairs


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= ALIKE * len(left | right)


def _in_one_order(parallels: list[tuple[_Line, _Line]]) -> list[tuple[_Line, _Line]]:
    """The longest run of parallels that stand in one order in both texts (patience sorting, n log n)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, right) in enumerate(parallels):
        at = bisect_left(tails, right.start)
        tails[at : at + 1] = [right.start]
        ends[at : at + 1] = [number]
        before.append(ends[at - 1] if at else -1)
    chain, last = [], ends[-1] if ends else -1
    while last >= 0:
        chain.append(parallels[last])
        last = before[last]
    return chain[::-1]


def _edge(story: Story, chain: list[tuple[_Line, _Line]]) -> Edge:
    shared = tuple(
        (story.evidence(later.article, later.start, later.end), story.evidence(first.article, first.start, first.end))
        for first, later in chain
    )
    return Edge(
        from_=story.articles[chain[0][1].article].id,
        to=story.articles[chain[0][0].article].id,
        relation="common_source",
        marker=shared[0][0],
        scope="article",
        shared=shared,
        rule="common-sources.parallels",
    )
