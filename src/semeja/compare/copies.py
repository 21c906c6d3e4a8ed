"""Copies within a story: who repeats whose text, passage by passage."""

from collections import defaultdict

from semeja.group.duplicates import SharedText, shared_texts
from semeja.group.fingerprints import word_places
from semeja.records.dossier import Edge, Evidence
from semeja.records.story import Story
from semeja.text.mask import mask

COPY = 0.5
"""Share of the shorter body's word n-grams from which one text is a copy of the other, edited or not."""
MOST_PASSAGES = 12
"""Passages shown per pair, the longest first: enough to judge, few enough to read."""


def copy_edges(story: Story) -> list[Edge]:
    """`copy_of` edges from the later text to the earlier one, with the shared passages."""
    bodies = [body_words(story, index) for index in range(len(story.articles))]
    position = {article.id: index for index, article in enumerate(story.articles)}
    texts = {
        article.id: tuple(word for word, _, _ in body) for article, body in zip(story.articles, bodies, strict=True)
    }
    return [
        _edge(story, bodies, pair, position) for pair in shared_texts(texts) if max(pair.of_left, pair.of_right) >= COPY
    ]


def body_words(story: Story, index: int) -> tuple[tuple[str, int, int], ...]:
    """Words of the body that cleaning kept, with their places in the article."""
    reading = story.readings[index]
    view = mask(story.articles[index].text, reading.removed)
    return tuple(
        (word, paragraph.start + start, paragraph.start + end)
        for paragraph in reading.paragraphs
        if paragraph.zone == "body"
        for word, start, end in word_places(view[paragraph.start : paragraph.end])
    )


def _edge(
    story: Story, bodies: list[tuple[tuple[str, int, int], ...]], pair: SharedText, position: dict[str, int]
) -> Edge:
    first, second = sorted((position[pair.left], position[pair.right]))
    passages = shared_passages(bodies[second], bodies[first])
    shared = tuple((story.evidence(second, *later), story.evidence(first, *earlier)) for later, earlier in passages)
    whole = min(pair.of_left, pair.of_right) >= COPY
    return Edge(
        from_=story.articles[second].id,
        to=story.articles[first].id,
        relation="copy_of",
        marker=_longest(shared),
        scope="article",
        shared=shared,
        rule="copies.whole-text" if whole else "copies.block-in-block",
    )


def _longest(shared: tuple[tuple[Evidence, Evidence], ...]) -> Evidence | None:
    return max((later for later, _ in shared), key=lambda one: (one.end - one.start, -one.start), default=None)


def shared_passages(
    left: tuple[tuple[str, int, int], ...], right: tuple[tuple[str, int, int], ...], fewest: int = 8
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Maximal runs of at least `fewest` equal words as pairs of spans, in order of the left text."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(right) - fewest + 1):
        places[tuple(word for word, _, _ in right[at : at + fewest])].append(at)
    runs: list[tuple[int, int, int]] = []
    at = 0
    while at <= len(left) - fewest:
        starts = places.get(tuple(word for word, _, _ in left[at : at + fewest]), ())
        best = max((_run(left, right, at, start), -start) for start in starts) if starts else (0, 0)
        if best[0]:
            runs.append((at, -best[1], best[0]))
        at += best[0] or 1
    longest = sorted(runs, key=lambda run: (-run[2], run[0]))[:MOST_PASSAGES]
    return [
        ((left[a][1], left[a + length - 1][2]), (right[b][1], right[b + length - 1][2]))
        for a, b, length in sorted(longest)
    ]


def _run(left: tuple[tuple[str, int, int], ...], right: tuple[tuple[str, int, int], ...], a: int, b: int) -> int:
    length = 0
    while a + length < len(left) and b + length < len(right) and left[a + length][0] == right[b + length][0]:
        length += 1
    return length
