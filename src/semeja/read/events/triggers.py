"""Which sentences may tell an event: one look-up of each word of an article, before anything is built."""

from bisect import bisect_right

from semeja.lang.coding import BARE, DOING, NOUN, REPORT, SAID, VERB
from semeja.read.draft import Draft

_PAIRS = ((NOUN, DOING), (SAID, REPORT))


def telling_sentences(draft: Draft) -> list[int]:
    """Numbers of the sentences that hold a trigger, in order.

    A verb is enough. A noun needs a verb that carries it, a word of duty or condition one that reports it or a
    quotation around it, a bare stem a name or pronoun right before it (a headline does without).
    """
    marks, phrase_marks, keys = draft.pack.coding.marks, draft.pack.coding.phrase_marks, draft.tokens.keys
    hits = [(at, mark) for at, key in enumerate(keys) if (mark := marks.get(key))]
    if not hits:
        return []
    found: dict[int, int] = {}
    firsts = [sentence.first_token for sentence in draft.sentences]
    named = {mention.end for mention in draft.mentions}
    for at, mark in hits:
        for rest, more in phrase_marks.get(keys[at], ()):
            if keys[at + 1 : at + 1 + len(rest)] == rest:
                mark |= more
        number = bisect_right(firsts, at) - 1
        if number >= 0 and mark & BARE and _stands_behind(draft, number, at, named):
            mark |= VERB
        found[number] = found.get(number, 0) | mark
    return [number for number in sorted(found) if number >= 0 and _tells(draft, number, found[number])]


def _stands_behind(draft: Draft, number: int, at: int, named: set[int]) -> bool:
    """Does a bare stem stand in a headline, or right after a mention or a bracket?"""
    if draft.sentences[number].zone == "title" or at == 0:
        return True
    return draft.tokens.ends[at - 1] in named or draft.tokens.keys[at - 1] == ")"


def _tells(draft: Draft, number: int, mark: int) -> bool:
    if mark & VERB or any(mark & one and mark & other for one, other in _PAIRS):
        return True
    if not mark & SAID:
        return False
    sentence = draft.sentences[number]
    return any(quote.start < sentence.end and sentence.start < quote.end for quote in draft.quotes)
