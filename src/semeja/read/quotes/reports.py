"""Cues of report in a unit: who reports, on which side the content stands, what belongs to another report."""

import msgspec

from semeja.lang.quoting import Cue
from semeja.read.quotes.complements import Complement, complement_of
from semeja.read.quotes.history import History, is_pronoun, last_speaker, pointed_at
from semeja.read.quotes.scene import (
    NOWHERE,
    UNKNOWN,
    Scene,
    Unit,
    Voice,
    has_predicate,
    is_time,
    mention_at,
    mention_tokens,
    pair_at,
    relay_at,
)
from semeja.read.quotes.speakers import sentence_subject, speaker_after
from semeja.read.quotes.subjects import Subject, subject_before

_NOT_YET_SAID = frozenset({"say", "add", "describe", "deny", "predict", "agree", "tell", "accuse"})
_WISHES = frozenset({"hope", "wish", "attitude"})
_SPEECH = frozenset({"say", "add", "deny", "ask", "warn", "tell", "accuse", "threaten", "predict"})


class Report(msgspec.Struct, frozen=True):
    """A cue with its speaker: tokens `[first, last)` are the cue phrase, `[content, end)` what it reports.

    `side`: `before` (content follows), `after` (content precedes), `back` (content is the sentence before).
    `holds`: the content is a quotation even without marked words. `stop`: where the reach of the cue ends.
    """

    cue: Cue
    first: int
    last: int
    side: str
    voice: Voice
    content: int
    end: int
    holds: bool
    pattern: str
    addressee: tuple[str, ...] = ()
    setting: tuple[int, int] | None = None
    elided: bool = False


def reports_of(scene: Scene, unit: Unit, cues: list[int], history: History) -> list[Report]:
    """The reports of a unit in order; cues inside marked words or inside reported clauses are no reports."""
    found: list[Report] = []
    for token in cues:
        if pair_at(unit, token) is not None or (scene.relays and relay_at(scene, token)):
            continue
        if found and token < found[-1].last:
            continue
        cue = cue_at(scene, token)
        if cue is None or mention_at(scene, token) != NOWHERE:
            continue
        report = _read(scene, unit, token, cue, found, history)
        if report is None:
            continue
        if found and found[-1].side == "before" and found[-1].end > report.first:
            found[-1] = _cut(scene, unit, found[-1], report)
        found.append(report)
    return found


def cue_at(scene: Scene, token: int) -> Cue | None:
    """The cue that starts at a token: of several words before one word."""
    keys, tables = scene.tokens.keys, scene.tables
    for cue in tables.phrases.get(keys[token], ()):
        if keys[token + 1 : token + 1 + len(cue.rest)] == cue.rest:
            return cue
    return tables.cues.get(keys[token])


def _read(scene: Scene, unit: Unit, token: int, cue: Cue, found: list[Report], history: History) -> Report | None:
    own = found[-1].voice if found else None
    if cue.kind == "according":
        return _according(scene, unit, token, cue, own, history)
    if cue.clitic:
        return _clitic(scene, unit, token, cue, own, history)
    if cue.after and not cue.before:
        return _speaker_follows(scene, unit, token, cue, own, history)
    if cue.passive and not cue.before:
        return _passive(scene, unit, token, cue, own, history)
    return _subject_precedes(scene, unit, token, cue, found, history)


def _floor(unit: Unit, token: int, found: list[Report]) -> int:
    """How far left the subject of a cue may stand: behind marked words and behind the last cue."""
    floor = unit.first
    for pair in unit.pairs:
        if pair.close < token:
            floor = max(floor, pair.close + 1)
    if found and found[-1].last <= token:
        floor = max(floor, found[-1].last)
    return floor


