"""Where and to whom something was said: phrases around a cue that are neither speaker nor content."""

from typing import Final

from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    has_predicate,
    is_time,
    mention_at,
    mention_tokens,
    pair_at,
    relay_at,
)
from semeja.read.quotes.voices import is_medium

_LONG: Final = 26
_SHORT: Final = 9
_OPENING: Final = 20
_AUDIENCE: Final = 12
_BRACKET: Final = 6
_OCCASION: Final = 3

Place = tuple[int, int] | None


def opening_setting(scene: Scene, unit: Unit) -> Place:
    """`Dalam konferensi pers itu, …`: a setting that opens a unit, up to its comma."""
    keys, tables = scene.tokens.keys, scene.tables
    first = unit.first
    opens = keys[first] in tables.setting and not tables.setting_noun.isdisjoint(
        keys[first + 1 : min(unit.last, first + 5)]
    )
    if not opens and keys[first] not in tables.reached:
        return None
    for token in range(first + 1, min(unit.last, first + _OPENING)):
        if keys[token] == ",":
            return first, token
    return None


def listener(scene: Scene, position: int, stop: int) -> tuple[int, tuple[str, ...], Place]:
    """Past the object of `told`: a mention is the addressee, `reporters` are a setting."""
    keys, tables = scene.tokens.keys, scene.tables
    if position >= stop:
        return position, (), None
    first = position + (keys[position] in tables.determiner and position + 1 < stop)
    number = mention_at(scene, first)
    if relay_at(scene, first):
        while first < stop and relay_at(scene, first):
            first += 1
        return first, (), (position, first)
    if first > position and (occasion := _occasion(scene, first, stop)):
        return occasion, (), (position, occasion)
    if keys[first] in tables.listener:
        more = first + 1 < stop and keys[first + 1] in tables.preposition
        reached = _audience(scene, position, first, stop) if more else (position, (), None)
        return reached if reached[0] > position else (first + 1, (), (position, first + 1))
    if number != NOWHERE:
        return mention_tokens(scene, number)[1], entities_of(scene, number), None
    return _audience(scene, position, first, stop)


def _occasion(scene: Scene, first: int, stop: int) -> int | None:
    """The token after `news conference` in `told a news conference`; None where people are told."""
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(first, min(stop, first + _OCCASION)):
        if keys[token] in tables.press_noun and keys[token] not in tables.listener:
            return token + 1
        if mention_at(scene, token) != NOWHERE or keys[token] in tables.preposition:
            return None
    return None


def _audience(scene: Scene, position: int, first: int, stop: int) -> tuple[int, tuple[str, ...], Place]:
    """`told a gathering of farmers in Ostra she would …`: listeners without a name, up to the subject of the clause."""
    keys, tables = scene.tokens.keys, scene.tables
    if first == position:
        return position, (), None
    for token in range(first + 1, min(stop, position + _AUDIENCE)):
        key = keys[token]
        if not key[0].isalnum() or key in tables.firm_that:
            break
        subject = key in tables.person_pronoun or key in tables.plural_pronoun or key in tables.determiner
        named = mention_at(scene, token) != NOWHERE and mention_at(scene, token - 1) == NOWHERE
        if (subject or named) and keys[token - 1] not in tables.preposition and has_predicate(scene, token, stop):
            return token, (), (position, token)
    return position, (), None


def entities_of(scene: Scene, number: int) -> tuple[str, ...]:
    """The characters of a mention that is spoken to; a medium is a relay and no addressee."""
    mention = scene.mentions[number]
    return () if is_medium(scene, mention) else mention.entities


