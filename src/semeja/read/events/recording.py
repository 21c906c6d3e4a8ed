"""The record of an act: its spans, its parties where the clause leaves them out, its times and place."""

from semeja.read.events.decisions import Decision
from semeja.read.events.frames import Coded
from semeja.read.events.keys import content_key
from semeja.read.events.parties import Parties
from semeja.read.events.references import asked_before, asker, counterpart, refers_back
from semeja.read.events.spans import Extent, deadline_in, must_clause, place_in, span_of, time_in
from semeja.read.events.telling import Telling, own_side
from semeja.records.reading import CodedEvent


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
        content_key=content_key(view.tables, items, view.keys, extent.content, {*parties.actor, *recipient}),
        polarity=decision.polarity,
        modality=decision.modality,
        condition=span_of(draft, items, condition) if condition else None,
        attributed_to=speakers,
        date=time_in(draft, items, telling.places, extent.clause),
        deadline=deadline_in(items, telling.places, extent.clause),
        place=place_in(items, (extent.clause[0], extent.content[0]) if extent.content else extent.clause),
        act=decision.act,
        strength=decision.strength,
        refers_back=back,
        denies=decision.denies,
        operators=operators,
        sentence=telling.number,
        rule=rule + ".title" if view.title else rule,
    )


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
    shared = decision.type == "AGREE" and own_side(telling, actor, speakers) and _says_we(telling, extent)
    return counterpart(telling.before, telling.cast, actor) if shared else ()


def _says_we(telling: Telling, extent: Extent) -> bool:
    if extent.content is None:
        return False
    items = telling.view.items
    tokens = range(items[extent.content[0]].first, items[extent.content[1]].last + 1)
    return any("inclusive" in telling.roles(token) for token in tokens)
