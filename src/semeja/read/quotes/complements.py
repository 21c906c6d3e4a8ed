"""What a cue reports: the tokens of its content, its addressee and its setting."""

import msgspec

from semeja.lang.quoting import Cue
from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    has_predicate,
    is_time,
    is_verb,
    mention_at,
    mention_tokens,
    pair_at,
    relay_at,
)
from semeja.read.quotes.speakers import is_medium

_WINDOW = 9
_LONG_WINDOW = 26
_OBJECT_WINDOW = 16


class Complement(msgspec.Struct, frozen=True):
    """Content tokens `[first, last)`; `holds`: it is content by itself, not only where marked words stand in it.

    `back`: the object points at what was said before (`mengatakan hal itu`).
    """

    first: int
    last: int
    holds: bool
    addressee: tuple[str, ...] = ()
    setting: tuple[int, int] | None = None
    back: bool = False


def complement_of(scene: Scene, unit: Unit, cue: Cue, start: int, stop: int, negated_from: int | None) -> Complement:
    """The complement of a cue whose words end at token `start`, within tokens up to `stop`.

    `negated_from`: where the negation of an attitude starts, if it has one: without a clause of its own, the content is
    then the predicate with its negation (`tak banyak berharap adanya terobosan`).
    """
    keys, tables = scene.tokens.keys, scene.tables
    if start < stop and keys[start] in tables.adverb and keys[start] not in tables.that:
        start += 1
    found = _with_that(scene, unit, cue, start, stop)
    if found is not None:
        return found
    if _points_back(scene, start, stop):
        return Complement(start, stop, False, back=True)
    addressee: tuple[str, ...] = ()
    setting: tuple[int, int] | None = None
    position = start
    if cue.kind in ("tell", "warn"):
        position, addressee, setting = _listener(scene, position, stop)
    position, told, place = _past_setting(scene, unit, position, stop)
    addressee, setting = addressee or told, setting or place
    pair = pair_at(unit, position) if position < stop else None
    if pair is not None and pair.open == position:
        return Complement(position, stop, False, addressee, setting)
    if cue.kind in ("ask", "wish", "warn", "accuse", "tell"):
        return _directed(scene, cue, start, position, stop, addressee, setting)
    return _bare(scene, cue, position, stop, addressee, setting, negated_from)


def _with_that(scene: Scene, unit: Unit, cue: Cue, start: int, stop: int) -> Complement | None:
    """Content after a complementizer, which may stand behind an object or a setting."""
    keys, tables = scene.tokens.keys, scene.tables
    if start < stop and keys[start] in tables.that:
        return Complement(start + 1, stop, True, _first_party(scene, cue, start + 1))
    opens = start < stop and (keys[start] in tables.setting or keys[start] in tables.addressee or keys[start] == ",")
    limit = min(stop, start + (_LONG_WINDOW if opens else _WINDOW))
    for token in range(start, limit):
        if keys[token] in tables.firm_that:
            if _is_relative_that(scene, token, start):
                return None
            addressee = _told(scene, cue, start, token)
            return Complement(token + 1, stop, True, addressee, _setting_of(scene, start, token, opens))
        if pair_at(unit, token) is not None or keys[token] in ";:.!?" or keys[token] in tables.to:
            return None
        if keys[token] == "," and not opens:
            return None
        if keys[token] in tables.cues and tables.cues[keys[token]].before and mention_at(scene, token) == NOWHERE:
            return None
    return None


def _is_relative_that(scene: Scene, token: int, start: int) -> bool:
    """English `that` behind a noun phrase may be a relative pronoun: `announced a plan that will …`."""
    keys, tables = scene.tokens.keys, scene.tables
    if keys[token] not in tables.relative or token == start:
        return False
    return token + 1 < len(keys) and keys[token + 1] in tables.predicate


def _told(scene: Scene, cue: Cue, start: int, end: int) -> tuple[str, ...]:
    """Whom the words between cue and complementizer name: an object, or what follows `kepada`."""
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(start, end):
        number = mention_at(scene, token)
        if number == NOWHERE:
            continue
        direct = token == start and cue.kind in ("tell", "warn", "ask")
        if direct or (token > start and keys[token - 1] in tables.addressee):
            return () if is_medium(scene, scene.mentions[number]) else scene.mentions[number].entities
        return ()
    return ()


def _setting_of(scene: Scene, start: int, end: int, opens: bool) -> tuple[int, int] | None:
    keys, tables = scene.tokens.keys, scene.tables
    while start < end and keys[start] == ",":
        start += 1
    while end > start and keys[end - 1] == ",":
        end -= 1
    return (start, end) if opens and end > start and keys[start] in tables.setting else None


