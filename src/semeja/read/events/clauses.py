"""The clauses of a sentence: each predicate with its subject, its link and the predicate that governs it.

Cue words, no parser: what links a clause decides what governs it.
"""

from collections.abc import Sequence
from typing import Final

from semeja.read.events.items import CLAUSE_LINKS, Item
from semeja.read.events.predicates import (
    STANCE,
    Predicate,
    is_passive,
    takes_complement,
    takes_infinitive,
    takes_that,
    voice_of,
)
from semeja.read.events.verbs import AHEAD, is_announced, is_predicate
from semeja.read.events.walking import Walk, walk_left

_LASTING: Final = frozenset({"future", "modal", "must"})
_LIGHT_ADJECTIVE: Final = frozenset({"light", "adjectival"})
_POINTING: Final = frozenset({"demonstrative", "prep"})
_PARTICIPLES: Final = frozenset({"past", "participle"})
_FINITE: Final = frozenset({"past", "active"})
_APART: Final = frozenset({"perfect", "future"})
_HELD: Final = frozenset({"cond", "time", "before", "cause", "concede"})
_CARRIED: Final = frozenset({"cond", "before", "purpose", "complement"})
_FRONTED: Final = frozenset({"time", "before", "purpose"})
_LOUD: Final = frozenset({"REQUEST", "THREATEN", "REJECT", "DENY", "ACCUSE"})


def predicates_of(items: Sequence[Item], title: bool, owner_first: bool) -> list[Predicate]:
    """The predicates of a sentence in order, each attached to what governs it."""
    found: list[Predicate] = []
    ahead = False
    for at, item in enumerate(items):
        word = item.word
        if word.verbal:
            takes = is_predicate(items, at, title)
        elif ahead:
            takes = is_announced(items, at)
        else:
            takes = False
        ahead = not AHEAD.isdisjoint(word.roles)
        if takes:
            floor = found[-1].last if found else -1
            walk = walk_left(items, at, floor, owner_first)
            predicate = Predicate(at, at, word.roles, word.senses, word.voices, word.types, walk)
            if "be" in walk.flags and predicate.roles >= _LIGHT_ADJECTIVE:
                predicate.roles |= {"passive"}
            _attach(items, found, predicate)
            found.append(predicate)
    if len(found) > 1:
        _fill_fronted(found)
    return found


def _attach(items: Sequence[Item], found: list[Predicate], own: Predicate) -> None:
    walk = own.walk
    if walk.subject >= 0:
        own.subject, own.subject_at = items[walk.subject].entities, walk.subject
    elif walk.origin >= 0 and walk.noun and walk.head < 0 and _is_land(items[walk.origin]) and _acts(own):
        own.subject, own.subject_at = items[walk.origin].entities, walk.origin
    if walk.head == own.at - 1 and walk.head >= 0 and _is_stance_noun(items[walk.head]):
        own.relation = "purpose"
        return
    link = _settled_link(items, found, walk)
    previous = found[-1] if found else None
    if link == "relative":
        _attach_relative(items, own)
    elif link in ("that", "purpose"):
        _attach_complement(items, found, own, link)
    elif link in _HELD:
        own.relation = link
        own.parent = _host(found)
        _control_by_agent(items, found, own)
    elif previous is not None and link == "" and walk.subject < 0 and _is_reduced(items, previous, own):
        own.relation, own.antecedent = "relative", own.at - 1 if items[own.at - 1].kind == "mention" else -1
        own.walk.flags |= {"be"} if "gerund" not in own.voices else frozenset()
    elif previous is not None and walk.reached and not walk.joined and link == "":
        _attach_adjacent(items, found, own)
    elif previous is not None and own.subject_at < 0 and not walk.noun:
        _attach_joined(found, own, link)
    if own.parent >= 0:
        _inherit_pronoun(items, found, own)


def _acts(predicate: Predicate) -> bool:
    """Is it more than what happens to somebody or something: `a ferry from Norlandia arrived`?"""
    return predicate.types != {"OCCUR"}


def _is_land(item: Item) -> bool:
    return item.mention is not None and item.mention.kind == "country"


def _control_by_agent(items: Sequence[Item], found: list[Predicate], own: Predicate) -> None:
    """`disampaikan A setelah bertemu B`, `kata A usai bertemu B`: who did the former did the latter.

    `A ditangkap polisi saat berunjuk rasa`: where somebody is its subject, a passive hands that one on.
    """
    if own.parent < 0 or own.subject_at >= 0 or own.walk.noun:
        return
    host = found[own.parent]
    if host.subject and is_passive(host) and host.subject_at >= 0:
        own.subject, own.subject_at, own.inherited = host.subject, host.subject_at, True
        return
    at = host.last + 1
    stands_behind = is_passive(host) or ("report" in host.roles and host.subject_at < 0)
    if stands_behind and at < own.at and items[at].kind == "mention":
        own.subject, own.subject_at, own.inherited = items[at].entities, at, True


