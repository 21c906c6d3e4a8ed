"""Whom a pointer points at that stands before the name: `Setelah ia dilantik, Bupati Joko Lesmana …`, `In his …, …`."""

from bisect import bisect_right
from typing import Final

from semeja.read.coreference.discourse import NOBODY, Discourse, Ids, kind_of
from semeja.records.reading import Mention

MOST_BETWEEN: Final = 12
LONGEST_OPENING: Final = 8
"""Words from the start of the sentence to the pointer."""


def named_ahead(discourse: Discourse, mention: Mention, kinds: frozenset[str], but: frozenset[str] = NOBODY) -> Ids:
    """The first of `kinds` that a comma brings in behind a pointer in the clause or phrase that opens the sentence."""
    draft = discourse.draft
    number = discourse.sentence_of(mention.start)
    first = draft.sentences[number].first_token
    token = discourse.token_of(mention.start)
    opens = discourse.keys[first] in draft.pack.referring.lists["opener"]
    if not opens or token - first > LONGEST_OPENING or discourse.is_quoted(mention.start):
        return ()
    at = bisect_right(draft.mentions, mention.start, key=lambda one: one.start)
    for one in draft.mentions[at : at + MOST_BETWEEN]:
        if one.start >= discourse.sentence_ends[number]:
            return ()
        behind_comma = discourse.key_before(one) == ","
        if behind_comma and one.entities and kind_of(one) in kinds and but.isdisjoint(one.entities):
            return one.entities
    return ()
