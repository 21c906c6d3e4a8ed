"""Who may speak: mentions as voices, the speaker right of a cue, the subject of a sentence."""

from bisect import bisect_right
from typing import Final

import msgspec

from semeja.lang.outlets import find_outlet
from semeja.read.quotes.scene import NOWHERE, Scene, Unit, is_verb, mention_at, mention_tokens, pair_at, person_named
from semeja.records.reading import Mention

_COMMA_REACH: Final = 40
_SUBJECT_REACH: Final = 200
_GAP: Final = 8
_OFFICE: Final = 4
_OWNED: Final = 16


class Voice(msgspec.Struct, frozen=True, gc=False):
    """Who speaks: local ids (empty: nobody known). `person`: somebody that `ia`, `he`, `-nya` can point at.

    `form` is that of the mention, `head` its head as written, case-folded.
    """

    entities: tuple[str, ...]
    person: bool
    form: str = "name"
    head: str = ""


UNKNOWN: Final = Voice((), False)


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """The speaker right of a cue: the voice (None: nobody is named) and the token after it.

    `medium`: it is an outlet or agency.
    """

    voice: Voice | None
    last: int
    medium: bool = False


def voice_of(scene: Scene, members: list[Mention]) -> Voice:
    """The voice of one mention or of several together."""
    first = members[0]
    if len(members) == 1:
        head = scene.text[first.head_start : first.head_end].casefold()
        # A place never speaks: where it stands as a subject, its noun before it was not recognised.
        return Voice(first.entities if first.kind != "place" else (), first.kind == "person", first.form, head)
    entities = tuple(dict.fromkeys([entity for member in members for entity in member.entities]))
    return Voice(entities, False, first.form)


