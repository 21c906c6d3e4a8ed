"""Which frame a predicate codes: the first of its senses whose content test holds."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from semeja.lang.coding import CodingTables, Frame, Sense
from semeja.read.events.arguments import Argument, arguments_of, child_of, content_end
from semeja.read.events.clauses import Predicate, is_passive
from semeja.read.events.items import Item

_BARRED_WITHIN = 4
_PARTY = frozenset({"person", "organisation", "country", "group"})
_DOING = frozenset({"light", "receive", "happen", "continue"})


class Coded(msgspec.Struct, gc=False):
    """A predicate with the frame that it codes. `trigger_at`: the item of the trigger, be it the verb or its noun.

    `passive`: the subject is the one it is done to. `last`: last item of the trigger; `end`: last item of the content.
    `reversed`: the subject gets what the noun names (`menerima bantuan`).
    """

    frame: Frame
    voice: str
    clitic: bool
    passive: bool
    trigger_at: int
    last: int
    end: int
    arguments: tuple[Argument, ...]
    reversed: bool = False


class Sentencing(msgspec.Struct, gc=False):
    """What the tests look at: the items and predicates of a sentence and the word keys of the article."""

    tables: CodingTables
    items: Sequence[Item]
    found: Sequence[Predicate]
    keys: Sequence[str]
    title: bool
    said: bool


def coded_of(view: Sentencing, index: int) -> Coded | None:
    """The frame of predicate `index`: its own, or that of the noun that a light verb carries; None: it has none."""
    own = view.found[index]
    end = content_end(view.items, view.found, index)
    for sense in own.senses:
        if sense.voice in ("noun", "person"):
            continue
        if sense.voice == "bare" and not (view.title or own.walk.subject == own.at - 1):
            continue
        coded = _coded(view, own, sense, own.at, end)
        if _passes(view, index, coded):
            return coded
    return _carried(view, index, end)


def _coded(view: Sentencing, own: Predicate, sense: Sense, at: int, end: int) -> Coded:
    voice = _voice(own, sense)
    return Coded(
        frame=sense.frame,
        voice=voice,
        clitic=sense.clitic,
        passive=voice in ("passive", "stative"),
        trigger_at=at,
        last=max(own.last, at),
        end=end,
        arguments=arguments_of(view.items, max(own.last, at)),
    )


def _voice(own: Predicate, sense: Sense) -> str:
    """A past form after a form of `be`, or a participle without `have`, is a passive."""
    if sense.voice == "past" and "be" in own.walk.flags:
        return "passive"
    if sense.voice == "participle":
        return "active" if "perfect" in own.walk.flags and "be" not in own.walk.flags else "passive"
    return sense.voice


def _carried(view: Sentencing, index: int, end: int) -> Coded | None:
    """`melakukan serangan`, `pertemuan berlangsung`: the noun codes, the verb says that it is so."""
    own = view.found[index]
    if not own.roles & _DOING or "stop" in own.roles:
        return None
    passive = "passive" in own.roles or bool(own.roles & {"happen", "continue"})
    for at in _nouns(view, own, passive):
        for sense in view.items[at].word.senses:
            if sense.voice != "noun" or _pointed_at(view.items, at):
                continue
            coded = _coded(view, own, sense, at, max(end, at))
            coded.passive = at < own.at or "passive" in own.roles
            coded.reversed = bool(own.roles & {"receive"})
            coded.voice = "passive" if coded.passive else "active"
            if at < own.at:
                coded.arguments = arguments_of(view.items, at) + arguments_of(view.items, own.last)
            if _passes(view, index, coded):
                return coded
    return None


def _nouns(view: Sentencing, own: Predicate, passive: bool) -> Sequence[int]:
    """Items of nouns that the verb may carry: after it, or before it when it happens or is done."""
    after = []
    for at in range(own.last + 1, min(len(view.items), own.last + 7)):
        item = view.items[at]
        if item.kind in ("comma", "stop", "mention") or item.word.verbal or "prep" in item.word.roles:
            break
        if item.word.senses:
            after.append(at)
    before = []
    if passive:
        before = [at for at in range(own.walk.start, own.at) if view.items[at].word.senses]
    return (*before, *after) if passive else after


def _pointed_at(items: Sequence[Item], at: int) -> bool:
    """`pertemuan itu`, `serangan tersebut`: a reference to what was told before."""
    return any("demonstrative" in item.word.roles for item in items[at + 1 : at + 4])


# ---------------------------------------------------------------- content tests


def _passes(view: Sentencing, index: int, coded: Coded) -> bool:
    frame, start = coded.frame, view.found[index].walk.start
    close = min(coded.last + _BARRED_WITHIN, len(view.items) - 1)
    if frame.bars and _classes(view, min(start, coded.trigger_at), close) & set(frame.bars):
        return False
    if not frame.needs:
        return True
    walk = view.found[index].walk
    start = max(0, walk.link_at - 4) if walk.link == "relative" else walk.start
    near = _classes(view, start, coded.end)
    return any(all(_holds(view, index, coded, test, near) for test in need) for need in frame.needs)


def _holds(view: Sentencing, index: int, coded: Coded, test: str, near: frozenset[str]) -> bool:
    special = CONTENT_TESTS.get(test)
    return special(view, index, coded) if special else test in near


def _classes(view: Sentencing, start: int, end: int) -> frozenset[str]:
    """Content classes of the words in items `[start, end]`."""
    if start > end or start >= len(view.items):
        return frozenset()
    first, last = view.items[start].first, view.items[end].last
    found: set[str] = set()
    classes: Mapping[str, frozenset[str]] = view.tables.classes
    for at in range(first, last + 1):
        key = view.keys[at]
        found |= classes.get(key, frozenset())
        for rest, name in view.tables.class_phrases.get(key, ()):
            if tuple(view.keys[at + 1 : at + 1 + len(rest)]) == rest:
                found.add(name)
    return frozenset(found)


def _party(view: Sentencing, at: int) -> bool:
    mention = view.items[at].mention
    return mention is not None and mention.kind in _PARTY


def _has_party(view: Sentencing, index: int, coded: Coded) -> bool:
    if coded.passive:
        return view.found[index].subject_at >= 0
    return any(argument.preposition < 0 and _party(view, argument.at) for argument in coded.arguments)


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
    if view.found[index].subject_at < 0:
        return False
    if coded.passive:
        after = coded.last + 1
        return coded.clitic or (
            after < len(view.items) and (_party(view, after) or "by" in view.items[after].word.roles)
        )
    return any(_party(view, argument.at) for argument in coded.arguments)


def _actor(view: Sentencing, index: int, coded: Coded) -> bool:
    own = view.found[index]
    return (own.subject_at >= 0 and own.walk.head < 0 and _party(view, own.subject_at)) or _dyad(view, index, coded)


def _toward(view: Sentencing, index: int, coded: Coded) -> bool:
    return any("toward" in view.items[a.preposition].word.roles for a in coded.arguments if a.preposition >= 0)


def _future(view: Sentencing, index: int, coded: Coded) -> bool:
    return "future" in view.found[index].walk.flags or any(predicate.relation == "cond" for predicate in view.found)


def _happens(view: Sentencing, index: int, coded: Coded) -> bool:
    return bool(view.found[index].roles & _DOING)


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


CONTENT_TESTS: Mapping[str, Callable[[Sentencing, int, Coded], bool]] = {
    "M": _has_party,
    "V": _has_child,
    "frame": _has_framed_child,
    "raise": _raises,
    "mutual": _mutual,
    "dyad": _dyad,
    "actor": _actor,
    "toward": _toward,
    "fut": _future,
    "happened": _happens,
    "light": _light,
    "clitic": _clitic,
    "alone": _alone,
    "told": _told,
    "P": _has_place,
    "said": _said,
}
