"""One sentence while it is coded, and who speaks in it."""

from semeja.lang.coding import Frame
from semeja.read.draft import Draft
from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.items import Places
from semeja.read.events.operators import Scope
from semeja.read.events.parties import Cast, Parties
from semeja.read.events.references import quotation_at, talking_sides
from semeja.records.reading import CodedEvent


class Telling:
    """Everything that the records of one sentence are made from; `before`: all events coded so far."""

    def __init__(
        self,
        draft: Draft,
        number: int,
        places: Places,
        cast: Cast,
        before: list[CodedEvent],
        view: Sentencing,
        coded: list[Coded | None],
        frames: list[Frame | None],
    ) -> None:
        self.draft = draft
        self.number = number
        self.places = places
        self.cast = cast
        self.before = before
        self.view = view
        self.coded = coded
        self.frames = frames

    def roles(self, token: int) -> frozenset[str]:
        """The operator roles of a token."""
        word = self.view.tables.words.get(self.draft.tokens.keys[token])
        return word.roles if word is not None else frozenset()


def speakers_of(telling: Telling, index: int, scope: Scope) -> tuple[str, ...]:
    """Whose words a predicate stands in: of the quotation around it, else the subject of the report over it."""
    own = telling.view.found[index]
    quote = quotation_at(telling.draft.quotes, telling.draft.tokens.starts[telling.view.items[own.at].first])
    if quote is not None:
        return quote.speaker
    return telling.view.found[scope.reporter].subject if scope.reporter >= 0 else ()


def with_speaker(telling: Telling, index: int, coded: Coded, parties: Parties, speakers: tuple[str, ...]) -> Parties:
    """First person is the speaker; who is to suffer is threatened by the speaker; talks are the speaker's too."""
    actor = parties.actor
    if "suffer" in coded.frame.slots:
        actor = tuple(one for one in speakers if one not in parties.recipient)
    elif "mutual" in coded.frame.slots and len(telling.cast.sides(actor)) == 1 and speakers:
        side = telling.cast.sides(actor)
        actor = (
            tuple(one for one in speakers if not one.startswith("group:") and telling.cast.side(one) not in side)
            + actor
        )
    elif "speaker" in coded.frame.slots:
        actor = speakers or _heard(telling)
    elif not actor and coded.frame.type == "THREATEN" and speakers:
        actor = speakers
    elif not actor and not coded.passive and not coded.reversed and coded.frame.type != "OCCUR":
        actor = subject_of(telling, index, speakers)
    return Parties(actor, parties.recipient, parties.recipient_at) if actor is not parties.actor else parties


def _heard(telling: Telling) -> tuple[str, ...]:
    """The speaker of a quotation that begins in the sentence."""
    sentence = telling.draft.sentences[telling.number]
    inside = (quote for quote in telling.draft.quotes if sentence.start <= quote.start < sentence.end)
    return next((quote.speaker for quote in inside), ())


def subject_of(telling: Telling, index: int, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The subject where names alone do not tell: the speaker for `kami`, both sides for `kedua pihak`."""
    own, items = telling.view.found[index], telling.view.items
    if own.subject:
        return telling.cast.acting(own.subject)
    if own.subject_at >= 0 and "first" in telling.roles(items[own.subject_at].first):
        return speakers
    if own.subject_at < 0 and "self" in own.walk.flags:
        return speakers
    if own.subject_at >= 0 and "pair" in telling.roles(items[own.subject_at].first):
        return talking_sides(telling.before, telling.cast)
    around = items[max(0, own.walk.start) : own.at]
    if any("both" in item.word.roles for item in around):
        return talking_sides(telling.before, telling.cast)
    return ()


def own_side(telling: Telling, actor: tuple[str, ...], speakers: tuple[str, ...]) -> bool:
    """Does the speaker act for the actor's side?"""
    if not speakers or not actor:
        return False
    return not telling.cast.sides(speakers).isdisjoint(telling.cast.sides(actor))
