"""Coding one sentence: its predicates, the frames that they code, the operators over them, the records."""

from collections.abc import Sequence

import msgspec

from semeja.read.draft import Draft
from semeja.read.events.clauses import predicates_of, voice_of
from semeja.read.events.decisions import CONTENT_MODE, Decision, Setting, decide
from semeja.read.events.frames import Coded, Sentencing, coded_of, duty_of
from semeja.read.events.items import Places, items_of
from semeja.read.events.keys import content_key
from semeja.read.events.operators import Scope, scope_of
from semeja.read.events.parties import Cast, Parties, parties_of
from semeja.read.events.references import asker, counterpart, quotation_at, refers_back
from semeja.read.events.spans import Extent, deadline_in, extent_of, must_clause, place_in, span_of, time_in
from semeja.records.reading import CodedEvent, Quotation

_YEARS_BACK = 2
_ADDRESSED = frozenset({"person", "organisation", "country"})


class Telling(msgspec.Struct, gc=False):
    """Everything that the records of one sentence are made from."""

    draft: Draft
    number: int
    places: Places
    cast: Cast
    before: Sequence[CodedEvent]
    view: Sentencing
    coded: Sequence[Coded | None]


def code_sentence(
    draft: Draft, number: int, places: Places, cast: Cast, before: Sequence[CodedEvent]
) -> list[CodedEvent]:
    """The events of one sentence; `before` are those of the sentences that were coded earlier."""
    sentence = draft.sentences[number]
    items = items_of(draft, sentence, places)
    title = sentence.zone == "title"
    found = predicates_of(items, title)
    if not found:
        return []
    said = any(quote.start < sentence.end and sentence.start < quote.end for quote in draft.quotes)
    view = Sentencing(draft.pack.coding, items, found, draft.tokens.keys, title, said)
    coded = [coded_of(view, index) for index in range(len(found))]
    telling = Telling(draft, number, places, cast, before, view, coded)
    events = (_event(telling, index) for index in range(len(found)))
    return [event for event in events if event is not None]


def _event(telling: Telling, index: int) -> CodedEvent | None:
    coded = telling.coded[index]
    duty = "must" in telling.view.found[index].walk.flags and telling.view.said
    if coded is None and not duty:
        return None
    scope = scope_of(telling.view.found, [one.frame if one else None for one in telling.coded], index)
    if scope.blocked or (scope.background and (coded is None or not _stands_alone(telling, index, coded))):
        return None
    at = coded.trigger_at if coded is not None else telling.view.found[index].at
    quote = quotation_at(telling.draft.quotes, telling.draft.tokens.starts[telling.view.items[at].first])
    speakers = _speakers(telling, scope, quote)
    if duty or coded is None:
        return _duty(telling, index, scope, speakers)
    parties = parties_of(telling.view, telling.cast, index, coded)
    parties = _with_speaker(telling, coded, parties, speakers, index)
    setting = _setting(telling, index, coded, scope, parties, speakers)
    decision = decide(coded, setting)
    if decision is None or not _has_parties(decision, parties, telling, index):
        return None
    whole = _is_whole(coded, decision)
    extent = extent_of(telling.view, index, coded, whole, scope.plan)
    return _record(telling, index, coded, decision, parties, extent, speakers, (*scope.applied, *decision.operators))


def _duty(telling: Telling, index: int, scope: Scope, speakers: tuple[str, ...]) -> CodedEvent | None:
    """What the speaker says that another named party must do is a demand on that party."""
    own = telling.view.found[index]
    named = tuple(entity for entity in own.subject if entity.partition(":")[0] in _ADDRESSED)
    other = not telling.cast.sides(named) & telling.cast.sides(speakers)
    if not named or not speakers or not other or "neg" in own.walk.flags or voice_of(own) in ("passive", "stative"):
        return None
    coded = duty_of(telling.view, index)
    mode = CONTENT_MODE.get(own.senses[0].frame.type if own.senses else "", "change")
    decision = Decision("REQUEST", mode, "demand", "strong", "actual", "affirmed", None, ("must",))
    extent = extent_of(telling.view, index, coded, True)
    parties = Parties(speakers, named, own.subject_at)
    return _record(telling, index, coded, decision, parties, extent, speakers, (*scope.applied, "must"))


def _stands_alone(telling: Telling, index: int, coded: Coded) -> bool:
    """Does a relative clause tell what happened (a perfect, a time of its own), or say what is asked?"""
    own, items = telling.view.found[index], telling.view.items
    follows = items[coded.last + 1] if coded.last + 1 < len(items) else None
    if follows is not None and "copula" in follows.word.roles:
        return coded.frame.type == "REQUEST"
    timed = any(item.kind == "time" for item in items[own.walk.start : coded.end + 1])
    return "perfect" in own.walk.flags or (timed and "prep" not in own.roles)


def _speakers(telling: Telling, scope: Scope, quote: Quotation | None) -> tuple[str, ...]:
    if quote is not None:
        return quote.speaker
    return telling.view.found[scope.reporter].subject if scope.reporter >= 0 else ()


