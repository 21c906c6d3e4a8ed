"""Cues of report in a unit: who reports, on which side the content stands, what belongs to another report."""

from typing import Final

import msgspec

from semeja.lang.quoting import Cue, QuotingTables
from semeja.read.quotes.answers import answered
from semeja.read.quotes.complements import complement_of
from semeja.read.quotes.following import (
    after_content,
    agent_follows,
    content_closes,
    speaker_follows,
    speaker_inside,
)
from semeja.read.quotes.history import History, resolved
from semeja.read.quotes.nouns import noun_says
from semeja.read.quotes.positions import phrase_start, stands_after
from semeja.read.quotes.report import Report
from semeja.read.quotes.scene import (
    NOWHERE,
    Scene,
    Unit,
    mention_at,
    pair_at,
    pair_before,
    relay_at,
)
from semeja.read.quotes.sources import according
from semeja.read.quotes.subjects import Subject, subject_before
from semeja.read.quotes.surroundings import opening_setting
from semeja.read.quotes.voices import UNKNOWN, Voice, sentence_subject

_NOT_YET_SAID: Final = frozenset({"say", "add", "describe", "deny", "predict", "agree", "tell", "accuse"})
_WISHES: Final = frozenset({"hope", "wish", "attitude"})
_SPEECH: Final = frozenset({"say", "add", "deny", "ask", "warn", "tell", "accuse", "threaten", "predict"})
_STATEMENTS: Final = frozenset({"say", "add", "tell"})
_LOOK_BACK: Final = 3
_OBJECT: Final = 5


def reports_of(scene: Scene, unit: Unit, cues: list[int], history: History) -> list[Report]:
    """The reports of a unit in order; cues inside marked words or inside reported clauses are no reports."""
    found: list[Report] = []
    for token in cues:
        if (found and token < found[-1].last) or (unit.pairs and pair_at(unit, token) is not None):
            continue
        if relay_at(scene, token) or mention_at(scene, token) != NOWHERE:
            continue
        cue = cue_at(scene, token)
        report = None if cue is None else _read(scene, unit, token, cue, found, history)
        if report is None:
            continue
        if found and _tells_all(unit, found[-1], report):
            report = msgspec.structs.replace(report, content=unit.first)
            found.clear()
        elif found and found[-1].side == "before" and found[-1].end > report.first:
            found[-1] = _cut(scene, unit, found[-1], report)
        found.append(report)
    return found


def _tells_all(unit: Unit, earlier: Report, later: Report) -> bool:
    """`X fears a war, said S`: a cue at the end of a sentence reports what stands before it with its own cue."""
    ends = earlier.side == "before" and earlier.end == unit.last and earlier.first == unit.first
    return ends and later.side == "after" and later.pattern == "verb-speaker" and not unit.pairs


def cue_at(scene: Scene, token: int) -> Cue | None:
    """The cue that starts at a token: of several words before one word."""
    key, tables = scene.tokens.keys[token], scene.tables
    phrase = phrase_at(scene.tokens.keys, tables, token) if key in tables.phrases else None
    return phrase or tables.cues.get(key) or tables.noun_cues.get(key)


def phrase_at(keys: tuple[str, ...], tables: QuotingTables, token: int) -> Cue | None:
    """The cue of several words that starts at a token."""
    for cue in tables.phrases.get(keys[token], ()):
        if keys[token + 1 : token + 1 + len(cue.rest)] == cue.rest:
            return cue
    return None


def _read(scene: Scene, unit: Unit, token: int, cue: Cue, found: list[Report], history: History) -> Report | None:
    own = found[-1].voice if found else None
    content = _content_start(unit, found)
    if scene.tokens.keys[token] in scene.tables.noun or cue.complement == "noun":
        report = None if _open_report(found, token) else noun_says(scene, unit, token, cue, own, history)
        if report is not None or cue.complement == "noun":
            return report
    if cue.kind == "according":
        return according(scene, unit, token, cue, content, own, history)
    if cue.clitic:
        return speaker_inside(scene, unit, token, cue, content, own, history)
    if cue.before:
        return _subject_precedes(scene, unit, token, cue, found, history)
    if cue.after:
        report = speaker_follows(scene, unit, token, cue, content, own, history)
        if report is not None or not cue.passive:
            return report
    return agent_follows(scene, unit, token, cue, own, history)


