"""Who spoke before: pronouns and quotations without a cue go to the last speaker, not to the nearest name."""

import msgspec

from semeja.read.quotes.scene import Scene, Unit
from semeja.read.quotes.voices import UNKNOWN, Voice, sentence_subject

_REACH = 6
_FLOATING_REACH = 5


class Turn(msgspec.Struct, frozen=True):
    """What a unit leaves behind: who spoke or what it was about, and whether somebody was quoted in it."""

    voice: Voice
    quoted: bool
    paragraph: int


def resolved(scene: Scene, voice: Voice, history: list[Turn], own: Voice | None = None, adds: bool = False) -> Voice:
    """A voice with its pronoun or description followed back; `own` spoke before in the same sentence.

    `adds`: the cue says that somebody goes on speaking (`ia menambahkan`), so it is who was quoted last.
    """
    if voice.entities or voice.form not in ("pronoun", "demonstrative", "role"):
        return voice
    if voice.form == "pronoun":
        return _pointed_at(scene, voice, _candidates(history, own, adds))
    return _described(scene, voice, history, own) if voice.person else voice


def _pointed_at(scene: Scene, voice: Voice, candidates: list[Voice]) -> Voice:
    """Whom a pronoun means: the last speaker or subject that is a person; for `mereka`, several or a body."""
    plural = voice.head in scene.tables.plural_pronoun
    for candidate in candidates:
        if plural and (len(candidate.entities) > 1 or (candidate.entities and not candidate.person)):
            return candidate
        if not plural and candidate.person:
            return candidate
    return Voice((), not plural, voice.form, voice.head)


def _described(scene: Scene, voice: Voice, history: list[Turn], own: Voice | None) -> Voice:
    """`menteri itu`: who holds such an office in this article, the latest of several; else the last person.

    A witness or an official remains unnamed: such words may mean anybody.
    """
    words = [word for word in voice.head.split() if word not in scene.tables.determiner]
    if voice.form == "role" or not words or words[0] in scene.tables.source_noun:
        return voice
    holders = {
        character.id
        for character in scene.cast
        if character.kind == "person" and any(words[0] in role.title.casefold().split() for role in character.roles)
    }
    persons = [candidate for candidate in _candidates(history, own) if candidate.person and candidate.entities]
    for candidate in persons:
        if not holders or holders & set(candidate.entities):
            return candidate
    return Voice((min(holders),), True) if len(holders) == 1 else voice


def _candidates(history: list[Turn], own: Voice | None, adds: bool = False) -> list[Voice]:
    recent = [turn.voice for turn in _recent(history, adds)]
    return recent if own is None else [own, *recent]


def _recent(history: list[Turn], adds: bool) -> list[Turn]:
    """The last turns, latest first; where somebody goes on speaking, those of this paragraph's speakers first."""
    turns = history[: -_REACH - 1 : -1]
    if not adds:
        return turns
    spoken = [turn for turn in turns if turn.quoted and turn.paragraph == turns[0].paragraph]
    return [*spoken, *turns]


def last_speaker(history: list[Turn], own: Voice | None, adds: bool = False) -> Voice:
    """Whom `-nya` in `ujarnya` means: who was quoted last, body or person, else who the last sentence was about."""
    if own is not None and own.entities:
        return own
    for turn in _recent(history, adds):
        if turn.voice.person or (turn.quoted and turn.voice.entities):
            return turn.voice
    return UNKNOWN


def floating_speaker(history: list[Turn]) -> Voice:
    """Who goes on speaking in a quotation without a cue: the last quoted voice, within five units."""
    for turn in reversed(history[-_FLOATING_REACH:]):
        if turn.quoted:
            return turn.voice
    return UNKNOWN


def turn_of(scene: Scene, unit: Unit, spoken: Voice | None, history: list[Turn]) -> Turn | None:
    """The turn that a unit adds: its last speaker, else its subject; None where it has neither."""
    if spoken is not None:
        return Turn(spoken, True, unit.paragraph)
    subject = sentence_subject(scene, unit, unit.last)
    return None if subject is None else Turn(resolved(scene, subject, history), False, unit.paragraph)
