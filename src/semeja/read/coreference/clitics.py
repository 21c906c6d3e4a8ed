"""Whom `-nya` points at, by what it hangs on: a cue, a preposition, a verb, a noun."""

from typing import Final

from semeja.read.coreference.ahead import named_ahead
from semeja.read.coreference.candidates import CLITIC
from semeja.read.coreference.discourse import (
    PARTIES,
    PERSON,
    REACH,
    Before,
    Discourse,
    Ids,
    Named,
    earlier_subject,
    subject,
)
from semeja.records.reading import Mention, Quotation

FROM: Final = frozenset({"menurutnya", "baginya"})
NEAR: Final = 1
BEFORE: Final = 16
"""Characters in which a title may stand before a name."""


def clitic(discourse: Discourse, mention: Mention, before: Before, on: str, spoken: Quotation | None) -> Ids:
    """`-nya`: behind a cue the speaker, behind a preposition the other one, behind a noun its owner."""
    sentence = discourse.sentence_of(mention.start)
    if on == "speech":
        cued = discourse.cued(mention.start)
        if cued is not None:
            return cued.speaker
    if spoken is not None:
        return ()
    here = before.of(sentence)
    if on == "noun":
        return owner(discourse, mention, here) or owner_outside(discourse, mention, before, sentence)
    own = subject(here, PERSON)
    if on == "preposition" and discourse.keys[discourse.token_of(mention.start)] in FROM:
        found = own or earlier_subject(before, sentence, PERSON, REACH)
        return found.ids if found else ()
    others = [one for one in here if one.kind == "person" and (own is None or one.ids != own.ids)]
    if on == "verb":
        others = [one for one in here[:-1] if one.kind == "person"]
    if others:
        return others[-1].ids
    of_persons = discourse.draft.pack.referring.lists["person_object"]
    word = discourse.keys[discourse.token_of(mention.start)]
    return the_other(before.of(sentence - 1), own) if word in of_persons else ()


def the_other(earlier: list[Named], own: Named | None) -> Ids:
    """The one person besides `own` that the sentence before names outside quoted words; with two nobody is meant."""
    but = own.ids if own else ()
    ids = {one.ids for one in earlier if one.kind == "person" and not one.quoted and one.ids != but}
    return next(iter(ids)) if len(ids) == 1 else ()


def owner_outside(discourse: Discourse, mention: Mention, before: Before, sentence: int) -> Ids:
    """The owner that the sentence names later (`Dalam pidatonya, Joko …`); for kin the last subject before it."""
    ahead = named_ahead(discourse, mention, PARTIES)
    noun = discourse.keys[discourse.token_of(mention.start)].removesuffix(CLITIC)
    if ahead or noun not in discourse.draft.pack.referring.lists["kin"]:
        return ahead
    found = earlier_subject(before, sentence, PERSON, NEAR)
    return found.ids if found else ()


def owner(discourse: Discourse, mention: Mention, here: list[Named]) -> Ids:
    """The owner of what `-nya` hangs on: the last party of the sentence that may act, not one spoken about."""
    keys = discourse.keys
    as_whom = discourse.key_before(mention, 1) in discourse.tables.lists["as"]
    token = discourse.token_of(mention.start)
    acting = [one for one in here if not one.oblique]
    if as_whom and acting and acting[-1].token == token - 2:
        acting.pop()
    if here and keys[token - 1] in discourse.tables.lists["and"] and here[-1].mention.end >= mention.start - BEFORE:
        return here[-1].ids
    return acting[-1].ids if acting else ()
