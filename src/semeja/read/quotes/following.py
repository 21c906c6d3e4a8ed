"""Cues whose speaker stands behind them or inside them: `kata S`, `ujarnya`, `disampaikan S`."""

from typing import Final

from semeja.lang.quoting import Cue
from semeja.read.quotes.history import History, last_speaker, resolved
from semeja.read.quotes.report import Report
from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    has_predicate,
    has_words,
    is_time,
    is_verb,
    mention_at,
    pair_at,
    pair_before,
    relay_at,
)
from semeja.read.quotes.surroundings import entities_of, listener, tail
from semeja.read.quotes.voices import Speaker, Voice, speaker_after

_BACK_REACH: Final = 7
_APPOSITION: Final = 16


def content_closes(scene: Scene, unit: Unit, token: int) -> bool:
    """Whether content ends at a token: a closing mark, a comma, a dash after a word."""
    keys = scene.tokens.keys
    if token >= unit.first and keys[token] in scene.tables.closing:
        token -= 1
    if token < unit.first:
        return False
    pair = pair_at(unit, token)
    if pair is not None:
        return pair.close == token
    return token > unit.first and keys[token] in ",–—"


def goes_on(scene: Scene, unit: Unit, cue: int, token: int) -> int | None:
    """Where content goes on behind an interposed cue (`Rusia, kata Lavrov, tidak akan …`), or None.

    Behind marked words it does not: the next marked words are the same speaker's second sentence.
    """
    keys, tables = scene.tokens.keys, scene.tables
    if token >= unit.last or keys[token] != "," or pair_at(unit, cue - 1) is not None:
        return None
    token += 1
    if token >= unit.last or is_time(scene, token) or relay_at(scene, token):
        return None
    for group in (tables.relative, tables.coordinator, tables.contrast, tables.elided, tables.setting, tables.as_said):
        if keys[token] in group:
            return None
    if keys[token] in tables.subordinator and has_predicate(scene, unit.first, cue):
        return None
    if keys[token] in tables.determiner:
        token = _past_apposition(scene, unit, token)
    pair = pair_at(unit, token)
    return token if pair is not None or has_predicate(scene, token, unit.last) else None


def _past_apposition(scene: Scene, unit: Unit, first: int) -> int:
    """`…, said Ann Lee, a farmer in Ostra, would …`: behind the description of the speaker, where a verb follows it."""
    keys = scene.tokens.keys
    for token in range(first, min(unit.last - 1, first + _APPOSITION)):
        if keys[token] == ",":
            return token + 1 if is_verb(scene, token + 1) else first
        if is_verb(scene, token) or pair_at(unit, token) is not None:
            return first
    return first


def after_content(
    scene: Scene, unit: Unit, cue: Cue, phrase: tuple[int, int], content: int, voice: Voice, pattern: str
) -> Report:
    """A report whose content stands before the cue phrase, or on both sides of it."""
    first, last = phrase
    onward = goes_on(scene, unit, first, last)
    if onward is not None:
        return Report(cue, first, last, "before", voice, onward, unit.last, True, "interposed")
    told, addressee, setting = listener(scene, last, unit.last) if cue.kind == "tell" else (last, (), None)
    to, place = tail(scene, unit, last if setting else told)
    return Report(cue, first, last, "after", voice, content, first, True, pattern, addressee or to, place or setting)


def speaker_follows(
    scene: Scene, unit: Unit, token: int, cue: Cue, content: int, own: Voice | None, history: History
) -> Report | None:
    """`Q, kata S`, `C, kata S`, `"Q," said S`."""
    opens = token == unit.first
    if not opens and not content_closes(scene, unit, token - 1):
        return None
    speaker = speaker_after(scene, token + 1, unit.last)
    if speaker.voice is None or speaker.medium or (not opens and _runs_on(scene, unit, token, cue, speaker)):
        return None
    voice = resolved(scene, speaker.voice, history, own, cue.kind == "add")
    if opens:
        return _opening(scene, unit, cue, speaker.last, voice)
    first = token - (scene.tokens.keys[token - 1] in scene.tables.closing)
    return after_content(scene, unit, cue, (first, speaker.last), content, voice, "verb-speaker")


def _runs_on(scene: Scene, unit: Unit, token: int, cue: Cue, speaker: Speaker) -> bool:
    """`X, the envoy, said Mirania must …`: a form that also stands before content, with a clause behind it.

    Nor does `announced tighter controls` name a speaker: one without a name shows as such by its noun or article.
    """
    if not cue.before:
        return False
    keys, tables = scene.tokens.keys, scene.tables
    last = keys[speaker.last] if speaker.last < unit.last else ""
    if last in tables.predicate or last in tables.possessive or keys[token + 1] in tables.predicate:
        return True
    if pair_at(unit, token - 1) is not None:
        return False
    if (last and is_verb(scene, speaker.last)) or cue.complement not in ("free", "clause"):
        return True
    pronoun = keys[token + 1] in tables.own or (speaker.voice is not None and speaker.voice.form == "pronoun")
    if pronoun and speaker.last < unit.last - 1:
        return True
    if any(mention_at(scene, at) != NOWHERE for at in range(token + 1, speaker.last)):
        return False
    named = scene.tokens.words[token + 1][0].isupper() or keys[token + 1] in tables.determiner
    named = named or keys[token + 1] in tables.quantifier
    return not named and tables.source_noun.isdisjoint(keys[token + 1 : speaker.last])


