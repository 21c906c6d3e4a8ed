"""Who spoke before: pronouns and quotations without a cue go to the last speaker, not to the nearest name."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

import msgspec

from semeja.read.quotes.scene import Scene, Unit
from semeja.read.quotes.voices import UNKNOWN, Voice, sentence_subject

_REACH: Final = 6
_FLOATING_REACH: Final = 5
_LOOK_BACK: Final = 16
_POINTING: Final = frozenset({"pronoun", "demonstrative", "role"})


class Turn(msgspec.Struct, frozen=True, gc=False):
    """What a unit leaves behind: who spoke or what it was about, and whether somebody was quoted in it."""

    voice: Voice
    quoted: bool
    paragraph: int


class History:
    """The units read so far, latest last.

    Few cues ask back, so a unit in which nobody spoke is searched for its subject only when one does, and only near.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._entries: list[Turn | Unit | None] = []

    def add(self, unit: Unit, spoken: Voice | None) -> None:
        """A further unit, with who spoke last in it, if anybody."""
        self._entries.append(unit if spoken is None else Turn(spoken, True, unit.paragraph))

    def turns(self) -> Iterator[Turn]:
        """The turns of the last units, latest first: of each its last speaker, else its subject, if it has one."""
        return self._between(max(0, len(self._entries) - _LOOK_BACK), len(self._entries))

    def _between(self, floor: int, end: int) -> Iterator[Turn]:
        """Turns of the entries `[floor, end)`; no pointer is followed to before `floor`, which bounds the depth."""
        entries = self._entries
        for place in range(end - 1, floor - 1, -1):
            entry = entries[place]
            if isinstance(entry, Unit):
                entry = entries[place] = self._turn_of(entry, floor, place)
            if entry is not None:
                yield entry

    def _turn_of(self, unit: Unit, floor: int, place: int) -> Turn | None:
        subject = sentence_subject(self._scene, unit, unit.last)
        if subject is None:
            return None
        return Turn(_followed(self._scene, subject, self._between(floor, place)), False, unit.paragraph)


def resolved(scene: Scene, voice: Voice, history: History, own: Voice | None = None, adds: bool = False) -> Voice:
    """A voice with its pronoun or description followed back; `own` spoke before in the same sentence.

    `adds`: the cue says that somebody goes on speaking (`ia menambahkan`), so it is who was quoted last.
    """
    if voice.entities or voice.form not in _POINTING:
        return voice
    return _followed(scene, voice, history.turns(), own, adds)


def _followed(scene: Scene, voice: Voice, turns: Iterator[Turn], own: Voice | None = None, adds: bool = False) -> Voice:
    if voice.entities or voice.form not in _POINTING:
        return voice
    if voice.form == "pronoun":
        return _pointed_at(scene, voice, _candidates(turns, own, adds))
    return _described(scene, voice, turns, own) if voice.person else voice


def _pointed_at(scene: Scene, voice: Voice, candidates: Iterator[Voice]) -> Voice:
    """Whom a pronoun means: the last speaker or subject that is a person; for `mereka`, several or a body."""
    plural = voice.head in scene.tables.plural_pronoun
    for candidate in candidates:
        if plural and (len(candidate.entities) > 1 or (candidate.entities and not candidate.person)):
            return candidate
        if not plural and candidate.person:
            return candidate
    return Voice((), not plural, voice.form, voice.head)


def _described(scene: Scene, voice: Voice, turns: Iterator[Turn], own: Voice | None) -> Voice:
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
    persons = [candidate for candidate in _candidates(turns, own) if candidate.person and candidate.entities]
    for candidate in persons:
        if not holders or holders & set(candidate.entities):
            return candidate
    return Voice((min(holders),), True) if len(holders) == 1 else voice


def _candidates(turns: Iterator[Turn], own: Voice | None, adds: bool = False) -> Iterator[Voice]:
    if own is not None:
        yield own
    for turn in _recent(turns, adds):
        yield turn.voice


def _recent(turns: Iterator[Turn], adds: bool) -> Iterator[Turn]:
    """The last turns, latest first; where somebody goes on speaking, those of this paragraph's speakers first."""
    near = islice(turns, _REACH)
    if not adds:
        return near
    last = list(near)
    spoken = [turn for turn in last if turn.quoted and turn.paragraph == last[0].paragraph]
    return iter([*spoken, *last])


def last_speaker(history: History, own: Voice | None, adds: bool = False) -> Voice:
    """Whom `-nya` in `ujarnya` means: who was quoted last, body or person, else who the last sentence was about."""
    if own is not None and own.entities:
        return own
    for turn in _recent(history.turns(), adds):
        if turn.voice.person or (turn.quoted and turn.voice.entities):
            return turn.voice
    return UNKNOWN


def floating_speaker(history: History) -> Voice:
    """Who goes on speaking in a quotation without a cue: the last quoted voice, within five units."""
    for turn in islice(history.turns(), _FLOATING_REACH):
        if turn.quoted:
            return turn.voice
    return UNKNOWN
