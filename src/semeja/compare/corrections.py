"""Corrections: which article corrects which, and which of the others followed."""

from collections.abc import Iterable

from semeja.records.dossier import Correction, Edge
from semeja.records.story import Story
from semeja.text.keys import plain


def find_followers(story: Story, edges: Iterable[Edge]) -> tuple[Correction, ...]:
    """One row per correcting article. `corrects` is the article that it copies or an older one of its outlet."""
    rows = []
    for index, reading in enumerate(story.readings):
        if reading.corrections:
            mark = reading.corrections[0]
            corrected = _corrected(story, index, edges)
            followers = _followers(story, index)
            others = tuple(
                article.id for article in story.articles if article.id not in (reading.article, corrected, *followers)
            )
            rows.append(
                Correction(
                    article=reading.article,
                    corrects=corrected,
                    followed_by=followers,
                    not_followed_by=others if corrected else (),
                    evidence=story.evidence(index, mark.start, mark.end),
                )
            )
    return tuple(rows)


def _corrected(story: Story, index: int, edges: Iterable[Edge]) -> str | None:
    """The older text that the correcting article shares most with, else the older article of the same outlet."""
    me = story.articles[index]
    copied = [edge for edge in edges if edge.relation == "copy_of" and edge.from_ == me.id]
    if copied:
        return max(copied, key=lambda edge: (len(edge.shared), edge.to)).to
    outlet = story.readings[index].structure.outlet_name or me.outlet
    own = [
        article.id
        for article, reading in zip(story.articles[:index], story.readings[:index], strict=True)
        if outlet and plain(article.outlet or reading.structure.outlet_name or "") == plain(outlet)
    ]
    return own[-1] if own else None


def _followers(story: Story, index: int) -> tuple[str, ...]:
    """Other articles that carry a correction mark themselves."""
    return tuple(reading.article for at, reading in enumerate(story.readings) if at != index and reading.corrections)
