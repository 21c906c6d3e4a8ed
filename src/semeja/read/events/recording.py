"""The record of an act: its spans, its parties where the clause leaves them out, its times and place."""

from typing import Final

from semeja.lang.meaning import load
from semeja.read.events.arguments import arguments_of
from semeja.read.events.coded import Coded
from semeja.read.events.decisions import Decision
from semeja.read.events.limits import counted_deadline
from semeja.read.events.parties import Parties
from semeja.read.events.predicates import is_passive
from semeja.read.events.references import asked_before, asker, asker_of, counterpart, refers_back, talking_sides
from semeja.read.events.spans import Extent, deadline_in, first_day, must_clause, place_in, span_of, time_in
from semeja.read.events.telling import Telling, own_side
from semeja.records.reading import CodedEvent

_ADDRESSED: Final = frozenset({"person", "organisation", "country"})
_DATED: Final = frozenset({"demand", "request", "offer", "commitment", "threat", "next_step"})


def record(
    telling: Telling,
    coded: Coded,
    decision: Decision,
    parties: Parties,
    extent: Extent,
    speakers: tuple[str, ...],
    operators: tuple[str, ...],
) -> CodedEvent:
    """The record of a decided act."""
    draft, view, items = telling.draft, telling.view, telling.view.items
    condition = extent.condition
    if condition is None and decision.act == "offer":
        condition = must_clause(view, coded)
    back = refers_back(view, coded)
    recipient = () if decision.denies and decision.type != coded.frame.type else parties.recipient
    recipient = recipient or _elsewhere(telling, coded, decision, parties.actor, back, speakers, extent, condition)
    clause = span_of(draft, items, extent.clause)
    within = condition if decision.act in ("threat", "demand", "request") else None
    timed = "time" in view.kinds
    reach = _reach(extent, within)
    limit = deadline_in(items, telling.places, reach) if timed else None
    due = _due(telling, decision, extent) if timed and limit is None else limit
    vague = due is None or draft.times[due].value is None
    counted = counted_deadline(draft, items, reach) if vague and decision.act in _DATED else None
    rule = f"{draft.pack.code}.event.{coded.frame.id}"
    return CodedEvent(
        start=clause.start,
        end=clause.end,
        trigger=span_of(draft, items, (coded.trigger_at, coded.trigger_at)),
        type=decision.type,
        mode=decision.mode,
        actor=parties.actor,
        recipient=recipient,
        content=span_of(draft, items, extent.content) if extent.content else None,
        polarity=decision.polarity,
        modality=decision.modality,
        condition=span_of(draft, items, condition) if condition else None,
        attributed_to=speakers,
        date=_date(telling, coded, decision, extent),
        deadline=None if counted else due,
        place=place_in(items, (extent.clause[0], extent.content[0]) if extent.content else extent.clause),
        act=_act(telling, decision, parties.actor, recipient, extent, _is_internal(coded, parties), back),
        strength=decision.strength,
        refers_back=back,
        denies=decision.denies,
        operators=operators,
        sentence=telling.number,
        rule=rule + ".title" if view.title else rule,
        parts=tuple(span_of(draft, items, part) for part in extent.parts),
        counted=counted,
    )


def _reach(extent: Extent, condition: tuple[int, int] | None) -> tuple[int, int]:
    """The clause with the condition that follows it."""
    return (extent.clause[0], max(extent.clause[1], condition[1] if condition else -1))


def _act(
    telling: Telling,
    decision: Decision,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    extent: Extent,
    internal: bool,
    back: bool,
) -> str | None:
    """An agreement takes two: what one body agrees to alone is the acceptance of a proposal, or no act on another.

    Who agrees to `permintaan itu` accepts it, even if it is told whose it is.
    Advice to the public (`mengimbau warga`) is no act of a negotiation either, nor an order to one's own people.
    """
    advice = decision.act == "request" and decision.strength == "weak" and decision.mode != "meet"
    if (advice or internal) and all(one.startswith("group:") for one in recipient):
        return None
    alone = len(actor) + len(recipient) < 2
    if decision.act != "agreement" or not (alone or (back and len(actor) == 1)):
        return decision.act
    return "acceptance" if not alone or (extent.content and _is_proposal(telling, *extent.content)) else None


def _is_internal(coded: Coded, parties: Parties) -> bool:
    """Whether an order, or what one's own side alone is asked, is nobody else's business unless others are named."""
    return "order" in coded.frame.slots or (parties.inward and coded.frame.type == "REQUEST")


def _is_proposal(telling: Telling, first: int, last: int) -> bool:
    """Whether the words of the items `[first, last]` speak of a proposal."""
    view, meanings = telling.view, load(telling.view.tables.code)
    return any(
        meanings.of(key) == "proposal"
        for item in view.items[first : last + 1]
        if item.kind in ("word", "other")
        for key in view.keys[item.first : item.last + 1]
    )


