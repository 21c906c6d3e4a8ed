"""Where a headline says more than its body: a graver standing before the law, a figure that the body does not give."""

import re
from collections.abc import Iterator

from semeja.compare.counting_sentences import words_of
from semeja.compare.counts import Count
from semeja.compare.rounding import may_be_one
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.wording import content_keys
from semeja.lang import differing, wording
from semeja.lang.pack import CODES
from semeja.records.dossier import Conflict, DossierQuantity, Evidence
from semeja.records.reading import Reading, Sentence
from semeja.records.story import Story

NEGATED_WITHIN = 3
"""Words before a status in which a negator denies it: `belum ada tersangka`."""
SAME_MATTER, FEWEST_SHARED = 0.6, 3
"""Share of the headline's keys that a sentence of the body has to tell the same, and how many at least."""
NO_WORDS: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W\d_]+")


def headline_conflicts(story: Story, counts: tuple[Count, ...]) -> list[Conflict]:
    """One conflict per article and kind of overstatement, with the headline on one side and the body on the other."""
    found = [
        conflict
        for index in range(len(story.articles))
        for conflict in (*_of_status(story, index), *_of_plans(story, index))
    ]
    return found + list(_of_figures(story, counts))


def _of_plans(story: Story, index: int) -> Iterator[Conflict]:
    """A headline tells as done (`resmi`, `telah`) what the body tells only as a plan or as what may come."""
    reading, text = story.readings[index], story.articles[index].text
    table = differing.load(reading.language)
    ahead = table.of("ahead") | table.of("planned") | table.of("possible")
    title = next((one for one in reading.sentences if one.zone == "title"), None)
    if title is None or reading.language not in CODES:
        return
    words = words_of(text[title.start : title.end])
    if words.isdisjoint(table.of("done")) or words & ahead:
        return
    keys = _keys(text, title, reading.language, table.of("done"))
    alike = [
        one
        for one in reading.sentences
        if one.zone == "body"
        and len(shared := keys & _keys(text, one, reading.language, NO_WORDS)) >= FEWEST_SHARED
        and len(shared) >= SAME_MATTER * len(keys)
    ]
    planned = [one for one in alike if words_of(text[one.start : one.end]) & ahead]
    if alike and len(planned) == len(alike):
        sides = (
            make_side("headline", (story.evidence(index, title.start, title.end),)),
            make_side("body", (story.evidence(index, one.start, one.end) for one in planned)),
        )
        yield make_conflict("headline", reading.article, sides, "internal", "conflicts.headline-plan")


def _keys(text: str, sentence: Sentence, language: str | None, without: frozenset[str]) -> frozenset[str]:
    words = [word for word in _WORD.findall(text[sentence.start : sentence.end]) if word.casefold() not in without]
    return frozenset(content_keys(" ".join(words), language))


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
        if quantity.of and count.comparable and (quantity.low is not None or quantity.high is not None):
            groups.setdefault((quantity.article, quantity.of, quantity.unit or ""), []).append(count)
    for (article, of, _), members in sorted(groups.items()):
        head = [one.quantity for one in members if one.quantity.evidence.start < titles[article]]
        body = [one.quantity for one in members if one.quantity.evidence.start >= titles[article]]
        if head and body and not any(_may_be_one(one, other) for one in head for other in body):
            body = [one for one in body if one.modifier is None] or body
            sides = [make_side("headline", (one.evidence for one in head))]
            sides.append(make_side("body", (one.evidence for one in body)))
            yield make_conflict("headline", of, sides, "internal", "conflicts.headline-figure")


def _may_be_one(head: DossierQuantity, body: DossierQuantity) -> bool:
    """Whether the headline gives the figure of the body, rounded perhaps: headlines round."""
    modifiers = frozenset(one for one in (head.modifier, body.modifier) if one)
    left, right = _bounds(head), _bounds(body)
    return (left[0] <= right[1] and right[0] <= left[1]) or may_be_one(left[0], right[0], modifiers)


def _bounds(quantity: DossierQuantity) -> tuple[float, float]:
    """The ends of a class (`ratusan`); the one number of a figure, or its bound, twice."""
    low = quantity.high if quantity.low is None else quantity.low
    high = quantity.low if quantity.high is None else quantity.high
    return float(low or 0), float(high or 0)


def _title_end(reading: Reading) -> int:
    return max((sentence.end for sentence in reading.sentences if sentence.zone == "title"), default=0)
