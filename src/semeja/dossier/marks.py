"""An article's text cut at every mark, so that a page can show names, quotes, times, figures, events and noise."""

from itertools import pairwise

import msgspec

from semeja.records.dossier import Dossier, DossierArticle, Evidence


class Piece(msgspec.Struct, frozen=True):
    """A run of characters under the same marks. `anchors`: starts of evidence that a link may point at."""

    text: str
    classes: tuple[str, ...]
    title: str
    anchors: tuple[str, ...]


class Mark(msgspec.Struct, frozen=True):
    """A span to show: `kind` is its style class, `title` what a pointer that rests on it reads."""

    start: int
    end: int
    kind: str
    title: str


def anchor(evidence: Evidence) -> str:
    """The id of the place of an evidence on the page of its story."""
    return f"{evidence.article}-{evidence.start}"


def marks_of(dossier: Dossier, article: str) -> tuple[Mark, ...]:
    """All marks of one article, in order."""
    names = {entity.id: entity.name for entity in dossier.entities}

    def told(ids: tuple[str, ...]) -> str:
        return ", ".join(names.get(one, one) for one in ids) or "?"

    found = [
        Mark(one.content.start, one.content.end, "quote", f"{told(one.speaker)} · {one.kind} · {one.rule}")
        for one in dossier.quotes
        if one.article == article
    ]
    found += [
        Mark(place.start, place.end, "name", f"{entity.name} · {alias.rule}")
        for entity in dossier.entities
        for alias in entity.aliases
        for place in alias.evidence
        if place.article == article
    ]
    found += [
        Mark(one.evidence.start, one.evidence.end, "time", f"{one.value or '?'} · {one.rule}")
        for one in dossier.times
        if one.article == article
    ]
    found += [
        Mark(one.evidence.start, one.evidence.end, "figure", f"{one.low}–{one.high} {one.of or ''} · {one.rule}")
        for one in dossier.quantities
        if one.article == article
    ]
    found += [
        Mark(place.start, place.end, "event", f"{event.type} {event.modality} · {told(event.actor)} · {event.rule}")
        for event in dossier.events
        for place in event.evidence
        if place.article == article
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind, mark.title)))


def pieces(article: DossierArticle, marks: tuple[Mark, ...], anchors: frozenset[int]) -> tuple[Piece, ...]:
    """The text of an article as pieces that join to the whole text; empty when the dossier leaves the text out."""
    text = article.text
    if text is None:
        return ()
    noise = tuple(Mark(cut.start, cut.end, "noise", cut.reason) for cut in article.removed)
    everything = sorted((*marks, *noise), key=lambda mark: (mark.start, mark.end, mark.kind, mark.title))
    cuts = sorted({0, len(text), *anchors, *(mark.start for mark in everything), *(mark.end for mark in everything)})
    made, active, upcoming = [], [], list(reversed(everything))
    for start, end in pairwise(cuts):
        while upcoming and upcoming[-1].start <= start:
            active.append(upcoming.pop())
        active = [mark for mark in active if mark.end > start]
        made.append(
            Piece(
                text[start:end],
                tuple(sorted({mark.kind for mark in active})),
                " | ".join(dict.fromkeys(mark.title for mark in active)),
                (f"{article.id}-{start}",) if start in anchors else (),
            )
        )
    return tuple(made)
