"""An article on a terminal: noise struck out, names, quotes, times, figures and events marked, then listed."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

import click

from semeja.records.article import Article
from semeja.records.reading import CodedEvent, Quantity, Reading
from semeja.records.span import Span

LONGEST = 90
"""Characters of a passage in a list."""


class Place(Protocol):
    """Whatever has a place in the text."""

    @property
    def start(self) -> int:
        """Its first code point."""
        ...

    @property
    def end(self) -> int:
        """The code point after its last."""
        ...


Style = dict[str, object]
STYLES: dict[str, Style] = {
    "noise": {"strikethrough": True, "dim": True},
    "quote": {"fg": "cyan"},
    "time": {"fg": "green"},
    "figure": {"fg": "yellow"},
    "name": {"bold": True},
    "event": {"underline": True},
}


def annotate(article: Article, reading: Reading, coloured: bool) -> str:
    """The text with its marks; without colours noise stands between `[-` and `-]`, as in a word difference."""
    spans = _spans(reading)
    cuts = sorted({0, len(article.text), *(edge for _, span in spans for edge in (span.start, span.end))})
    pieces, active, upcoming = [], [], sorted(spans, key=lambda one: one[1], reverse=True)
    for start, end in pairwise(cuts):
        while upcoming and upcoming[-1][1].start <= start:
            active.append(upcoming.pop())
        active = [one for one in active if one[1].end > start]
        pieces.append(_styled(article.text[start:end], {kind for kind, _ in active}, coloured))
    return "".join(pieces).strip("\n")


def _spans(reading: Reading) -> list[tuple[str, Span]]:
    families = (
        ("noise", reading.removed),
        ("quote", reading.quotes),
        ("time", reading.times),
        ("figure", reading.quantities),
        ("event", [one.trigger for one in reading.events]),
        ("name", [one for one in reading.mentions if one.form in ("name", "metonym")]),
    )
    return [(kind, Span(one.start, one.end)) for kind, found in families for one in found if one.end > one.start]


def _styled(text: str, kinds: set[str], coloured: bool) -> str:
    if not coloured:
        return f"[-{text}-]" if "noise" in kinds and text.strip() else text
    style: Style = {}
    for kind in ("event", "name", "figure", "time", "quote", "noise"):
        if kind in kinds:
            style |= STYLES[kind]
    return click.style(text, **style) if style else text  # type: ignore[arg-type]


def findings(article: Article, reading: Reading) -> Iterator[str]:
    """A line per finding, by family, each with its rule."""

    def words(one: Place) -> str:
        flat = " ".join(article.text[one.start : one.end].split())
        return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"

    published = reading.published
    yield f"published: {published.value if published else 'not stated'} · told from {reading.told_from}"
    yield from _family("removed", (f"{one.reason}: {words(one)}" for one in reading.removed))
    yield from _family("cast", (_character(one.id, one.name, one.represents) for one in reading.cast))
    yield from _family(
        "quotes",
        (f"{_who(one.speaker)} {one.kind}: “{words(one)}”  [{one.rule}]" for one in reading.quotes),
    )
    yield from _family("times", (f"{words(one)} = {one.value or '?'}  [{one.rule}]" for one in reading.times))
    yield from _family("quantities", (f"{words(one)} = {_amount(one)}  [{one.rule}]" for one in reading.quantities))
    yield from _family("events", (f"{_event(one)}: {words(one)}  [{one.rule}]" for one in reading.events))
    yield from _family("credits", (f"{one.relation} {one.name} ({one.scope})  [{one.rule}]" for one in reading.credits))


def _who(ids: tuple[str, ...]) -> str:
    return ", ".join(ids) or "?"


def _amount(one: Quantity) -> str:
    low, high = ("" if bound is None else f"{bound:g}" for bound in (one.low, one.high))
    return f"{low}..{high} {one.of or one.unit or ''}".rstrip()


def _event(one: CodedEvent) -> str:
    """Type, who to whom, how real, under which operators."""
    scope = " ".join(one.operators) or "narrated"
    return f"{one.type} {_who(one.actor)} > {', '.join(one.recipient) or '-'} {one.modality} {one.polarity} ({scope})"


def _character(id: str, name: str, represents: str | None) -> str:
    return f"{name}  {id}" + (f" for {represents}" if represents else "")


def _family(name: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"\n{name}"
    found = False
    for line in lines:
        found = True
        yield f"  {line}"
    if not found:
        yield "  none"
