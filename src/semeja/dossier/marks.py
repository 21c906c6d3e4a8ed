"""An article's text cut at every mark, so that a page can show names, quotes, times, figures, events and noise."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

import msgspec
from markupsafe import Markup, escape

from semeja.dossier.naming import clock
from semeja.records.dossier import Dossier, DossierArticle, Evidence

_AROUND = frozenset({"quote", "event", "noise"})
"""Marks that go over many words and hold others: one tag for all their pieces."""


class Piece(msgspec.Struct, frozen=True):
    """A run of characters under the same marks: `classes` and `title` of the short ones, `around` and `around_title`
    of those that hold them. `anchors`: starts of evidence that a link may point at."""

    text: str
    classes: tuple[str, ...]
    title: str
    around: tuple[str, ...]
    around_title: str
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


def marks_by_article(dossier: Dossier, words: dict[str, str] | None = None) -> dict[str, tuple[Mark, ...]]:
    """All marks of each article that has any, in order; the records are gone through once, not for every article.

    `words`: labels of a page, for titles that a reader understands, that of a name where its form stands first;
    without them titles give the contract's own words and the rule.
    """
    found: dict[str, list[Mark]] = defaultdict(list)
    for article, mark in _marks(dossier, words):
        found[article].append(mark)
    return {article: tuple(sorted(marks, key=_order)) for article, marks in found.items()}


def _marks(dossier: Dossier, words: dict[str, str] | None) -> Iterator[tuple[str, Mark]]:
    """(article, mark) of every record."""
    names = {entity.id: entity.name for entity in dossier.entities}

    def told(ids: tuple[str, ...]) -> str:
        return ", ".join(names.get(one, one) for one in ids) or "?"

    def at(place: Evidence, kind: str, raw: str, *said: str) -> tuple[str, Mark]:
        title = raw if words is None else " · ".join(part for part in said if part)
        return place.article, Mark(place.start, place.end, kind, title)

    label = words or {}
    for quote in dossier.quotes:
        speaker, kind = told(quote.speaker), label.get(quote.kind, "")
        yield at(quote.content, "quote", f"{speaker} · {quote.kind} · {quote.rule}", speaker, kind)
    for entity in dossier.entities:
        for alias in entity.aliases:
            shown = entity.name if alias.text != entity.name else ""
            first = {place.article: place for place in reversed(alias.evidence)}
            for place in alias.evidence:
                said_name = shown if first[place.article] is place else ""
                yield at(place, "name", f"{entity.name} · {alias.rule}", said_name)
    for time in dossier.times:
        yield at(time.evidence, "time", f"{time.value or '?'} · {time.rule}", clock(time.value))
    for one in dossier.quantities:
        yield at(one.evidence, "figure", f"{one.low}–{one.high} {one.of or ''} · {one.rule}")
    for event in dossier.events:
        raw = f"{event.type} {event.modality} · {told(event.actor)} · {event.rule}"
        said = label.get(f"event:{event.type}", ""), label.get(f"modality:{event.modality}", "")
        yield from (
            at(place, "event", raw, *said, *([told(event.actor)] if event.actor else [])) for place in event.evidence
        )


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, mark.end, mark.kind, mark.title


def pieces(
    article: DossierArticle, marks: tuple[Mark, ...], anchors: frozenset[int], words: dict[str, str]
) -> tuple[Piece, ...]:
    """The text of an article as pieces that join to the whole text; empty when the dossier leaves the text out.
    `words`: labels, for why a range was skipped."""
    text = article.text
    if text is None:
        return ()
    noise = tuple(
        Mark(cut.start, cut.end, "noise", f"{words['mark:noise']}: {words[f'removed_{cut.reason}']}")
        for cut in article.removed
    )
    everything = sorted((*marks, *noise), key=_order)
    cuts = sorted({0, len(text), *anchors, *(mark.start for mark in everything), *(mark.end for mark in everything)})
    made, active, upcoming = [], [], list(reversed(everything))
    for start, end in pairwise(cuts):
        while upcoming and upcoming[-1].start <= start:
            active.append(upcoming.pop())
        active = [mark for mark in active if mark.end > start]
        inner = [mark for mark in active if mark.kind not in _AROUND]
        outer = [mark for mark in active if mark.kind in _AROUND]
        anchored = (f"{article.id}-{start}",) if start in anchors else ()
        made.append(Piece(text[start:end], *_told(inner), *_told(outer), anchored))
    return tuple(made)


def _told(marks: list[Mark]) -> tuple[tuple[str, ...], str]:
    """The classes and the title of marks."""
    titles = dict.fromkeys(mark.title for mark in marks if mark.title)
    return tuple(sorted({mark.kind for mark in marks})), " | ".join(titles)


def marked_up(cut: tuple[Piece, ...]) -> Markup:
    """The pieces as HTML. Made here and not in the template, where each of the many pieces costs five times as much."""
    grouped = groupby(cut, key=lambda piece: (piece.around, piece.around_title))
    return Markup("".join([part for (kinds, title), pieces in grouped for part in _held(kinds, title, list(pieces))]))


def _held(kinds: tuple[str, ...], title: str, held: list[Piece]) -> Iterator[str]:
    """Pieces in the tag of what goes around them."""
    if kinds:
        yield _opening("", kinds, title)
    for piece in held:
        text, place = str(escape(piece.text)), "".join(piece.anchors)
        bare = not piece.classes and not place
        yield text if bare else f"{_opening(place, piece.classes, piece.title)}{text}</span>"
    if kinds:
        yield "</span>"


def _opening(place: str, kinds: tuple[str, ...], title: str) -> str:
    id = f' id="{escape(place)}"' if place else ""
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    said = f' title="{escape(title)}"' if title else ""
    return f"<span{id}{kind}{said}>"