def _is_stance_noun(item: Item) -> bool:
    """`desakan mundur`, `ancaman mogok`: what follows is what is asked or threatened."""
    return any(sense.voice == "noun" and sense.frame.type in STANCE for sense in item.word.senses)


def _settled_link(items: Sequence[Item], found: list[Predicate], walk: Walk) -> str:
    """`kalau` means `that` right after a verb of saying or fearing, `that` after a noun is `which`."""
    if walk.link_at < 0:
        return walk.link
    roles = items[walk.link_at].word.roles
    near = bool(found) and takes_that(found[-1]) and walk.link_at - found[-1].last <= 3
    if "kalau" in roles:
        return "that" if near else "cond"
    if "that" in roles and "relative" in roles:
        return "that" if near else "relative"
    return walk.link


def _attach_relative(items: Sequence[Item], own: Predicate) -> None:
    own.relation = "relative"
    at = own.walk.link_at - 1
    while at >= 0 and (items[at].kind == "comma" or not items[at].word.roles.isdisjoint(_POINTING)):
        at -= 1
    if at >= 0 and items[at].kind == "mention":
        own.antecedent = at
        if own.subject_at < 0:
            own.subject, own.subject_at = items[at].entities, at


def _attach_complement(items: Sequence[Item], found: list[Predicate], own: Predicate, link: str) -> None:
    """`bahwa`/`untuk`/`agar` clause: under the nearest predicate that takes one, else a purpose of the last."""
    takes = takes_that if link == "that" else takes_infinitive
    governor = next((i for i in range(len(found) - 1, -1, -1) if takes(found[i]) and _open(found, i)), -1)
    if governor < 0 and (link == "that" or not found):
        own.relation = "main"
        return
    own.relation = "complement" if governor >= 0 else "purpose"
    own.parent = governor if governor >= 0 else len(found) - 1
    if own.parent >= 0 and own.subject_at < 0 and not (own.walk.noun and link == "that"):
        _control(items, found[own.parent], own)


def _attach_adjacent(items: Sequence[Item], found: list[Predicate], own: Predicate) -> None:
    """No link between two predicates: a complement, the main verb after a relative clause, or a serial verb."""
    previous = found[-1]
    if _was_reduced(previous, own):
        previous.relation = "relative"
        previous.walk.flags |= {"be"}
        own.subject, own.subject_at, own.walk.noun = previous.subject, previous.subject_at, previous.walk.noun
        return
    if previous.relation == "relative" and not takes_complement(previous):
        _resume(items, found, own)
    elif takes_complement(previous) or "stop" in previous.roles:
        own.relation, own.parent = "complement", len(found) - 1
        named = own.walk.noun and ("report" in previous.roles or is_passive(own))
        if own.subject_at < 0 and not named:
            _control(items, previous, own)
    elif own.subject_at < 0 and (not own.walk.noun or (previous.subject_at < 0 and previous.relation == "time")):
        _copy_place(previous, own)
        own.walk.flags |= previous.walk.flags if "have" in previous.roles else previous.walk.flags & _LASTING
    elif previous.relation in _CARRIED:
        own.relation, own.parent = previous.relation, previous.parent


def _is_reduced(items: Sequence[Item], previous: Predicate, own: Predicate) -> bool:
    """`returned weapons seized last year`, `with rebels fighting to …`: a participle right after a noun tells which."""
    before, voices = items[own.at - 1], own.voices
    if "gerund" not in voices and not (len(voices) == 1 and voices <= _PARTICIPLES):
        return False
    if own.at - 1 == previous.last or own.walk.flags or "gerund" in previous.voices or takes_complement(previous):
        return False
    if "gerund" in voices:
        return before.mention is not None and before.kind == "mention" and before.mention.form != "pronoun"
    follows = items[own.last + 1] if own.last + 1 < len(items) else None
    plain = follows is None or follows.kind in ("time", "comma", "stop") or "prep" in follows.word.roles
    return plain and before.kind in ("other", "mention")


def _was_reduced(previous: Predicate, own: Predicate) -> bool:
    """`Troops deployed at the border fired`: of two past forms without a link the first only tells which."""
    if own.subject_at >= 0 or own.voices.isdisjoint(_FINITE) or "infinitive" in own.voices:
        return False
    walk, voices = previous.walk, previous.voices
    first = (voices == {"past"} or "gerund" in voices) and not walk.flags and not walk.link and not walk.comma
    return first and walk.subject >= 0 and previous.relation == "main" and not takes_complement(previous)


