"""Copies within a story: who repeats whose text, passage by passage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

import msgspec

from semeja.compare.alterations import find_alterations
from semeja.compare.compilations import WHOLE_PART, Compilation, find_compilation
from semeja.compare.passages import Word, body_words, shared_passages, telling_words
from semeja.compare.precedence import Credited, Precedence
from semeja.group.components import components
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
NARRATED = 0.3
"""Share of a short text's own words, those that nobody is quoted with, that a copy has."""
AS_NEAR = 0.1
"""Sources whose share of a copy differs by no more are equally near; a credit then decides."""
MOST_SOURCES = 12
"""Sources of one text that are looked at, the nearest first: a compilation of more is shown by these."""


class _Body(msgspec.Struct, frozen=True):
    words: tuple[Word, ...]
    telling: tuple[str, ...]


class _Source(msgspec.Struct, frozen=True):
    """A text that the copy may come from: share of the copy that it explains, and of itself that went in."""

    index: int
    of_copy: float
    of_source: float


def copy_edges(story: Story, credited: Credited) -> list[Edge]:
    """`copy_of` edges from each copy to its nearest source, and to further sources of blocks that the nearest lacks.

    A text that is made of two others is their copy, whatever its date; else `Precedence` says who copied whom.
    """
    bodies = [_body(story, index) for index in range(len(story.articles))]
    place = {article.id: index for index, article in enumerate(story.articles)}
    texts = {article.id: body.telling for article, body in zip(story.articles, bodies, strict=True) if body.telling}
    precedence = Precedence(story, credited, [len(body.words) for body in bodies])
    pairs = [pair for pair in shared_texts(texts) if _is_copy(pair, texts) and _narrates(pair, bodies, place)]
    compilations = _compilations(bodies, place, pairs)
    made_of = {whole: one.parts for whole, one in compilations.items()}
    sources: dict[int, list[_Source]] = defaultdict(list)
    known = _known_copies(precedence, place, pairs)
    for pair in pairs:
        copy, source = _directed(precedence, made_of, known, place, pair)
        sources[copy].append(source)
    for copy, source in _beside_one_another(bodies, precedence, compilations.values()):
        sources[copy].append(source)
    return [
        _edge(story, bodies, copy, source)
        for copy in sorted(sources)
        for source in _nearest(bodies, copy, sources[copy], credited.get(copy, frozenset()))
    ]


def _body(story: Story, index: int) -> _Body:
    words = body_words(story, index)
    return _Body(words, telling_words(words))


def _is_copy(pair: SharedText, texts: Mapping[str, tuple[str, ...]]) -> bool:
    shared = min(pair.of_left * len(texts[pair.left]), pair.of_right * len(texts[pair.right]))
    return max(pair.of_left, pair.of_right) >= COPY and round(shared) >= FEWEST_COPIED


def _narrates(pair: SharedText, bodies: list[_Body], place: Mapping[str, int]) -> bool:
    """Whether more than quotations is shared: who quotes one speech at length has not copied the other."""
    sides = bodies[place[pair.left]], bodies[place[pair.right]]
    if all(len(side.telling) < len(side.words) for side in sides):
        return True
    shorter, longer = sorted(sides, key=lambda side: len(side.words))
    keys = [tuple(word.key for word in side.words) for side in (shorter, longer)]
    held = covered(grams_of(keys[0]), frozenset(grams_of(keys[1])), len(keys[0])).to_bytes(len(keys[0]), "little")
    narrating = [mark for word, mark in zip(shorter.words, held, strict=True) if not word.quoted]
    return not narrating or sum(narrating) >= NARRATED * len(narrating)


def _compilations(bodies: list[_Body], place: Mapping[str, int], pairs: list[SharedText]) -> dict[int, Compilation]:
    """Texts that may be made of others -> these."""
    inside: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        left, right = place[pair.left], place[pair.right]
        if pair.of_left >= WHOLE_PART:
            inside[right].append(left)
        if pair.of_right >= WHOLE_PART:
            inside[left].append(right)
    return {
        whole: find_compilation(
            [(part, _places(bodies[whole], bodies[part])) for part in parts], len(bodies[whole].telling)
        )
        for whole, parts in inside.items()
        if len(parts) > 1
    }


def _beside_one_another(
    bodies: list[_Body], precedence: Precedence, compilations: Iterable[Compilation]
) -> Iterator[tuple[int, _Source]]:
    """Copies of one text that were found through compilations of it, each with the one that came first."""
    groups = [group for one in compilations for group in one.alike]
    names = {f"{index:09}": index for group in groups for index in group}
    links = [(f"{group[0]:09}", f"{index:09}") for group in groups for index in group]
    for members in components(links):
        first, *others = (names[name] for name in members)
        for one in others:
            first = one if precedence.comes_first(one, first) else first
        for copy in (names[name] for name in members):
            if copy != first:
                yield copy, _Source(first, _share(bodies[copy], bodies[first]), _share(bodies[first], bodies[copy]))


def _share(whole: _Body, part: _Body) -> float:
    return len(_places(whole, part)) / len(whole.telling)


def _places(whole: _Body, part: _Body) -> frozenset[int]:
    held = covered(grams_of(whole.telling), frozenset(grams_of(part.telling)), len(whole.telling))
    marks = held.to_bytes(len(whole.telling), "little")
    return frozenset(place for place, mark in enumerate(marks) if mark)


def _known_copies(precedence: Precedence, place: Mapping[str, int], pairs: list[SharedText]) -> set[int]:
    """Texts that a credit or a time shows to be copies."""
    signs = [(place[pair.left], place[pair.right]) for pair in pairs]
    told = [(one, other, precedence.sign(one, other)) for one, other in signs]
    return {other if first else one for one, other, first in told if first is not None}


def _directed(
    precedence: Precedence,
    made_of: Mapping[int, frozenset[int]],
    known: Set[int],
    place: Mapping[str, int],
    pair: SharedText,
) -> tuple[int, _Source]:
    """The copy of a pair, and the other one as its source."""
    left, right = place[pair.left], place[pair.right]
    if _is_source(precedence, made_of, known, left, right):
        return right, _Source(left, pair.of_right, pair.of_left)
    return left, _Source(right, pair.of_left, pair.of_right)


def _is_source(
    precedence: Precedence, made_of: Mapping[int, frozenset[int]], known: Set[int], one: int, other: int
) -> bool:
    holds, is_held = other in made_of.get(one, ()), one in made_of.get(other, ())
    if holds != is_held and not precedence.credits(other if holds else one, one if holds else other):
        return is_held
    # A text put together from parts of two is longer than what one of them has in it: taken for the source of an
    # undated one, it would make the two one chain.
    if precedence.sign(one, other) is None and (one in known) != (other in known):
        return other in known
    return precedence.comes_first(one, other)


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
        of_from=round(source.of_copy, 3),
        of_to=round(source.of_source, 3),
        changes=find_alterations(story, copy, source.index, shared),
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
