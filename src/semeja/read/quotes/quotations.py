"""From reports and marked words to the records that are kept."""

from bisect import bisect_right
from typing import Final

from msgspec.structs import replace

from semeja.read.quotes.endings import complements, content_end, preceding
from semeja.read.quotes.marked import Attributed
from semeja.read.quotes.report import Report
from semeja.read.quotes.scene import Scene, Unit
from semeja.read.quotes.surroundings import is_press_setting, tail_end
from semeja.records.reading import Quotation
from semeja.records.span import Span

_ATTITUDES: Final = frozenset({"hope", "attitude"})


def quotations_of(scene: Scene, unit: Unit, reports: list[Report], attributed: list[Attributed]) -> list[Quotation]:
    """The quotations of a unit: its marked words, and each report whose content holds none."""
    found = [_marked(scene, part) for part in attributed]
    marked = [part.report.first for part in attributed if part.report is not None]
    for report in reports:
        if report.holds and report.first not in marked:
            found += _reported(scene, unit, report)
    return found


def told_before(scene: Scene, recent: list[Quotation], reports: list[Report], before: Unit | None) -> list[Quotation]:
    """`Hal itu disampaikan S dalam …`: the sentence before is what S said; what was found there gains the setting.

    Of the last quotations `recent`, those of the unit `before` are completed; without any, its whole is a quotation.
    """
    for report in reports:
        if report.side != "back" or before is None or report.similar:
            continue
        start, end = scene.tokens.starts[before.first], scene.tokens.ends[before.last - 1]
        if any(start <= quote.start < end for quote in recent):
            recent = [_completed(scene, quote, report) if start <= quote.start < end else quote for quote in recent]
        else:
            recent = [*recent, _whole(scene, before, report)]
    return recent


def spoken_on(recent: list[Quotation], following: Attributed) -> list[Quotation]:
    """A quotation that goes on in the next paragraph, or has no speaker before it, is spoken by the next one's."""
    last = len(recent)
    while last and (recent[last - 1].rule.endswith(".continued") or _is_orphan(recent[last - 1])):
        last -= 1
    if last == len(recent) or following.kind != "direct" or following.pattern == "floating":
        return recent
    return [*recent[:last], *[replace(quote, speaker=following.voice.entities) for quote in recent[last:]]]


def _is_orphan(quote: Quotation) -> bool:
    return quote.rule.endswith(".floating") and not quote.speaker


def _completed(scene: Scene, quote: Quotation, report: Report) -> Quotation:
    return replace(
        quote,
        speaker=quote.speaker or report.voice.entities,
        setting=quote.setting or _span(scene, report.setting),
        addressee=quote.addressee or report.addressee,
    )


def _whole(scene: Scene, unit: Unit, report: Report) -> Quotation:
    """A sentence that the next one attributes."""
    first, stop = preceding(scene, unit, unit.first, unit.last)
    end = max(content_end(scene, unit, first, stop), first + 1)
    return _record(scene, report, "indirect", (scene.tokens.starts[first], scene.tokens.ends[end - 1]), report.pattern)


def _marked(scene: Scene, part: Attributed) -> Quotation:
    span = part.pair.start, part.pair.end
    if part.report is not None:
        return _record(scene, part.report, part.kind, span, part.pattern, "affirmed")
    return Quotation(
        start=span[0],
        end=span[1],
        kind=part.kind,
        speaker=part.voice.entities,
        addressee=(),
        cue=_span(scene, part.cue),
        setting=None,
        relayed_via=None,
        polarity="affirmed",
        sentence=bisect_right(scene.sentence_starts, span[0]) - 1,
        rule=f"{scene.tables.code}.quote.{part.pattern}",
    )


def _reported(scene: Scene, unit: Unit, report: Report) -> list[Quotation]:
    """The indirect quotation of a report, and one for each further complement (`dan bahwa …`)."""
    first, stop = report.content, report.end
    if report.side == "after":
        first, stop = preceding(scene, unit, first, stop)
    kind = "attitude" if report.cue.kind in _ATTITUDES else "indirect"
    found: list[Quotation] = []
    for start, limit, joint in complements(scene, first, stop):
        end = content_end(scene, unit, start, limit)
        if end <= start:
            continue
        span = scene.tokens.starts[start], scene.tokens.ends[end - 1]
        quote = _record(scene, report, kind, span, "second-complement" if joint else report.pattern)
        if quote.setting is None and end < limit and is_press_setting(scene, end, limit):
            quote = replace(quote, setting=_span(scene, (end, tail_end(scene, unit, end))))
        found.append(replace(quote, cue=_span(scene, joint)) if joint else quote)
    return found


def _record(
    scene: Scene, report: Report, kind: str, span: tuple[int, int], pattern: str, polarity: str | None = None
) -> Quotation:
    polarity = polarity or ("denied" if report.cue.kind == "deny" else "affirmed")
    return Quotation(
        start=span[0],
        end=span[1],
        kind=kind,
        speaker=report.voice.entities,
        addressee=report.addressee,
        cue=_span(scene, (report.first, report.last)),
        setting=_span(scene, report.setting),
        relayed_via=None,
        polarity=polarity,
        sentence=bisect_right(scene.sentence_starts, span[0]) - 1,
        rule=f"{scene.tables.code}.quote.{pattern}",
    )


def _span(scene: Scene, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None or tokens[1] <= tokens[0]:
        return None
    return Span(scene.tokens.starts[tokens[0]], scene.tokens.ends[tokens[1] - 1])
