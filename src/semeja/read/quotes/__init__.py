"""Who says what: direct, partial, indirect speech and attitudes."""

from bisect import bisect_left
from itertools import compress
from typing import Final

from semeja.lang.quoting import QuotingTables
from semeja.read.draft import Draft
from semeja.read.quotes.completion import complete_speakers
from semeja.read.quotes.history import History
from semeja.read.quotes.marked import Attributed, attribute
from semeja.read.quotes.quotations import quotations_of, spoken_on, told_before
from semeja.read.quotes.relays import relayed
from semeja.read.quotes.report import Report
from semeja.read.quotes.reports import phrase_at, reports_of
from semeja.read.quotes.scene import scene_of
from semeja.read.quotes.units import units_of
from semeja.read.quotes.voices import Voice
from semeja.records.reading import Quotation

__all__ = ["complete_speakers", "find_quotes"]

# How far back a quotation may be completed by what follows it.
_RECENT: Final = 8


def find_quotes(draft: Draft) -> tuple[Quotation, ...]:
    """Quotations of the body in order of their content. Titles, captions and page data are not read."""
    tables, keys = draft.pack.quoting, draft.tokens.keys
    signals = list(compress(range(len(keys)), map(tables.signals.__contains__, keys)))
    scene = scene_of(draft)
    units = units_of(scene, draft.sentences, signals)
    cues = [token for token in signals if keys[token] in tables.openers or _begins_phrase(keys, tables, token)]
    history = History(scene)
    found: list[Quotation] = []
    at = 0
    for number, unit in enumerate(units):
        start = bisect_left(cues, unit.first, at)
        at = bisect_left(cues, unit.last, start)
        if at == start and not unit.pairs:
            history.add(unit, None)
            continue
        reports = reports_of(scene, unit, cues[start:at], history)
        attributed = attribute(scene, unit, reports, history) if unit.pairs else []
        if not reports and not attributed:
            history.add(unit, None)
            continue
        if any(report.side == "back" for report in reports):
            found[-_RECENT:] = told_before(scene, found[-_RECENT:], reports, units[number - 1] if number else None)
        if attributed:
            found[-_RECENT:] = spoken_on(found[-_RECENT:], attributed[0])
        found += quotations_of(scene, unit, reports, attributed)
        history.add(unit, _last_voice(reports, attributed))
    return relayed(draft, tuple(sorted(found, key=lambda quote: (quote.start, quote.end))))


def _begins_phrase(keys: tuple[str, ...], tables: QuotingTables, token: int) -> bool:
    return keys[token] in tables.phrases and phrase_at(keys, tables, token) is not None


def _last_voice(reports: list[Report], attributed: list[Attributed]) -> Voice | None:
    """Who speaks last in a unit."""
    if reports:
        return reports[-1].answer or reports[-1].voice
    return attributed[-1].voice if attributed else None