def is_medium(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is an outlet or agency: it relays and never speaks."""
    if mention.kind != "organisation":
        return False
    return mention.rule.endswith("media") or find_outlet(scene.text[mention.start : mention.end]) is not None


def is_named_person(mention: Mention) -> bool:
    """Whether a mention is a person by name."""
    return mention.kind == "person" and mention.form == "name"


def is_governed(scene: Scene, first: int, floor: int) -> bool:
    """Whether a preposition or a verb before a mention makes it something else than a subject."""
    if first <= floor:
        return False
    key, tables = scene.tokens.keys[first - 1], scene.tables
    if key in tables.channel:
        return True
    if key in tables.determiner and first - 1 > floor:
        key = scene.tokens.keys[first - 2]
    if key in tables.preposition:
        return True
    # str.startswith(()) is False: only a language with verb prefixes shows its verbs so.
    verb = len(key) > 5 and key.startswith(tables.verb_prefixes)
    return verb and key not in tables.not_verb and key not in tables.predicate


def is_relational(scene: Scene, mention: Mention, first: int, floor: int) -> bool:
    """`pengacara Budi`: somebody near a person by name, not that person."""
    return is_named_person(mention) and first > floor and scene.tokens.keys[first - 1] in scene.tables.relational


def joined_forward(scene: Scene, number: int, last: int) -> tuple[list[Mention], int]:
    """A mention with those that a coordinator joins to it, and the token after them."""
    members = [scene.mentions[number]]
    end = mention_tokens(scene, number)[1]
    while end + 1 < last and scene.tokens.keys[end] in scene.tables.both:
        other = mention_at(scene, end + 1)
        if other == NOWHERE:
            break
        members.append(scene.mentions[other])
        end = mention_tokens(scene, other)[1]
    return members, end


def sentence_subject(scene: Scene, unit: Unit, last: int) -> Voice | None:
    """The subject of a unit: its first mention before token `last` that nothing governs, with its partners."""
    token = _after_adverbial(scene, unit, last)
    last = min(last, token + _SUBJECT_REACH)
    if token >= last:
        return None
    opening = bisect_right(scene.mention_starts, scene.tokens.starts[token])
    opening -= opening > 0 and scene.mentions[opening - 1].end > scene.tokens.starts[token]
    limit = scene.tokens.ends[last - 1]
    for number in range(opening, len(scene.mentions)):
        mention = scene.mentions[number]
        if mention.start >= limit:
            return None
        if mention.kind == "place":
            continue
        first, _ = mention_tokens(scene, number)
        if pair_at(unit, max(first, token)) is not None or is_governed(scene, first, unit.first):
            continue
        if not is_medium(scene, mention):
            return voice_of(scene, joined_forward(scene, number, last)[0])
    return None


def _after_adverbial(scene: Scene, unit: Unit, last: int) -> int:
    """Behind a clause or phrase of time or place that opens a unit: `Setelah bertemu X, …`."""
    keys, tables = scene.tokens.keys, scene.tables
    if keys[unit.first] not in tables.subordinator and keys[unit.first] not in tables.preposition:
        return unit.first
    for token in range(unit.first, min(last, unit.first + _COMMA_REACH)):
        if keys[token] == ",":
            return token + 1
    return unit.first


def speaker_after(scene: Scene, token: int, last: int) -> Speaker:
    """The speaker right of a cue: `kata S`, `disampaikan oleh S`."""
    keys, tables = scene.tokens.keys, scene.tables
    if token < last and keys[token] in tables.by:
        token += 1
    start = token
    while token < last and token - start < _GAP:
        number = mention_at(scene, token)
        if number != NOWHERE:
            return _speaker_at(scene, number, start, last)
        key = keys[token]
        if key == "," and start < token < last - 1:
            return _apposed(scene, start, token)
        if not key[0].isalnum() or key in tables.setting or key in tables.that or key in tables.addressee:
            break
        if key in tables.predicate and start < token:
            break
        token += 1
    return Speaker(None if token == start else named_voice(scene, start, token), token)


def _apposed(scene: Scene, start: int, comma: int) -> Speaker:
    """`kata juru bicara kementerian, Rukma Jaya`: the name behind an office that is no mention."""
    number = mention_at(scene, comma + 1)
    if number != NOWHERE and is_named_person(scene.mentions[number]):
        return Speaker(voice_of(scene, [scene.mentions[number]]), mention_tokens(scene, number)[1])
    return Speaker(named_voice(scene, start, comma), comma)


def named_voice(scene: Scene, first: int, last: int) -> Voice:
    """The voice of words that no mention covers: a person by a part of the name, `pria 45 tahun itu`, or nobody."""
    person = person_named(scene, first, last)
    if person is not None:
        return Voice((person,), True)
    keys, tables = scene.tokens.keys, scene.tables
    if last > first + 1 and keys[first] in tables.person_noun and keys[last - 1] in tables.deictic:
        return Voice((), True, "demonstrative", " ".join(keys[first:last]))
    return UNKNOWN


def _office_holder(scene: Scene, token: int, last: int) -> int:
    """`said former Moore adviser Ann Lee`, `said Ostra mayor Ann Lee`: the person whose office holds a name."""
    keys, tables = scene.tokens.keys, scene.tables
    start = token
    while token < last and token - start < _OFFICE:
        number = mention_at(scene, token)
        if number != NOWHERE:
            return number if is_named_person(scene.mentions[number]) else NOWHERE
        key = keys[token]
        closed = key in tables.preposition or key in tables.coordinator or key in tables.setting
        if closed or not key.isalpha() or scene.tokens.words[token][0].isupper():
            return NOWHERE
        if key in tables.adverb or key in tables.relative or is_verb(scene, token):
            return NOWHERE
        token += 1
    return NOWHERE


def _speaker_at(scene: Scene, number: int, start: int, last: int) -> Speaker:
    """A name in apposition wins over the office before it: `kata juru bicara Pemkab, Sekar Widuri`."""
    first, end = mention_tokens(scene, number)
    mention = scene.mentions[number]
    if end < last and scene.tokens.keys[end] in scene.tables.possessive:
        owned = speaker_after(scene, end + 1, min(last, start + _OWNED))
        if owned.voice is not None and owned.voice.entities:
            return owned
    holder = _office_holder(scene, end, last)
    if holder != NOWHERE:
        return Speaker(voice_of(scene, [scene.mentions[holder]]), mention_tokens(scene, holder)[1])
    if is_relational(scene, mention, first, start):
        return Speaker(UNKNOWN, end)
    if not is_named_person(mention) and end + 1 < last and scene.tokens.keys[end] == ",":
        other = mention_at(scene, end + 1)
        if other != NOWHERE and is_named_person(scene.mentions[other]):
            return Speaker(voice_of(scene, [scene.mentions[other]]), mention_tokens(scene, other)[1])
    members, end = joined_forward(scene, number, last)
    return Speaker(voice_of(scene, members), end, len(members) == 1 and is_medium(scene, mention))