def _opening(scene: Scene, unit: Unit, cue: Cue, last: int, voice: Voice) -> Report | None:
    """`Kata S, C`; `Dijelaskan S, C`."""
    if last >= unit.last or not _opens_content(scene, unit, last):
        return None
    return Report(cue, unit.first, last, "before", voice, last + 1, unit.last, True, "verb-first")


def speaker_inside(
    scene: Scene, unit: Unit, token: int, cue: Cue, content: int, own: Voice | None, history: History
) -> Report | None:
    """`Q, ujarnya`; `Katanya, C`."""
    voice = last_speaker(history, own, cue.kind == "add")
    if content_closes(scene, unit, token - 1):
        return after_content(scene, unit, cue, (token, token + 1), content, voice, "verb-clitic")
    start = token + 1
    if token == unit.first and start < unit.last and _opens_content(scene, unit, start):
        return Report(cue, token, start, "before", voice, start + 1, unit.last, True, "verb-clitic")
    return None


def _opens_content(scene: Scene, unit: Unit, token: int) -> bool:
    """A comma, colon or complementizer behind a cue that opens a unit."""
    key = scene.tokens.keys[token]
    return (key in ",:" or key in scene.tables.firm_that) and has_words(scene, token + 1, unit.last)


def agent_follows(scene: Scene, unit: Unit, token: int, cue: Cue, own: Voice | None, history: History) -> Report | None:
    """`Hal itu disampaikan S`, `seperti dikatakan S, C`, `Tuduhan itu dibantah S`."""
    keys, tables = scene.tokens.keys, scene.tables
    if token + 1 >= unit.last or token - unit.first > 4 * _BACK_REACH:
        return None
    direct = keys[token + 1] in tables.by or mention_at(scene, token + 1) != NOWHERE
    speaker = speaker_after(scene, token + 1, unit.last)
    if speaker.voice is None or speaker.medium or not (direct or scene.tokens.words[token + 1][0].isupper()):
        return None
    voice = resolved(scene, speaker.voice, history, own)
    if cue.kind == "ask":
        return _asked_by(scene, unit, token, cue, speaker.last, voice) if direct else None
    if token == unit.first:
        opening = _opening(scene, unit, cue, speaker.last, voice)
        if opening is not None and has_predicate(scene, speaker.last + 1, unit.last):
            return opening
    before = pair_before(unit, token)
    floor = unit.first if before is None else before.close + 1
    left = keys[floor:token]
    addressee, setting = tail(scene, unit, speaker.last)
    if left and left[-1] in tables.as_said and len(left) == 1 and floor == unit.first:
        return Report(
            cue, floor, speaker.last, "before", voice, speaker.last + 1, unit.last, True, "passive", addressee
        )
    if cue.kind == "deny" and len(left) > 1 and not all(key in tables.anaphor or key in tables.deictic for key in left):
        return Report(cue, token, speaker.last, "after", voice, floor, token, True, "passive", addressee, setting)
    if len(left) > 2 and left[-1] in tables.as_said and has_predicate(scene, floor, token - 1):
        return Report(
            cue, token - 1, speaker.last, "after", voice, floor, token - 1, True, "passive", addressee, setting
        )
    if not left or left[-1] in tables.closing or (left[0] in tables.anaphor and len(left) <= _BACK_REACH):
        return _back(scene, unit, cue, (floor, speaker.last), voice, addressee, setting)
    return None


def _asked_by(scene: Scene, unit: Unit, token: int, cue: Cue, last: int, voice: Voice) -> Report | None:
    """`A diminta S V`, `A diminta oleh S untuk V`: the demand stands behind who makes it."""
    before, tables = scene.tokens.keys[token - 1], scene.tables
    if token == unit.first or before in tables.negator or before in tables.future:
        return None
    asked = last < unit.last and scene.tokens.keys[last] in tables.to
    if not asked and not has_predicate(scene, last, min(unit.last, last + 4)):
        return None
    number = mention_at(scene, token - 1)
    addressee = entities_of(scene, number) if number != NOWHERE else ()
    return Report(cue, token, last, "before", voice, last, unit.last, True, "passive", addressee)


def _back(
    scene: Scene,
    unit: Unit,
    cue: Cue,
    phrase: tuple[int, int],
    voice: Voice,
    addressee: tuple[str, ...],
    setting: tuple[int, int] | None,
) -> Report | None:
    """A cue that points at what was said before: in the same unit the marked words, else the sentence before."""
    first, last = phrase
    if cue.kind == "deny":
        return None
    if first > unit.first:
        return Report(cue, first, last, "after", voice, unit.first, first, True, "passive", addressee, setting)
    similar = not scene.tables.similar.isdisjoint(scene.tokens.keys[first:last])
    return Report(cue, first, last, "back", voice, last, last, False, "passive", addressee, setting, similar)
