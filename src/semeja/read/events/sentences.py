"""Coding one sentence: its predicates, the frames that they code, the operators over them, the records."""

from semeja.lang.coding import Sense
from semeja.read.draft import Draft
from semeja.read.events.arguments import child_of
from semeja.read.events.clauses import predicates_of
from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.decisions import YIELDING, Decision, Setting, decide
from semeja.read.events.endings import last_of_speech
from semeja.read.events.frames import coded_of
from semeja.read.events.items import Places
from semeja.read.events.operators import Scope, scope_of
from semeja.read.events.parties import Cast, Parties, parties_of
from semeja.read.events.predicates import voice_of
from semeja.read.events.recording import record
from semeja.read.events.rows import items_of
from semeja.read.events.spans import clause_of, condition_of, extent_of, must_clause, time_in
from semeja.read.events.speech import said_act
from semeja.read.events.telling import Telling, own_side, speakers_of, with_speaker
from semeja.read.events.triggers import is_quoted
from semeja.records.reading import CodedEvent

_DOING_TESTS = frozenset({"light", "happened"})
_YEARS_BACK = 2
_SAID = frozenset({"must", "never", "future"})
_UNNAMED = frozenset({"PROTEST", "ASSAULT"})


def code_sentence(draft: Draft, number: int, places: Places, cast: Cast, before: list[CodedEvent]) -> None:
    """Add the events of one sentence to `before`, which holds those of the sentences that were coded earlier."""
    sentence = draft.sentences[number]
    items = items_of(draft, sentence, places)
    title = sentence.zone == "title"
    found = predicates_of(items, title, draft.pack.coding.owner_first)
    said = is_quoted(draft.quotes, sentence)
    kinds = frozenset([item.kind for item in items])
    roles = frozenset[str]().union(*[item.word.roles for item in items])
    view = Sentencing(draft.pack.coding, items, found, draft.tokens.keys, title, said, kinds, roles)
    coded = [coded_of(view, index) for index in range(len(found))]
    telling = Telling(draft, number, places, cast, before, view, coded, [one.frame if one else None for one in coded])
    for index in range(len(found)):
        event = _event(telling, index)
        if event is not None:
            before.append(event)


def _event(telling: Telling, index: int) -> CodedEvent | None:
    """The record of one predicate: for what it codes, else for what is done by saying it."""
    coded, flags = telling.coded[index], telling.view.found[index].walk.flags
    if coded is None and flags.isdisjoint(_SAID):
        return None
    scope = scope_of(telling.view.found, telling.frames, index)
    if scope.blocked or (scope.background and (coded is None or not _stands_alone(telling, index, coded))):
        return None
    speakers = speakers_of(telling, index, scope)
    event = _framed(telling, index, coded, scope, speakers) if coded is not None else None
    if event is not None and event.type != "OCCUR":
        return event
    act = said_act(telling, index, speakers)
    if act is None:
        return event
    extent = extent_of(telling.view, index, act[0], True, condition_of(telling.view, index, act[0]))
    return record(telling, *act, extent, speakers, (*scope.applied, *act[1].operators))


def _framed(telling: Telling, index: int, coded: Coded, scope: Scope, speakers: tuple[str, ...]) -> CodedEvent | None:
    parties = parties_of(telling.view, telling.cast, index, coded)
    parties = with_speaker(telling, index, coded, parties, speakers)
    condition = condition_of(telling.view, index, coded)
    decision = decide(coded, _setting(telling, index, coded, scope, parties, speakers, condition is not None))
    if decision is None or not _has_parties(decision, parties, telling, index):
        return None
    extent = extent_of(telling.view, index, coded, _is_whole(coded, decision), condition, scope.plan)
    return record(telling, coded, decision, parties, extent, speakers, (*scope.applied, *decision.operators))


def _stands_alone(telling: Telling, index: int, coded: Coded) -> bool:
    """Does a relative clause tell what happened (a perfect, a time of its own), or say what is asked?"""
    own, items = telling.view.found[index], telling.view.items
    if _is_cleft(telling, index, coded):
        coded.end = last_of_speech(items, coded.last)
        return coded.frame.type in ("REQUEST", "AGREE")
    start = own.walk.start
    timed = any(
        item.kind == "time" and items[at - 1].kind != "comma"
        for at, item in enumerate(items[start : coded.end + 1], start)
    )
    return "perfect" in own.walk.flags or (timed and "prep" not in own.roles)


def _is_cleft(telling: Telling, index: int, coded: Coded) -> bool:
    """`Apa yang kami minta adalah …`, `Yang saya janjikan, …`: what comes after is the content."""
    items, link = telling.view.items, telling.view.found[index].walk.link_at
    follows = items[coded.last + 1] if coded.last + 1 < len(items) else None
    if follows is None:
        return False
    opened = link == 0 or items[link - 1].kind == "quote"
    return "copula" in follows.word.roles or (follows.kind == "comma" and opened)


