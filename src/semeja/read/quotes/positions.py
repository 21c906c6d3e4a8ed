"""On which side of subject and cue the content stands: `C, the ministry said` or `the ministry said C`."""

from typing import Final

from semeja.lang.quoting import Cue
from semeja.read.quotes.following import content_closes
from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    has_predicate,
    is_time,
    is_verb,
    mention_at,
    pair_at,
    pair_before,
    relay_at,
)
from semeja.read.quotes.surroundings import listener

_OFFICE_WORDS: Final = 7
_ADJECTIVES: Final = 4


def phrase_start(scene: Scene, unit: Unit, first: int) -> int:
    """Where a cue phrase starts that stands behind marked words or a comma with an office before the name."""
    pair = pair_before(unit, first)
    if pair is None or not 1 < first - pair.close <= _OFFICE_WORDS:
        return _after_comma(scene, unit, first)
    start = pair.close + 1 + (scene.tokens.keys[pair.close + 1] in ",–—")
    return start if all(key.isalpha() for key in scene.tokens.keys[start:first]) else first


def _after_comma(scene: Scene, unit: Unit, first: int) -> int:
    """`C, veteran growers of Ostra said`: where the words before a name began, behind a comma."""
    keys, tables = scene.tokens.keys, scene.tables
    token = first - 1
    while token > max(unit.first, first - _ADJECTIVES) and _is_modifier(scene, token):
        token -= 1
    return token + 1 if token < first - 1 and keys[token] == "," and keys[token + 1] not in tables.setting else first


def _is_modifier(scene: Scene, token: int) -> bool:
    key, tables = scene.tokens.keys[token], scene.tables
    closed = key in tables.preposition or key in tables.coordinator or key in tables.subordinator
    return key.isalpha() and not closed and not is_verb(scene, token) and mention_at(scene, token) == NOWHERE


def stands_after(scene: Scene, unit: Unit, cue: Cue, first: int, last: int) -> bool:
    """Whether content stands before subject and cue and nothing is reported behind them.

    Without marked words only verbs that also invert do so: `C, the ministry said`.
    """
    if first <= unit.first or not content_closes(scene, unit, first - 1):
        return False
    if not _ends_here(scene, unit, cue, last, _closes_speech(scene, unit, first - 1)):
        return False
    if pair_at(unit, first - 1) is not None or (unit.pairs and unit.pairs[0].open < first):
        return True
    return cue.after and cue.complement in ("free", "clause") and has_predicate(scene, unit.first, first)


def _closes_speech(scene: Scene, unit: Unit, token: int) -> bool:
    """Whether marked words end at a token as speech does whose sentence goes on: with a comma, or `!`, `?`, a dash."""
    before = token - (scene.tokens.keys[token] in ",–—")
    pair = pair_at(unit, before)
    return pair is not None and (before < token or scene.tokens.keys[pair.last - 1] in ",!?…–—")


def _ends_here(scene: Scene, unit: Unit, cue: Cue, token: int, marked: bool) -> bool:
    """Whether nothing is reported behind a cue: the sentence ends, or a setting, a time, a listener follows.

    `marked`: marked speech stands directly before subject and cue: it seldom goes on outside of its marks.
    """
    keys, tables = scene.tokens.keys, scene.tables
    if marked and (token >= unit.last or keys[token] not in tables.firm_that):
        return True
    if cue.kind in ("tell", "ask"):
        token = listener(scene, token, unit.last)[0]
    if token >= unit.last or keys[token] in ".!?;)" or is_time(scene, token) or relay_at(scene, token):
        return True
    if keys[token] == ",":
        return True
    if keys[token] not in tables.setting and keys[token] not in tables.preposition and keys[token] not in tables.adverb:
        return False
    return tables.firm_that.isdisjoint(keys[token : min(unit.last, token + 12)])
