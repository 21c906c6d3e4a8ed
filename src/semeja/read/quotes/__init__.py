"""Who says what: direct, partial, indirect speech and attitudes."""

from bisect import bisect_right

from msgspec.structs import replace

from semeja.read.draft import Draft
from semeja.read.quotes.complements import content_end
from semeja.read.quotes.history import Turn, turn_of
from semeja.read.quotes.marked import Attributed, attribute
from semeja.read.quotes.relays import relayed
from semeja.read.quotes.reports import Report, reports_of
from semeja.read.quotes.scene import Scene, Unit, Voice, scene_of
from semeja.read.quotes.units import units_of
from semeja.records.reading import Quotation
from semeja.records.span import Span

__all__ = ["find_quotes"]

_ATTITUDES = frozenset({"hope", "attitude"})


def find_quotes(draft: Draft) -> tuple[Quotation, ...]:
    """Quotations of the body in order of their content. Titles, captions and page data are not read."""
    scene = scene_of(draft)
    keys, signals = draft.tokens.keys, draft.pack.quoting.signals
    stops = [token for token, key in enumerate(keys) if key in signals]
    units = units_of(scene, draft.sentences, stops)
    cues = draft.pack.quoting
    words = [token for token in stops if keys[token] in cues.cues or keys[token] in cues.phrases]
    history: list[Turn] = []
    found: list[Quotation] = []
    at = 0
    for number, unit in enumerate(units):
        while at < len(words) and words[at] < unit.first:
            at += 1
        end = at
        while end < len(words) and words[end] < unit.last:
            end += 1
        reports = reports_of(scene, unit, words[at:end], history)
        attributed = attribute(scene, unit, reports, history)
        found = _told_before(scene, found, reports, units[number - 1] if number else None)
        found += _quotations(scene, reports, attributed, unit)
        turn = turn_of(scene, unit, _last_voice(reports, attributed), history)
        if turn is not None:
            history.append(turn)
        at = end
    starts = [sentence.start for sentence in draft.sentences]
    placed = [replace(quote, sentence=bisect_right(starts, quote.start) - 1) for quote in found]
    return relayed(draft, tuple(sorted(placed, key=lambda quote: (quote.start, quote.end))))


def _last_voice(reports: list[Report], attributed: list[Attributed]) -> Voice | None:
    """Who speaks last in a unit."""
    if reports:
        return reports[-1].voice
    return attributed[-1].voice if attributed else None


def _quotations(scene: Scene, reports: list[Report], attributed: list[Attributed], unit: Unit) -> list[Quotation]:
    found = [_marked(scene, part) for part in attributed]
    taken = [part.report for part in attributed if part.report is not None]
    for report in reports:
        if report.holds and not any(report is other for other in taken):
            found += _reported(scene, report, unit)
    return found


def _marked(scene: Scene, part: Attributed) -> Quotation:
    report = part.report
    return Quotation(
        start=part.pair.start,
        end=part.pair.end,
        kind=part.kind,
        speaker=part.voice.entities,
        addressee=report.addressee if report else (),
        cue=_span(scene, (report.first, report.last)) if report else _span(scene, part.cue),
        setting=_span(scene, report.setting) if report else None,
        relayed_via=None,
        polarity="affirmed",
        sentence=0,
        rule=f"{scene.tables.code}.quote.{part.pattern}",
    )


def _reported(scene: Scene, report: Report, unit: Unit) -> list[Quotation]:
    """The indirect quotation of a report, and one for each further complement (`dan bahwa …`)."""
    first, stop = report.content, report.end
    if report.side == "after":
        first, stop = _preceding(scene, report, unit)
    found: list[Quotation] = []
    cue = _span(scene, (report.first, report.last))
    pattern = report.pattern
    for start, end, joint in _complements(scene, first, stop):
        end = content_end(scene, unit, start, end)
        if end <= start:
            continue
        if joint is not None:
            cue, pattern = _span(scene, joint), "second-complement"
        found.append(
            Quotation(
                start=scene.tokens.starts[start],
                end=scene.tokens.ends[end - 1],
                kind="attitude" if report.cue.kind in _ATTITUDES else "indirect",
                speaker=report.voice.entities,
                addressee=report.addressee,
                cue=cue,
                setting=_span(scene, report.setting),
                relayed_via=None,
                polarity="denied" if report.cue.kind == "deny" else "affirmed",
                sentence=0,
                rule=f"{scene.tables.code}.quote.{pattern}",
            )
        )
    return found


def _preceding(scene: Scene, report: Report, unit: Unit) -> tuple[int, int]:
    """Content before its cue; where a clause goes on behind the cue (`…, the regent said, he will …`), that clause."""
    keys = scene.tokens.keys
    start = report.content
    for token in range(unit.first, min(unit.first + 12, report.first)):
        if keys[token] in "–—-" and scene.text[scene.tokens.starts[token] - 1] == " ":
            start = token + 1
    end = report.first
    while end > start and keys[end - 1] in ",–—":
        end -= 1
    return start, end


def _complements(scene: Scene, first: int, stop: int) -> list[tuple[int, int, tuple[int, int] | None]]:
    """Content parted at `dan bahwa`, `and that`: (first token, end, the joint before it)."""
    keys, tables = scene.tokens.keys, scene.tables
    parts: list[tuple[int, int, tuple[int, int] | None]] = []
    joint: tuple[int, int] | None = None
    for token in range(first + 1, stop - 1):
        if keys[token] in tables.firm_that and keys[token - 1] in tables.coordinator:
            parts.append((first, token - 1, joint))
            first, joint = token + 1, (token - 1, token + 1)
    return [*parts, (first, stop, joint)]


def _told_before(scene: Scene, found: list[Quotation], reports: list[Report], before: Unit | None) -> list[Quotation]:
    """`Hal itu disampaikan S dalam …`: the sentence before is what S said; what was found there gains the setting."""
    for report in reports:
        if report.side != "back" or before is None or report.elided:
            continue
        start, end = scene.tokens.starts[before.first], scene.tokens.ends[before.last - 1]
        inside = [quote for quote in found if start <= quote.start < end]
        if not inside:
            found = [*found, _whole(scene, before, report)]
            continue
        found = [_completed(scene, quote, report) if quote in inside else quote for quote in found]
    return found


def _completed(scene: Scene, quote: Quotation, report: Report) -> Quotation:
    return replace(
        quote,
        speaker=quote.speaker or report.voice.entities,
        setting=quote.setting or _span(scene, report.setting),
        addressee=quote.addressee or report.addressee,
    )


def _whole(scene: Scene, unit: Unit, report: Report) -> Quotation:
    first, _ = unit.first, unit.last
    end = content_end(scene, unit, first, unit.last)
    return Quotation(
        start=scene.tokens.starts[first],
        end=scene.tokens.ends[max(end - 1, first)],
        kind="indirect",
        speaker=report.voice.entities,
        addressee=report.addressee,
        cue=_span(scene, (report.first, report.last)),
        setting=_span(scene, report.setting),
        relayed_via=None,
        polarity="affirmed",
        sentence=0,
        rule=f"{scene.tables.code}.quote.{report.pattern}",
    )


def _span(scene: Scene, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None or tokens[1] <= tokens[0]:
        return None
    return Span(scene.tokens.starts[tokens[0]], scene.tokens.ends[tokens[1] - 1])