def _with_speaker(telling: Telling, coded: Coded, parties: Parties, speakers: tuple[str, ...], index: int) -> Parties:
    """First person is the speaker; who is to suffer is threatened by the speaker; talks are the speaker's too."""
    own = telling.view.found[index]
    item = telling.view.items[own.subject_at] if own.subject_at >= 0 else None
    actor = parties.actor
    if "suffer" in coded.frame.slots:
        actor = tuple(one for one in speakers if one not in parties.recipient)
    elif "mutual" in coded.frame.slots and len(telling.cast.sides(actor)) == 1 and speakers:
        side = telling.cast.sides(actor)
        actor = tuple(one for one in speakers if telling.cast.side(one) not in side) + actor
    elif not actor and item is not None and "first" in _roles(telling, item.first):
        actor = speakers
    return Parties(actor, parties.recipient, parties.recipient_at)


def _roles(telling: Telling, token: int) -> frozenset[str]:
    word = telling.view.tables.words.get(telling.draft.tokens.keys[token])
    return word.roles if word is not None else frozenset()


def _setting(
    telling: Telling, index: int, coded: Coded, scope: Scope, parties: Parties, speakers: tuple[str, ...]
) -> Setting:
    view, own = telling.view, telling.view.found[index]
    extent = extent_of(view, index, coded, False)
    condition = extent.condition is not None
    if coded.frame.type == "AGREE" and coded.frame.act == "offer":
        condition = condition or must_clause(view, coded) is not None
    sides = telling.cast.sides(speakers)
    return Setting(
        flags=own.walk.flags | {"future"} if view.title and "continue" in own.roles else own.walk.flags,
        planned=scope.planned,
        unplanned=scope.unplanned,
        conditional=condition,
        own_side=bool(sides & telling.cast.sides(parties.actor)),
        said=bool(speakers),
        content=_content_type(view, index, coded),
        historical=_is_past(telling, extent),
    )


def _content_type(view: Sentencing, index: int, coded: Coded) -> str | None:
    """Type of the first trigger in the content: of its predicate, else of a noun (`rencana serangan`)."""
    for at in range(coded.last + 1, min(coded.end + 1, len(view.items))):
        for sense in view.items[at].word.senses:
            if sense.frame.type not in ("OCCUR", "REQUEST") and sense.voice not in ("bare", "person"):
                return sense.frame.type
    return None


def _is_past(telling: Telling, extent: Extent) -> bool:
    """Does the clause name a year well before the story's?"""
    draft = telling.draft
    told = draft.published.value[:4] if draft.published is not None and draft.published.value else ""
    index = time_in(draft, telling.view.items, telling.places, extent.clause)
    value = draft.times[index].value if index is not None else None
    if not told.isdigit() or value is None or not value[:4].isdigit():
        return False
    years = int(told) - int(value[:4])
    return years >= _YEARS_BACK or (years >= 1 and len(value) == 4)


def _has_parties(decision: Decision, parties: Parties, telling: Telling, index: int) -> bool:
    """An act needs somebody: an actor, a recipient, or at least a noun as subject. What merely happens does not."""
    if decision.type == "OCCUR":
        return True
    if decision.type in ("CONSULT", "COOPERATE"):
        return len(parties.actor) + len(parties.recipient) > 1
    if decision.type in ("REQUEST", "THREATEN", "AGREE", "REJECT", "DENY", "ACCUSE") and not parties.actor:
        return bool(telling.view.found[index].walk.noun or parties.recipient)
    return bool(parties.actor or parties.recipient or telling.view.found[index].walk.noun)


def _is_whole(coded: Coded, decision: Decision) -> bool:
    if "suffer" in coded.frame.slots or "deed" in coded.frame.slots:
        return True
    return decision.type in ("AGREE", "DENY", "THREATEN", "REJECT") and coded.frame.type != decision.type


def _record(
    telling: Telling,
    index: int,
    coded: Coded,
    decision: Decision,
    parties: Parties,
    extent: Extent,
    speakers: tuple[str, ...],
    operators: tuple[str, ...],
) -> CodedEvent:
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
    """A recipient that the clause does not name: the one who asked, the addressee, the other side of the talks."""
    if back and decision.type in ("REJECT", "AGREE", "CONCEDE"):
        return asker(telling.before, telling.cast, actor, decision.type)
    first_person = bool(telling.cast.sides(speakers) & telling.cast.sides(actor))
    weak_demand = decision.type == "REQUEST" and first_person
    shared = decision.type == "AGREE" and first_person and _says_we(telling, extent)
    return counterpart(telling.before, telling.cast, actor) if weak_demand or shared else ()


def _says_we(telling: Telling, extent: Extent) -> bool:
    if extent.content is None:
        return False
    items = telling.view.items
    tokens = range(items[extent.content[0]].first, items[extent.content[1]].last + 1)
    return any("inclusive" in _roles(telling, token) for token in tokens)
