"""One pass over the mentions: each pointer is settled by what stands before it, or left unresolved."""

from typing import Final

from msgspec.structs import replace

from semeja.read.coreference.ahead import named_ahead
from semeja.read.coreference.clitics import clitic
from semeja.read.coreference.discourse import (
    PERSON,
    QUOTED,
    REACH,
    Before,
    Discourse,
    Ids,
    discourse_of,
    earlier_subject,
    last,
    subject,
)
from semeja.read.coreference.offices import described
from semeja.read.coreference.plurals import inclusive, pair, plural
from semeja.read.coreference.unsettled import is_open, settle_open
from semeja.read.draft import Draft
from semeja.records.reading import Mention, Quotation

POINTERS: Final = frozenset({"pronoun", "clitic", "demonstrative"})
STATES: Final = frozenset({"country", "organisation"})
NEAR: Final = 1


def resolve(draft: Draft) -> tuple[Mention, ...]:
    """The mentions of the draft, in the same order, with pronouns resolved where the text settles them."""
    discourse = discourse_of(draft)
    before = Before(discourse)
    resolved: list[Mention] = []
    left_open, sentence, ends = False, 0, discourse.sentence_ends
    for mention in draft.mentions:
        while mention.start >= ends[sentence]:
            sentence += 1
        if not mention.entities:
            if mention.form in POINTERS:
                ids = tuple(dict.fromkeys(point(discourse, mention, before)))
                mention = replace(mention, entities=ids) if ids else mention
            left_open = left_open or is_open(discourse, mention)
        resolved.append(mention)
        if mention.entities:
            before.add(sentence, mention)
    return tuple(settle_open(discourse, resolved) if left_open else resolved)


def point(discourse: Discourse, mention: Mention, before: Before) -> Ids:
    """The ids that a pointer points at."""
    sense = mention.rule.rpartition(".")[2].rpartition("-")[2]
    quotation = discourse.quotation_of(mention)
    spoken = quotation if quotation is not None and quotation.kind in QUOTED else None
    if mention.form == "clitic":
        return clitic(discourse, mention, before, sense, spoken)
    if mention.form == "demonstrative":
        return described(discourse, mention, before) if mention.kind == "person" else ()
    if sense in ("speaker", "speakers"):
        return quotation.speaker if quotation is not None else ()
    if sense == "inclusive":
        return inclusive(discourse, quotation, before)
    if sense == "pair":
        return pair(discourse, mention, before)
    if sense == "plural":
        return plural(discourse, mention, before, spoken)
    if sense == "dummy" or mention.kind == "thing":
        return body(discourse, mention, before, spoken)
    return third(discourse, mention, before, quotation)


def third(discourse: Discourse, mention: Mention, before: Before, quotation: Quotation | None) -> Ids:
    """`ia`, `she`: inside somebody's reported words that person, inside quoted words another, else the subject."""
    token = discourse.token_of(mention.start)
    but = before.of_other_gender(discourse.keys[token])
    if quotation is not None and quotation.kind in QUOTED:
        other = last(before, PERSON, but.union(quotation.speaker))
        return other.ids if other else ()
    if quotation is not None and any(id.startswith("person:") for id in quotation.speaker):
        if but.isdisjoint(quotation.speaker):
            return quotation.speaker
        but = but.union(quotation.speaker)
    cued = discourse.cued(mention.start)
    if cued and cued.speaker and but.isdisjoint(cued.speaker):
        return cued.speaker
    sentence = discourse.sentence_of(mention.start)
    found = subject(before.of(sentence), PERSON, but)
    if found is None and discourse.keys[token] in discourse.draft.pack.referring.lists["possessive"]:
        ahead = named_ahead(discourse, mention, PERSON, but)
        if ahead:
            return ahead
    found = found or earlier_subject(before, sentence, PERSON, REACH, but)
    return found.ids if found else named_ahead(discourse, mention, PERSON, but)


def body(discourse: Discourse, mention: Mention, before: Before, spoken: Quotation | None) -> Ids:
    """`it`, `its`, the `itu` of a calque: the state or body that is the subject of this sentence, else of the last."""
    sentence = discourse.sentence_of(mention.start)
    here = before.of(sentence)
    if spoken is not None or mention.rule.endswith("dummy"):
        found = next((one for one in reversed(here) if one.kind in STATES), None)
        return found.ids if found else ()
    found = subject(here, STATES)
    if found is None and mention.start == discourse.draft.sentences[sentence].start:
        found = earlier_subject(before, sentence, STATES, NEAR)
    return found.ids if found else named_ahead(discourse, mention, STATES)