def _resume(items: Sequence[Item], found: list[Predicate], own: Predicate) -> None:
    """`NATO yang dipimpin AS menolak`: the name after the inner verb is its object, the subject is before `yang`."""
    inner = found[-1]
    if inner.antecedent >= 0 and (own.subject_at < 0 or own.subject_at == inner.last + 1):
        own.subject, own.subject_at = items[inner.antecedent].entities, inner.antecedent
    elif inner.antecedent < 0 and own.subject_at == inner.last + 1:
        own.subject, own.subject_at = (), -1
        own.walk.noun = True
    if len(found) > 1:
        own.parent = -1


def _attach_joined(found: list[Predicate], own: Predicate, link: str) -> None:
    """`dan`, `tetapi` or a comma before a predicate without subject: it shares the subject of an earlier one."""
    previous = found[-1]
    apart = link == "contrast" or not own.walk.flags.isdisjoint(_APART) or not own.types.isdisjoint(_LOUD)
    if previous.relation == "relative" and own.walk.comma and own.walk.reached and len(found) > 0:
        host = previous if previous.antecedent >= 0 else None
    elif apart or "report" in own.roles:
        host = found[_root(found, len(found) - 1)]
    else:
        host = previous
        own.walk.flags |= host.walk.flags & _LASTING
    if host is not None:
        _copy_place(host, own)
        if host.relation == "relative" and host is previous and own.walk.comma:
            own.relation, own.parent = "main", -1


def _copy_place(host: Predicate, own: Predicate) -> None:
    own.relation, own.parent = host.relation, host.parent
    own.subject, own.subject_at, own.inherited = host.subject, host.subject_at, True
    own.walk.noun = host.walk.noun and host.subject_at < 0


def _control(items: Sequence[Item], governor: Predicate, own: Predicate) -> None:
    """Who does the complement: the one who is asked, else the one who speaks."""
    if "REQUEST" in governor.types or "ACCUSE" in governor.types:
        asked = _object(items, governor)
        own.subject = items[asked].entities if asked >= 0 else ()
        own.subject_at, own.inherited = asked, asked >= 0
        if asked < 0 and voice_of(governor) == "passive":
            own.subject, own.subject_at, own.inherited = governor.subject, governor.subject_at, True
        return
    own.subject, own.subject_at, own.inherited = governor.subject, governor.subject_at, True


def _object(items: Sequence[Item], governor: Predicate) -> int:
    for i in range(governor.last + 1, min(len(items), governor.last + 4)):
        if items[i].kind == "mention":
            return i
        word = items[i].word
        if word.verbal or items[i].kind == "comma" or not word.roles.isdisjoint(CLAUSE_LINKS):
            break
    return -1


def _inherit_pronoun(items: Sequence[Item], found: list[Predicate], own: Predicate) -> None:
    """An unresolved pronoun, `pihaknya`, `itu` at the head of reported speech: the one who speaks.

    Only for a predicate that another governs.
    """
    mention = items[own.subject_at].mention if own.subject_at >= 0 else None
    pronoun = mention is not None and mention.form == "pronoun" and not own.subject
    dummy = own.subject_at < 0 and own.walk.link == "that" and not own.walk.noun
    if pronoun or dummy or "self" in own.walk.flags:
        speaker = found[own.parent]
        said = own.walk.link_at - 1
        if own.walk.link == "that" and items[said].kind == "mention":
            own.subject = items[said].entities
        elif speaker.subject:
            own.subject = speaker.subject
        own.inherited = True


def _fill_fronted(found: list[Predicate]) -> None:
    """`Setelah bertemu B, A menolak`: a fronted clause without subject has that of the main clause."""
    for index, predicate in enumerate(found):
        if predicate.subject_at < 0 and not predicate.walk.noun and predicate.relation in _FRONTED:
            later = next((p for p in found[index + 1 :] if p.relation == "main" and p.subject_at >= 0), None)
            if later is not None and predicate.parent < 0:
                predicate.subject, predicate.subject_at = later.subject, later.subject_at
                predicate.inherited = True


def _host(found: list[Predicate]) -> int:
    """The main predicate that a subordinate clause after it belongs to; -1: it is fronted."""
    return next((i for i in range(len(found) - 1, -1, -1) if found[i].relation in ("main", "complement")), -1)


def _root(found: list[Predicate], index: int) -> int:
    while found[index].parent >= 0 and found[index].relation not in ("main", "relative"):
        index = found[index].parent
    return index


def _open(found: list[Predicate], index: int) -> bool:
    """A predicate in a relative clause takes no complement over a later main verb."""
    return found[index].relation != "relative" or index == len(found) - 1
