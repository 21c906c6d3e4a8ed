"""Who says what: direct, partial, indirect speech and attitudes."""

from bisect import bisect_left

from semeja.read.draft import Draft
from semeja.read.quotes.completion import complete_speakers
from semeja.read.quotes.history import Turn, turn_of
from semeja.read.quotes.marked import Attributed, attribute
from semeja.read.quotes.quotations import quotations_of, spoken_on, told_before
from semeja.read.quotes.relays import relayed
from semeja.read.quotes.report import Report
from semeja.read.quotes.reports import reports_of
from semeja.read.quotes.scene import scene_of
from semeja.read.quotes.units import units_of
from semeja.read.quotes.voices import Voice
from semeja.records.reading import Quotation

__all__ = ["complete_speakers", "find_quotes"]

# How far back a quotation may be completed by what follows it.
_RECENT = 8


def find_quotes(draft: Draft) -> tuple[Quotation, ...]:
    """Quotations of the body in order of their content. Titles, captions and page data are not read."""
    tables, keys = draft.pack.quoting, draft.tokens.keys
    signals = [token for token, key in enumerate(keys) if key in tables.signals]
    cues = [token for token in signals if keys[token] in tables.cues or keys[token] in tables.phrases]
    scene = scene_of(draft)
    units = units_of(scene, draft.sentences, signals)
    history: list[Turn] = []
    found: list[Quotation] = []
    for number, unit in enumerate(units):
        inside = cues[bisect_left(cues, unit.first) : bisect_left(cues, unit.last)]
        reports = reports_of(scene, unit, inside, history)
        attributed = attribute(scene, unit, reports, history)
        if any(report.side == "back" for report in reports):
            found[-_RECENT:] = told_before(scene, found[-_RECENT:], reports, units[number - 1] if number else None)
        if attributed:
            found[-_RECENT:] = spoken_on(found[-_RECENT:], attributed[0])
        found += quotations_of(scene, unit, reports, attributed)
        turn = turn_of(scene, unit, _last_voice(reports, attributed), history)
        if turn is not None:
            history.append(turn)
    return relayed(draft, tuple(sorted(found, key=lambda quote: (quote.start, quote.end))))


def _last_voice(reports: list[Report], attributed: list[Attributed]) -> Voice | None:
    """Who speaks last in a unit."""
    if reports:
        return reports[-1].voice
    return attributed[-1].voice if attributed else None
