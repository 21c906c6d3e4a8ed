"""Content tests: does what stands around a trigger bear its frame out?"""

from collections.abc import Callable, Mapping
from typing import Final

from semeja.read.events.arguments import child_of
from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.predicates import is_passive

_BARRED_WITHIN: Final = 4
_PARTY: Final = frozenset({"person", "organisation", "country", "group"})
DOING: Final = frozenset({"light", "receive", "happen", "continue"})


def passes(view: Sentencing, index: int, coded: Coded) -> bool:
    """Whether the words of the clause hold what the frame needs, and nothing that bars it. `index`: the predicate."""
    frame, start = coded.frame, view.found[index].walk.start
    close = min(coded.last + _BARRED_WITHIN, len(view.items) - 1)
    if frame.bars and not _classes(view, min(start, coded.trigger_at), close).isdisjoint(frame.bars):
        return False
    if not frame.needs:
        return True
    walk = view.found[index].walk
    start = max(0, walk.link_at - 4) if walk.link == "relative" else walk.start
    near = _classes(view, start, coded.end)
    return any(_holds(view, index, coded, need, near) for need in frame.needs)


def _holds(view: Sentencing, index: int, coded: Coded, need: tuple[str, ...], near: frozenset[str]) -> bool:
    """Whether all tests of one alternative hold."""
    for test in need:
        special = CONTENT_TESTS.get(test)
        if not (special(view, index, coded) if special is not None else test in near):
            return False
    return True


def _classes(view: Sentencing, start: int, end: int) -> frozenset[str]:
    """Content classes of the words in items `[start, end]`; a word inside a phrase counts with it only."""
    if start > end or start >= len(view.items):
        return frozenset()
    known = view.classes.get((start, end))
    if known is None:
        known = view.classes[start, end] = _read_classes(view, view.items[start].first, view.items[end].last)
    return known


def _read_classes(view: Sentencing, first: int, last: int) -> frozenset[str]:
    found: set[str] = set()
    keys, words, phrases = view.keys, view.tables.classes, view.tables.class_phrases
    hides = view.tables.phrases_hide
    inside = first
    for at in range(first, last + 1):
        key = keys[at]
        if at >= inside and key in words:
            found |= words[key]
        if key in phrases:
            for rest, name in phrases[key]:
                if keys[at + 1 : at + 1 + len(rest)] == rest:
                    found.add(name)
                    inside = max(inside, at + 1 + len(rest)) if hides else inside
    return frozenset(found)


def _party(view: Sentencing, at: int) -> bool:
    mention = view.items[at].mention
    return mention is not None and (mention.kind in _PARTY or (mention.kind == "any" and bool(mention.entities)))


def _has_party(view: Sentencing, index: int, coded: Coded) -> bool:
    if coded.passive:
        return view.found[index].subject_at >= 0
    return any(argument.preposition < 0 and _party(view, argument.at) for argument in coded.arguments)


def _has_both(view: Sentencing, index: int, coded: Coded) -> bool:
    after = view.items[coded.last + 1 : coded.last + 3]
    return any("both" in item.word.roles or (item.mention is not None and item.mention.kind == "any") for item in after)


def _has_child(view: Sentencing, index: int, coded: Coded) -> bool:
    return child_of(view.found, index) >= 0


def _has_framed_child(view: Sentencing, index: int, coded: Coded) -> bool:
    child = child_of(view.found, index)
    return child >= 0 and bool(view.found[child].senses)


def _raises(view: Sentencing, index: int, coded: Coded) -> bool:
    """Is somebody else the subject of the wish: `A ingin B berjanji`, not `A ingin berjanji`?"""
    child = child_of(view.found, index)
    if child < 0:
        return False
    other, own = view.found[child], view.found[index]
    if other.subject_at <= own.last or not _party(view, other.subject_at) or not other.subject:
        return False
    return not is_passive(other) and not set(other.subject) & set(own.subject)


def _mutual(view: Sentencing, index: int, coded: Coded) -> bool:
    own = view.found[index]
    if len(own.subject) > 1 or own.walk.partner >= 0:
        return True
    return any("with" in view.items[a.preposition].word.roles for a in coded.arguments if a.preposition >= 0)


def _dyad(view: Sentencing, index: int, coded: Coded) -> bool:
    if coded.trigger_at < view.found[index].at:
        return sum(_party(view, argument.at) for argument in coded.arguments) > 1
    if view.found[index].subject_at < 0:
        return False
    if coded.passive:
        return _has_agent(view, coded)
    return any(_party(view, argument.at) for argument in coded.arguments)


def _has_agent(view: Sentencing, coded: Coded) -> bool:
    """Does a passive name who does it: `-nya`, a party right after, `oleh`?"""
    after = coded.last + 1
    return coded.clitic or (after < len(view.items) and (_party(view, after) or "by" in view.items[after].word.roles))


def _actor(view: Sentencing, index: int, coded: Coded) -> bool:
    own = view.found[index]
    if coded.passive and coded.trigger_at == own.at and _has_agent(view, coded):
        return True
    return (own.subject_at >= 0 and own.walk.head < 0 and _party(view, own.subject_at)) or _dyad(view, index, coded)


def _soul(view: Sentencing, index: int, coded: Coded) -> bool:
    own = view.found[index]
    who = view.items[own.subject_at].mention if own.subject_at >= 0 else None
    return who is not None and who.kind == "person" and own.walk.head < 0


def _toward(view: Sentencing, index: int, coded: Coded) -> bool:
    return any("toward" in view.items[a.preposition].word.roles for a in coded.arguments if a.preposition >= 0)


def _future(view: Sentencing, index: int, coded: Coded) -> bool:
    return "future" in view.found[index].walk.flags or any(predicate.relation == "cond" for predicate in view.found)


def _refuses(view: Sentencing, index: int, coded: Coded) -> bool:
    return {"future", "neg"} <= view.found[index].walk.flags


def _happens(view: Sentencing, index: int, coded: Coded) -> bool:
    return not view.found[index].roles.isdisjoint(DOING)


def _light(view: Sentencing, index: int, coded: Coded) -> bool:
    return "light" in view.found[index].roles


def _said(view: Sentencing, index: int, coded: Coded) -> bool:
    return view.said


def _clitic(view: Sentencing, index: int, coded: Coded) -> bool:
    return coded.clitic


def _told(view: Sentencing, index: int, coded: Coded) -> bool:
    """`memperingatkan B agar tidak …`: told to do, not told what follows."""
    child = child_of(view.found, index)
    return child >= 0 and view.found[child].walk.link == "purpose"


def _alone(view: Sentencing, index: int, coded: Coded) -> bool:
    return coded.end <= coded.last


def _has_place(view: Sentencing, index: int, coded: Coded) -> bool:
    return any(argument.preposition < 0 and argument.gap == 0 for argument in coded.arguments)


CONTENT_TESTS: Final[Mapping[str, Callable[[Sentencing, int, Coded], bool]]] = {
    "M": _has_party,
    "V": _has_child,
    "frame": _has_framed_child,
    "raise": _raises,
    "mutual": _mutual,
    "dyad": _dyad,
    "actor": _actor,
    "both": _has_both,
    "soul": _soul,
    "toward": _toward,
    "fut": _future,
    "refuses": _refuses,
    "happened": _happens,
    "light": _light,
    "clitic": _clitic,
    "alone": _alone,
    "told": _told,
    "P": _has_place,
    "said": _said,
}