def _points_back(scene: Scene, start: int, stop: int) -> bool:
    """`mengatakan hal itu`, `menyampaikan hal senada`, `said so`: the content was told before."""
    keys, tables = scene.tokens.keys, scene.tables
    if start >= stop or keys[start] not in tables.anaphor:
        return False
    if start + 1 < stop and keys[start + 1] in tables.anaphor_det:
        return True
    return keys[start] in tables.anaphor_det and (start + 1 >= stop or not scene.tokens.words[start + 1][0].isalpha())


def _listener(scene: Scene, position: int, stop: int) -> tuple[int, tuple[str, ...], tuple[int, int] | None]:
    """Past the object of `told`: a mention is the addressee, `reporters` with what follows a setting."""
    keys, tables = scene.tokens.keys, scene.tables
    if position >= stop:
        return position, (), None
    number = mention_at(scene, position)
    if number != NOWHERE:
        end = mention_tokens(scene, number)[1]
        entities = () if is_medium(scene, scene.mentions[number]) else scene.mentions[number].entities
        return end, entities, None
    if keys[position] in ("the", "para", "a") and position + 1 < stop and keys[position + 1] in tables.listener:
        position += 1
    if keys[position] in tables.listener:
        return position + 1, (), (position, position + 1)
    return position, (), None


def _past_setting(
    scene: Scene, unit: Unit, position: int, stop: int
) -> tuple[int, tuple[str, ...], tuple[int, int] | None]:
    """Past commas, times and a phrase of place or listener between cue and content."""
    keys, tables = scene.tokens.keys, scene.tables
    addressee: tuple[str, ...] = ()
    setting: tuple[int, int] | None = None
    while position < stop:
        key = keys[position]
        if key in ",:" or is_time(scene, position):
            position += 1
            continue
        if key not in tables.setting or pair_at(unit, position) is not None:
            break
        end = _setting_end(scene, unit, position, stop)
        if end is None:
            break
        if key in tables.addressee and position + 1 < stop:
            number = mention_at(scene, position + 1)
            if number != NOWHERE and not is_medium(scene, scene.mentions[number]):
                addressee = scene.mentions[number].entities
        setting = setting or (position, end)
        position = end
    return position, addressee, setting


def _setting_end(scene: Scene, unit: Unit, start: int, stop: int) -> int | None:
    """The comma, colon or mark that ends a setting before content; None: what looks like a setting is content."""
    keys = scene.tokens.keys
    for token in range(start + 1, min(stop, start + _LONG_WINDOW)):
        if keys[token] in ",:":
            following = token + 1
            if following < stop and (is_time(scene, following) or scene.tokens.words[following][0].isupper()):
                after = next((at for at in range(following, min(stop, following + _WINDOW)) if keys[at] in ",:"), None)
                if after is not None and not has_predicate(scene, following, after):
                    return after
            return token
        pair = pair_at(unit, token)
        if pair is not None:
            return token
        if keys[token] in scene.tables.predicate:
            return None
    return None


def _directed(
    scene: Scene,
    cue: Cue,
    start: int,
    position: int,
    stop: int,
    addressee: tuple[str, ...],
    setting: tuple[int, int] | None,
) -> Complement:
    """Demands, warnings, accusations: the object is the addressee, the content starts at `untuk`, `agar`, `to`."""
    keys, tables = scene.tokens.keys, scene.tables
    first = start + 1 if start < stop and keys[start] in tables.addressee else start
    number = mention_at(scene, first) if first < stop else NOWHERE
    if first < stop and keys[first] in tables.not_content:
        return Complement(first, stop, False)
    object_end = first if number == NOWHERE else mention_tokens(scene, number)[1]
    party = () if number == NOWHERE or cue.kind == "accuse" else scene.mentions[number].entities
    purpose = _purpose(scene, first, stop)
    if purpose is not None and cue.kind not in ("accuse", "wish"):
        return Complement(purpose, stop, True, party or addressee or _first_party(scene, cue, purpose + 1), setting)
    if cue.kind == "accuse" and object_end < stop and keys[object_end] == "of":
        return Complement(object_end + 1, stop, True, (), setting)
    if cue.kind == "tell":
        holds = position > start and has_predicate(scene, position, stop)
        return Complement(position, stop, holds, addressee, setting)
    if cue.complement == "phrase":
        holds = first < stop and scene.tokens.words[first][0].isalnum()
        return Complement(first, stop, holds, party if object_end + 1 < stop else (), setting)
    acts = number != NOWHERE and object_end < stop and _acts(scene, object_end, stop)
    clause = has_predicate(scene, first, stop) and first < stop and keys[first] not in tables.preposition
    if cue.kind == "warn":
        about = first < stop and keys[first] in ("against", "of")
        return Complement(object_end if acts else first, stop, clause or about, party, setting)
    return Complement(first, stop, acts or (cue.kind == "accuse" and clause), party, setting)


def _acts(scene: Scene, token: int, stop: int) -> bool:
    """Whether a verb phrase follows an object: `ingin NATO berjanji`."""
    return is_verb(scene, token) or has_predicate(scene, token, min(stop, token + 4))


