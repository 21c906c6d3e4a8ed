"""Articles of the story that other articles name: by their outlet or by their title."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from semeja.compare.attributions import Attribution
from semeja.compare.instants import earlier
from semeja.compare.origins import Press
from semeja.compare.passages import body_words
from semeja.group.fingerprints import word_places
from semeja.records.dossier import Edge
from semeja.records.story import Story

FEWEST_TITLE_WORDS = 4
"""Words of a title that a text must repeat to cite it: shorter titles are phrases."""

CORRECTING = frozenset({"correction", "reply", "retraction"})
"""Kinds of marks of an article that answers or replaces another one."""

Titles = Mapping[tuple[str, ...], dict[tuple[str, ...], list[int]]]
"""Opening words -> title -> indices of the articles that bear it."""


def cite_edges(story: Story, press: Press, attributions: Iterable[Attribution]) -> list[Edge]:
    """`cites` edges to articles: titles that a body repeats, then outlets whose own article lies in the story."""
    titles = _titles(story)
    edges = [
        _edge(story, index, cited, span, "citations.title")
        for index in range(len(story.articles))
        for cited, span in sorted(_titles_in(story, press, titles, index).items())
    ]
    for one in attributions:
        cited = own_article(story, press, one.index, one.origin.id)
        if cited is not None and one.credit.relation != "photo_credit":
            edges.append(_edge(story, one.index, cited, (one.credit.start, one.credit.end), "citations.outlet"))
    return edges


def own_article(story: Story, press: Press, index: int, origin: str) -> int | None:
    """The article of the outlet `origin` that the one at `index` may have used: its latest earlier one, else its
    first, a correction last; None when the outlet has none in the story."""
    own = [other for other in press.articles_of(origin) if other != index]
    own = [other for other in own if not _is_correction(story, other)] or own
    before = [other for other in own if earlier(_published(story, other), _published(story, index))]
    return before[-1] if before else own[0] if own else None


def _is_correction(story: Story, index: int) -> bool:
    return any(mark.kind in CORRECTING for mark in story.readings[index].corrections)


def _published(story: Story, index: int) -> str | None:
    published = story.readings[index].published
    return published.value if published else None


def _edge(story: Story, index: int, cited: int, span: tuple[int, int], rule: str) -> Edge:
    return Edge(
        from_=story.articles[index].id,
        to=story.articles[cited].id,
        relation="cites",
        marker=story.evidence(index, *span),
        scope="article" if rule == "citations.title" else "sentence",
        shared=(),
        rule=rule,
    )


def _titles_in(story: Story, press: Press, titles: Titles, index: int) -> dict[int, tuple[int, int]]:
    """Articles whose title stands in the body of the one at `index`, with the place."""
    words = body_words(story, index)
    keys = tuple([word.key for word in words])
    found: dict[int, tuple[int, int]] = {}
    for at in range(len(words) - FEWEST_TITLE_WORDS + 1):
        for title, owners in titles.get(keys[at : at + FEWEST_TITLE_WORDS], {}).items():
            if index not in owners and keys[at : at + len(title)] == title:
                cited = _owner(press, index, owners)
                found.setdefault(cited, (words[at].start, words[at + len(title) - 1].end))
    return found


def _titles(story: Story) -> Titles:
    titles: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = defaultdict(dict)
    for index, reading in enumerate(story.readings):
        title = reading.structure.title
        text = story.articles[index].text[title.start : title.end] if title else ""
        words = tuple(word for word, _, _ in word_places(text))
        if len(words) >= FEWEST_TITLE_WORDS:
            titles[words[:FEWEST_TITLE_WORDS]].setdefault(words, []).append(index)
    return titles


def _owner(press: Press, index: int, owners: list[int]) -> int:
    """Of several articles with one title the one of the same outlet, else the first: copies keep titles."""
    same = [owner for owner in owners if press.own[owner] is not None and press.own[owner] == press.own[index]]
    return (same or owners)[0]
