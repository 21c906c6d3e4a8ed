"""What a cue reports: the tokens of its content, its addressee and its setting."""

from typing import Final

import msgspec

from semeja.lang.quoting import Cue
from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    has_predicate,
    is_plain,
    is_time,
    is_verb,
    mention_at,
    mention_tokens,
    pair_at,
)
from semeja.read.quotes.surroundings import Place, entities_of, listener, past_setting

_WINDOW: Final = 9
_LONG_WINDOW: Final = 26
_OBJECT_WINDOW: Final = 16
_WITH_OBJECT: Final = frozenset({"tell", "warn", "ask"})
_DIRECTED: Final = frozenset({"ask", "wish", "warn", "accuse", "tell"})
_INTENTIONS: Final = frozenset({"hope", "promise", "threaten"})
_ATTITUDES: Final = frozenset({"hope", "attitude"})


class Complement(msgspec.Struct, frozen=True, gc=False):
    """Content tokens `[first, last)`; `holds`: it is content by itself, not only where marked words stand in it.

    `back`: the object points at what was said before (`mengatakan hal itu`).
    """

    first: int
    last: int
    holds: bool
    addressee: tuple[str, ...] = ()
    setting: Place = None
    back: bool = False


def complement_of(scene: Scene, unit: Unit, cue: Cue, start: int, stop: int, negator: int = NOWHERE) -> Complement:
    """The complement of a cue whose words end at token `start`, within tokens up to `stop`.

    `negator`: the token that negates an attitude, if one does: without a clause of its own, the content is
    then the predicate with its negation (`tak banyak berharap adanya terobosan`).
    """
    keys, tables = scene.tokens.keys, scene.tables
    if start < stop and keys[start] in tables.adverb and keys[start] not in tables.that:
        start += 1
    found = _with_that(scene, unit, cue, start, stop)
    if found is not None:
        return found
    named = _named_object(scene, unit, start, stop)
    if named is None and _points_back(scene, start, stop):
        return Complement(start, stop, False, back=True)
    position, addressee, setting = listener(scene, start, stop) if cue.kind in ("tell", "warn") else (start, (), None)
    position, told, place = past_setting(scene, unit, named or position, stop)
    pair = pair_at(unit, position) if position < stop else None
    if pair is not None and pair.open == position:
        found = Complement(position, stop, False)
    elif cue.kind in _DIRECTED:
        found = _directed(scene, cue, start, position, stop)
    else:
        found = _bare(scene, cue, position, stop, negator)
    if not (addressee or told or setting or place):
        return found
    return msgspec.structs.replace(found, addressee=found.addressee or addressee or told, setting=setting or place)


def _named_object(scene: Scene, unit: Unit, start: int, stop: int) -> int | None:
    """`called it "a good day"`: the token of the marked words right behind a pronoun."""
    if start >= stop or scene.tokens.keys[start] not in scene.tables.anaphor:
        return None
    pair = pair_at(unit, start + 1) if start + 1 < stop else None
    return start + 1 if pair is not None and pair.open == start + 1 else None


def _with_that(scene: Scene, unit: Unit, cue: Cue, start: int, stop: int) -> Complement | None:
    """Content after a complementizer, which may stand behind an object or a setting."""
    keys, tables = scene.tokens.keys, scene.tables
    if start >= stop:
        return None
    if keys[start] in tables.question:
        return Complement(start, stop, True)
    if keys[start] in tables.that:
        return Complement(start + 1, stop, True, _doer(scene, cue, start + 1, stop))
    told_first = keys[start] in tables.addressee
    opens = keys[start] in tables.setting or keys[start] in tables.addressee or keys[start] == ","
    for token in range(start, min(stop, start + (_LONG_WINDOW if opens else _WINDOW))):
        key = keys[token]
        if key in tables.question and token + 1 < stop and (told_first or cue.kind in _WITH_OBJECT):
            return Complement(token, stop, True, _told(scene, cue, start, token))
        if key in tables.firm_that or (told_first and key in tables.that):
            if _is_relative(scene, token) or keys[token - 1] in tables.coordinator:
                return None
            told = _told(scene, cue, start, token)
            return Complement(
                token + 1, stop, True, told, _trimmed(scene, start, token) if opens and not told else None
            )
        closed = key in ";:.!?" or key in tables.predicate or key in tables.to or (key == "," and not opens)
        if closed or pair_at(unit, token) is not None:
            return None
        if key in tables.cues and tables.cues[key].before and mention_at(scene, token) == NOWHERE:
            return None
    return None


