"""Where a headline says more than its body: a graver standing before the law, a figure that the body does not give."""

import re
from collections.abc import Iterator

from semeja.compare.quantities import Count
from semeja.compare.sides import make_conflict, make_side
from semeja.lang import wording
from semeja.lang.pack import CODES
from semeja.records.dossier import Conflict, Evidence
from semeja.records.reading import Reading
from semeja.records.story import Story

NEGATED_WITHIN = 3
"""Words before a status in which a negator denies it: `belum ada tersangka`."""
_WORD = re.compile(r"[^\W\d_]+")


def headline_conflicts(story: Story, counts: tuple[Count, ...]) -> list[Conflict]:
    """One conflict per article and kind of overstatement, with the headline on one side and the body on the other."""
    found = [conflict for index in range(len(story.articles)) for conflict in _of_status(story, index)]
    return found + list(_of_figures(story, counts))


def _of_status(story: Story, index: int) -> Iterator[Conflict]:
    reading = story.readings[index]
    if reading.language not in CODES:
        return
    tables = wording.load(reading.language)
    title = list(_statuses(story, index, "title", tables))
    body = list(_statuses(story, index, "body", tables))
    graver = max((rank for rank, negated, _ in title if not negated), default=0)
    if not graver or any(rank >= graver and not negated for rank, negated, _ in body):
        return
    against = [
        place for rank, negated, place in body if (rank == graver and negated) or (rank < graver and not negated)
    ]
    if against:
        headline = [place for rank, _, place in title if rank == graver]
        sides = (make_side("headline", headline), make_side("body", against))
        yield make_conflict("headline", reading.article, sides, "internal", "conflicts.headline-status")


def _statuses(
    story: Story, index: int, zone: str, tables: wording.WordingTables
) -> Iterator[tuple[int, bool, Evidence]]:
    """(rank, negated, sentence) of every word for a status in a zone."""
    text = story.articles[index].text
    for sentence in story.readings[index].sentences:
        if sentence.zone != zone:
            continue
        words = [word.casefold() for word in _WORD.findall(text[sentence.start : sentence.end])]
        for at, word in enumerate(words):
            if word in tables.statuses:
                negated = bool(tables.negators & set(words[max(0, at - NEGATED_WITHIN) : at]))
                yield tables.statuses[word], negated, story.evidence(index, sentence.start, sentence.end)


def _of_figures(story: Story, counts: tuple[Count, ...]) -> Iterator[Conflict]:
    """A figure in a headline for which the body of the same article gives only others."""
    titles = {reading.article: _title_end(reading) for reading in story.readings}
    groups: dict[tuple[str, str, str], list[Count]] = {}
    for count in counts:
        quantity = count.quantity
        if quantity.of and count.comparable and quantity.low is not None and quantity.low == quantity.high:
            groups.setdefault((quantity.article, quantity.of, quantity.unit or ""), []).append(count)
    for (article, of, _), members in sorted(groups.items()):
        head = [one.quantity for one in members if one.quantity.evidence.start < titles[article]]
        body = [one.quantity for one in members if one.quantity.evidence.start >= titles[article]]
        if head and body and not {one.low for one in head} & {one.low for one in body}:
            sides = [make_side("headline", (one.evidence for one in head))]
            sides.append(make_side("body", (one.evidence for one in body)))
            yield make_conflict("headline", of, sides, "internal", "conflicts.headline-figure")


def _title_end(reading: Reading) -> int:
    return max((sentence.end for sentence in reading.sentences if sentence.zone == "title"), default=0)
