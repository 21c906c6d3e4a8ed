"""Which frame a predicate codes: the first of its senses whose content test holds."""

from collections.abc import Sequence
from typing import Final

from semeja.lang.coding import Sense, Word
from semeja.read.events.arguments import Argument, arguments_of
from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.contents import DOING, passes
from semeja.read.events.endings import content_end
from semeja.read.events.items import Item
from semeja.read.events.predicates import Predicate

_UNDERGOING: Final = frozenset({"passive", "happen", "continue"})
_NOUN_OR_STEM: Final = frozenset({"noun", "bare", "person"})


def coded_of(view: Sentencing, index: int) -> Coded | None:
    """The frame of predicate `index`: its own, or that of the noun that a light verb carries; None: it has none."""
    own = view.found[index]
    carries = not own.roles.isdisjoint(DOING)
    if not own.senses and not carries:
        return None
    end = content_end(view, index)
    arguments = arguments_of(view.items, own.last) if own.senses else ()
    for sense in own.senses:
        if sense.voice in ("noun", "person"):
            continue
        if sense.voice == "bare" and not (view.title or own.walk.subject == own.at - 1):
            continue
        coded = _coded(own, sense, own.at, end, arguments)
        if passes(view, index, coded):
            return coded
    return _carried(view, index, end) if carries and "stop" not in own.roles else None


def _coded(own: Predicate, sense: Sense, at: int, end: int, arguments: tuple[Argument, ...]) -> Coded:
    voice = _voice(own, sense)
    return Coded(
        frame=sense.frame,
        voice=voice,
        clitic=sense.clitic,
        passive=voice in ("passive", "stative"),
        trigger_at=at,
        last=max(own.last, at),
        end=end,
        arguments=arguments,
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
    passive = not own.roles.isdisjoint(_UNDERGOING)
    for at in _nouns(view, own, passive):
        for sense in view.items[at].word.senses:
            if sense.voice != "noun" or _pointed_at(view.items, at):
                continue
            coded = _coded(own, sense, at, max(end, at), arguments_of(view.items, max(own.last, at)))
            coded.passive = at < own.at or "passive" in own.roles
            coded.reversed = "receive" in own.roles
            coded.given = _given_to(view.items, own, at)
            coded.voice = "passive" if coded.passive else "active"
            if at < own.at:
                coded.arguments = arguments_of(view.items, at) + arguments_of(view.items, own.last)
            if passes(view, index, coded):
                return coded
    return None


def _given_to(items: Sequence[Item], own: Predicate, at: int) -> int:
    """`gave Ostoria an ultimatum`: the one right after a light verb, when its noun follows with an article; else -1."""
    first, then = own.last + 1, own.last + 2
    if then >= at or items[first].kind != "mention" or "determiner" not in items[then].word.roles:
        return -1
    return first


def _nouns(view: Sentencing, own: Predicate, passive: bool) -> Sequence[int]:
    """Items of nouns that the verb may carry: after it, or before it when it happens or is done."""
    after = []
    start = own.last + 1
    if start + 1 < len(view.items) and _given_to(view.items, own, len(view.items)) == start:
        start += 1
    for at in range(start, min(len(view.items), own.last + 7)):
        item = view.items[at]
        counted = "partitive" in item.word.roles and view.items[at - 1].kind in ("time", "other")
        if (
            item.kind in ("comma", "stop", "mention")
            or _is_verb(item.word)
            or ("prep" in item.word.roles and not counted)
        ):
            break
        if item.word.senses:
            after.append(at)
    before = []
    if passive:
        before = [at for at in range(own.walk.start, own.at) if view.items[at].word.senses]
    return (*before, *after) if passive else after


def _is_verb(word: Word) -> bool:
    """Is the word a verb and nothing else? A bare stem that is a noun as well is one after a light verb."""
    return word.verbal and not ("noun" in word.voices and word.voices <= _NOUN_OR_STEM)


def _pointed_at(items: Sequence[Item], at: int) -> bool:
    """`pertemuan itu`, `serangan tersebut`: a reference to what was told before."""
    return any("demonstrative" in item.word.roles for item in items[at + 1 : at + 4])
