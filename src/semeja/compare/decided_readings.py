"""Readings as people decided them: what is no quote is none, and a form that means another one stands for it."""

from collections.abc import Iterable

from msgspec.structs import replace

from semeja.records.decision import Decision
from semeja.records.evidence import Evidence
from semeja.records.reading import Character, Mention, Quotation, Reading
from semeja.records.story import Story
from semeja.text.keys import fold, slug

SAME_PLACE = 0.5
"""Share of the characters of both that two spans have in common to be one quote: rules that change may move its edges
by a few words, and what was decided of it still holds."""


def decided(story: Story, decisions: tuple[Decision, ...]) -> Story:
    """The story with the decisions that concern it: its readings changed, the others kept for later stages."""
    readings = list(story.readings)
    for decision in decisions:
        for place, reading in enumerate(readings):
            if decision.kind == "not-a-quote":
                readings[place] = _without_quote(reading, decision)
            elif decision.kind in ("alias", "not-alias"):
                readings[place] = _form_apart(reading, story.articles[place].text, decision)
    return replace(story, readings=tuple(readings), decisions=decisions)


def concerning(decisions: Iterable[Decision], articles: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions made in a story that had one of these articles; one on owners is made in none."""
    members = frozenset(articles)
    return tuple(one for one in decisions if members.intersection(one.articles))


def is_place(place: Evidence | None, article: str, start: int, end: int) -> bool:
    """Whether a span of an article is the quote at that place."""
    if place is None or place.article != article:
        return False
    common = min(place.end, end) - max(place.start, start)
    return common >= SAME_PLACE * (max(place.end, end) - min(place.start, start))


def own_id(decision: Decision, kind: str) -> str:
    """The local id of those whom a decision on a form parts from their old entity."""
    return f"{kind}:{slug(decision.text or '')}-decision-{decision.number}"


def _without_quote(reading: Reading, decision: Decision) -> Reading:
    kept = tuple(one for one in reading.quotes if not is_place(decision.place, reading.article, one.start, one.end))
    return reading if len(kept) == len(reading.quotes) else replace(reading, quotes=kept)


def _form_apart(reading: Reading, text: str, decision: Decision) -> Reading:
    """The mentions in that form as a character of their own, with the quotes and events of their sentences.

    A quote or event goes with them where its sentence names the old character in no other form.
    """
    form = fold(decision.text or "")
    moved = [
        one
        for one in reading.mentions
        if len(one.entities) == 1
        and form in (fold(text[one.start : one.end]), fold(text[one.head_start : one.head_end]))
    ]
    for old in sorted({one.entities[0] for one in moved}):
        reading = _repointed(reading, old, [one for one in moved if one.entities == (old,)], decision)
    return reading


def _repointed(reading: Reading, old: str, moved: list[Mention], decision: Decision) -> Reading:
    new = own_id(decision, old.partition(":")[0])
    places = {(one.start, one.end) for one in moved}
    own = [one for one in reading.mentions if one.entities == (old,) and one.form != "pronoun" and one.form != "clitic"]
    staying = [one for one in own if (one.start, one.end) not in places]
    sentences = _sentences(reading, moved) - _sentences(reading, staying) if staying else None

    def named(ids: tuple[str, ...], sentence: int) -> tuple[str, ...]:
        follows = sentences is None or sentence in sentences
        return tuple(new if one == old and follows else one for one in ids)

    mentions = tuple(
        replace(one, entities=(new,), rule=f"decided.{decision.kind}")
        if one.entities == (old,) and ((one.start, one.end) in places or sentences is None)
        else one
        for one in reading.mentions
    )
    quotes = tuple(
        replace(one, speaker=named(one.speaker, one.sentence), addressee=named(one.addressee, one.sentence))
        for one in reading.quotes
    )
    events = tuple(
        replace(
            one,
            actor=named(one.actor, one.sentence),
            recipient=named(one.recipient, one.sentence),
            attributed_to=named(one.attributed_to, one.sentence),
        )
        for one in reading.events
    )
    return replace(reading, cast=_cast(reading, old, new, decision), mentions=mentions, quotes=quotes, events=events)


def _cast(reading: Reading, old: str, new: str, decision: Decision) -> tuple[Character, ...]:
    character = next(one for one in reading.cast if one.id == old)
    return (*reading.cast, replace(character, id=new, name=decision.text or character.name, roles=()))


def _sentences(reading: Reading, mentions: Iterable[Mention]) -> set[int]:
    return {
        number
        for one in mentions
        for number, sentence in enumerate(reading.sentences)
        if sentence.start <= one.start < sentence.end
    }


def decided_speaker(story: Story, quote: Quotation, article: str) -> tuple[str, ...] | None:
    """The speakers that the last decision on this quote gives; None: nobody decided."""
    chosen = [
        one.entities
        for one in story.decisions
        if one.kind == "speaker" and is_place(one.place, article, quote.start, quote.end)
    ]
    return chosen[-1] if chosen else None
