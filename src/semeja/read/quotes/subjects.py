"""The subject before a cue: who stands left of the verb, over adverbs, appositions and relative clauses."""

from typing import Final

import msgspec

from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    is_time,
    is_verb,
    mention_at,
    mention_tokens,
    pair_at,
)
from semeja.read.quotes.voices import (
    UNKNOWN,
    Voice,
    is_governed,
    is_medium,
    is_named_person,
    is_relational,
    named_voice,
    voice_of,
)

_REACH: Final = 40
_BRACKET: Final = 12
_APPOSITION: Final = 9
_LONG_APPOSITION: Final = 24
_ASIDE: Final = 4
_NOUN_PHRASE: Final = 4
_NAME: Final = 4


class Operators(msgspec.Struct, frozen=True, gc=False):
    """What stands between subject and cue: the negator's token or NOWHERE, futurity, the start of that verb group."""

    negator: int
    future: bool
    start: int


class Subject(msgspec.Struct, frozen=True, gc=False):
    """The subject of a cue: its voice, or None where it is left out, and the first token of the cue phrase.

    `elided`: the cue continues a clause (`…, tetapi mengatakan`). `bounded`: a comma, coordinator or the start of the
    sentence stands before it. `infinitive`: the cue is no assertion (`untuk mengatakan`). `conditional`: its clause
    opens with `if`. `near`: the subject stands directly before the verb group. `medium`: an outlet or agency.
    """

    voice: Voice | None
    first: int
    operators: Operators
    elided: bool = False
    bounded: bool = False
    infinitive: bool = False
    conditional: bool = False
    near: bool = False
    medium: bool = False


def subject_before(scene: Scene, unit: Unit, cue: int, floor: int) -> Subject:
    """The subject of the cue at token `cue`, searched back to token `floor`."""
    keys, tables = scene.tokens.keys, scene.tables
    token, operators = _verb_group(scene, _before_onward(scene, cue, floor), floor)
    if token < floor:
        fresh = floor <= unit.first or bounds(scene, floor - 1)
        return Subject(None, operators.start, operators, elided=fresh, bounded=fresh, infinitive=not fresh)
    key = keys[token]
    if key in tables.infinitive:
        return Subject(None, operators.start, operators, infinitive=True)
    if key in tables.coordinator or key in tables.elided:
        return Subject(None, token, operators, elided=True, bounded=True)
    if key in tables.relative and mention_at(scene, token) == NOWHERE:
        head = token - 2 if token - 1 >= floor and keys[token - 1] == "," else token - 1
        number = mention_at(scene, head) if head >= floor else NOWHERE
        if number == NOWHERE:
            return Subject(None, operators.start, operators, infinitive=True)
        return _found(scene, unit, number, floor, operators)
    if key == ",":
        return _before_comma(scene, unit, token, floor, operators)
    return _search(scene, unit, token, floor, operators)


def _before_onward(scene: Scene, cue: int, floor: int) -> int:
    """`went on to say`: where the verb begins that a cue only completes, else the cue."""
    keys, tables = scene.tokens.keys, scene.tables
    token = cue - 1
    if token <= floor or keys[token] not in tables.infinitive or keys[token - 1] not in tables.onward:
        return cue
    token -= 1
    while token > floor and keys[token - 1] in tables.onward:
        token -= 1
    return token


def bounds(scene: Scene, token: int) -> bool:
    """Whether a token separates clauses."""
    key, tables = scene.tokens.keys[token], scene.tables
    return not key[0].isalnum() or key in tables.coordinator or key in tables.contrast


def _verb_group(scene: Scene, cue: int, floor: int) -> tuple[int, Operators]:
    """The token before the adverbs, auxiliaries, negators and times that stand before a cue."""
    keys, tables = scene.tokens.keys, scene.tables
    negator, future = NOWHERE, False
    token = cue - 1
    while token >= floor and mention_at(scene, token) == NOWHERE:
        key = keys[token]
        if key in tables.negator:
            negator = token
        elif key in tables.future:
            future = True
        elif key not in tables.adverb and not is_time(scene, token):
            break
        token -= 1
    return token, Operators(negator, future, token + 1)


