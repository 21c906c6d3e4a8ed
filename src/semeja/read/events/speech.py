"""Acts done by saying so, whatever the verb: duties laid on others, conditional vows, first-person denials."""

from typing import Final

from semeja.lang.coding import Frame
from semeja.read.events.arguments import Argument, arguments_of
from semeja.read.events.coded import Coded
from semeja.read.events.decisions import CONTENT_MODE, Decision
from semeja.read.events.endings import content_end
from semeja.read.events.items import Item
from semeja.read.events.parties import Parties
from semeja.read.events.predicates import HOSTILE, Predicate, is_passive
from semeja.read.events.references import counterpart
from semeja.read.events.spans import condition_of
from semeja.read.events.telling import Telling, own_side, subject_of

_ADDRESSED: Final = frozenset({"person", "organisation", "country"})
OMITTING: Final = frozenset({"neg", "unless"})


def said_act(telling: Telling, index: int, speakers: tuple[str, ...]) -> tuple[Coded, Decision, Parties] | None:
    """What a speaker does by these words: demands, threatens, offers, denies; None: nothing of the kind."""
    if not speakers:
        return None
    own = telling.view.found[index]
    if "must" in own.walk.flags:
        return _duty(telling, index, speakers)
    if "never" in own.walk.flags and "future" not in own.walk.flags:
        return _denial(telling, index, speakers)
    return _vow(telling, index, speakers)


def _plain(telling: Telling, index: int, name: str, type_: str, act: str) -> Coded:
    """A predicate coded for its operators alone: the whole clause is the content."""
    own = telling.view.found[index]
    end = content_end(telling.view, index)
    frame = Frame(f"{name}.{type_.casefold()}", name, type_, None, act, "strong", (), (), ())
    return Coded(frame, "active", False, False, own.at, own.at - 1, end, arguments_of(telling.view.items, own.last))


def _duty(telling: Telling, index: int, speakers: tuple[str, ...]) -> tuple[Coded, Decision, Parties] | None:
    """`Rusia harus menarik pasukan`: what the speaker says that another named party must do is a demand on it."""
    own = telling.view.found[index]
    named = tuple(entity for entity in own.subject if entity.partition(":")[0] in _ADDRESSED)
    who = telling.view.items[own.subject_at].mention if own.subject_at >= 0 else None
    if who is None or who.form == "pronoun":
        return None
    if not named or own_side(telling, named, speakers) or "neg" in own.walk.flags or is_passive(own):
        return None
    coded = _plain(telling, index, "must", "REQUEST", "demand")
    mode = CONTENT_MODE.get(_type_of(own) or "", "change")
    decision = Decision("REQUEST", mode, "demand", "strong", "actual", "affirmed", None, ("must",))
    return coded, decision, Parties(speakers, named, own.subject_at)


def _denial(telling: Telling, index: int, speakers: tuple[str, ...]) -> tuple[Coded, Decision, Parties] | None:
    """`Saya tidak pernah menerima uang`: what the speaker says never to have done is denied."""
    own = telling.view.found[index]
    actor = subject_of(telling, index, speakers)
    if not own_side(telling, actor, speakers) or not telling.view.said:
        return None
    coded = _plain(telling, index, "never", "DENY", "denial")
    decision = Decision("DENY", None, "denial", "normal", "actual", "affirmed", _type_of(own), ("neg",))
    return coded, decision, Parties(actor, ())


def _vow(telling: Telling, index: int, speakers: tuple[str, ...]) -> tuple[Coded, Decision, Parties] | None:
    """`kami akan … jika …`: a threat when it punishes an omission (`jika … tidak …`), else an offer."""
    own = telling.view.found[index]
    if "future" not in own.walk.flags or "modal" in own.walk.flags:
        return None
    actor = subject_of(telling, index, speakers)
    coded = _plain(telling, index, "vow", "THREATEN", "threat")
    condition = condition_of(telling.view, index, coded)
    if condition is None:
        return None
    omits, hostile = _omits(telling, condition), _type_of(own) in HOSTILE or "harm" in own.roles
    helps = own.walk.subject < 0 and _brings_aid(telling, own)
    if not own_side(telling, actor, speakers):
        keeps = _keeps_captives(telling, own)
        if not ((omits and hostile) or helps or keeps):
            return None
        actor, hostile = speakers, hostile or keeps
    threat = "neg" in own.walk.flags or (not helps and (omits or hostile))
    kind, act = ("THREATEN", "threat") if threat else ("AGREE", "offer")
    coded.frame = _plain(telling, index, "vow", kind, act).frame
    decision = Decision(kind, None, act, "normal", "conditional", "affirmed", None, ("condition", "future"))
    return coded, decision, Parties(actor, _addressee(telling, coded, condition, actor))


def _brings_aid(telling: Telling, own: Predicate) -> bool:
    """`truk bantuan akan berangkat`: what is to go or come is aid."""
    return "aid" in _classes_before(telling, own)


def _keeps_captives(telling: Telling, own: Predicate) -> bool:
    """`no hostage will go home`: who says so of captives holds them."""
    before = telling.view.items[own.walk.start : own.at]
    return any("neg" in item.word.roles for item in before) and "prisoners" in _classes_before(telling, own)


def _classes_before(telling: Telling, own: Predicate) -> frozenset[str]:
    """The content classes of the words of the clause before its verb."""
    items, tables = telling.view.items, telling.view.tables
    if own.walk.start >= own.at:
        return frozenset()
    keys = telling.view.keys[items[own.walk.start].first : items[own.at].first]
    return frozenset().union(*(tables.classes.get(key, frozenset()) for key in keys))


def _omits(telling: Telling, condition: tuple[int, int]) -> bool:
    """Is the condition that something is not done: `jika … tidak …`, `unless …`?"""
    return any(item.word.roles & OMITTING for item in telling.view.items[condition[0] : condition[1] + 1])


def _addressee(telling: Telling, coded: Coded, condition: tuple[int, int], actor: tuple[str, ...]) -> tuple[str, ...]:
    """Whom it is put to: the party in the condition or at the end of the clause, else the other side of the talks."""
    items = telling.view.items
    spots = [at for at in range(condition[0], condition[1] + 1) if items[at].kind == "mention"]
    spots += [argument.at for argument in coded.arguments if _addresses(items[argument.preposition], argument)]
    for at in spots:
        named = tuple(one for one in items[at].entities if one.partition(":")[0] in _ADDRESSED)
        if named and not own_side(telling, named, actor):
            return named
    return counterpart(telling.before, telling.cast, actor)


def _addresses(preposition: Item, argument: Argument) -> bool:
    """A preposition that names a party, not the place where something goes (`memindahkan pabrik ke X`)."""
    return argument.preposition >= 0 and not preposition.word.roles & {"place", "toward"}


def _type_of(own: Predicate) -> str | None:
    return own.senses[0].frame.type if own.senses else None