def _subject_precedes(
    scene: Scene, unit: Unit, token: int, cue: Cue, found: list[Report], history: History
) -> Report | None:
    """`S says C`, and `C, S says` where nothing follows."""
    keys, tables = scene.tokens.keys, scene.tables
    subject = subject_before(scene, unit, token, _floor(unit, token, found))
    last = token + 1 + len(cue.rest)
    if subject.medium or (keys[token - 1] in tables.be and token > unit.first):
        return None
    if cue.after and _left_closes(scene, unit, token - 1) and (subject.voice is None or subject.elided):
        report = _speaker_follows(scene, unit, token, cue, found[-1].voice if found else None, history)
        if report is not None:
            return report
    inside = _open_report(found, token)
    if inside is not None and not _independent(scene, subject, cue, inside):
        return None
    voice = _voice(scene, unit, subject, token, found, history)
    if subject.infinitive or subject.conditional or (voice is None):
        return _only_marked(scene, unit, token, cue, last, subject, found)
    operators = subject.operators
    if (operators.negated and cue.kind not in _WISHES) or (operators.future and cue.kind in _NOT_YET_SAID):
        return None
    if (
        subject.voice is not None
        and _follows_content(scene, unit, subject.first)
        and _ends_here(scene, unit, last, cue)
    ):
        return _after_subject(scene, unit, cue, subject, last, voice)
    start = operators.start if operators.negated else None
    complement = complement_of(scene, unit, cue, last, unit.last, start)
    return _before(scene, cue, subject, last, voice, complement, token)


def _before(
    scene: Scene, cue: Cue, subject: Subject, last: int, voice: Voice, complement: Complement, token: int
) -> Report:
    if complement.back:
        return Report(cue, subject.first, last, "back", voice, last, last, False, "anaphor", setting=None)
    pattern = "elided" if subject.elided else "speaker-verb"
    phrase_end = min(last, complement.first) if complement.first < last else last
    return Report(
        cue,
        subject.first,
        phrase_end if phrase_end > subject.first else last,
        "before",
        voice,
        complement.first,
        complement.last,
        complement.holds,
        pattern,
        complement.addressee,
        complement.setting,
        subject.elided,
    )


def _only_marked(
    scene: Scene, unit: Unit, token: int, cue: Cue, last: int, subject: Subject, found: list[Report]
) -> Report | None:
    """A cue without a subject reports only the marked words that follow it directly."""
    if subject.infinitive and found:
        return None
    pair = next((pair for pair in unit.pairs if last <= pair.open <= last + 1), None)
    if pair is None or (pair.open == last + 1 and scene.tokens.keys[last] not in ",:"):
        return None
    return Report(cue, subject.first, last, "before", UNKNOWN, pair.open, unit.last, False, "speaker-verb")


def _voice(
    scene: Scene, unit: Unit, subject: Subject, token: int, found: list[Report], history: History
) -> Voice | None:
    """The speaker of a cue: its subject, a pronoun resolved, or whoever the clause before was about."""
    own = found[-1].voice if found else None
    if subject.voice is None:
        return own if own is not None else sentence_subject(scene, unit, subject.first)
    if is_pronoun(subject.voice):
        key = scene.tokens.keys[subject.first]
        return pointed_at(scene, key, history, own)
    return subject.voice


def _open_report(found: list[Report], token: int) -> Report | None:
    """The report in whose content a token stands."""
    for report in reversed(found):
        if report.side == "before" and report.content <= token < report.end:
            return report if report.holds else None
    return None


def _independent(scene: Scene, subject: Subject, cue: Cue, inside: Report) -> bool:
    """Whether a cue inside the content of another is a further report and not part of what is reported."""
    if subject.infinitive:
        return False
    if subject.elided:
        return subject.bounded
    if not subject.bounded or subject.voice is None:
        return False
    before = scene.tokens.keys[subject.first - 1]
    contrasted = before in scene.tables.contrast
    same = subject.voice.entities == inside.voice.entities and bool(inside.voice.entities)
    if contrasted or same:
        return True
    named = subject.voice.person and subject.voice.form == "name"
    return (named and cue.kind in _SPEECH) or (is_pronoun(subject.voice) and cue.kind == "add")


def _cut(scene: Scene, unit: Unit, earlier: Report, later: Report) -> Report:
    """The earlier report with its content ended before the later one."""
    keys, tables = scene.tokens.keys, scene.tables
    stop = later.first
    while stop > earlier.content and (keys[stop - 1] in tables.coordinator or keys[stop - 1] in tables.contrast):
        stop -= 1
    while stop > earlier.content and keys[stop - 1] in ",;":
        stop -= 1
    again = complement_of(scene, unit, earlier.cue, earlier.last, stop, None)
    if again.holds and earlier.holds and again.first < stop:
        return msgspec.structs.replace(earlier, content=again.first, end=stop, addressee=again.addressee)
    return msgspec.structs.replace(earlier, end=max(stop, earlier.content))


def _left_closes(scene: Scene, unit: Unit, token: int) -> bool:
    """Whether content ends at a token: a closing mark, a comma, a dash after a word."""
    keys = scene.tokens.keys
    if token >= unit.first and keys[token] in scene.tables.closing:
        token -= 1
    if token < unit.first:
        return False
    if any(pair.close == token for pair in unit.pairs):
        return True
    return token > unit.first and keys[token] in ",–—"