def _before_comma(scene: Scene, unit: Unit, comma: int, floor: int, operators: Operators) -> Subject:
    """The subject before an apposition or relative clause (`Juru bicara X, Sekar Widuri, membantah`), if it is one."""
    keys, tables = scene.tokens.keys, scene.tables
    opening = comma - 1
    while opening >= floor and keys[opening] != "," and comma - opening < _REACH:
        opening -= 1
    left_out = Subject(None, comma + 1, operators, elided=True, bounded=True)
    if opening < floor or keys[opening] != ",":
        return left_out
    if comma - opening <= _ASIDE and _is_aside(scene, opening + 1, comma):
        return _search(scene, unit, opening - 1, floor, operators)
    inner = mention_at(scene, comma - 1)
    outer = mention_at(scene, opening - 1) if opening - 1 >= floor else NOWHERE
    if keys[opening + 1] in tables.relative and outer != NOWHERE:
        return _found(scene, unit, outer, floor, operators)
    if inner != NOWHERE and mention_tokens(scene, inner)[0] == opening + 1:
        named = is_named_person(scene.mentions[inner]) or outer == NOWHERE
        return _found(scene, unit, inner if named else outer, floor, operators)
    plain = not any(is_verb(scene, token) for token in range(opening + 1, comma))
    reach = _LONG_APPOSITION if outer != NOWHERE and is_named_person(scene.mentions[outer]) else _APPOSITION
    if outer != NOWHERE and comma - opening <= reach and plain:
        return _found(scene, unit, outer, floor, operators)
    described = _described_at_length(scene, unit, comma, floor)
    if described != NOWHERE:
        return _found(scene, unit, described, floor, operators)
    words = scene.tokens.words[floor:opening]
    if plain and 1 < len(words) <= _NAME and all(word[0].isupper() for word in words):
        return Subject(UNKNOWN, floor, operators, bounded=True)
    return left_out


def _is_aside(scene: Scene, first: int, last: int) -> bool:
    """`Growers, however, say …`: nothing but linking words between two commas."""
    keys, tables = scene.tokens.keys, scene.tables
    return first < last and all(key in tables.aside for key in keys[first:last])


def _described_at_length(scene: Scene, unit: Unit, comma: int, floor: int) -> int:
    """`Ann Lee, 63, a farmer raised in Ostra, said`: the name that opens a clause of descriptions, or NOWHERE.

    What stands between the commas holds no clause of its own: no verb but behind a relative or as a participle, and
    nobody else after a coordinator.
    """
    keys, tables = scene.tokens.keys, scene.tables
    number = mention_at(scene, floor) if floor < comma else NOWHERE
    if number == NOWHERE or not is_named_person(scene.mentions[number]) or comma - floor > _REACH:
        return NOWHERE
    last = mention_tokens(scene, number)[1]
    if last >= comma or keys[last] not in ",(":
        return NOWHERE
    relative = False
    for token in range(last + 1, comma):
        relative = keys[token] in tables.relative or (relative and keys[token] != ",")
        joined = keys[token] in tables.coordinator and mention_at(scene, token + 1) != NOWHERE
        finite = keys[token] in tables.predicate and not relative and mention_at(scene, token) == NOWHERE
        if pair_at(unit, token) is not None or joined or finite:
            return NOWHERE
    return number


def _search(scene: Scene, unit: Unit, token: int, floor: int, operators: Operators) -> Subject:
    """Leftward over plain words to a mention that no preposition or verb governs."""
    end = token + 1
    plain = 0
    while token >= floor and end - token < _REACH:
        number = mention_at(scene, token)
        if number != NOWHERE:
            first, last = mention_tokens(scene, number)
            if not is_governed(scene, first, floor) or (
                plain == 0 and scene.tokens.keys[first - 1] in scene.tables.opener
            ):
                if _is_owner(scene, number, last, end):
                    return Subject(UNKNOWN, first, operators, bounded=first <= unit.first or bounds(scene, first - 1))
                return _found(scene, unit, number, floor, operators, near=plain == 0)
            token, plain = first - 2, plain + 1
            continue
        if scene.tokens.keys[token] == ")":
            token = _opening_bracket(scene.tokens.keys, token, floor) - 1
            continue
        head = _relative_head(scene, token, floor)
        if head != NOWHERE:
            return _found(scene, unit, head, floor, operators, near=False)
        if _is_boundary(scene, unit, token):
            token = _before_relative(scene, unit, token, floor)
            break
        plain += 1
        token -= 1
    first = token + 1
    if plain == 0:
        return Subject(None, first, operators, elided=True, bounded=True)
    return _unnamed(scene, unit, first, floor, operators)


