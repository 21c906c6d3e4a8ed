"""What a clause leaves to the text before it: whose demand is refused, whom a wish is addressed to."""

from collections.abc import Sequence
from typing import Final

from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.parties import Cast
from semeja.records.reading import CodedEvent, Quotation

_ANSWERS: Final = frozenset({"REJECT", "AGREE", "CONCEDE", "DENY", "SUPPORT"})
_ASKING: Final = frozenset({"demand", "request", "offer", "commitment"})


def refers_back(view: Sentencing, coded: Coded) -> bool:
    """Is the content an anaphor: `tuntutan tersebut`, `tawaran itu`?"""
    if coded.frame.type not in _ANSWERS:
        return False
    if (coded.clitic and not coded.passive) or coded.end <= coded.last:
        return not coded.passive
    if coded.passive:
        around = range(max(0, coded.trigger_at - 5), coded.trigger_at)
    else:
        around = range(coded.last + 1, min(len(view.items), coded.last + 6))
    definite = False
    for at in around:
        item = view.items[at]
        if definite and any(
            "claims" in view.tables.classes.get(key, ()) for key in view.keys[item.first : item.last + 1]
        ):
            return at == around[-1] or at + 1 >= len(view.items) or "prep" not in view.items[at + 1].word.roles
        definite = "definite" in item.word.roles
        if item.kind in ("comma", "stop", "mention") or (item.word.verbal and not item.word.senses):
            return False
        if "demonstrative" in item.word.roles:
            return True
    return False


def asker(events: Sequence[CodedEvent], cast: Cast, actor: tuple[str, ...], type_: str) -> tuple[str, ...]:
    """Who last asked or offered something: of this actor if so told, else of anybody."""
    own = cast.sides(actor)
    wanted = ("ACCUSE",) if type_ == "DENY" else ()
    fitting = [
        event
        for event in reversed(events)
        if (event.act in _ASKING or event.type in wanted) and event.actor and not own & cast.sides(event.actor)
    ]
    addressed = [event for event in fitting if own & cast.sides(event.recipient)]
    return (addressed or fitting)[0].actor if fitting else ()


def counterpart(events: Sequence[CodedEvent], cast: Cast, actor: tuple[str, ...]) -> tuple[str, ...]:
    """The other party of the last talks that the actor's side took part in, if it is one."""
    own = cast.sides(actor)
    for event in reversed(events):
        if event.type == "CONSULT" and own & cast.sides(event.actor):
            others = tuple(entity for entity in event.actor if cast.side(entity) not in own)
            return others if len(cast.sides(others)) == 1 else ()
    return ()


def asker_of(events: Sequence[CodedEvent], cast: Cast, actor: tuple[str, ...]) -> tuple[str, ...]:
    """Who last asked something of this very actor."""
    own = cast.sides(actor)
    return next((one.actor for one in reversed(events) if _asks(one) and cast.sides(one.recipient) & own), ())


def asked_before(events: Sequence[CodedEvent], cast: Cast, actor: tuple[str, ...]) -> tuple[str, ...]:
    """Whom this actor asked last."""
    own = cast.sides(actor)
    return next((one.recipient for one in reversed(events) if _asks(one) and cast.sides(one.actor) & own), ())


def _asks(event: CodedEvent) -> bool:
    return event.type == "REQUEST" and bool(event.recipient)


def talking_sides(events: Sequence[CodedEvent], cast: Cast) -> tuple[str, ...]:
    """The two sides of the last talks, else of the last act of one party on another."""
    for types in (("CONSULT",), ()):
        for event in reversed(events):
            parties = tuple(dict.fromkeys(cast.side(one) for one in event.actor + event.recipient))
            if len(parties) == 2 and (not types or event.type in types):
                return parties
    return ()


def quotation_at(quotes: Sequence[Quotation], place: int) -> Quotation | None:
    """The innermost quotation around a place."""
    innermost: Quotation | None = None
    for quote in quotes:
        if quote.start <= place < quote.end and (innermost is None or _length(quote) < _length(innermost)):
            innermost = quote
    return innermost


def _length(quote: Quotation) -> tuple[int, int]:
    return quote.end - quote.start, quote.start