def _date(telling: Telling, coded: Coded, decision: Decision, extent: Extent) -> int | None:
    """When it happened; a time to come in what is asked or promised is its deadline, not its date."""
    if "time" not in telling.view.kinds:
        return None
    index = time_in(telling.draft, telling.view.items, telling.places, extent.clause, coded.last)
    if index is None or decision.modality not in ("actual", "historical") or decision.act not in _DATED:
        return index
    published = telling.draft.published
    told = first_day(published.value) if published is not None else None
    day = first_day(telling.draft.times[index].value)
    return None if told is not None and day is not None and day > told else index


def _due(telling: Telling, decision: Decision, extent: Extent) -> int | None:
    """A time to come in what is promised, threatened or asked is when it is due."""
    if decision.act not in _DATED or extent.content is None:
        return None
    draft = telling.draft
    told = first_day(draft.published.value) if draft.published is not None else None
    items = telling.view.items
    for at in range(extent.content[0], extent.content[1] + 1):
        item, begins = items[at], "start" in items[at - 1].word.roles and decision.act in ("offer", "commitment")
        if item.kind == "time" and told is not None and not begins:
            index = telling.places.times[item.first][1]
            day = first_day(draft.times[index].value)
            if day is not None and day > told:
                return index
    return None


def _elsewhere(
    telling: Telling,
    coded: Coded,
    decision: Decision,
    actor: tuple[str, ...],
    back: bool,
    speakers: tuple[str, ...],
    extent: Extent,
    condition: tuple[int, int] | None,
) -> tuple[str, ...]:
    """A recipient that the clause does not name: who asked, whom the actor asked last, the other side of the talks."""
    if back and decision.type in ("REJECT", "AGREE", "CONCEDE"):
        return asker(telling.before, telling.cast, actor, decision.type)
    if decision.type == "THREATEN" or decision.modality == "conditional":
        named = _in_condition(telling, actor, condition)
        if named or decision.type == "THREATEN":
            return named or _of_demand(telling, actor, condition)
    if decision.type == "REQUEST" and _has_role(telling, extent.content, "pair"):
        return tuple(one for one in talking_sides(telling.before, telling.cast) if one not in telling.cast.sides(actor))
    if decision.type == "REQUEST" and (told := _of_verb_before(telling, coded)):
        return told
    if decision.type == "REQUEST":
        return asked_before(telling.before, telling.cast, actor) or counterpart(telling.before, telling.cast, actor)
    spoken = decision.type == "AGREE" and own_side(telling, actor, speakers)
    shared = spoken and (decision.act == "offer" or _has_role(telling, extent.content, "inclusive"))
    if decision.act == "offer" and (asked := asker_of(telling.before, telling.cast, actor)):
        return asked
    return counterpart(telling.before, telling.cast, actor) if shared else ()


def _of_verb_before(telling: Telling, coded: Coded) -> tuple[str, ...]:
    """`wrote to B, demanding …`, `menyurati B dan menuntut …`: whom the verb before, of the same subject, is about."""
    found = telling.view.found
    index = next((at for at, one in enumerate(found) if one.at == coded.trigger_at), 0)
    if index == 0 or not (found[index].inherited or "gerund" in found[index].voices):
        return ()
    for argument in arguments_of(telling.view.items, found[index - 1].last):
        preposition = telling.view.items[argument.preposition].word.roles if argument.preposition >= 0 else None
        named = tuple(one for one in telling.view.items[argument.at].entities if one.partition(":")[0] in _ADDRESSED)
        if named and (preposition is None or "addressee" in preposition):
            return named
    return ()


def _in_condition(telling: Telling, actor: tuple[str, ...], condition: tuple[int, int] | None) -> tuple[str, ...]:
    """The party in the condition of a threat or an offer: `… jika B tidak membayar`."""
    if condition is None:
        return ()
    for predicate in telling.view.found:
        if condition[0] <= predicate.at <= condition[1] and not is_passive(predicate):
            named = tuple(one for one in predicate.subject if one.partition(":")[0] in _ADDRESSED)
            if named and not own_side(telling, named, actor):
                return named
    return ()


def _of_demand(telling: Telling, actor: tuple[str, ...], condition: tuple[int, int] | None) -> tuple[str, ...]:
    """`… apabila tuntutannya tidak dipenuhi`: whom the one who threatens asked last."""
    if condition is None:
        return ()
    view = telling.view
    keys = view.keys[view.items[condition[0]].first : view.items[condition[1]].last + 1]
    if not any("demands" in view.tables.classes.get(key, ()) for key in keys):
        return ()
    return asked_before(telling.before, telling.cast, actor)


def _has_role(telling: Telling, extent: tuple[int, int] | None, role: str) -> bool:
    if extent is None:
        return False
    items = telling.view.items
    return any(role in telling.roles(token) for token in range(items[extent[0]].first, items[extent[1]].last + 1))
