"""The record of an act: its spans, its parties where the clause leaves them out, its times and place."""

from semeja.read.events.decisions import Decision
from semeja.read.events.frames import Coded
from semeja.read.events.keys import content_key
from semeja.read.events.parties import Parties
from semeja.read.events.references import asked_before, asker, counterpart, refers_back
from semeja.read.events.spans import Extent, deadline_in, first_day, must_clause, place_in, span_of, time_in
from semeja.read.events.telling import Telling, own_side
from semeja.records.reading import CodedEvent

_DATED = frozenset({"demand", "request", "offer", "commitment", "threat", "next_step"})


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
    recipient = recipient or _elsewhere(telling, decision, parties.actor, back, speakers, extent)
    clause = span_of(draft, items, extent.clause)
    content = content_key(view.tables, items, view.keys, extent.content, {*parties.actor, *recipient})
    limit = deadline_in(items, telling.places, _reach(extent, condition))
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
        content_key=content,
        polarity=decision.polarity,
        modality=decision.modality,
        condition=span_of(draft, items, condition) if condition else None,
        attributed_to=speakers,
        date=time_in(draft, items, telling.places, extent.clause),
        deadline=limit if limit is not None else _due(telling, decision, extent),
        place=place_in(items, (extent.clause[0], extent.content[0]) if extent.content else extent.clause),
        act=_act(decision, parties.actor, recipient, content),
        strength=decision.strength,
        refers_back=back,
        denies=decision.denies,
        operators=operators,
        sentence=telling.number,
        rule=rule + ".title" if view.title else rule,
    )


def _reach(extent: Extent, condition: tuple[int, int] | None) -> tuple[int, int]:
    """The clause with the condition that follows it."""
    return (extent.clause[0], max(extent.clause[1], condition[1] if condition else -1))


def _act(decision: Decision, actor: tuple[str, ...], recipient: tuple[str, ...], content: str) -> str | None:
    """An agreement takes two: what one body agrees to alone is the acceptance of a proposal, or no act on another."""
    if decision.act != "agreement" or len(actor) + len(recipient) > 1:
        return decision.act
    return "acceptance" if "proposal" in content.split() else None


def _due(telling: Telling, decision: Decision, extent: Extent) -> int | None:
    """A time to come in what is promised, threatened or asked is when it is due."""
    if decision.act not in _DATED or extent.content is None:
        return None
    draft = telling.draft
    told = first_day(draft.published.value) if draft.published is not None else None
    for item in telling.view.items[extent.content[0] : extent.content[1] + 1]:
        if item.kind == "time" and told is not None:
            index = telling.places.times[item.first][1]
            day = first_day(draft.times[index].value)
            if day is not None and day > told:
                return index
    return None


def _elsewhere(
    telling: Telling,
    decision: Decision,
    actor: tuple[str, ...],
    back: bool,
    speakers: tuple[str, ...],
    extent: Extent,
) -> tuple[str, ...]:
    """A recipient that the clause does not name: who asked, whom the actor asked last, the other side of the talks."""
    if back and decision.type in ("REJECT", "AGREE", "CONCEDE"):
        return asker(telling.before, telling.cast, actor, decision.type)
    if decision.type == "REQUEST":
        return asked_before(telling.before, telling.cast, actor) or counterpart(telling.before, telling.cast, actor)
    spoken = decision.type == "AGREE" and own_side(telling, actor, speakers)
    shared = spoken and (decision.act == "offer" or _says_we(telling, extent))
    return counterpart(telling.before, telling.cast, actor) if shared else ()


def _says_we(telling: Telling, extent: Extent) -> bool:
    if extent.content is None:
        return False
    items = telling.view.items
    tokens = range(items[extent.content[0]].first, items[extent.content[1]].last + 1)
    return any("inclusive" in telling.roles(token) for token in tokens)