def _follows_content(scene: Scene, unit: Unit, first: int) -> bool:
    return first > unit.first and _left_closes(scene, unit, first - 1)


def _ends_here(scene: Scene, unit: Unit, token: int, cue: Cue) -> bool:
    """Whether nothing is reported after a cue: the sentence ends, or a setting, a time, a listener follows."""
    keys, tables = scene.tokens.keys, scene.tables
    if token >= unit.last or keys[token] in ".,!?;)" or is_time(scene, token) or relay_at(scene, token):
        return (
            token + 1 >= unit.last
            or keys[token] != ","
            or _left_is_pair(unit, token)
            or not _clause_follows(scene, unit, token + 1)
        )
    if cue.kind == "tell":
        number = mention_at(scene, token)
        if number != NOWHERE:
            token = mention_tokens(scene, number)[1]
        elif keys[token] in tables.listener:
            token += 1
        if token >= unit.last or keys[token] in ".,":
            return True
    if keys[token] not in tables.setting and keys[token] not in tables.preposition and keys[token] not in tables.adverb:
        return False
    return tables.firm_that.isdisjoint(keys[token : min(unit.last, token + 12)])


def _left_is_pair(unit: Unit, token: int) -> bool:
    return any(pair.close < token for pair in unit.pairs)


def _clause_follows(scene: Scene, unit: Unit, token: int) -> bool:
    """`…, the regent said, he will open …`: the report goes on behind the cue."""
    return has_predicate(scene, token, unit.last)


def _after_subject(scene: Scene, unit: Unit, cue: Cue, subject: Subject, last: int, voice: Voice) -> Report:
    addressee, setting = _tail(scene, unit, last, voice)
    return Report(
        cue,
        subject.first,
        last,
        "after",
        voice,
        unit.first,
        subject.first,
        True,
        "subject-verb-after",
        addressee,
        setting,
    )


def _speaker_follows(
    scene: Scene, unit: Unit, token: int, cue: Cue, own: Voice | None, history: History
) -> Report | None:
    """`Q, kata S`, `C, kata S`, `"Q," said S`."""
    keys = scene.tokens.keys
    if not _left_closes(scene, unit, token - 1):
        return None
    first = token - 1 if keys[token - 1] in scene.tables.closing else token
    voice, last, medium = speaker_after(scene, token + 1, unit.last)
    if voice is None or medium:
        return None
    if is_pronoun(voice):
        voice = pointed_at(scene, keys[last - 1], history, own)
    addressee, setting = _tail(scene, unit, last, voice)
    return Report(cue, first, last, "after", voice, unit.first, first, True, "verb-speaker", addressee, setting)


def _clitic(scene: Scene, unit: Unit, token: int, cue: Cue, own: Voice | None, history: History) -> Report | None:
    """`Q, ujarnya`; `Katanya, C`."""
    keys = scene.tokens.keys
    voice = own if own is not None and own.entities else last_speaker(history, unit.paragraph)
    if _left_closes(scene, unit, token - 1):
        addressee, setting = _tail(scene, unit, token + 1, voice)
        return Report(cue, token, token + 1, "after", voice, unit.first, token, True, "verb-clitic", addressee, setting)
    if token == unit.first and token + 1 < unit.last and keys[token + 1] in ",:":
        return Report(cue, token, token + 1, "before", voice, token + 2, unit.last, True, "verb-clitic")
    return None


def _passive(scene: Scene, unit: Unit, token: int, cue: Cue, own: Voice | None, history: History) -> Report | None:
    """`Hal itu disampaikan S`, `seperti dikatakan S, C`, `Tuduhan itu dibantah S`."""
    keys, tables = scene.tokens.keys, scene.tables
    if token + 1 >= unit.last:
        return None
    direct = keys[token + 1] in tables.by or mention_at(scene, token + 1) != NOWHERE
    voice, last, medium = speaker_after(scene, token + 1, unit.last)
    if voice is None or medium or not (direct or scene.tokens.words[token + 1][0].isupper()):
        return None
    if is_pronoun(voice):
        voice = pointed_at(scene, keys[last - 1], history, own)
    addressee, setting = _tail(scene, unit, last, voice)
    left = keys[unit.first : token]
    if not left or (left[0] in tables.anaphor and len(left) <= 7) or left[-1] in tables.closing:
        if cue.kind == "deny":
            return None
        return Report(
            cue,
            unit.first,
            last,
            "back",
            voice,
            last,
            last,
            False,
            "passive",
            addressee,
            setting,
            bool(set(left) & {"senada", "serupa"}),
        )
    if left[-1] in ("seperti", "sebagaimana") and len(left) == 1 and last < unit.last and keys[last] == ",":
        return Report(cue, unit.first, last, "before", voice, last + 1, unit.last, True, "passive", addressee)
    if cue.kind == "deny" and len(left) >= 2:
        return Report(cue, token, last, "after", voice, unit.first, token, True, "passive", addressee, setting)
    return None