def _relative_head(scene: Scene, token: int, floor: int) -> int:
    """`Pejabat yang hadir di rapat itu mengatakan`: whom a relative clause before the cue describes, or NOWHERE."""
    key, tables = scene.tokens.keys[token], scene.tables
    if key not in tables.relative or key in tables.firm_that or token <= floor:
        return NOWHERE
    number = mention_at(scene, token - 1)
    if number == NOWHERE or scene.mentions[number].form == "pronoun":
        return NOWHERE
    return NOWHERE if is_governed(scene, mention_tokens(scene, number)[0], floor) else number


def _before_relative(scene: Scene, unit: Unit, token: int, floor: int) -> int:
    """Behind what a noun phrase with a relative clause begins (`the captain who lost his boat said`)."""
    key, tables = scene.tokens.keys[token], scene.tables
    if key not in tables.relative or key in tables.firm_that or token <= floor:
        return token
    start = token - 1
    while start >= max(floor, token - _NOUN_PHRASE) and not _closes_phrase(scene, unit, start):
        start -= 1
    return start if start < token - 1 else token


def _closes_phrase(scene: Scene, unit: Unit, token: int) -> bool:
    return _is_boundary(scene, unit, token) or is_verb(scene, token) or mention_at(scene, token) != NOWHERE


def _unnamed(scene: Scene, unit: Unit, first: int, floor: int, operators: Operators) -> Subject:
    if scene.tokens.keys[first] in scene.tables.infinitive:
        return Subject(None, first, operators, infinitive=True)
    bounded = first <= unit.first or bounds(scene, first - 1)
    end = operators.start + (scene.tokens.keys[operators.start] in scene.tables.deictic)
    voice = named_voice(scene, first, end)
    return Subject(voice, first, operators, bounded=bounded, conditional=_in_condition(scene, first, floor))


def _found(scene: Scene, unit: Unit, number: int, floor: int, operators: Operators, near: bool = True) -> Subject:
    """The subject whose last part is a mention, with those that a coordinator joins to it."""
    keys, tables = scene.tokens.keys, scene.tables
    mention = scene.mentions[number]
    first, _ = mention_tokens(scene, number)
    members = [mention]
    while first - 2 >= floor and keys[first - 1] in tables.both:
        other = mention_at(scene, first - 2)
        if other == NOWHERE or is_governed(scene, mention_tokens(scene, other)[0], floor):
            break
        members.insert(0, scene.mentions[other])
        first = mention_tokens(scene, other)[0]
    if is_relational(scene, mention, first, floor):
        return Subject(UNKNOWN, first - 1, operators, bounded=first - 1 <= unit.first or bounds(scene, first - 2))
    while first > floor and keys[first - 1] in tables.determiner:
        first -= 1
    return Subject(
        voice_of(scene, members),
        first,
        operators,
        bounded=first <= unit.first or bounds(scene, first - 1),
        conditional=_in_condition(scene, first, floor),
        near=near,
        medium=len(members) == 1 and is_medium(scene, mention),
    )


def _is_owner(scene: Scene, number: int, last: int, end: int) -> bool:
    """`Trump's lawyer said`: a person whose name is followed by the noun that is the subject."""
    return last < end and scene.mentions[number].kind == "person" and scene.tokens.keys[last] in scene.tables.possessive


def _is_boundary(scene: Scene, unit: Unit, token: int) -> bool:
    key, tables = scene.tokens.keys[token], scene.tables
    if key in ",;:–—!?" or pair_at(unit, token) is not None:
        return True
    return key in tables.coordinator or key in tables.that or key in tables.relative


def _in_condition(scene: Scene, first: int, floor: int) -> bool:
    """Whether the clause of the subject opens with a conditional word."""
    return first > floor and scene.tokens.keys[first - 1] in scene.tables.conditional


def _opening_bracket(keys: tuple[str, ...], token: int, floor: int) -> int:
    for at in range(token, max(floor, token - _BRACKET) - 1, -1):
        if keys[at] == "(":
            return at
    return token
