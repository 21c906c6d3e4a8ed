"""Who spoke before: pronouns and quotations without a cue go to the last speaker, not to the nearest name."""

import msgspec

from semeja.read.quotes.scene import UNKNOWN, Scene, Unit, Voice
from semeja.read.quotes.speakers import sentence_subject

_REACH = 6


class Turn(msgspec.Struct, frozen=True):
    """What a unit leaves behind: who spoke or what it was about, and whether somebody was quoted in it."""

    voice: Voice
    quoted: bool
    paragraph: int


History = tuple[Turn, ...] | list[Turn]


def is_pronoun(voice: Voice) -> bool:
    """Whether a voice is a pronoun that history has to resolve."""
    return voice.form == "pronoun" and not voice.entities


def pointed_at(scene: Scene, key: str, history: History, own: Voice | None) -> Voice:
    """Whom the pronoun `key` means as a speaker; `own` is who spoke before in the same sentence, if anybody."""
    plural = key in scene.tables.plural_pronoun
    candidates = [] if own is None else [own]
    candidates += [turn.voice for turn in reversed(history[-_REACH:])]
    for voice in candidates:
        if plural and (len(voice.entities) > 1 or (voice.entities and not voice.person)):
            return voice
        if not plural and voice.person:
            return voice
    return Voice((), not plural)


def last_speaker(history: History, paragraph: int) -> Voice:
    """Whom `-nya` in `ujarnya` means: who was quoted last, body or person, else who the last sentence was about."""
    for turn in reversed(history[-_REACH:]):
        if turn.voice.person or (turn.quoted and turn.voice.entities):
            return turn.voice
    return UNKNOWN


def floating_speaker(history: History) -> Voice:
    """Who goes on speaking in a quotation without a cue: the last quoted voice, within five units."""
    for turn in reversed(history[-_REACH + 1 :]):
        if turn.quoted:
            return turn.voice
    return UNKNOWN


def turn_of(scene: Scene, unit: Unit, spoken: Voice | None, history: History) -> Turn | None:
    """The turn that a unit adds: its last speaker, else its subject; None where it has neither."""
    if spoken is not None:
        return Turn(spoken, True, unit.paragraph)
    subject = sentence_subject(scene, unit, unit.last)
    if subject is None:
        return None
    if is_pronoun(subject):
        subject = pointed_at(scene, "", history, None)
    return Turn(subject, False, unit.paragraph)
