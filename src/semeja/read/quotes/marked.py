"""Marked words: a whole utterance, a piece of a reported clause, or no quotation at all."""

from bisect import bisect_right
from typing import Final

import msgspec

from semeja.read.quotes.history import History, floating_speaker, resolved
from semeja.read.quotes.report import Report
from semeja.read.quotes.scene import NOWHERE, Pair, Scene, Unit, has_words, mention_at
from semeja.read.quotes.voices import UNKNOWN, Voice, sentence_subject, speaker_after, voice_of

_SCARE_WORDS: Final = 3
_TITLE_WORDS: Final = 6
_SENTENCE_ENDS: Final = ".,!?…"


class Attributed(msgspec.Struct, frozen=True, gc=False):
    """Marked words that are a quotation: `report` is the cue that governs them, if any, else `voice` speaks."""

    pair: Pair
    kind: str
    voice: Voice
    pattern: str
    report: Report | None = None
    cue: tuple[int, int] | None = None


def attribute(scene: Scene, unit: Unit, reports: list[Report], history: History) -> list[Attributed]:
    """The quotations among the marked words of a unit."""
    firsts = [report.first for report in reports]
    found: list[Attributed] = []
    for pair in unit.pairs:
        attributed = _one(scene, unit, pair, _neighbours(reports, firsts, pair), found, history)
        if attributed is not None:
            found.append(attributed)
    return found


def _neighbours(reports: list[Report], firsts: list[int], pair: Pair) -> tuple[Report | None, Report | None]:
    """The last report that starts before marked words, and the first behind them."""
    at = bisect_right(firsts, pair.open)
    return (reports[at - 1] if at else None), (reports[at] if at < len(reports) else None)


def _one(
    scene: Scene,
    unit: Unit,
    pair: Pair,
    neighbours: tuple[Report | None, Report | None],
    found: list[Attributed],
    history: History,
) -> Attributed | None:
    before, after = neighbours
    governed: Report | None = None
    if before is not None and before.side == "before" and before.content <= pair.open < before.end:
        governed = before
    elif after is not None and after.side == "after" and after.content <= pair.first:
        governed = after
    if governed is not None:
        kind = _kind(scene, pair, governed, found)
        if kind == "partial" and is_name(scene, pair):
            return None
        return Attributed(pair, kind, governed.voice, governed.pattern if kind == "direct" else "partial", governed)
    if before is not None and before.side == "after" and found and found[-1].kind == "direct":
        return Attributed(pair, "direct", before.voice, "split", before)
    return _loose(scene, unit, pair, found, history)


def _kind(scene: Scene, pair: Pair, report: Report, found: list[Attributed]) -> str:
    """`direct` where the marks hold the whole content, `partial` where the clause goes on outside them."""
    keys, words = scene.tokens.keys, scene.tokens.words
    if report.side == "after":
        start = max(report.content, found[-1].pair.close + 1) if found else report.content
        alone = not has_words(scene, start, pair.open) or (pair.open > 0 and keys[pair.open - 1] in "–—-")
        joined = bool(found) and pair.open - start == 1 and keys[start] in scene.tables.coordinator
        return "direct" if (alone or joined) and not has_words(scene, pair.close + 1, report.first) else "partial"
    if report.pattern == "interposed" or report.cue.kind == "describe" or has_words(scene, report.content, pair.open):
        return "partial"
    sentence = keys[pair.last - 1] in _SENTENCE_ENDS
    if has_words(scene, pair.close + 1, report.end) and not sentence:
        return "partial"
    whole = sentence or words[pair.first][0].isupper() or word_count(scene, pair) > _SCARE_WORDS
    return "direct" if whole else "partial"


def word_count(scene: Scene, pair: Pair) -> int:
    """How many words are marked."""
    return sum(key[0].isalnum() for key in scene.tokens.keys[pair.first : pair.last])


def is_name(scene: Scene, pair: Pair) -> bool:
    """`kapal "Cakra Samudra"`, `buku "…"`: a title, nickname or name between marks."""
    keys, words = scene.tokens.keys, scene.tokens.words
    if pair.open > 0 and keys[pair.open - 1] in scene.tables.title_noun:
        return True
    inner = [word for word in words[pair.first : pair.last] if word[0].isalnum()]
    if len(inner) > _TITLE_WORDS or keys[pair.last - 1] in _SENTENCE_ENDS:
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in inner)


def _loose(scene: Scene, unit: Unit, pair: Pair, found: list[Attributed], history: History) -> Attributed | None:
    """Marked words that no cue reaches."""
    keys = scene.tokens.keys
    named = _called(scene, unit, pair, history)
    if named is not None:
        return named
    if pair.open > unit.first and keys[pair.open - 1] == ":" and not is_name(scene, pair):
        voice = _subject(scene, unit, pair.open, history)
        return Attributed(pair, "direct", voice, "colon", cue=(unit.first, pair.open - 1))
    size = word_count(scene, pair)
    opens = not has_words(scene, unit.first, pair.open) or (bool(found) and found[-1].pair.close + 1 == pair.open)
    if pair.continued:
        return Attributed(pair, "direct", UNKNOWN, "continued")
    if opens and not has_words(scene, pair.close + 1, unit.last):
        voice = found[-1].voice if found else floating_speaker(history)
        return Attributed(pair, "direct", voice, "floating") if size > 1 else None
    if size <= _SCARE_WORDS or is_name(scene, pair):
        return None
    return _in_clause(scene, unit, pair, opens, history)


def _in_clause(scene: Scene, unit: Unit, pair: Pair, opens: bool, history: History) -> Attributed:
    """Many marked words in a clause without a cue: they are most likely its subject's."""
    keys, words = scene.tokens.keys, scene.tokens.words
    if opens and keys[pair.last - 1] in _SENTENCE_ENDS:
        voice = _subject(scene, unit, unit.last, history)
        return Attributed(pair, "direct", voice if voice.person else floating_speaker(history), "floating")
    voice = _subject(scene, unit, pair.open, history)
    whole = keys[pair.open - 1] == "," and words[pair.first][0].isupper()
    whole = whole and not has_words(scene, pair.close + 1, unit.last)
    return Attributed(pair, "direct" if whole else "partial", voice, "clause-subject")


def _called(scene: Scene, unit: Unit, pair: Pair, history: History) -> Attributed | None:
    """`apa yang disebut S sebagai "Q"`, `what S called "Q"`."""
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(pair.open - 1, max(unit.first, pair.open - 10) - 1, -1):
        if keys[token] not in tables.called:
            continue
        speaker = speaker_after(scene, token + 1, pair.open)
        voice, last = speaker.voice, max(speaker.last, token + 1)
        number = mention_at(scene, token - 1) if token > unit.first else NOWHERE
        if (voice is None or not voice.entities) and number != NOWHERE:
            voice, last = voice_of(scene, [scene.mentions[number]]), token + 1
        if voice is None or not (voice.entities or voice.form == "pronoun"):
            return None
        return Attributed(pair, "partial", resolved(scene, voice, history), "called", cue=(token, last))
    return None


def _subject(scene: Scene, unit: Unit, last: int, history: History) -> Voice:
    subject = sentence_subject(scene, unit, last)
    return UNKNOWN if subject is None else resolved(scene, subject, history)
