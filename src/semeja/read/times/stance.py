"""Whence an article is told: before its event (a preview), during it, or after it."""

from collections.abc import Sequence
from datetime import date

from semeja.lang.timing import TimingTables
from semeja.records.reading import Sentence, TimeExpression, Tokens

LEAD = 3  # sentences of title and body that tell the main event


def told_from(
    sentences: Sequence[Sentence],
    tokens: Tokens,
    table: TimingTables,
    times: Sequence[TimeExpression],
    published: date | None,
) -> str:
    """`before`, `during`, `after` or `unknown`, by the sentences of the lead that tell a day."""
    lead = [sentence for sentence in sentences if sentence.zone in ("title", "body")][: LEAD + 1]
    if not lead:
        return "unknown"
    verdicts = [_verdict(sentence, tokens, table, times, published) for sentence in lead]
    told = [verdict for verdict in verdicts if verdict is not None]
    if not told:
        return "unknown"
    return "before" if told.count("before") * 2 > len(told) else told[0] if told[0] != "before" else "after"


def _verdict(
    sentence: Sentence,
    tokens: Tokens,
    table: TimingTables,
    times: Sequence[TimeExpression],
    published: date | None,
) -> str | None:
    keys = tokens.keys[sentence.first_token : sentence.last_token]
    days = [
        time.value[:10]
        for time in times
        if sentence.start <= time.start < sentence.end and time.role == "event" and time.value and len(time.value) >= 10
    ]
    ahead = not table.group("cue_soon").isdisjoint(keys)
    if published is not None and any(day > published.isoformat() for day in days):
        return "before"
    if not table.group("cue_now").isdisjoint(keys) and not table.group("cue_now_verb").isdisjoint(keys):
        return "during"
    if days:
        return "before" if ahead and (published is None or days[0] >= published.isoformat()) else "after"
    return None