def _purpose(scene: Scene, first: int, stop: int) -> int | None:
    """`untuk`, `agar`, `to` after an object, before any comma."""
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(first, min(stop, first + _OBJECT_WINDOW)):
        if keys[token] in tables.to:
            return token
        if keys[token] in ",;:":
            return None
    return None


def _first_party(scene: Scene, cue: Cue, token: int) -> tuple[str, ...]:
    """Whom a demand or hope is put to where its clause names the doer: `berharap NATO dapat …`."""
    if cue.kind not in ("ask", "wish", "hope") or token >= len(scene.tokens.keys):
        return ()
    number = mention_at(scene, token)
    if number == NOWHERE or scene.mentions[number].form == "pronoun":
        return ()
    return scene.mentions[number].entities


def _bare(
    scene: Scene,
    cue: Cue,
    first: int,
    stop: int,
    addressee: tuple[str, ...],
    setting: tuple[int, int] | None,
    negated_from: int | None,
) -> Complement:
    """Content without a complementizer, as the cue admits it."""
    keys, tables = scene.tokens.keys, scene.tables
    if first >= stop or keys[first] in tables.not_content or not scene.tokens.words[first][0].isalnum():
        return Complement(first, stop, False, addressee, setting)
    clause = has_predicate(scene, first, stop)
    if (
        cue.kind in ("hope", "attitude")
        and negated_from is not None
        and not (clause and _starts_clause(scene, first, stop))
    ):
        return Complement(negated_from, stop, True, addressee, setting)
    party = addressee or _first_party(scene, cue, first)
    if cue.complement == "free":
        return Complement(first, stop, keys[first] not in tables.coordinator, party, setting)
    if cue.complement == "phrase":
        return Complement(
            first, stop, keys[first] not in tables.preposition and not _only_points(scene, first, stop), party, setting
        )
    if cue.complement == "clause":
        return Complement(first, stop, clause and keys[first] not in tables.preposition, party, setting)
    if cue.complement == "verb":
        return Complement(first, stop, is_verb(scene, first) or keys[first] in tables.to, (), setting)
    if cue.kind == "describe":
        described = any(key in tables.as_ for key in keys[first : min(stop, first + _OBJECT_WINDOW)])
        return Complement(first, stop, described, (), setting)
    return Complement(first, stop, False, addressee, setting)


def _starts_clause(scene: Scene, first: int, stop: int) -> bool:
    """Whether a subject with its predicate follows, not a noun phrase with a verb far inside."""
    number = mention_at(scene, first)
    return number != NOWHERE or has_predicate(scene, first, min(stop, first + 5))


def _only_points(scene: Scene, first: int, stop: int) -> bool:
    """`membantah tuduhan itu`: an object of two words that names nothing new."""
    keys = scene.tokens.keys
    end = stop
    while end > first and not keys[end - 1][0].isalnum():
        end -= 1
    return end - first <= 2 and keys[end - 1] in scene.tables.anaphor_det


def content_end(scene: Scene, unit: Unit, first: int, stop: int) -> int:
    """Where content that starts at `first` ends: before a relay mark, a contrast, a closing setting, final marks."""
    keys, tables = scene.tokens.keys, scene.tables
    end = stop
    for token in range(first, stop):
        key = keys[token]
        if key == "," and token + 1 < stop and (keys[token + 1] in tables.contrast or relay_at(scene, token + 1)):
            end = token
            break
        if scene.relays and relay_at(scene, token):
            end = token
            break
        if key in tables.setting and token > first + 2 and _is_press_setting(scene, token, stop):
            end = token
            break
    end = _without_time_tail(scene, first, end)
    while (
        end > first and not keys[end - 1][0].isalnum() and keys[end - 1] not in ")]%" and pair_at(unit, end - 1) is None
    ):
        end -= 1
    return end


def _is_press_setting(scene: Scene, token: int, stop: int) -> bool:
    """`… dalam konferensi pers di Jakarta`: where something was said, at the end of what was said."""
    keys, tables = scene.tokens.keys, scene.tables
    near = keys[token + 1 : min(token + 4, stop)]
    return any(key in tables.press_noun for key in near) and not has_predicate(scene, token + 1, stop)


def _without_time_tail(scene: Scene, first: int, end: int) -> int:
    """`…, Jumat (21/1).`: a time after the last comma tells when it was said."""
    keys = scene.tokens.keys
    last = end
    while last > first and not keys[last - 1][0].isalnum() and keys[last - 1] not in ")":
        last -= 1
    token = last
    while token > first + 1 and keys[token - 1] != "," and last - token < _WINDOW:
        if not is_time(scene, token - 1) and keys[token - 1] not in "()":
            return end
        token -= 1
    return token - 1 if keys[token - 1] == "," and token < last else end