def _subject_precedes(
    scene: Scene, unit: Unit, token: int, cue: Cue, found: list[Report], history: History
) -> Report | None:
    """`S says C`, and `C, S says` where nothing follows."""
    verb = _copula(scene, token, cue, unit.first)
    if verb > unit.first and not _is_finite(scene, verb):
        return None
    subject = subject_before(scene, unit, verb, _floor(unit, token, found))
    last = token + 1 + len(cue.rest)
    if subject.medium or _tells_nothing(scene, unit, cue, subject, token):
        return None
    content = _content_start(unit, found)
    if cue.after and subject.elided and content_closes(scene, unit, token - 1):
        own = found[-1].voice if found else None
        report = speaker_follows(scene, unit, token, cue, content, own, history)
        if report is not None:
            return report
    inside = _open_report(found, token)
    if inside is not None and not _independent(scene, subject, cue, inside):
        return None
    voice = _voice(scene, unit, cue, subject, last, found, history)
    if voice is None or subject.infinitive or subject.conditional:
        return _only_marked(scene, unit, cue, last, subject, found)
    if cue.kind == "deny" and subject.operators.negator != NOWHERE:
        return _admission(scene, unit, cue, subject, last, voice)
    if _unsaid(cue, subject):
        return None
    first = phrase_start(scene, unit, subject.first)
    if subject.voice is not None and stands_after(scene, unit, cue, first, last):
        return after_content(scene, unit, cue, (first, last), content, voice, "subject-verb-after")
    return _content_follows(scene, unit, cue, subject, last, voice)


def _content_start(unit: Unit, found: list[Report]) -> int:
    """Where content before a cue may start: behind the last cue that reports something."""
    if found:
        for report in reversed(found[-_LOOK_BACK:]):
            if report.holds or unit.pairs:
                return report.last
    return unit.first


def _tells_nothing(scene: Scene, unit: Unit, cue: Cue, subject: Subject, token: int) -> bool:
    """Whether a form is no cue here: a noun, an aside (`, say,`), a belief of the writer's, words on a sign."""
    keys, tables = scene.tokens.keys, scene.tables
    last = token + 1 + len(cue.rest)
    if keys[token] in tables.noun and not _is_verb_here(scene, subject, last):
        return True
    if subject.voice is None:
        return subject.elided and _is_aside(scene, unit, token, last)
    if subject.voice is UNKNOWN and keys[subject.operators.start - 1] in tables.text_noun:
        return True
    return cue.kind in _WISHES and keys[subject.first] in tables.narrator


def _copula(scene: Scene, token: int, cue: Cue, floor: int) -> int:
    """Where the verb of a cue stands: before an adjective (`is still confident that`) its copula, else the cue."""
    if cue.kind != "attitude" or cue.complement != "that":
        return token
    keys, tables = scene.tokens.keys, scene.tables
    verb = token - 1
    while verb > floor and keys[verb] in tables.adverb:
        verb -= 1
    return verb if verb > floor and keys[verb] in tables.be else token


def _is_verb_here(scene: Scene, subject: Subject, last: int) -> bool:
    """Whether a form that is a noun too is a verb: its subject is beside it, or a clause follows (`but fears that`)."""
    if subject.voice is not None:
        return subject.near
    keys = scene.tokens.keys
    return subject.elided and last < len(keys) and keys[last] in scene.tables.firm_that


def _is_finite(scene: Scene, token: int) -> bool:
    """Whether the word before a cue leaves it a verb: `is said`, `the claim`, `of pledged delegates` do not."""
    before, tables = scene.tokens.keys[token - 1], scene.tables
    opened = before in tables.preposition or before in tables.subordinator
    participle = opened and scene.tokens.keys[token].endswith(tables.verb_suffixes)
    return not participle and before not in tables.be and before not in tables.determiner


def _is_aside(scene: Scene, unit: Unit, token: int, last: int) -> bool:
    """`instead of, say, a ferry`: a cue alone between commas, with no marked words behind it."""
    keys = scene.tokens.keys
    if token == unit.first or last + 1 >= unit.last or keys[token - 1] != "," or keys[last] != ",":
        return False
    return pair_at(unit, token - 2) is None and pair_at(unit, last + 1) is None


def _unsaid(cue: Cue, subject: Subject) -> bool:
    """A negated cue reports nothing (`tidak mengatakan`), nor does one of the future, but for wishes."""
    operators = subject.operators
    negated = operators.negator != NOWHERE
    return (negated and cue.kind not in _WISHES) or (operators.future and cue.kind in _NOT_YET_SAID)


def _admission(scene: Scene, unit: Unit, cue: Cue, subject: Subject, last: int, voice: Voice) -> Report | None:
    """`tidak membantah bahwa C`: who does not deny a clause grants it."""
    admits = Cue("say", "that", before=True)
    plain = msgspec.structs.replace(subject.operators, negator=NOWHERE)
    report = _content_follows(scene, unit, admits, msgspec.structs.replace(subject, operators=plain), last, voice)
    return report if report.holds else None