def _is_relative(scene: Scene, token: int) -> bool:
    """English `that` behind a noun phrase may be a relative pronoun: `announced a plan that will …`."""
    keys, tables = scene.tokens.keys, scene.tables
    return keys[token] in tables.relative and token + 1 < len(keys) and keys[token + 1] in tables.predicate


def _trimmed(scene: Scene, start: int, end: int) -> Place:
    """A setting without the commas around it."""
    keys = scene.tokens.keys
    while start < end and keys[start] == ",":
        start += 1
    while end > start and keys[end - 1] == ",":
        end -= 1
    return (start, end) if end > start and keys[start] in scene.tables.setting else None


def _told(scene: Scene, cue: Cue, start: int, end: int) -> tuple[str, ...]:
    """Whom the words between cue and complementizer name: an object, or what follows `kepada`."""
    for token in range(start, end):
        number = mention_at(scene, token)
        if number == NOWHERE:
            continue
        direct = token == start and cue.kind in _WITH_OBJECT
        if direct or (token > start and scene.tokens.keys[token - 1] in scene.tables.addressee):
            return entities_of(scene, number)
        return ()
    return ()


def _points_back(scene: Scene, start: int, stop: int) -> bool:
    """`mengatakan hal itu`, `menyampaikan hal senada`, `said so`: the content was told before."""
    keys, tables = scene.tokens.keys, scene.tables
    if start >= stop or keys[start] not in tables.anaphor:
        return False
    if start + 1 < stop and keys[start + 1] in tables.anaphor_det:
        return start + 2 >= stop or not _says_more(scene, start + 2)
    return keys[start] in tables.anaphor_det and (start + 1 >= stop or not keys[start + 1][0].isalpha())


def _says_more(scene: Scene, token: int) -> bool:
    """`menganggap ancaman itu gertakan`: a content word behind the pointer makes it a subject."""
    return is_plain(scene, token) and scene.tokens.keys[token] not in scene.tables.adverb and not is_time(scene, token)


def _directed(scene: Scene, cue: Cue, start: int, position: int, stop: int) -> Complement:
    """Demands, warnings, accusations: the object is the addressee, the content starts at `untuk`, `agar`, `to`."""
    keys, tables = scene.tokens.keys, scene.tables
    first = start + (start < stop and keys[start] in tables.addressee)
    if first >= stop or keys[first] in tables.not_content:
        return Complement(first, stop, False)
    head = first + (keys[first] in tables.determiner and first + 1 < stop)
    number = mention_at(scene, head)
    after = first if number == NOWHERE else mention_tokens(scene, number)[1]
    party = entities_of(scene, number) if number != NOWHERE else ()
    if cue.kind == "accuse":
        return _accusation(scene, first, after, stop)
    purpose = None if cue.kind == "wish" else _purpose(scene, cue, first, after, stop)
    if purpose is not None:
        return Complement(purpose, stop, True, party or _doer(scene, cue, purpose + 1, stop))
    if cue.kind == "tell":
        return Complement(position, stop, position > start and has_predicate(scene, position, stop))
    acts = _acts(scene, after, stop) if number != NOWHERE and after < stop else _does(scene, first, stop)
    if cue.complement == "phrase":
        return Complement(first, stop, after < stop and keys[first][0].isalnum(), party)
    if cue.kind == "warn":
        clause = has_predicate(scene, first, stop) and keys[first] not in tables.preposition
        of = after < len(keys) and keys[after] in tables.warned_of
        return Complement(after if acts else first, stop, clause or of, party)
    return Complement(first, stop, acts, party)


