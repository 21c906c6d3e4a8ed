"""Sources named by a preposition: `menurut S`, `according to S`, on either side of what they say."""

from semeja.lang.quoting import Cue
from semeja.read.quotes.history import History, last_speaker, resolved
from semeja.read.quotes.report import Report
from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    has_predicate,
    has_words,
    is_verb,
    mention_at,
    pair_at,
    relay_at,
)
from semeja.read.quotes.voices import Speaker, Voice, speaker_after


def according(
    scene: Scene, unit: Unit, token: int, cue: Cue, content: int, own: Voice | None, history: History
) -> Report | None:
    """`Menurut S, C`, `C, menurut S`, `menurutnya`, `according to S`."""
    keys = scene.tokens.keys
    speaker = _source(scene, unit, token, cue, history, own)
    if speaker.voice is None or speaker.medium or not _may_hold_views(unit, token, cue, speaker.voice):
        return None
    voice, last = resolved(scene, speaker.voice, history, own), speaker.last
    start = _past_relay(scene, unit, last)
    opens = token == content or not has_predicate(scene, content, token) or keys[token - 1] in scene.tables.relative
    inside = keys[token - 1] == "," and start > last
    stated = start > last and token == unit.first and has_words(scene, start, unit.last)
    turns = inside and not opens and _turns(scene, start)
    if (opens or inside) and not turns and start < unit.last and (stated or _content_at(scene, unit, start)):
        return Report(cue, token, last, "before", voice, start, unit.last, True, "according")
    if token <= content + 1:
        return None
    first = token - (keys[token - 1] in scene.tables.closing)
    return Report(cue, first, last, "after", voice, content, first, True, "according")


def _may_hold_views(unit: Unit, token: int, cue: Cue, voice: Voice) -> bool:
    """`Bagi S, C` tells a view where it opens the sentence and S is a person; else it tells for whom something is."""
    return cue.complement != "clause" or (token == unit.first and voice.person)


def _turns(scene: Scene, token: int) -> bool:
    """`C, according to S, although …`, `…, known as …`: what stands behind the source is a clause of its own."""
    if is_verb(scene, token):
        return True
    key, tables = scene.tokens.keys[token], scene.tables
    return any(key in words for words in (tables.subordinator, tables.contrast, tables.coordinator, tables.relative))


def _past_relay(scene: Scene, unit: Unit, token: int) -> int:
    """Behind the comma after a source, and behind a relay mark between commas."""
    while token < unit.last and (scene.tokens.keys[token] in ",:" or relay_at(scene, token)):
        token += 1
    return token


def _content_at(scene: Scene, unit: Unit, token: int) -> bool:
    return pair_at(unit, token) is not None or has_predicate(scene, token, unit.last)


def _source(scene: Scene, unit: Unit, token: int, cue: Cue, history: History, own: Voice | None) -> Speaker:
    """Whom `menurut` names: a mention, a name, a source noun; a plan, a law or a schedule is nobody."""
    keys, tables = scene.tokens.keys, scene.tables
    if cue.clitic:
        return Speaker(last_speaker(history, own), token + 1)
    start = token + 1 + len(cue.rest)
    start += start < unit.last and keys[start] in tables.addressee
    nouns = start
    while nouns < unit.last and (keys[nouns] in tables.according_noun or keys[nouns] in tables.determiner):
        nouns += 1
    if nouns >= unit.last:
        return Speaker(None, nouns)
    speaker = speaker_after(scene, nouns, unit.last)
    if any(mention_at(scene, at) != NOWHERE for at in range(start, speaker.last)):
        return speaker
    told = scene.tokens.words[nouns][0].isupper() or keys[start] in tables.determiner
    told = told or not tables.source_noun.isdisjoint(keys[nouns : speaker.last])
    nobody = not tables.according_not.isdisjoint(keys[start : speaker.last])
    return speaker if told and not nobody else Speaker(None, nouns)
