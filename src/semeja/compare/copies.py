"""Copies within a story: who repeats whose text, passage by passage."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from semeja.compare.instants import earlier
from semeja.compare.passages import Word, body_words, shared_passages, telling_words
from semeja.group.duplicates import SharedText, covered, shared_texts
from semeja.group.fingerprints import grams_of
from semeja.records.dossier import Edge, Evidence
from semeja.records.story import Story

COPY = 0.5
"""Share of the shorter body's telling words in shared runs from which one text is a copy of the other."""
WHOLE = 0.95
"""Share of both bodies from which the copy is exact: what is left is a dateline or a changed figure."""
FEWEST_COPIED = 12
"""Telling words that must be shared: a single stock sentence makes no copy of two short notices."""
AS_NEAR = 0.1
"""Sources whose share of a copy differs by no more are equally near; a credit then decides."""
MOST_SOURCES = 12
"""Sources of one text that are looked at, the nearest first: a compilation of more is shown by these."""

Credited = Mapping[int, frozenset[int]]
"""Index of an article -> indices of the articles whose outlet it credits."""


class _Body(msgspec.Struct, frozen=True):
    words: tuple[Word, ...]
    telling: tuple[str, ...]
    published: str | None


class _Source(msgspec.Struct, frozen=True):
    """A text that the copy may come from: share of the copy that it explains, and of itself that went in."""

    index: int
    of_copy: float
    of_source: float


def copy_edges(story: Story, credited: Credited) -> list[Edge]:
    """`copy_of` edges from each copy to its nearest source, and to further sources of blocks that the nearest lacks.

    Who copied whom is decided by the first of these that tells: only one credits the other's outlet; one was
    published earlier; the longer text is the source (copies are cut more often than extended); the order of the story.
    """
    bodies = [_body(story, index) for index in range(len(story.articles))]
    place = {article.id: index for index, article in enumerate(story.articles)}
    texts = {article.id: body.telling for article, body in zip(story.articles, bodies, strict=True) if body.telling}
    sources: dict[int, list[_Source]] = defaultdict(list)
    for pair in shared_texts(texts):
        if _is_copy(pair, texts):
            copy, source = _directed(bodies, credited, place, pair)
            sources[copy].append(source)
    return [
        _edge(story, bodies, copy, source)
        for copy in sorted(sources)
        for source in _nearest(bodies, copy, sources[copy], credited.get(copy, frozenset()))
    ]


def _body(story: Story, index: int) -> _Body:
    words = body_words(story, index)
    published = story.readings[index].published
    return _Body(words, telling_words(words), published.value if published else None)


def _is_copy(pair: SharedText, texts: Mapping[str, tuple[str, ...]]) -> bool:
    shared = min(pair.of_left * len(texts[pair.left]), pair.of_right * len(texts[pair.right]))
    return max(pair.of_left, pair.of_right) >= COPY and round(shared) >= FEWEST_COPIED


def _directed(
    bodies: list[_Body], credited: Credited, place: Mapping[str, int], pair: SharedText
) -> tuple[int, _Source]:
    """The copy of a pair, and the other one as its source."""
    left, right = place[pair.left], place[pair.right]
    if _is_source(bodies, credited, left, right):
        return right, _Source(left, pair.of_right, pair.of_left)
    return left, _Source(right, pair.of_left, pair.of_right)


def _is_source(bodies: list[_Body], credited: Credited, one: int, other: int) -> bool:
    is_credited, credits_other = one in credited.get(other, ()), other in credited.get(one, ())
    if is_credited != credits_other:
        return is_credited
    first = earlier(bodies[one].published, bodies[other].published)
    if first is not None:
        return first
    lengths = len(bodies[one].words), len(bodies[other].words)
    return lengths[0] > lengths[1] if lengths[0] != lengths[1] else one < other


def _nearest(bodies: list[_Body], copy: int, sources: list[_Source], credited: frozenset[int]) -> list[_Source]:
    """The nearest source first; then those that explain a block of their own, half as long as the shorter text."""
    best = max(source.of_copy for source in sources)

    def rank(source: _Source) -> tuple[bool, bool, float, int]:
        near = source.of_copy >= best - AS_NEAR
        alike = source.of_source if near else source.of_copy
        return not near, near and source.index not in credited, -alike, source.index

    telling = bodies[copy].telling
    grams = grams_of(telling)
    kept: list[_Source] = []
    explained = 0
    for source in sorted(sources, key=rank)[:MOST_SOURCES]:
        marks = covered(grams, frozenset(grams_of(bodies[source.index].telling)), len(telling))
        added = (marks & ~explained).bit_count()
        if not kept or added >= max(FEWEST_COPIED, COPY * min(len(telling), len(bodies[source.index].telling))):
            kept.append(source)
            explained |= marks
    return kept


def _edge(story: Story, bodies: list[_Body], copy: int, source: _Source) -> Edge:
    passages = shared_passages(bodies[copy].words, bodies[source.index].words)
    shared = tuple((story.evidence(copy, *mine), story.evidence(source.index, *theirs)) for mine, theirs in passages)
    return Edge(
        from_=story.articles[copy].id,
        to=story.articles[source.index].id,
        relation="copy_of",
        marker=_longest(shared),
        scope="article",
        shared=shared,
        rule=f"copies.{_kind(source)}",
    )


def _kind(source: _Source) -> str:
    """How the copy was made: `exact`, `edited` (both mostly shared), `shortened`, `extended`."""
    if min(source.of_copy, source.of_source) >= WHOLE:
        return "exact"
    if min(source.of_copy, source.of_source) >= COPY:
        return "edited"
    return "shortened" if source.of_copy >= COPY else "extended"


def _longest(shared: tuple[tuple[Evidence, Evidence], ...]) -> Evidence | None:
    return max((mine for mine, _ in shared), key=lambda one: (one.end - one.start, -one.start), default=None)
