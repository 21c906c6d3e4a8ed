"""Why an article does not tell a claim: it stood before it, it was not read, or (every other case) it leaves it out."""

import re
from collections.abc import Iterable, Mapping

from semeja.compare.instants import earlier
from semeja.compare.times import day_range
from semeja.lang.pack import CODES
from semeja.records.dossier import (
    Claim,
    DossierArticle,
    DossierQuantity,
    Event,
    Evidence,
    NotRead,
    Quote,
    ToldBefore,
)
from semeja.records.story import Story

LONGEST_PAGE_MARK = 60
"""Characters of a line that leads to a further page; a longer one is prose."""
KNOWN_WHEN_DATED = frozenset({"actual", "historical"})
"""Modalities of what nobody can report before its date; a plan is told ahead of it."""
_PAGES = re.compile(
    r"(?:halaman|hal|pages?)\W*1\W+(?:2|of|dari)\b"
    r"|(?:baca |ke |lanjut ke )?halaman (?:selanjutnya|berikutnya)\W*"
    r"|next page\W*|continued? on (?:the )?next page\W*",
    re.IGNORECASE,
)


def find_not_read(story: Story) -> tuple[NotRead, ...]:
    """The articles that are not read, or not to their end, in the story's order."""
    found = []
    for index, reading in enumerate(story.readings):
        if reading.language not in CODES:
            found.append(NotRead(reading.article, "language", None))
        elif not any(sentence.zone == "body" for sentence in reading.sentences):
            found.append(NotRead(reading.article, "no_body", None))
        elif (mark := _page_mark(story, index)) or story.articles[index].next_page:
            found.append(NotRead(reading.article, "next_page", mark))
    return tuple(found)


def _page_mark(story: Story, index: int) -> Evidence | None:
    """The line that numbers pages or leads to the next one, outside the body."""
    text = story.articles[index].text
    for part in story.readings[index].removed:
        for line in re.finditer(r"[^\n]+", text[part.start : part.end]):
            words = line.group().strip()
            if len(words) <= LONGEST_PAGE_MARK and _PAGES.match(words):
                return story.evidence(index, part.start + line.start(), part.start + line.end())
    return None


def find_told_before(
    claims: Iterable[Claim],
    articles: Iterable[DossierArticle],
    events: Iterable[Event],
    quotes: Iterable[Quote],
    quantities: Iterable[DossierQuantity],
) -> tuple[ToldBefore, ...]:
    """Of each claim with a time, the articles that stand before that time and do not tell it."""
    moments = _moments(events, quotes, quantities)
    stands = [(article.id, article.stands_at.value) for article in articles if article.stands_at]
    found = []
    for claim in claims:
        known = [moments[one] for one in claim.ref if one in moments]
        moment = min(known, default=None)
        before = [one for one, at in stands if moment and one not in claim.support.articles and _before(at, moment)]
        if before:
            found.append(ToldBefore(claim.id, tuple(before)))
    return tuple(found)


def _moments(
    events: Iterable[Event], quotes: Iterable[Quote], quantities: Iterable[DossierQuantity]
) -> Mapping[str, str]:
    """Record -> the ISO time from which on it can be told."""
    found: dict[str, str | None] = {}
    for event in events:
        if event.modality in KNOWN_WHEN_DATED and event.date and event.date.modifier is None:
            found[event.id] = event.date.value
    found |= {quote.id: quote.time.value for quote in quotes if quote.time}
    found |= {one.id: one.as_of.value for one in quantities if one.as_of}
    return {one: value for one, value in found.items() if value}


def _before(stands_at: str | None, moment: str) -> bool:
    """Whether an article that stands at one time cannot know of another: an earlier day, or an earlier hour of it."""
    if "T" in moment and stands_at and "T" in stands_at:
        return bool(earlier(stands_at, moment))
    stand, days = day_range(stands_at), day_range(moment)
    return bool(stand and days and stand[1] < days[0])
