"""Which sentences may tell an event: one look-up of each word of an article, before anything is built."""

from collections.abc import Sequence, Set

from semeja.lang.coding import BARE, DOING, NOUN, PHRASE, REPORT, SAID, VERB
from semeja.read.draft import Draft
from semeja.records.reading import Quotation, Sentence


def telling_sentences(draft: Draft) -> list[int]:
    """Numbers of the sentences that hold a trigger, in order.

    A verb is enough. A noun needs a verb that carries it, a word of duty or condition one that reports it or a
    quotation around it, a bare stem a name or pronoun right before it (a headline does without).
    """
    marks, keys = draft.pack.coding.marks, draft.tokens.keys
    telling, marked, named = [], marks.keys(), frozenset[int]()
    for number, sentence in enumerate(draft.sentences):
        hits = marked & keys[sentence.first_token : sentence.last_token]
        mark = 0
        for key in hits:
            mark |= marks[key]
        if mark & (BARE | PHRASE) and not mark & VERB:
            named = named or frozenset([mention.end for mention in draft.mentions])
            mark = _closer(draft, sentence, mark, hits, named)
        if mark and _tells(draft, sentence, mark):
            telling.append(number)
    return telling


def _closer(draft: Draft, sentence: Sentence, mark: int, hits: Set[str], named: frozenset[int]) -> int:
    """The mark with what its phrases and bare stems add where they stand."""
    tables, keys = draft.pack.coding, draft.tokens.keys
    marks = tables.marks
    for at in range(sentence.first_token, sentence.last_token):
        key = keys[at]
        if key not in hits:
            continue
        own = marks[key]
        if own & PHRASE:
            for rest, more in tables.phrase_marks[key]:
                if keys[at + 1 : at + 1 + len(rest)] == rest:
                    own |= more
        if own & BARE and (sentence.zone == "title" or _follows_name(draft, at, named)):
            own |= VERB
        mark |= own
    return mark


def _follows_name(draft: Draft, at: int, named: frozenset[int]) -> bool:
    """Does a token stand right after a mention or a bracket?"""
    return at == 0 or draft.tokens.ends[at - 1] in named or draft.tokens.keys[at - 1] == ")"


def _tells(draft: Draft, sentence: Sentence, mark: int) -> bool:
    if mark & VERB or (mark & NOUN and mark & DOING) or (mark & SAID and mark & REPORT):
        return True
    return bool(mark & SAID) and is_quoted(draft.quotes, sentence)


def is_quoted(quotes: Sequence[Quotation], sentence: Sentence) -> bool:
    """Does a quotation reach into the sentence?"""
    start, end = sentence.start, sentence.end
    for quote in quotes:
        if quote.start >= end:
            continue
        if start < quote.end:
            return True
    return False