def _according(scene: Scene, unit: Unit, token: int, cue: Cue, own: Voice | None, history: History) -> Report | None:
    """`Menurut S, C`, `C, menurut S`, `menurutnya`, `according to S`."""
    keys, tables = scene.tokens.keys, scene.tables
    last = token + 1
    if cue.clitic:
        voice: Voice | None = own if own is not None and own.entities else last_speaker(history, unit.paragraph)
        medium = False
    else:
        if last < unit.last and keys[last] in tables.addressee:
            last += 1
        source = last
        voice, last, medium = _source(scene, unit, last)
        if voice is not None and is_pronoun(voice):
            voice = pointed_at(scene, keys[source], history, own)
    if voice is None or medium:
        return None
    comma = last < unit.last and keys[last] in ",:"
    start = last + 1 if comma else last
    opening = token == unit.first or not has_predicate(scene, unit.first, token)
    if opening and start < unit.last and has_predicate(scene, start, unit.last):
        return Report(cue, token, last, "before", voice, start, unit.last, True, "according")
    if token > unit.first and comma and has_predicate(scene, start, unit.last) and keys[token - 1] == ",":
        return Report(cue, token, last, "before", voice, start, unit.last, True, "according")
    if token > unit.first + 1:
        return Report(cue, token, last, "after", voice, unit.first, token, True, "according")
    return None


def _source(scene: Scene, unit: Unit, token: int) -> tuple[Voice | None, int, bool]:
    """Whom `menurut` names: a mention, or a source noun; a plan, a law or a schedule is nobody."""
    keys, tables = scene.tokens.keys, scene.tables
    if token >= unit.last:
        return None, token, False
    start = token
    nouns = token
    while nouns < unit.last and (keys[nouns] in tables.according_noun or keys[nouns] in ("the", "a", "an")):
        nouns += 1
    voice, last, medium = speaker_after(scene, nouns, unit.last)
    if voice is None:
        return None, token, False
    named = any(mention_at(scene, at) != NOWHERE for at in range(start, last))
    if not named and keys[start] not in tables.source_noun:
        return None, token, False
    return voice, last, medium


def _tail(scene: Scene, unit: Unit, token: int, voice: Voice) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """Addressee and setting after speaker and cue: `kepada A`, `dalam konferensi pers di Jakarta, Jumat`."""
    keys, tables = scene.tokens.keys, scene.tables
    addressee: tuple[str, ...] = ()
    if token < unit.last and keys[token] in tables.addressee and token + 1 < unit.last:
        number = mention_at(scene, token + 1)
        if number != NOWHERE:
            addressee = scene.mentions[number].entities
            token = mention_tokens(scene, number)[1]
    elif token < unit.last and mention_at(scene, token) != NOWHERE and token == unit.last - 1:
        return addressee, None
    while token < unit.last and keys[token] == ",":
        token += 1
    if token >= unit.last or not (
        keys[token] in tables.setting or keys[token] in tables.listener or is_time(scene, token)
    ):
        return addressee, None
    end = _tail_end(scene, unit, token)
    return addressee, (token, end) if end > token and not relay_at(scene, token) else None


def _tail_end(scene: Scene, unit: Unit, token: int) -> int:
    keys, tables = scene.tokens.keys, scene.tables
    end = token
    while end < unit.last and pair_at(unit, end) is None and not relay_at(scene, end):
        stops = keys[end] in tables.relative or keys[end] in tables.elided or keys[end] in tables.coordinator
        if keys[end] in ".!?;:" or (end > token and stops):
            break
        if end > token and keys[end - 1] == "," and keys[end] in tables.cues:
            break
        end += 1
    while end > token and keys[end - 1] == ",":
        end -= 1
    return end
