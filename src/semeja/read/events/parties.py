"""Who acts on whom: actor and recipient of a coded predicate, by the voice of its form and the slots of its frame."""

from collections.abc import Mapping
from typing import Final

from semeja.read.events.arguments import Argument, arguments_of, child_of
from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.predicates import HOSTILE, Predicate, is_passive
from semeja.records.reading import Character, Mention

_ACTING: Final = ("person:", "organisation:", "country:", "group:")
_NOBODY: Final = frozenset[str]()


class Cast:
    """The article's characters by id, those that act for another one by id, and the clitic mentions by token."""

    def __init__(
        self,
        characters: Mapping[str, Character],
        represented: Mapping[str, str],
        clitics: Mapping[int, Mention],
    ) -> None:
        self.characters: Final = characters
        self.represented: Final = represented
        self.clitics: Final = clitics

    def side(self, entity: str) -> str:
        """The country or organisation that a character acts for, or itself."""
        return self.represented.get(entity, entity)

    def sides(self, entities: tuple[str, ...]) -> frozenset[str]:
        """The sides of several characters."""
        represented = self.represented
        return frozenset([represented.get(entity, entity) for entity in entities]) if entities else _NOBODY

    def acting(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        """Those that may act: no places, no media."""
        return tuple([entity for entity in entities if entity.startswith(_ACTING)]) if entities else ()

    def land(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        """Countries as they are, places as the country that they stand for, where that is known."""
        found = []
        for entity in entities:
            if entity.startswith("country:"):
                found.append(entity)
            elif (character := self.characters.get(entity)) is not None:
                iso3 = f"country:{character.iso3}" if character.iso3 else None
                found.append(character.represents or iso3 or "")
        return tuple(entity for entity in found if entity)


class Parties:
    """Actor and recipient ids, and the items that hold the recipient (for the span of the content).

    `inward`: only the actor's own side is named as recipient.
    """

    def __init__(
        self, actor: tuple[str, ...], recipient: tuple[str, ...], recipient_at: int = -1, inward: bool = False
    ) -> None:
        self.actor: Final = actor
        self.recipient: Final = recipient
        self.recipient_at: Final = recipient_at
        self.inward: Final = inward


def parties_of(view: Sentencing, cast: Cast, index: int, coded: Coded) -> Parties:
    """Actor and recipient of one coded predicate."""
    own = view.found[index]
    slots = coded.frame.slots
    happens = coded.frame.type == "OCCUR" and own.walk.subject < 0 <= own.walk.origin == own.subject_at
    subject = () if happens else cast.acting(own.subject)
    if "mutual" in slots:
        return Parties(_mutual(view, cast, own, coded, subject), ())
    if "suffer" in slots:
        return Parties((), subject, own.subject_at)
    if coded.passive:
        return _passive(view, cast, index, coded, subject)
    recipient, at = _recipient(view, cast, index, coded)
    if coded.reversed:
        return Parties(_giver(view, cast, coded) or recipient, subject, -1)
    named = recipient
    if recipient and subject:
        own_side = cast.sides(subject).union(subject)
        recipient = tuple([entity for entity in recipient if entity not in own_side])
    return Parties(subject, recipient, at if recipient else -1, bool(named) and not recipient)


def _mutual(view: Sentencing, cast: Cast, own: Predicate, coded: Coded, subject: tuple[str, ...]) -> tuple[str, ...]:
    """All who take part: the subject, the partner before the verb, those after `dengan` or `antara`."""
    together = list(subject)
    if own.walk.partner >= 0:
        together += cast.acting(view.items[own.walk.partner].entities)
    before_noun = coded.trigger_at < own.at
    for argument in coded.arguments:
        preposition = view.items[argument.preposition] if argument.preposition >= 0 else None
        owner = before_noun and argument.preposition < 0 and argument.at < own.at
        owner = owner or ("obj" in coded.frame.slots and argument.preposition < 0 and argument.gap <= 1)
        if owner or (preposition is not None and "with" in preposition.word.roles):
            together += cast.acting(view.items[argument.at].entities)
    return tuple(dict.fromkeys(together))


def _passive(view: Sentencing, cast: Cast, index: int, coded: Coded, subject: tuple[str, ...]) -> Parties:
    own = view.found[index]
    agent = _agent(view, cast, own, coded)
    if coded.trigger_at < own.at:
        return _of_noun(view, cast, own, coded, agent)
    if coded.reversed:
        return Parties(agent, subject, own.subject_at)
    if "obj" in coded.frame.slots or "gen" in coded.frame.slots:
        return Parties(agent, tuple(entity for entity in subject if entity not in agent), own.subject_at)
    if coded.voice == "stative" and coded.frame.type == "OCCUR":
        return Parties(subject, ())
    recipient, at = _recipient(view, cast, index, coded)
    return Parties(agent or _owner(view, cast, own), recipient, at)


def _owner(view: Sentencing, cast: Cast, own: Predicate) -> tuple[str, ...]:
    """`pasukannya yang telah dikumpulkan`: no agent, but whose it is that it is done to.

    A clitic that nobody resolved points at the nearest party before it in the sentence.
    """
    before = own.walk.link_at if own.relation == "relative" else own.at
    first = view.items[before].first
    for token in range(max(0, first - 3), first):
        mention = cast.clitics.get(token)
        if mention is not None and mention.entities:
            return cast.acting(mention.entities)
        if mention is not None:
            named = (cast.acting(item.entities) for item in reversed(view.items[:before]) if item.kind == "mention")
            return next((entities for entities in named if entities), ())
    return ()


def _of_noun(view: Sentencing, cast: Cast, own: Predicate, coded: Coded, agent: tuple[str, ...]) -> Parties:
    """`serangan Rusia terhadap Ukraina terjadi`: owner of the noun acts, its preposition names the other."""
    owner: tuple[str, ...] = ()
    for argument in coded.arguments:
        if argument.preposition < 0 and argument.at < own.at:
            owner = cast.acting(view.items[argument.at].entities)
            break
    if coded.reversed:
        return Parties(_giver(view, cast, coded) or owner, agent)
    recipient, at = _by_preposition(view, cast, coded)
    return Parties(agent or owner, recipient, at)


def _giver(view: Sentencing, cast: Cast, coded: Coded) -> tuple[str, ...]:
    """`mendapat dukungan dari B`, `dijatuhi sanksi oleh B`: from whom the subject gets it."""
    for argument in coded.arguments:
        if argument.preposition >= 0 and "giver" in view.items[argument.preposition].word.roles:
            return cast.acting(view.items[argument.at].entities)
    return ()


def _agent(view: Sentencing, cast: Cast, own: Predicate, coded: Coded) -> tuple[str, ...]:
    """`oleh X`, a name right after the verb, or `-nya` on it."""
    if coded.clitic:
        mention = cast.clitics.get(view.items[own.last].last)
        return cast.acting(mention.entities) if mention is not None else ()
    for argument in coded.arguments:
        if argument.at < own.at:
            continue
        preposition = view.items[argument.preposition] if argument.preposition >= 0 else None
        if preposition is not None and "by" in preposition.word.roles:
            return cast.acting(view.items[argument.at].entities)
        if preposition is None and argument.at == own.last + 1 and not view.tables.owner_first:
            return cast.acting(view.items[argument.at].entities)
    return ()


def _recipient(view: Sentencing, cast: Cast, index: int, coded: Coded) -> tuple[tuple[str, ...], int]:
    if coded.given >= 0 and (entities := cast.acting(view.items[coded.given].entities)):
        return entities, coded.given
    for slot in coded.frame.slots:
        found = _slot(view, cast, index, coded, slot)
        if found is not None:
            return found
    return _in_relative(view, cast, index, coded) or _in_complement(view, cast, index, coded)


def _in_relative(view: Sentencing, cast: Cast, index: int, coded: Coded) -> tuple[tuple[str, ...], int] | None:
    """`menolak usulan yang diajukan B`: whose proposal it is."""
    if coded.frame.type not in ("REJECT", "AGREE") or index + 1 >= len(view.found):
        return None
    inner = view.found[index + 1]
    if inner.relation != "relative" or not is_passive(inner) or inner.at > coded.end:
        return None
    for argument in arguments_of(view.items, inner.last):
        by = argument.preposition >= 0 and "by" in view.items[argument.preposition].word.roles
        entities = cast.acting(view.items[argument.at].entities)
        if entities and (by or argument.preposition < 0):
            return entities, argument.at
    return None


def _in_complement(view: Sentencing, cast: Cast, index: int, coded: Coded) -> tuple[tuple[str, ...], int]:
    """`bersedia membahas usulan dengan B`: the partner stands with the verb of the complement."""
    child = _dependent(view, index, coded)
    meets = child >= 0 and coded.frame.mode == "visit" and "CONSULT" in view.found[child].types
    if child < 0 or not (meets or coded.frame.type in ("AGREE", "REJECT", "THREATEN")):
        return (), -1
    for argument in arguments_of(view.items, view.found[child].last):
        preposition = view.items[argument.preposition] if argument.preposition >= 0 else None
        partner = preposition is not None and preposition.word.roles & {"with", "addressee"}
        if partner or meets or coded.frame.type == "THREATEN" or not HOSTILE.isdisjoint(view.found[child].types):
            entities = cast.acting(view.items[argument.at].entities)
            if entities:
                return entities, argument.at
    return (), -1


def _dependent(view: Sentencing, index: int, coded: Coded) -> int:
    """The complement; of a visit also its purpose (`mengunjungi … untuk bertemu B`)."""
    child = child_of(view.found, index)
    if child < 0 and coded.frame.mode == "visit":
        child = next((at for at, one in enumerate(view.found) if one.parent == index and one.relation == "purpose"), -1)
    return child


def _slot(view: Sentencing, cast: Cast, index: int, coded: Coded, slot: str) -> tuple[tuple[str, ...], int] | None:
    if slot == "raise":
        return _raised(view, cast, index)
    for argument in coded.arguments:
        item, fits = view.items[argument.at], False
        if slot == "border":
            entities = cast.land(item.entities) if _at_border(view, argument) else ()
        elif argument.preposition < 0:
            fits = slot == "gen" or (
                slot == "obj" and argument.gap <= 1 and not _is_undergoing(view, index, argument.at)
            )
            entities = cast.acting(item.entities) if fits else ()
        else:
            fits = slot == view.keys[view.items[argument.preposition].first]
            entities = cast.acting(item.entities) if fits else ()
        if not entities and fits and coded.frame.mode == "visit":
            entities = cast.land(item.entities)
        if entities:
            return entities, argument.at
    return None


def _is_undergoing(view: Sentencing, index: int, at: int) -> bool:
    """`minta B dilepas`: B is what it is done to, not the one who is asked."""
    child = child_of(view.found, index)
    own = view.found[child]
    return child >= 0 and own.subject_at == at and not own.inherited and is_passive(own)


def _by_preposition(view: Sentencing, cast: Cast, coded: Coded) -> tuple[tuple[str, ...], int]:
    for slot in coded.frame.slots:
        for argument in coded.arguments:
            if argument.preposition >= 0 and view.keys[view.items[argument.preposition].first] == slot:
                entities = cast.acting(view.items[argument.at].entities)
                if entities:
                    return entities, argument.at
    return (), -1


def _raised(view: Sentencing, cast: Cast, index: int) -> tuple[tuple[str, ...], int] | None:
    """The subject of the complement, unless it is a passive: `menuntut agar Rusia menarik pasukan`."""
    child = child_of(view.found, index)
    if child < 0:
        return None
    other = view.found[child]
    entities = () if is_passive(other) or other.subject_at <= view.found[index].last else cast.acting(other.subject)
    return (entities, other.subject_at) if entities else None


def _at_border(view: Sentencing, argument: Argument) -> bool:
    """Does `perbatasan`, `ambang pintu` or the like stand right before the name?"""
    first = view.items[argument.at].first
    return any("border" in view.tables.classes.get(key, frozenset()) for key in view.keys[max(0, first - 3) : first])
