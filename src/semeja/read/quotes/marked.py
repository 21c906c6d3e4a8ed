"""Marked words: a whole utterance, a piece of a reported clause, or no quotation at all."""

import msgspec

from semeja.read.quotes.history import History, floating_speaker, is_pronoun, pointed_at
from semeja.read.quotes.reports import Report
from semeja.read.quotes.scene import NOWHERE, UNKNOWN, Pair, Scene, Unit, Voice, mention_at
from semeja.read.quotes.speakers import sentence_subject, speaker_after

_SCARE_WORDS = 3
_TITLE_WORDS = 6


class Attributed(msgspec.Struct, frozen=True):
    """Marked words that are a quotation: `report` is the cue that governs them, if any, else `voice` speaks."""

    pair: Pair
    kind: str
    voice: Voice
    pattern: str
    report: Report | None = None
    cue: tuple[int, int] | None = None


def attribute(scene: Scene, unit: Unit, reports: list[Report], history: History) -> list[Attributed]:
    """The quotations among the marked words of a unit."""
    found: list[Attributed] = []
    for pair in unit.pairs:
        attributed = _one(scene, unit, pair, reports, found, history)
        if attributed is not None:
            found.append(attributed)
    return found


def _one(
    scene: Scene, unit: Unit, pair: Pair, reports: list[Report], found: list[Attributed], history: History
) -> Attributed | None:
    governed = _governed(scene, unit, pair, reports)
    if governed is not None:
        kind = _kind(scene, unit, pair, governed, found)
        if kind == "partial" and _is_name(scene, pair):
            return None
        pattern = governed.pattern if kind == "direct" else "partial"
        return Attributed(pair, kind, governed.voice, pattern, governed)
    if found and found[-1].kind == "direct" and _after(reports, pair) is not None:
        return Attributed(pair, "direct", found[-1].voice, "split", _after(reports, pair))
    return _loose(scene, unit, pair, found, history)


def _governed(scene: Scene, unit: Unit, pair: Pair, reports: list[Report]) -> Report | None:
    """The report in whose reach the marked words stand."""
    for report in reports:
        if report.side == "before" and report.content <= pair.open < report.end:
            return report
        if report.side == "after" and report.content <= pair.open + 1 and pair.close <= report.first:
            earlier = [other for other in reports if other is not report and pair.close < other.first < report.first]
            if not earlier:
                return report
    return None


def _after(reports: list[Report], pair: Pair) -> Report | None:
    """The last report with its content before it that stands before the marked words."""
    for report in reversed(reports):
        if report.side == "after" and report.last <= pair.open:
            return report
    return None


def _kind(scene: Scene, unit: Unit, pair: Pair, report: Report, found: list[Attributed]) -> str:
    """`direct` where the marks hold the whole content, `partial` where the clause goes on outside them."""
    keys = scene.tokens.keys
    if report.side == "after":
        start = max([report.content, *(other.pair.close + 1 for other in found)])
        between = [key for key in keys[start : pair.open] if key[0].isalnum()]
        alone = not between or (bool(found) and len(between) == 1 and between[0] in scene.tables.coordinator)
        outside = [key for key in keys[pair.close + 1 : report.first] if key[0].isalnum()]
        return "direct" if (alone or _is_dateline(scene, unit, pair)) and not outside else "partial"
    between = [key for key in keys[report.content : pair.open] if key[0].isalnum()]
    rest = [key for key in keys[pair.close + 1 : report.end] if key[0].isalnum()]
    if between:
        return "partial"
    sentence = keys[pair.close - 1] in ".,!?…"
    if rest and not sentence:
        return "partial"
    return (
        "direct"
        if sentence or _words(scene, pair) > _SCARE_WORDS or scene.tokens.words[pair.open + 1][0].isupper()
        else "partial"
    )


def _is_dateline(scene: Scene, unit: Unit, pair: Pair) -> bool:
    return pair.open > unit.first and scene.tokens.keys[pair.open - 1] in "–—-"


def _words(scene: Scene, pair: Pair) -> int:
    return sum(key[0].isalnum() for key in scene.tokens.keys[pair.open + 1 : pair.close])


def _is_name(scene: Scene, pair: Pair) -> bool:
    """`kapal "Cakra Samudra"`, `buku "…"`: a title, nickname or name between marks."""
    keys, words = scene.tokens.keys, scene.tokens.words
    if pair.open > 0 and keys[pair.open - 1] in scene.tables.title_noun:
        return True
    inner = [word for word in words[pair.open + 1 : pair.close] if word[0].isalnum()]
    capitals = [word for word in inner if word[0].isupper() or word[0].isdigit()]
    return len(inner) <= _TITLE_WORDS and len(capitals) == len(inner) and keys[pair.close - 1] not in ".,!?"


def _loose(scene: Scene, unit: Unit, pair: Pair, found: list[Attributed], history: History) -> Attributed | None:
    """Marked words that no cue reaches."""
    keys, words = scene.tokens.keys, scene.tokens.words
    before = [key for key in keys[unit.first : pair.open] if key[0].isalnum()]
    after = [key for key in keys[pair.close + 1 : unit.last] if key[0].isalnum()]
    named = _called(scene, unit, pair, history)
    if named is not None:
        return named
    if pair.open > unit.first and keys[pair.open - 1] == ":" and not _is_name(scene, pair):
        subject = _resolved(scene, sentence_subject(scene, unit, pair.open), history)
        return Attributed(pair, "direct", subject, "colon", cue=(unit.first, pair.open - 1))
    size = _words(scene, pair)
    if not before and not after:
        voice = found[-1].voice if found else floating_speaker(history)
        return Attributed(pair, "direct", voice, "floating") if size > 1 else None
    ended = keys[pair.close - 1] in ".,!?…"
    if size <= _SCARE_WORDS or _is_name(scene, pair):
        return None
    if not before and ended:
        subject = sentence_subject(scene, unit, unit.last)
        voice = (
            _resolved(scene, subject, history) if subject is not None and subject.person else floating_speaker(history)
        )
        return Attributed(pair, "direct", voice, "floating")
    if keys[pair.open - 1] in scene.tables.title_noun:
        return None
    subject = _resolved(scene, sentence_subject(scene, unit, pair.open), history)
    kind = "direct" if not after and words[pair.open + 1][0].isupper() and keys[pair.open - 1] == "," else "partial"
    return Attributed(pair, kind, subject, "clause-subject")


def _called(scene: Scene, unit: Unit, pair: Pair, history: History) -> Attributed | None:
    """`apa yang disebut S sebagai "Q"`, `what S called "Q"`."""
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(pair.open - 1, max(unit.first, pair.open - 10) - 1, -1):
        if keys[token] in tables.called:
            voice, last, _ = speaker_after(scene, token + 1, pair.open)
            if voice is None or not voice.entities:
                number = mention_at(scene, token - 1) if token > unit.first else NOWHERE
                if number == NOWHERE:
                    return None
                mention = scene.mentions[number]
                voice = Voice(mention.entities, mention.kind == "person", mention.form)
            return Attributed(
                pair, "partial", _resolved(scene, voice, history), "called", cue=(token, max(last, token + 1))
            )
    return None


def _resolved(scene: Scene, voice: Voice | None, history: History) -> Voice:
    if voice is None:
        return UNKNOWN
    return pointed_at(scene, "", history, None) if is_pronoun(voice) else voice
