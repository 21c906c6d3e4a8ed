"""Corrections: which article corrects which, from what value to what, and which of the copies followed."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from semeja.compare.changes import Change, find_change
from semeja.compare.citations import CORRECTING
from semeja.compare.instants import earlier
from semeja.compare.origins import Press
from semeja.compare.wording import content_keys
from semeja.lang.pack import CODES
from semeja.lang.tracing import tracing_tables
from semeja.records.dossier import Correction, Edge
from semeja.records.reading import CorrectionMark, Quantity, Reading, Sentence
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.keys import fold

SENTENCES = 4
"""Sentences from a mark on, and `BEFORE` ones ahead of a mark in running text, in which the values are looked for."""
BEFORE = 2
_WORD = re.compile(r"\w+")
OF_TEXT = frozenset({"copy_of", "relays", "cites", "translation_of"})
"""Relations through which a value of one article comes into another."""

Value = tuple[float | None, float | None, str | None]


class Note(msgspec.Struct, frozen=True):
    """What an article says of a correction: its first mark, the kind of row that it makes, and its sentences."""

    kind: str
    mark: CorrectionMark
    sentences: tuple[Sentence, ...]
    change: Change | None


def find_followers(
    story: Story, press: Press, edges: Iterable[Edge], lineages: Iterable[tuple[str, ...]]
) -> tuple[Correction, ...]:
    """One row per correcting article, with those of its copies that carry the new value and those left with the old.

    A copy is an article of one chain with the corrected or the correcting one, or one that copies, relays or cites
    either. A copy that carries both values, or none, follows or stands in neither list.
    """
    told = tuple(edges)
    chain = {article: number for number, members in enumerate(lineages) for article in members}
    rows = []
    for index in range(len(story.articles)):
        note = find_note(story, index)
        if note:
            corrected = _corrected(story, press, index, told, note)
            copies = _copies(story, told, chain, {index, index if corrected is None else corrected})
            rows.append(_row(story, index, note, corrected, copies))
    return tuple(sorted(rows, key=lambda row: (row.article, row.evidence)))


def _row(story: Story, index: int, note: Note, corrected: int | None, copies: Sequence[int]) -> Correction:
    change = note.change
    reading = story.readings[index]
    new = change.new or _unlike(story, index, change) if change else None
    carry_new = [
        other for other in copies if new and _carries(story, other, index, new, change.old if change else None)
    ]
    old = change.old if change else None
    carry_old = [
        other for other in copies if old and other not in carry_new and _carries(story, other, index, old, new)
    ]
    place: Sentence | CorrectionMark = change.sentence if change else note.mark
    return Correction(
        article=reading.article,
        corrects=None if corrected is None else story.articles[corrected].id,
        kind=note.kind,  # type: ignore[arg-type]
        old=story.evidence(index, old.start, old.end) if old else None,
        new=story.evidence(index, new.start, new.end) if new else None,
        followed_by=tuple(sorted(story.articles[other].id for other in carry_new)),
        not_followed_by=tuple(sorted(story.articles[other].id for other in carry_old)),
        evidence=story.evidence(index, place.start, place.end),
        rule=f"corrections.{note.mark.rule}",
    )


# --- the note ------------------------------------------------------------------------------------------------------


def find_note(story: Story, index: int) -> Note | None:
    """The note of an article that corrects, answers or takes back, or None.

    A mark of correction, of reply or of retraction makes one; an editors' note only where it says what was wrong, an
    update only where it names an error: `diperbarui` alone corrects nothing.
    """
    text, reading = story.articles[index].text, story.readings[index]
    marks = list(reading.corrections)
    body = [
        one
        for one in reading.sentences
        if one.zone in ("body", "metadata") or any(one.start <= mark.start < one.end for mark in marks)
    ]
    for kind in ("retraction", "correction", "reply"):
        own = [mark for mark in marks if mark.kind == kind]
        if own:
            mark = own[0] if own[0].start >= (body[0].start if body else 0) or len(own) == 1 else own[-1]
            sentences = _around(body, mark)
            change = find_change(text, sentences) if kind == "correction" else None
            return Note(kind, own[0], sentences, change)
    for mark in marks:
        sentences = _around(body, mark)
        if mark.kind == "update" and not _says_error(text, sentences[:1] if sentences else ()):
            continue
        hints = [one for one in marks if one.kind == "hint" and _inside(one, sentences)]
        change = find_change(text, sentences)
        ours = mark.kind == "hint" and _speaks_for_press(story, index, mark, sentences)
        if (mark.kind == "update" or (mark.kind == "note" and hints) or ours) and change:
            return Note("correction", mark, sentences, change)
    return None


def _around(body: list[Sentence], mark: CorrectionMark) -> tuple[Sentence, ...]:
    """Sentences from a mark on; of a mark in running text also those before it in its paragraph."""
    at = next((place for place, one in enumerate(body) if one.end > mark.start), None)
    if at is None:
        return ()
    first = at
    if not mark.rule.endswith(".opening"):
        while first > max(0, at - BEFORE) and body[first - 1].paragraph == body[at].paragraph:
            first -= 1
        after = [one for one in body[at + 1 : at + SENTENCES] if one.paragraph == body[at].paragraph]
        return (body[at], *after, *body[first:at])
    return tuple(body[at : at + SENTENCES])


def _inside(mark: CorrectionMark, sentences: Iterable[Sentence]) -> bool:
    return any(one.start <= mark.start < one.end for one in sentences)


def _says_error(text: str, sentences: Iterable[Sentence]) -> bool:
    words = tracing_tables(CODES).error_word
    return any(not words.isdisjoint(_plain_words(text[one.start : one.end])) for one in sentences)


def _speaks_for_press(story: Story, index: int, mark: CorrectionMark, sentences: Iterable[Sentence]) -> bool:
    """Whether the newsroom itself says what a hint says, and nobody whom it quotes."""
    text, reading = story.articles[index].text, story.readings[index]
    if any(quote.start <= mark.start < quote.end for quote in reading.quotes):
        return False
    words = tracing_tables(CODES).press_word
    own = [one for one in sentences if one.start <= mark.start < one.end]
    return any(not words.isdisjoint(_plain_words(text[one.start : one.end])) for one in own)


def _plain_words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


# --- the corrected article -----------------------------------------------------------------------------------------


def _corrected(story: Story, press: Press, index: int, edges: tuple[Edge, ...], note: Note) -> int | None:
    """The corrected article: the one whose title the note gives; an earlier text of the same address or an earlier
    copy of the same outlet; itself where it speaks of itself; else one of its outlet, or of an outlet that it cites,
    that has the old value, else the one with the most words of the note."""
    me = story.articles[index].id
    place = {article.id: number for number, article in enumerate(story.articles)}
    mine = [edge for edge in edges if edge.from_ == me and edge.to in place]
    titled = [place[edge.to] for edge in mine if edge.rule == "citations.title" and place[edge.to] != index]
    titled = titled or _quoted_titles(story, index, note)
    if titled:
        return titled[0]
    own = [other for other in press.articles_of(press.own[index] or "") if other != index]
    older = [other for other in own if not earlier(_published(story, index), _published(story, other))]
    copied = {place[edge.to] for edge in mine if edge.relation == "copy_of"}
    copied |= {place[edge.from_] for edge in edges if edge.to == me and edge.relation == "copy_of"}
    address = story.articles[index].url
    for other in older:
        if other in copied or (address and story.articles[other].url == address):
            return other
    if _is_of_itself(story, index, note):
        return index
    linked = [place[edge.to] for edge in mine if edge.relation in ("cites", "relays")]
    linked = [other for other in linked if not earlier(_published(story, index), _published(story, other))]
    candidates = [other for other in older if other != index] or linked
    return max(candidates, key=lambda other: _likeness(story, index, other, note), default=None)


def _quoted_titles(story: Story, index: int, note: Note) -> list[int]:
    """Articles whose title, of any length, stands in the note."""
    words = " ".join(fold(story.articles[index].text[one.start : one.end]) for one in note.sentences)
    found = []
    for other, reading in enumerate(story.readings):
        title = reading.structure.title
        if other != index and title and len(key := fold(title.of(story.articles[other].text))) >= 12 and key in words:
            found.append((-len(key), other))
    return [other for _, other in sorted(found)]


def _is_of_itself(story: Story, index: int, note: Note) -> bool:
    """Whether the note stands in the article that it corrects: it says so, or stands beside an article of its own."""
    text, reading = story.articles[index].text, story.readings[index]
    said = " ".join(fold(text[one.start : one.end]) for one in note.sentences[:SENTENCES])
    if any(phrase in said for phrase in tracing_tables(CODES).own_text):
        return True
    if note.kind != "correction":
        return False
    title = reading.structure.title
    if title and set(_plain_words(title.of(text))[:1]) & tracing_tables(CODES).correction_title:
        return False
    paragraphs = {one.paragraph for one in note.sentences if one.start <= note.mark.start < one.end}
    others = [one for one in reading.sentences if one.zone == "body" and one.paragraph not in paragraphs]
    first = next((one for one in reading.sentences if one.zone == "body"), None)
    bracketed = text[max(0, note.mark.start - 1) : note.mark.start] in ("(", "[", "*")
    return bool(others) and (bracketed or first is None or note.mark.start >= first.end)


def _likeness(story: Story, index: int, other: int, note: Note) -> tuple[bool, int, int]:
    old = note.change.old if note.change else None
    text, language = story.articles[index].text, story.readings[index].language
    said = {key for one in note.sentences for key in content_keys(text[one.start : one.end], language)}
    keys = set(content_keys(story.articles[other].text[:20_000], story.readings[other].language))
    return bool(old and _carries(story, other, index, old, None)), len(said & keys), other


def _published(story: Story, index: int) -> str | None:
    published = story.readings[index].published
    return published.value if published else None


# --- who followed --------------------------------------------------------------------------------------------------


def _copies(story: Story, edges: Iterable[Edge], chain: dict[str, int], parties: set[int]) -> list[int]:
    """Articles of the chain of the corrected or correcting one, and those that take text or word from either."""
    names = {story.articles[one].id for one in parties}
    chains = {chain[name] for name in names if name in chain}
    near = {edge.from_ for edge in edges if edge.to in names and edge.relation in OF_TEXT}
    near |= {edge.to for edge in edges if edge.from_ in names and edge.relation == "copy_of"}
    return [
        index
        for index, article in enumerate(story.articles)
        if index not in parties
        and (article.id in near or chain.get(article.id) in chains)
        and not any(mark.kind in CORRECTING for mark in story.readings[index].corrections)
    ]


def _carries(story: Story, other: int, index: int, value: Span, opposite: Span | None) -> bool:
    """Whether the article `other` states the value that stands in the one at `index`: a like amount of a like thing,
    else the same words, where they are no part of the opposite value (`Bupati` in `Wakil Bupati`)."""
    amount = _amount(story.readings[index], value)
    if amount:
        return any(
            _value(one) == _value(amount) and _one_thing(one.of, amount.of) for one in story.readings[other].quantities
        )
    text = story.articles[index].text
    return _has_words(story.articles[other].text, value.of(text), opposite.of(text) if opposite else "")


def _amount(reading: Reading, value: Span) -> Quantity | None:
    return next((one for one in reading.quantities if value.start <= one.start and one.end <= value.end), None)


def _one_thing(left: str | None, right: str | None) -> bool:
    """Whether two lemma keys can count one thing: `houses` and `houses.flooded` can."""
    return left is None or right is None or left.startswith(right) or right.startswith(left)


def _value(quantity: Quantity) -> Value:
    return quantity.low, quantity.high, quantity.unit


def _has_words(text: str, words: str, opposite: str) -> bool:
    wanted, other = (f" {' '.join(_plain_words(one))} " for one in (words, opposite))
    said = f" {' '.join(_plain_words(text))} "
    return wanted in (said.replace(other, " . ") if wanted in other else said)


def _unlike(story: Story, index: int, change: Change) -> Span | None:
    """The value in the article's own text that stands where the wrong one stood: the first other one of its unit and
    thing."""
    reading = story.readings[index]
    old = _amount(reading, change.old) if change.old else None
    for one in reading.quantities if old else ():
        if old and one.unit == old.unit and one.of == old.of and _value(one) != _value(old):
            return Span(one.start, one.end)
    return None
