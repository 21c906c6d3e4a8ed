"""Corrections: which article corrects which, from what value to what, and which of the others followed."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from semeja.compare.instants import earlier
from semeja.compare.origins import Press
from semeja.lang.pack import CODES
from semeja.lang.tracing import tracing_tables
from semeja.records.dossier import Correction, Edge, Evidence
from semeja.records.reading import CorrectionMark, Quantity, Reading, Sentence
from semeja.records.story import Story

SENTENCES = 4
"""Sentences of the body from a mark on in which the corrected value is looked for."""
NEAR = 60
"""Characters between a cue and the value that it stands for."""

Value = tuple[float | None, float | None, str | None]


class _Change(msgspec.Struct, frozen=True):
    """What the correcting article replaces by what; `sentence` says so."""

    old: Quantity
    new: Quantity
    sentence: Sentence


def find_followers(story: Story, press: Press, edges: Iterable[Edge]) -> tuple[Correction, ...]:
    """One row per correcting article, with those of the others that carry the new value and those left with the old.

    An article that carries neither stands in neither list. A mark in running text alone (`yang benar adalah`) makes
    a correction only when it leads to a value or to an article.
    """
    told = tuple(edges)
    rows = []
    for index, reading in enumerate(story.readings):
        marks = [mark for mark in reading.corrections if mark.kind == "correction"]
        if marks:
            change = _find_change(story, index, marks)
            corrected = _corrected(story, press, index, told, change)
            if change or corrected is not None or any(mark.rule.endswith(".opening") for mark in marks):
                rows.append(_row(story, index, marks[0], corrected, change))
    return tuple(rows)


def _row(story: Story, index: int, mark: CorrectionMark, corrected: int | None, change: _Change | None) -> Correction:
    carried = {index, corrected}
    new, old = [], []
    for other, reading in enumerate(story.readings) if change else ():
        if other not in carried and change:
            if _carries(reading, change.new):
                new.append(reading.article)
            elif _carries(reading, change.old):
                old.append(reading.article)
    return Correction(
        article=story.articles[index].id,
        corrects=None if corrected is None else story.articles[corrected].id,
        followed_by=tuple(new),
        not_followed_by=tuple(old),
        evidence=_evidence(story, index, mark, change),
    )


def _evidence(story: Story, index: int, mark: CorrectionMark, change: _Change | None) -> Evidence:
    """The sentence with the right value, else the mark."""
    place = change.sentence if change else mark
    return story.evidence(index, place.start, place.end)


def _value(quantity: Quantity) -> Value:
    return quantity.low, quantity.high, quantity.unit


def _carries(reading: Reading, quantity: Quantity) -> bool:
    """Whether an article states this value of the same thing, as far as both say what they count."""
    return any(
        _value(one) == _value(quantity) and (one.of == quantity.of or one.of is None or quantity.of is None)
        for one in reading.quantities
    )


def _find_change(story: Story, index: int, marks: list[CorrectionMark]) -> _Change | None:
    """The old and the new value: behind the cue of the right one, and another of its unit behind the cue of the
    wrong one, else the last one before it."""
    text, reading = story.articles[index].text, story.readings[index]
    body = [sentence for sentence in reading.sentences if sentence.zone == "body"]
    for sentence in _around(body, marks):
        new = _behind(text, sentence, reading.quantities, _cues(tracing_tables(CODES).right_value))
        if new is None:
            continue
        others = [one for one in reading.quantities if one.unit == new.unit and _value(one) != _value(new)]
        old = _behind(text, sentence, others, _cues(tracing_tables(CODES).wrong_value)) or _last_before(
            others, body, sentence, new
        )
        if old:
            return _Change(old, new, sentence)
    return None


def _around(body: list[Sentence], marks: list[CorrectionMark]) -> list[Sentence]:
    """Sentences from each mark on; from the first of the body where the mark stands before it (a title)."""
    found: dict[int, Sentence] = {}
    for mark in marks:
        after = [sentence for sentence in body if sentence.end > mark.start][:SENTENCES]
        found |= {sentence.start: sentence for sentence in after}
    return [found[start] for start in sorted(found)]


@cache
def _cues(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b", re.IGNORECASE)


def _behind(text: str, sentence: Sentence, quantities: Iterable[Quantity], cues: re.Pattern[str]) -> Quantity | None:
    """The first value close behind a cue of the sentence, no other cue between."""
    for cue in cues.finditer(text, sentence.start, sentence.end):
        for one in sorted(quantities, key=lambda quantity: quantity.start):
            if cue.end() <= one.start + 1 and one.end <= sentence.end and one.start - cue.end() <= NEAR:
                return one
    return None


def _last_before(others: list[Quantity], body: list[Sentence], sentence: Sentence, new: Quantity) -> Quantity | None:
    """The last other value before the new one, in its sentence or one of the two before, else the first after it."""
    place = body.index(sentence)
    start = body[max(0, place - 2)].start
    before = [one for one in others if start <= one.start < new.start]
    after = [one for one in others if new.end <= one.start < sentence.end]
    return before[-1] if before else after[0] if after else None


def _corrected(story: Story, press: Press, index: int, edges: tuple[Edge, ...], change: _Change | None) -> int | None:
    """The corrected article: cited by its title or copied; else an earlier one of the same outlet, or of an outlet
    that is cited, one with the old value before others, the latest of those."""
    me = story.articles[index].id
    place: Mapping[str, int] = {article.id: number for number, article in enumerate(story.articles)}
    for rule in ("citations.title", "copies."):
        direct = [place[edge.to] for edge in edges if edge.from_ == me and edge.rule.startswith(rule)]
        if direct:
            return direct[0]
    linked = [place[edge.to] for edge in edges if edge.from_ == me and edge.relation == "cites" and edge.to in place]
    own = [other for other in press.articles_of(press.own[index] or "") if other != index]
    for candidates in (own, linked):
        possible = [other for other in candidates if not earlier(_published(story, index), _published(story, other))]
        if possible:
            return max(
                possible, key=lambda other: (bool(change and _carries(story.readings[other], change.old)), other)
            )
    return None


def _published(story: Story, index: int) -> str | None:
    published = story.readings[index].published
    return published.value if published else None
