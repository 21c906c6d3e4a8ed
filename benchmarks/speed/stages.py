"""Microseconds of processor time per article of each stage of the reading, each alone on drafts of the earlier ones."""

from collections.abc import Callable
from time import process_time
from typing import Any

from msgspec.structs import replace

from semeja.compare.features import features
from semeja.lang.identify import identify
from semeja.lang.pack import load_pack, load_packs
from semeja.read.allegations import find_allegations
from semeja.read.cleaning import clean
from semeja.read.coreference import resolve
from semeja.read.credits import find_corrections, find_credits
from semeja.read.draft import Draft
from semeja.read.events import find_events
from semeja.read.names import find_names
from semeja.read.quantities import find_quantities
from semeja.read.quotes import find_quotes
from semeja.read.reading import body_text, read, to_reading
from semeja.read.sentences import split
from semeja.read.times import find_times
from semeja.records.article import Article

LANGUAGE = "id"


def stage_times(articles: list[Article]) -> list[tuple[str, float]]:
    """(stage, µs per article) in the order of the work; the last row is the whole reading in one call."""
    packs, pack = load_packs(), load_pack(LANGUAGE)
    tables = tuple(one.cleaning for one in packs.values())
    read(articles[0], packs)  # tables are loaded and patterns compiled before the first figure
    rows: list[tuple[str, float]] = []

    def timed(name: str, work: Callable[[Any], Any], inputs: list[Any]) -> list[Any]:
        start = process_time()
        results = [work(one) for one in inputs]
        rows.append((name, 1e6 * (process_time() - start) / len(inputs)))
        return results

    views = timed("clean", lambda article: clean(article, tables), articles)
    timed("language", lambda view: identify(body_text(view)), views)
    drafts = [Draft(article=article, pack=pack, view=view) for article, view in zip(articles, views, strict=True)]
    found = timed("sentences", lambda draft: split(draft.view, pack), drafts)
    drafts = [replace(one, sentences=item[0], tokens=item[1]) for one, item in zip(drafts, found, strict=True)]
    found = timed("credits", lambda draft: (find_credits(draft), find_corrections(draft)), drafts)
    drafts = [replace(one, credits=item[0], corrections=item[1]) for one, item in zip(drafts, found, strict=True)]
    found = timed("times", find_times, drafts)
    drafts = [
        replace(one, times=item[0], published=item[1], told_from=item[2])
        for one, item in zip(drafts, found, strict=True)
    ]
    found = timed("names", find_names, drafts)
    drafts = [replace(one, cast=item[0], mentions=item[1]) for one, item in zip(drafts, found, strict=True)]
    found = timed("quotes", find_quotes, drafts)
    drafts = [replace(one, quotes=item) for one, item in zip(drafts, found, strict=True)]
    found = timed("coreference", resolve, drafts)
    drafts = [replace(one, mentions=item) for one, item in zip(drafts, found, strict=True)]
    found = timed("quantities", find_quantities, drafts)
    drafts = [replace(one, quantities=item) for one, item in zip(drafts, found, strict=True)]
    found = timed("events", find_events, drafts)
    drafts = [replace(one, events=item) for one, item in zip(drafts, found, strict=True)]
    timed("allegations", find_allegations, drafts)
    readings = [to_reading(draft) for draft in drafts]
    pairs = list(zip(articles, readings, strict=True))
    timed("features", lambda pair: features(*pair), pairs)
    timed("whole reading", lambda article: read(article, packs), articles)
    return rows
