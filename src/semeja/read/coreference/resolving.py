"""One pass over the mentions: each pointer is settled by what stands before it, or left unresolved."""

from collections import Counter

from msgspec.structs import replace

from semeja.read.coreference.discourse import (
    BODIES,
    QUOTED,
    Before,
    Discourse,
    Named,
    discourse_of,
    earlier_subject,
    last,
    last_pair,
    subject,
)
from semeja.read.coreference.unsettled import is_open, settle_open
from semeja.read.draft import Draft
from semeja.records.reading import Mention, Quotation

PERSON = frozenset({"person"})
POINTERS = frozenset({"pronoun", "clitic", "demonstrative"})
OFFICES = frozenset({"office", "head", "spokesperson"})
REACH = 3
NEAR = 1
Ids = tuple[str, ...]


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
    if quotation is not None and quotation.kind in QUOTED:
        other = last(before, PERSON, frozenset(quotation.speaker))
        return other.ids if other else ()
    if quotation is not None and any(id.startswith("person:") for id in quotation.speaker):
        return quotation.speaker
    cued = discourse.cued(mention.start)
    if cued and cued.speaker:
        return cued.speaker
    sentence = discourse.sentence_of(mention.start)
    found = subject(before.of(sentence), PERSON) or earlier_subject(before, sentence, PERSON, REACH)
    return found.ids if found else ()


def described(discourse: Discourse, mention: Mention, before: Before) -> Ids:
    """`menteri itu`: the holder of such an office who was a subject last, else the last subject that is a person."""
    sentence = discourse.sentence_of(mention.start)
    noun = discourse.draft.view.text[mention.head_start : mention.head_end].casefold().split()[0]
    if introduced(discourse, mention, noun):
        return ()
    cast = discourse.draft.cast
    holders = {one.id for one in cast if any(noun in role.title.casefold().split() for role in one.roles)}
    excluding = is_office(discourse, noun) or noun in discourse.tables.lists["status"]
    others = {one.id for one in cast if one.roles} if excluding else set()
    persons = [one for one in before.within(sentence - REACH, sentence) if one.kind == "person"]
    everyone = [one for one in before.all() if one.kind == "person" and not holders.isdisjoint(one.ids)]
    fitting = (
        [one for one in persons if not holders.isdisjoint(one.ids)]
        if everyone
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
    keys = discourse.keys[: discourse.token_of(mention.start)]
    articles = discourse.tables.lists["indefinite"]
    return any(key == noun and at and keys[at - 1] in articles for at, key in enumerate(keys))


def inclusive(discourse: Discourse, quotation: Quotation | None, before: Before) -> Ids:
    """`kita`: who speaks and whom they speak to; without an addressee, the pair that the speaker belongs to."""
    if quotation is None or not quotation.speaker:
        return ()
    if quotation.addressee:
        return (*quotation.speaker, *quotation.addressee)
    and_words = discourse.tables.lists["and"]
    both = last_pair(before.within(0, quotation.sentence), and_words, discourse.draft)
    return tuple(both) if set(quotation.speaker) <= set(both) else quotation.speaker


def pair(discourse: Discourse, mention: Mention, before: Before) -> Ids:
    """`keduanya`, `kedua menteri`, `the two sides`: the two who were named together last."""
    sentence = discourse.sentence_of(mention.start)
    words = discourse.draft.view.text[mention.start : mention.end].casefold().split()
    lists = discourse.tables.lists
    kind = next((kind for kind in ("person", "country", "side") if {*words} & lists[f"pair_{kind}"]), None)
    near = [one for one in before.within(sentence - REACH, sentence) if kind in (None, "side") or one.kind == kind]
    both = last_pair(near, lists["and"], discourse.draft) or two_persons(before, sentence)
    if both or kind in (None, "person"):
        return tuple(both) if len(both) > 1 else ()
    return two_states(before)


def two_persons(before: Before, sentence: int) -> list[str]:
    """The persons of this sentence or the last that names any outside quoted words, when they are two."""
    for index in (sentence, sentence - 1):
        here = [one for one in before.of(index) if one.kind == "person" and not one.quoted]
        ids = list(dict.fromkeys(id for one in here for id in one.ids))
        if ids:
            return ids if len(ids) == 2 else []
    return []


def two_states(before: Before) -> Ids:
    """The two states that the article is about: named at least twice each, and any third less often."""
    counts = Counter(id for one in before.all() if one.kind == "country" for id in one.ids)
    ranked = sorted(counts, key=lambda id: (-counts[id], id))
    if len(ranked) < 2 or counts[ranked[1]] < 2 or (len(ranked) > 2 and counts[ranked[2]] == counts[ranked[1]]):
        return ()
    return tuple(sorted(ranked[:2]))


def plural(discourse: Discourse, mention: Mention, before: Before, spoken: Quotation | None) -> Ids:
    """`mereka`, `they`: the pair or the collective of this sentence or the last; inside quoted words the other side."""
    sentence = discourse.sentence_of(mention.start)
    if spoken is not None:
        other = last(before, BODIES, party(discourse, spoken.speaker))
        return other.ids if other and sentence - other.sentence <= REACH else ()
    both = last_pair(before.within(sentence - NEAR, sentence), discourse.tables.lists["and"], discourse.draft)
    if both:
        return tuple(both)
    groups = frozenset({"group", "organisation"})
    found = subject(before.of(sentence), groups) or earlier_subject(before, sentence, groups, NEAR)
    return found.ids if found else ()


def party(discourse: Discourse, speakers: Ids) -> frozenset[str]:
    """The speakers and what they act for."""
    acting = {one.represents for one in discourse.draft.cast if one.id in speakers and one.represents}
    return frozenset(acting | set(speakers))


def body(discourse: Discourse, mention: Mention, before: Before, spoken: Quotation | None) -> Ids:
    """`it`, `its`, the `itu` of a calque: the state or body that is the subject of this sentence, else of the last."""
    sentence = discourse.sentence_of(mention.start)
    bodies = frozenset({"country", "organisation"})
    if spoken is not None or mention.rule.endswith("dummy"):
        found = next((one for one in reversed(before.of(sentence)) if one.kind in bodies), None)
    else:
        found = subject(before.of(sentence), bodies)
        if found is None and mention.start == discourse.draft.sentences[sentence].start:
            found = earlier_subject(before, sentence, bodies, NEAR)
    return found.ids if found else ()


def clitic(discourse: Discourse, mention: Mention, before: Before, on: str, spoken: Quotation | None) -> Ids:
    """`-nya`: behind a cue the speaker, behind a preposition the other one, behind a noun its owner."""
    sentence = discourse.sentence_of(mention.start)
    if on == "speech":
        cued = discourse.cued(mention.start)
        return cued.speaker if cued else ()
    if spoken is not None:
        return ()
    here = before.of(sentence)
    if on == "noun":
        return owner(discourse, mention, here)
    own = subject(here, PERSON)
    if on == "preposition" and discourse.keys[discourse.token_of(mention.start)] in FROM:
        found = own or earlier_subject(before, sentence, PERSON, REACH)
        return found.ids if found else ()
    others = [one for one in here if one.kind == "person" and (own is None or one.ids != own.ids)]
    if on == "verb":
        others = [one for one in here[:-1] if one.kind == "person"]
    return others[-1].ids if others else ()


FROM = frozenset({"menurutnya", "baginya"})


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


BEFORE = 16
