"""Whom `keduanya`, `kedua menteri`, `mereka`, `kita` point at: those joined by `dan`, a group, the other side."""

from collections import Counter
from typing import Final

from semeja.read.coreference.discourse import (
    BODIES,
    REACH,
    Before,
    Discourse,
    Ids,
    Named,
    earlier_subject,
    last,
    subject,
)
from semeja.records.reading import Mention, Quotation

NEAR: Final = 1
THREE: Final = 3
PRESS: Final = "group:wartawan"
"""Who listens is not who is spoken about."""
BETWEEN: Final = 12


def pair(discourse: Discourse, mention: Mention, before: Before) -> Ids:
    """`keduanya`, `kedua menteri`, `the two sides`: the two who were named together last."""
    sentence = discourse.sentence_of(mention.start)
    words = discourse.draft.view.text[mention.start : mention.end].casefold().split()
    lists = discourse.tables.lists
    kind = next((kind for kind in ("person", "country", "side") if {*words} & lists[f"pair_{kind}"]), None)
    near = [one for one in before.within(sentence - REACH, sentence) if kind in (None, "side") or one.kind == kind]
    both = joined(near, discourse) or two_persons(before, sentence)
    if len(both) > 2:
        return ()
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
        other = last(before, BODIES, party(discourse, spoken.speaker) | {*spoken.addressee, PRESS})
        return other.ids if other and sentence - other.sentence <= REACH else ()
    several = joined(before.within(sentence - NEAR, sentence), discourse)
    if discourse.keys[discourse.token_of(mention.start)] in discourse.draft.pack.referring.lists["three"]:
        return tuple(several) if len(several) == THREE else ()
    if several:
        return tuple(several)
    groups = frozenset({"group", "organisation"})
    found = subject(before.of(sentence), groups) or earlier_subject(before, sentence, groups, NEAR)
    return found.ids if found else ()


def party(discourse: Discourse, speakers: Ids) -> frozenset[str]:
    """The speakers and what they act for."""
    acting = {discourse.represents[id] for id in speakers if id in discourse.represents}
    return frozenset(acting | set(speakers))


def inclusive(discourse: Discourse, quotation: Quotation | None, before: Before) -> Ids:
    """`kita`: who speaks and whom they speak to; without an addressee, the pair that the speaker belongs to."""
    if quotation is None or not quotation.speaker:
        return ()
    if quotation.addressee:
        return (*quotation.speaker, *quotation.addressee)
    both = joined(before.within(0, quotation.sentence), discourse)
    return tuple(both) if set(quotation.speaker) <= set(both) else quotation.speaker


def joined(near: list[Named], discourse: Discourse) -> list[str]:
    """The ids of the last mentions of one kind joined by `dan`, two or a list, or of one mention that holds several."""
    and_words = discourse.tables.lists["and"]
    for at in range(len(near) - 1, 0, -1):
        left, right = near[at - 1], near[at]
        if len(right.ids) > 1:
            return list(right.ids)
        between = discourse.keys[left.token : right.token]
        by_and = bool(between) and between[-1] in and_words and right.token - left.token <= BETWEEN
        if by_and and alike(left, right):
            return [*listed_before(near[:at], discourse, right), *right.ids]
    return list(near[0].ids) if near and len(near[0].ids) > 1 else []


def alike(left: Named, right: Named) -> bool:
    """Two persons, or two bodies, of one sentence."""
    return (
        left.sentence == right.sentence
        and (left.kind == "person") == (right.kind == "person")
        and left.ids != right.ids
    )


def listed_before(near: list[Named], discourse: Discourse, right: Named) -> list[str]:
    """The ids before the last of a list, with a comma before its `dan`: `A, B, dan C`; else only the nearest."""
    members = [near[-1]]
    if discourse.key_before(right.mention, 2) == ",":
        for one in reversed(near[:-1]):
            if discourse.key_before(members[0].mention) != "," or not alike(one, members[0]):
                break
            members.insert(0, one)
    return [id for one in members for id in one.ids]