def past_setting(scene: Scene, unit: Unit, position: int, stop: int) -> tuple[int, tuple[str, ...], Place]:
    """Past commas, times and phrases of place or listener between cue and content."""
    keys, tables = scene.tokens.keys, scene.tables
    addressee: tuple[str, ...] = ()
    setting: Place = None
    while position < stop:
        if keys[position] in ",:" or is_time(scene, position) or relay_at(scene, position):
            position += 1
            continue
        if keys[position] == "(" and ")" in keys[position : min(stop, position + _BRACKET)]:
            position = keys.index(")", position) + 1
            continue
        if keys[position] not in tables.setting or pair_at(unit, position) is not None:
            break
        if position + 1 < stop and is_time(scene, position + 1):
            position += 1
            continue
        end = _setting_end(scene, unit, position, stop)
        if end is None:
            break
        if keys[position] in tables.addressee and position + 1 < stop:
            number = mention_at(scene, position + 1)
            addressee = entities_of(scene, number) if number != NOWHERE else addressee
        setting = setting or (position, end)
        position = end
    return position, addressee, setting


def _setting_end(scene: Scene, unit: Unit, start: int, stop: int) -> int | None:
    """The comma, colon or mark that ends a setting before content; None: what looks like a setting is content."""
    keys = scene.tokens.keys
    for token in range(start + 1, min(stop, start + _LONG)):
        if keys[token] in ",:":
            return _second_comma(scene, token, stop) or token
        if pair_at(unit, token) is not None:
            return token
        if keys[token] in scene.tables.predicate:
            return None
    return None


def _second_comma(scene: Scene, comma: int, stop: int) -> int | None:
    """The comma behind a place name or a time: `di Jakarta, Jumat (21/1), …`."""
    keys, following = scene.tokens.keys, comma + 1
    if following >= stop or not (is_time(scene, following) or scene.tokens.words[following][0].isupper()):
        return None
    for token in range(following, min(stop, following + _SHORT)):
        if keys[token] in ",:":
            return None if has_predicate(scene, following, token) else token
    return None


def tail(scene: Scene, unit: Unit, token: int) -> tuple[tuple[str, ...], Place]:
    """Addressee and setting behind speaker and cue: `kepada A`, `dalam konferensi pers di Jakarta, Jumat`."""
    keys, tables = scene.tokens.keys, scene.tables
    addressee: tuple[str, ...] = ()
    start = token
    if token + 1 < unit.last and keys[token] in tables.addressee:
        number = mention_at(scene, token + 1)
        if number != NOWHERE:
            addressee = entities_of(scene, number)
            start = mention_tokens(scene, number)[1] if addressee else token
    while start < unit.last and keys[start] == ",":
        start += 1
    if start >= unit.last or relay_at(scene, start):
        return addressee, None
    if not (keys[start] in tables.setting or keys[start] in tables.listener or is_time(scene, start)):
        return addressee, None
    end = tail_end(scene, unit, start)
    return addressee, (start, end) if end > start else None


def tail_end(scene: Scene, unit: Unit, start: int) -> int:
    """Where a setting that starts at `start` and follows the content ends."""
    keys = scene.tokens.keys
    end = start
    while end < unit.last and end - start < 2 * _LONG and keys[end] not in ".!?;:":
        if pair_at(unit, end) is not None or relay_at(scene, end) or (end > start and _leaves(scene, end)):
            break
        end += 1
    while end > start and keys[end - 1] == ",":
        end -= 1
    return end


def _leaves(scene: Scene, token: int) -> bool:
    """Whether a tail ends before a token: a clause begins, or a new cue after a comma."""
    key, before, tables = scene.tokens.keys[token], scene.tokens.keys[token - 1], scene.tables
    if key in tables.relative or key in tables.elided or key in tables.coordinator:
        return True
    if before != "," or is_time(scene, token):
        return False
    return key in tables.cues or key in tables.subordinator or key in tables.contrast


def is_press_setting(scene: Scene, token: int, stop: int) -> bool:
    """`… dalam konferensi pers di Jakarta`: where something was said, at the end of what was said."""
    near = scene.tokens.keys[token + 1 : min(token + 4, stop)]
    return not scene.tables.press_noun.isdisjoint(near) and not has_predicate(scene, token + 2, stop)