def _floor(unit: Unit, token: int, found: list[Report]) -> int:
    """How far left the subject of a cue may stand: behind marked words and behind the last cue."""
    pair = pair_before(unit, token)
    floor = unit.first if pair is None else max(unit.first, pair.close + 1)
    return max(floor, found[-1].last) if found and found[-1].last <= token else floor


def _voice(
    scene: Scene, unit: Unit, cue: Cue, subject: Subject, last: int, found: list[Report], history: History
) -> Voice | None:
    """The speaker of a cue: its subject with pronouns followed, or whoever the clause before was about."""
    own = found[-1].voice if found else None
    if subject.voice is not None:
        return resolved(scene, subject.voice, history, own, cue.kind == "add")
    if own is not None:
        return own
    carried = sentence_subject(scene, unit, subject.first)
    if carried is not None:
        return resolved(scene, carried, history)
    stated = subject.elided and not scene.tables.firm_that.isdisjoint(scene.tokens.keys[last : last + _OBJECT])
    return UNKNOWN if stated and cue.kind in _STATEMENTS else None


def _content_follows(scene: Scene, unit: Unit, cue: Cue, subject: Subject, last: int, voice: Voice) -> Report:
    negator = subject.operators.negator
    complement = complement_of(scene, unit, cue, last, unit.last, negator)
    if complement.back:
        similar = not scene.tables.similar.isdisjoint(scene.tokens.keys[last : last + 3])
        return Report(cue, subject.first, last, "back", voice, last, last, False, "anaphor", similar=similar)
    first = complement.first
    end, answer = answered(scene, unit, cue, complement.last, first, voice)
    return Report(
        cue,
        subject.first,
        first if subject.first < first <= last else last,
        "before",
        voice,
        first,
        end,
        complement.holds,
        "elided" if subject.elided else "speaker-verb",
        complement.addressee,
        complement.setting or opening_setting(scene, unit),
        answer=answer,
    )


def _only_marked(scene: Scene, unit: Unit, cue: Cue, last: int, subject: Subject, found: list[Report]) -> Report | None:
    """A cue without a subject reports only the marked words that follow it directly."""
    if subject.infinitive and found:
        return None
    after = last + (last < unit.last and scene.tokens.keys[last] in ",:")
    pair = pair_at(unit, after) if after < unit.last else None
    if pair is None or pair.open != after:
        return None
    return Report(cue, subject.first, last, "before", UNKNOWN, after, unit.last, False, "speaker-verb")


def _open_report(found: list[Report], token: int) -> Report | None:
    """The report in whose reach a token stands."""
    for report in reversed(found[-_LOOK_BACK:]):
        if report.side == "before" and report.last <= token < report.end:
            return report if report.holds else None
    return None


def _independent(scene: Scene, subject: Subject, cue: Cue, inside: Report) -> bool:
    """Whether a cue inside the content of another is a further report and not part of what is reported."""
    if subject.infinitive or not subject.bounded or subject.first <= inside.content:
        return False
    if subject.elided:
        # `she said she was tired and wanted …`: the wish is the clause's, whose subject is a pronoun.
        number = mention_at(scene, inside.content)
        own = number != NOWHERE and scene.mentions[number].form == "pronoun"
        return not (own and cue.kind in _WISHES)
    if subject.voice is None:
        return False
    contrasted = scene.tokens.keys[subject.first - 1] in scene.tables.contrast
    if contrasted or (subject.voice.entities and subject.voice.entities == inside.voice.entities):
        return True
    if subject.voice.form == "pronoun":
        return cue.kind == "add"
    return subject.voice.person and subject.voice.form == "name" and cue.kind in _SPEECH


def _cut(scene: Scene, unit: Unit, earlier: Report, later: Report) -> Report:
    """The earlier report with its content ended before the later one."""
    keys, tables = scene.tokens.keys, scene.tables
    stop = later.first
    while stop > earlier.content and (keys[stop - 1] in tables.coordinator or keys[stop - 1] in tables.contrast):
        stop -= 1
    while stop > earlier.content and keys[stop - 1] in ",;":
        stop -= 1
    again = complement_of(scene, unit, earlier.cue, earlier.last, stop)
    if earlier.holds and again.holds and again.first < stop and earlier.pattern in ("elided", "speaker-verb"):
        return msgspec.structs.replace(earlier, content=again.first, end=stop, addressee=again.addressee)
    return msgspec.structs.replace(earlier, end=max(stop, earlier.content))
