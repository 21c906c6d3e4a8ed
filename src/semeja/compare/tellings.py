"""The coded clauses of all articles as tellings: with the entities, parties and content keys of the story."""

import msgspec
from msgspec.structs import replace

from semeja.compare.content import Passages
from semeja.compare.dated_sentences import is_pickup
from semeja.compare.entities import Cast
from semeja.compare.times import to_time
from semeja.compare.tokens import Token, timeless, tokens_of
from semeja.records.dossier import Time
from semeja.records.reading import CodedEvent, Reading
from semeja.records.span import Span
from semeja.records.story import Story

POINTING_BACK = frozenset({"plan", "accuse", "demand", "request", "proposal", "report", "word", "problem", "fear"})
"""Meanings that say nothing themselves: `rencana tersebut`, `any such plan` take up what was said before."""
SPEECH_ACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "DENY"})
"""Types that are done by saying so: when the content comes true is no part of the act."""
REACH = 3
"""Sentences back in which a denial finds the statement that it takes up."""


class Telling(msgspec.Struct, frozen=True):
    """One coded clause with the entities of the story: what `merge_events` compares.

    `content_keys` describe the content slot without the parties, `clause_keys` the whole clause; `content` and `clause`
    are their words, without times. `points_back`: the content only takes up an earlier one; a denial then has the keys
    of the statement that it denies.
    """

    index: int
    coded: CodedEvent
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    attributed_to: tuple[str, ...]
    actor_parties: frozenset[str]
    recipient_parties: frozenset[str]
    language: str | None
    content: tuple[Token, ...]
    clause: tuple[Token, ...]
    content_keys: frozenset[str]
    clause_keys: frozenset[str]
    condition_keys: frozenset[str]
    points_back: bool
    denies: str | None
    date: Time | None
    deadline: Time | None
    place: str | None
    in_title: bool


def collect_tellings(story: Story, cast: Cast) -> tuple[Telling, ...]:
    """Every coded clause of the story in order of article and place."""
    passages = Passages(story, cast)
    tellings = tuple(
        _telling(story, cast, passages, index, coded)
        for index, reading in enumerate(story.readings)
        for coded in sorted(reading.events, key=lambda one: (one.start, one.end, one.type, one.trigger.start))
    )
    asking = frozenset(one for telling in tellings if telling.coded.type == "REQUEST" for one in telling.actor_parties)
    return tuple(_with_asker(cast, telling, asking) for telling in tellings)


def _with_asker(cast: Cast, telling: Telling, asking: frozenset[str]) -> Telling:
    """A refusal that says whose demand it refuses is directed at those who ask for something in the story."""
    if telling.coded.type != "REJECT" or telling.recipient:
        return telling
    others = asking - telling.actor_parties
    named = tuple(sorted(one for one in telling.content_keys if ":" in one and cast.party(one) in others))
    return replace(telling, recipient=named, recipient_parties=cast.parties_of(named))


def _telling(story: Story, cast: Cast, passages: Passages, index: int, coded: CodedEvent) -> Telling:
    reading = story.readings[index]
    actor, recipient = cast.of(reading.article, coded.actor), cast.of(reading.article, coded.recipient)
    places = cast.of(reading.article, (coded.place,)) if coded.place else ()
    parties = cast.parties_of((*actor, *recipient))

    def time(position: int | None) -> Time | None:
        return to_time(story, index, reading.times[position]) if position is not None else None

    content, bound = coded.content, coded.condition
    keys = passages.keys(index, content.start, content.end, parties) if content else frozenset[str]()
    telling = Telling(
        index=index,
        coded=coded,
        actor=actor,
        recipient=recipient,
        attributed_to=cast.of(reading.article, coded.attributed_to),
        actor_parties=cast.parties_of(actor),
        recipient_parties=cast.parties_of(recipient),
        language=reading.language,
        content=_words_of(story, cast, passages, index, content, parties),
        clause=_words_of(story, cast, passages, index, Span(coded.start, coded.end), parties),
        content_keys=keys,
        clause_keys=passages.keys(index, coded.start, coded.end, parties),
        condition_keys=passages.keys(index, bound.start, bound.end, parties) if bound else frozenset(),
        points_back=_points_back(coded, keys),
        denies=coded.denies,
        date=time(_own_date(reading, coded)) or time(_time_of_utterance(reading, coded)),
        deadline=time(coded.deadline) or _counted(story, index, coded),
        place=places[0] if places else None,
        in_title=reading.sentences[coded.sentence].zone == "title",
    )
    return _with_what_it_denies(story, cast, passages, telling) if coded.type == "DENY" else telling


def _words_of(
    story: Story, cast: Cast, passages: Passages, index: int, span: Span | None, parties: frozenset[str]
) -> tuple[Token, ...]:
    if span is None:
        return ()
    return timeless(
        tokens_of(story, cast, passages, index, (span.start, span.end), parties), story.readings[index].times
    )


def _counted(story: Story, index: int, coded: CodedEvent) -> Time | None:
    """`dalam 3x24 jam`: the day that is counted from the publication."""
    counted = coded.counted
    return Time(counted.value, "day", "before", story.evidence(index, counted.start, counted.end)) if counted else None


def _points_back(coded: CodedEvent, keys: frozenset[str]) -> bool:
    return coded.refers_back or (keys <= POINTING_BACK and (bool(keys) or coded.type == "DENY"))


def _own_date(reading: Reading, coded: CodedEvent) -> int | None:
    """The date of a clause, unless it is the day on which another outlet was read (`Dilansir Halyard, Selasa …`)."""
    return None if coded.date is None or is_pickup(reading, reading.times[coded.date]) else coded.date


def _time_of_utterance(reading: Reading, coded: CodedEvent) -> int | None:
    """What is done by saying it is done when it is said: the one time beside the quote, in the sentence of its cue."""
    if coded.type not in SPEECH_ACTS or coded.act == "next_step":
        return None
    around = [quote for quote in reading.quotes if quote.cue and quote.start <= coded.start and coded.end <= quote.end]
    for quote in around:
        cue = quote.cue
        sentence = next((one for one in reading.sentences if cue and one.start <= cue.start < one.end), None)
        if sentence is None:
            continue
        beside = [
            at
            for at, time in enumerate(reading.times)
            if sentence.start <= time.start < sentence.end and time.value and not quote.start <= time.start < quote.end
        ]
        if len(beside) == 1:
            return beside[0]
    return None


def _with_what_it_denies(story: Story, cast: Cast, passages: Passages, telling: Telling) -> Telling:
    """A denial that only points back has the keys and the kind of deed of the statement that it points to."""
    if not telling.points_back:
        return telling
    for one in reversed(story.readings[telling.index].allegations):
        reading = story.readings[telling.index]
        if one.end > telling.coded.start or _sentences_between(story, telling, one.start) > REACH:
            continue
        speakers = cast.parties_of(cast.of(reading.article, one.speaker))
        accused = cast.parties_of(cast.of(reading.article, one.actor))
        if speakers & telling.actor_parties or (accused and not accused & telling.actor_parties):
            continue
        keys = passages.keys(telling.index, one.start, one.end, telling.actor_parties)
        said = _words_of(story, cast, passages, telling.index, Span(one.start, one.end), telling.actor_parties)
        return replace(telling, content=said, content_keys=keys, denies=one.type or None)
    return telling


def _sentences_between(story: Story, telling: Telling, place: int) -> int:
    sentences = story.readings[telling.index].sentences[: telling.coded.sentence + 1]
    return sum(1 for sentence in sentences[-REACH - 2 :] if sentence.start > place)
