"""What somebody says, fears or predicts that another does: one side of a dispute, never an event."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from semeja.lang.coding import Word
from semeja.read.draft import Draft
from semeja.records.reading import Allegation, Mention, Quotation

PARTIES: Final = frozenset({"person", "organisation", "country", "group"})
SPEECH: Final = frozenset({"OCCUR", "REQUEST"})
"""Types that are no deed: what is asked is not alleged, and what just occurs has nobody who did it."""
_NO_TRIGGER: Final = frozenset({"bare", "person"})
_FURTHEST_SUBJECT: Final = 8
"""Tokens into the content in which its subject stands."""
_NEAREST_OWNER: Final = 2
"""Tokens after a deed that is a noun in which its doer stands: `invasi Rusia`, `serangan dari Rusia`."""


class Content(msgspec.Struct, frozen=True):
    """A stretch of an article that somebody utters: tokens `[first, last)` and who says it."""

    start: int
    end: int
    first: int
    last: int
    speaker: tuple[str, ...]


def find_allegations(draft: Draft) -> tuple[Allegation, ...]:
    """Allegations in order of their content.

    `type` is the PLOVER type of the first deed in the content, or empty when the words name none that the lexicon
    knows; `actor` is empty when the content names nobody who does it.
    """
    sides = {character.id: character.represents or character.id for character in draft.cast}
    found = [*_of_quotes(draft, sides), *_of_accusations(draft)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _of_accusations(draft: Draft) -> Iterator[Allegation]:
    """An accusation names whom it is against; its content names the deed."""
    for event in draft.events:
        if event.type == "ACCUSE" and event.polarity == "affirmed" and event.actor:
            span = event.content or event
            content = _content(draft, span.start, span.end, event.actor)
            _, deed, _ = _deed(draft, content)
            yield Allegation(
                span.start, span.end, event.actor, event.recipient, deed, f"{draft.pack.code}.allegation.accused"
            )


def _of_quotes(draft: Draft, sides: Mapping[str, str]) -> Iterator[Allegation]:
    if not draft.quotes:
        return
    mentions = sorted(draft.mentions, key=lambda mention: (mention.start, -mention.end))
    starts = [mention.start for mention in mentions]
    asked = sorted((event.content.start, event.content.end) for event in draft.events if event.act and event.content)
    for quote in draft.quotes:
        if not quote.speaker or quote.polarity == "denied" or _is_asked(draft, quote, asked):
            continue
        start = _clause_start(draft, quote, mentions, starts) if quote.kind == "partial" else quote.start
        content = _content(draft, start, quote.end, quote.speaker)
        inside = mentions[bisect_left(starts, content.start) : bisect_left(starts, content.end)]
        at, deed, noun = _deed(draft, content)
        doer = _doer(draft, content, inside, at, noun)
        if doer and _same_side(sides, quote.speaker, doer):
            continue
        if deed or doer:
            rule = f"{draft.pack.code}.allegation.{quote.kind}"
            yield Allegation(start, quote.end, quote.speaker, doer, deed, rule)


def _same_side(sides: Mapping[str, str], left: Iterable[str], right: Iterable[str]) -> bool:
    return not {sides.get(one, one) for one in left}.isdisjoint([sides.get(one, one) for one in right])


def _is_asked(draft: Draft, quote: Quotation, asked: list[tuple[int, int]]) -> bool:
    """Whether the content is what an act of the ledger asks, promises or threatens: no statement about another."""
    first = bisect_left(draft.tokens.starts, quote.start)
    word = draft.pack.coding.words.get(draft.tokens.keys[first]) if first < len(draft.tokens.keys) else None
    if word is not None and "purpose" in word.roles:
        return True
    at = bisect_left(asked, (quote.start, 0))
    for start, end in asked[at : at + 2]:
        if start < quote.end and 2 * (min(end, quote.end) - start) > quote.end - quote.start:
            return True
    return False


def _clause_start(draft: Draft, quote: Quotation, mentions: list[Mention], starts: list[int]) -> int:
    """Marked words inside a clause (`Rusia akan "masuk" ke Ukraina`): the clause starts with the party just before."""
    sentence = draft.sentences[quote.sentence]
    at = bisect_left(draft.tokens.starts, quote.start)
    for mention in reversed(mentions[bisect_left(starts, sentence.start) : bisect_left(starts, quote.start)]):
        token = bisect_left(draft.tokens.starts, mention.start)
        if mention.kind in PARTIES and mention.end <= quote.start:
            return mention.start if at - token <= _FURTHEST_SUBJECT else quote.start
    return quote.start


def _content(draft: Draft, start: int, end: int, speaker: tuple[str, ...]) -> Content:
    first = bisect_left(draft.tokens.starts, start)
    return Content(start, end, first, bisect_left(draft.tokens.starts, end), speaker)


def _deed(draft: Draft, content: Content) -> tuple[int, str, bool]:
    """Token, type and nominal form of the first word that codes a deed; (-1, "", False) when there is none."""
    words, keys = draft.pack.coding.words, draft.tokens.keys
    for at, key in enumerate(keys[content.first : content.last], content.first):
        word = words.get(key)
        if word is None:
            continue
        for sense in word.senses:
            if sense.frame.type not in SPEECH and sense.voice not in _NO_TRIGGER:
                return at, sense.frame.type, sense.voice == "noun"
    return -1, "", False


def _doer(draft: Draft, content: Content, inside: Iterable[Mention], at: int, noun: bool) -> tuple[str, ...]:
    """The party that stands as subject before the deed, or as owner of a deed that is a noun."""
    parties = [mention for mention in inside if mention.kind in PARTIES and mention.entities]
    before = _limit(draft, content, at)
    for mention in parties:
        token = bisect_left(draft.tokens.starts, mention.start)
        if noun and at < token <= at + _NEAREST_OWNER:
            return mention.entities
        if token < before and not _after_preposition(draft, content, token):
            return mention.entities
    return ()


def _limit(draft: Draft, content: Content, at: int) -> int:
    """The token before which a subject must stand."""
    return min(content.last, at if at >= 0 else content.first + _FURTHEST_SUBJECT)


def _after_preposition(draft: Draft, content: Content, token: int) -> bool:
    word: Word | None = draft.pack.coding.words.get(draft.tokens.keys[token - 1]) if token > content.first else None
    return word is not None and "prep" in word.roles