def _accusation(scene: Scene, first: int, after: int, stop: int) -> Complement:
    """`accused X of V-ing`, `menuduh X V`."""
    for token in range(after, min(stop, after + _WINDOW)):
        if scene.tokens.keys[token] in scene.tables.accused_of:
            return Complement(token + 1, stop, True)
    return Complement(first, stop, has_predicate(scene, first, stop) and first < stop)


def _acts(scene: Scene, token: int, stop: int) -> bool:
    """Whether a verb phrase follows an object: `ingin NATO berjanji`."""
    return scene.tokens.keys[token] in scene.tables.to or has_predicate(scene, token, min(stop, token + 4))


def _does(scene: Scene, first: int, stop: int) -> bool:
    """`memerintahkan jaksa menghadirkan saksi`: a party that is no mention, and its verb."""
    return not is_verb(scene, first) and has_predicate(scene, first + 1, min(stop, first + 4))


def _purpose(scene: Scene, cue: Cue, first: int, after: int, stop: int) -> int | None:
    """`untuk`, `agar`, `to` with a verb, behind an object and before any comma.

    `bantuan untuk korban` is a noun phrase: a cue that takes one needs a party before `untuk`, but not before `agar`.
    """
    keys, tables = scene.tokens.keys, scene.tables
    if cue.kind == "tell":
        return after if after < stop and first < after and keys[after] in tables.to else None
    for token in range(first, min(stop - 1, first + _OBJECT_WINDOW)):
        if keys[token] in tables.firm_to:
            return token
        if keys[token] in tables.to:
            noun = keys[token + 1] in tables.determiner or mention_at(scene, token + 1) != NOWHERE
            free = cue.complement != "phrase" or after > first or token == first
            return token if free and not noun else None
        if keys[token] in ",;:":
            return None
    return None


def _doer(scene: Scene, cue: Cue, token: int, stop: int) -> tuple[str, ...]:
    """Whom a demand or hope is put to where its clause names the doer: `berharap NATO dapat …`."""
    if cue.kind not in ("ask", "wish", "hope") or token >= stop:
        return ()
    number = mention_at(scene, token)
    if number == NOWHERE or scene.mentions[number].form == "pronoun":
        return ()
    return entities_of(scene, number)


def _bare(scene: Scene, cue: Cue, first: int, stop: int, negator: int) -> Complement:
    """Content without a complementizer, as the cue admits it."""
    keys, tables = scene.tokens.keys, scene.tables
    if first >= stop or keys[first] in tables.not_content or not keys[first][0].isalnum():
        return Complement(first, stop, False)
    clause = has_predicate(scene, first, stop)
    if cue.kind in _ATTITUDES and negator != NOWHERE and not (clause and _starts_clause(scene, first, stop)):
        return Complement(negator, stop, True)
    governed = keys[first] in tables.preposition or keys[first] in tables.coordinator
    if cue.kind == "describe":
        holds = not tables.as_.isdisjoint(keys[first : min(stop, first + _OBJECT_WINDOW)])
    elif keys[first] in tables.to and cue.kind in _INTENTIONS:
        noun = first + 1 < stop and (keys[first + 1] in tables.determiner or mention_at(scene, first + 1) != NOWHERE)
        holds = first + 1 < stop and not noun
    elif cue.complement == "verb":
        holds = is_verb(scene, first) or keys[first] in tables.to
    elif cue.complement == "phrase":
        holds = not governed and not _only_points(scene, first, stop)
    else:
        holds = (not governed or clause) and (cue.complement == "free" or (cue.complement == "clause" and clause))
    return Complement(first, stop, holds, _doer(scene, cue, first, stop))


def _starts_clause(scene: Scene, first: int, stop: int) -> bool:
    """Whether a subject with its predicate follows, not a noun phrase with a verb far inside."""
    return mention_at(scene, first) != NOWHERE or has_predicate(scene, first, min(stop, first + 5))


def _only_points(scene: Scene, first: int, stop: int) -> bool:
    """`membantah tuduhan itu`: an object of two words that names nothing new."""
    keys = scene.tokens.keys
    end = stop
    while end > first and not keys[end - 1][0].isalnum():
        end -= 1
    return end - first <= 2 and keys[end - 1] in scene.tables.anaphor_det
