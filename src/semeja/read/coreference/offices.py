"""Whom `menteri itu`, `perempuan itu`, `politikus itu` point at: persons by what they are."""

from itertools import pairwise
from typing import Final

from semeja.read.coreference.discourse import MOST, PERSON, REACH, Before, Discourse, Ids, subject
from semeja.records.reading import Mention

OFFICES: Final = frozenset({"office", "head", "spokesperson"})
FARTHEST: Final = 2000
"""Words back in which somebody may have been introduced."""


def described(discourse: Discourse, mention: Mention, before: Before) -> Ids:
    """`menteri itu`: the holder of such an office who was a subject last, else the last subject that is a person."""
    sentence = discourse.sentence_of(mention.start)
    noun = discourse.draft.view.text[mention.head_start : mention.head_end].casefold().split()[0]
    if introduced(discourse, mention, noun):
        return ()
    cast = discourse.draft.cast[:MOST]
    holders = {one.id for one in cast if any(noun in role.title.casefold().split() for role in one.roles)}
    excluding = is_office(discourse, noun) or noun in discourse.tables.lists["status"]
    others = {one.id for one in cast if one.roles} if excluding else set()
    others |= before.of_other_gender(noun)
    persons = [one for one in before.within(sentence - REACH, sentence) if one.kind == "person"]
    fitting = (
        [one for one in persons if not holders.isdisjoint(one.ids)]
        if before.names(holders)
        else [one for one in persons if others.isdisjoint(one.ids)]
    )
    for index in (*range(sentence - 1, sentence - 1 - REACH, -1), sentence):
        found = subject([one for one in fitting if one.sentence == index], PERSON)
        if found is not None:
            return found.ids
    return ()


def is_office(discourse: Discourse, noun: str) -> bool:
    """An office or rank that excludes another; a politician, a former official may be anything besides."""
    titles = [one for one in discourse.tables.phrases.get(noun, ()) if one.type == "title"]
    return any(one.id in OFFICES for one in titles) and noun not in discourse.tables.lists["leading"] - {"wakil"}


def introduced(discourse: Discourse, mention: Mention, noun: str) -> bool:
    """The article speaks before of `seorang pejabat`: `pejabat itu` is that one, whoever it is."""
    last = discourse.token_of(mention.start)
    keys = discourse.keys[max(last - FARTHEST, 0) : last]
    if noun not in keys:
        return False
    articles = discourse.tables.lists["indefinite"]
    return any(key == noun and left in articles for left, key in pairwise(keys))
