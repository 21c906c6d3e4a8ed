"""An article's text cut at every mark, so that a page can show names, quotes, times, figures, events and noise."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from markupsafe import Markup, escape

from semeja.dossier.naming import clock
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


def marks_by_article(dossier: Dossier, words: dict[str, str] | None = None) -> dict[str, tuple[Mark, ...]]:
    """All marks of each article that has any, in order; the records are gone through once, not for every article.

    `words`: labels of a page, for titles that a reader understands; without them they give the contract's own words
    and the rule.
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
        said = f"{label.get('mark:quote', '')}: {told(quote.speaker)}", label.get(quote.kind, "")
        yield at(quote.content, "quote", f"{told(quote.speaker)} · {quote.kind} · {quote.rule}", *said)
    for entity in dossier.entities:
        for alias in entity.aliases:
            yield from (at(one, "name", f"{entity.name} · {alias.rule}", entity.name) for one in alias.evidence)
    for time in dossier.times:
        yield at(time.evidence, "time", f"{time.value or '?'} · {time.rule}", clock(time.value))
    for one in dossier.quantities:
        yield at(one.evidence, "figure", f"{one.low}–{one.high} {one.of or ''} · {one.rule}", label.get("figure", ""))
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
        made.append(
            Piece(
                text[start:end],
                tuple(sorted({mark.kind for mark in active})),
                " | ".join(dict.fromkeys(mark.title for mark in active)),
                (f"{article.id}-{start}",) if start in anchors else (),
            )
        )
    return tuple(made)


def marked_up(cut: tuple[Piece, ...]) -> Markup:
    """The pieces as HTML. Made here and not in the template, where each of the many pieces costs five times as much."""
    return Markup("".join([part for piece in cut for part in _tags(piece)]))


def _tags(piece: Piece) -> Iterator[str]:
    yield from (f'<a id="{escape(id)}"></a>' for id in piece.anchors)
    text = str(escape(piece.text))
    if not piece.classes:
        yield text
        return
    title = f' title="{escape(piece.title)}"' if piece.title else ""
    yield f'<span class="{" ".join(piece.classes)}"{title}>{text}</span>'