def _setting(
    telling: Telling,
    index: int,
    coded: Coded,
    scope: Scope,
    parties: Parties,
    speakers: tuple[str, ...],
    conditional: bool,
) -> Setting:
    """`conditional`: an if-clause stands over the predicate."""
    view, own = telling.view, telling.view.found[index]
    if coded.frame.type == "AGREE" and coded.frame.act == "offer":
        conditional = conditional or must_clause(view, coded) is not None
    return Setting(
        flags=own.walk.flags | {"future"} if view.title and "continue" in own.roles else own.walk.flags,
        planned=scope.planned,
        unplanned=scope.unplanned,
        conditional=conditional,
        own_side=own_side(telling, parties.actor, speakers),
        said=bool(speakers),
        content=None if _is_of_others(telling, index, coded, parties) else _content_type(telling, index, coded),
        historical="time" in view.kinds and _is_past(telling, clause_of(view, index, coded)),
    )


def _is_of_others(telling: Telling, index: int, coded: Coded, parties: Parties) -> bool:
    """`invited B to talks after C threatened`: what others do is no content of a promise or an offer."""
    child = child_of(telling.view.found, index)
    if coded.frame.type != "AGREE" or child < 0:
        return False
    doers = telling.cast.sides(telling.view.found[child].subject)
    return bool(doers) and bool(parties.actor) and doers.isdisjoint(telling.cast.sides(parties.actor))


def _content_type(telling: Telling, index: int, coded: Coded) -> str | None:
    """Type of what is asked, refused, denied: of the complement's predicate, else of a noun (`rencana serangan`)."""
    child = child_of(telling.view.found, index)
    while child >= 0 and telling.coded[child] is None and child_of(telling.view.found, child) >= 0:
        child = child_of(telling.view.found, child)
    framed = telling.coded[child] if child >= 0 else None
    if framed is not None and "neg" in telling.view.found[child].walk.flags:
        return None
    if framed is not None:
        return framed.frame.type
    bare = telling.view.found[child].senses if child >= 0 else ()
    if bare and (bare[0].frame.type in YIELDING or _is_deed_to_come(bare[0])):
        return bare[0].frame.type
    for at in range(coded.last + 1, min(coded.end + 1, len(telling.view.items))):
        for sense in telling.view.items[at].word.senses:
            if sense.frame.type not in ("OCCUR", "REQUEST") and sense.voice == "noun" and _stands_bare(sense):
                return sense.frame.type
    return None


def _is_deed_to_come(sense: Sense) -> bool:
    """`vowed to retaliate`: what is a threat whenever it is to come."""
    return sense.frame.needs == (("fut",),) and not sense.frame.bars


def _stands_bare(sense: Sense) -> bool:
    """Does a noun name its act without more words: `a meeting`, `food aid` (asked, refused), not held or sent?"""
    return all(set(need) <= _DOING_TESTS for need in sense.frame.needs)


def _is_past(telling: Telling, clause: tuple[int, int]) -> bool:
    """Does the clause name a year well before the story's?"""
    draft = telling.draft
    index = time_in(draft, telling.view.items, telling.places, clause, clause[0])
    value = draft.times[index].value if index is not None else None
    if value is None or not value[:4].isdigit():
        return False
    told = draft.published.value if draft.published is not None else None
    told = (told or max((time.value or "" for time in draft.times), default=""))[:4]
    if not told.isdigit():
        return False
    years = int(told) - int(value[:4])
    return years >= _YEARS_BACK or (years >= 1 and len(value) == 4)


def _has_parties(decision: Decision, parties: Parties, telling: Telling, index: int) -> bool:
    """An act needs somebody named; violence and protest at least a noun as subject, what merely happens nobody."""
    if decision.type in ("CONSULT", "COOPERATE"):
        visits = decision.mode == "visit" and bool(parties.actor) and _goes_to_place(telling, index)
        return len(parties.actor) + len(parties.recipient) > 1 or visits
    if parties.actor or (parties.recipient and decision.type != "SUPPORT"):
        return True
    own = telling.view.found[index]
    if voice_of(own) == "gerund":
        return False
    return decision.type == "OCCUR" or (decision.type in _UNNAMED and own.walk.noun)


def _goes_to_place(telling: Telling, index: int) -> bool:
    """Does a visit go to a named town? One party and a place are enough to tell it."""
    coded, items = telling.coded[index], telling.view.items
    mentions = (items[argument.at].mention for argument in (coded.arguments if coded else ()))
    return any(mention is not None and mention.kind == "place" for mention in mentions)


def _is_whole(coded: Coded, decision: Decision) -> bool:
    if "suffer" in coded.frame.slots or "deed" in coded.frame.slots:
        return True
    return decision.type in ("AGREE", "DENY", "THREATEN", "REJECT") and coded.frame.type != decision.type
