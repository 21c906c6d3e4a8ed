"""The article as the rules of quotation see it: its tokens, who is mentioned where, what is opaque."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from operator import attrgetter
from typing import Final

import msgspec

from semeja.lang.quoting import QuotingTables
from semeja.read.draft import Draft
from semeja.records.reading import Character, Credit, Mention, Tokens

NOWHERE: Final = -1
_PREDICATE_REACH: Final = 16
_MARKS_REACH: Final = 400


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Marked words with their marks: tokens `open` to `close`; between the marks, tokens `[first, last)`, `start:end`.

    `continued`: no mark closes it, the quotation goes on in the next paragraph.
    """

    open: int
    close: int
    first: int
    last: int
    start: int
    end: int
    continued: bool = False


class Unit:
    """A sentence, or several where marked words hold full stops: tokens `[first, last)`, its pairs, its paragraph."""

    def __init__(self, first: int, last: int, paragraph: int, pairs: tuple[Pair, ...], opens: tuple[int, ...]) -> None:
        self.first: Final = first
        self.last: Final = last
        self.paragraph: Final = paragraph
        self.pairs: Final = pairs
        self.opens: Final = opens


class Scene:
    """What every rule needs. `mentions` are outermost, in order and apart; times and relays are spans, in order."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        tables: QuotingTables,
        mentions: tuple[Mention, ...],
        mention_starts: tuple[int, ...],
        cast: tuple[Character, ...],
        time_starts: tuple[int, ...],
        time_ends: tuple[int, ...],
        relay_starts: tuple[int, ...],
        relay_ends: tuple[int, ...],
        persons: Mapping[str, str | None],
        sentence_starts: tuple[int, ...],
    ) -> None:
        self.text: Final = text
        self.tokens: Final = tokens
        self.tables: Final = tables
        self.mentions: Final = mentions
        self.mention_starts: Final = mention_starts
        self.cast: Final = cast
        self.time_starts: Final = time_starts
        self.time_ends: Final = time_ends
        self.relay_starts: Final = relay_starts
        self.relay_ends: Final = relay_ends
        self.persons: Final = persons
        self.sentence_starts: Final = sentence_starts


def scene_of(draft: Draft) -> Scene:
    """The scene of a draft whose names, times and credits are found."""
    mentions = _outermost(draft.mentions)
    relays = [credit for credit in draft.credits if credit.relation in ("relays", "cites")]
    return Scene(
        text=draft.view.text,
        tokens=draft.tokens,
        tables=draft.pack.quoting,
        mentions=mentions,
        mention_starts=tuple([mention.start for mention in mentions]),
        cast=draft.cast,
        time_starts=tuple([time.start for time in draft.times]),
        time_ends=tuple([time.end for time in draft.times]),
        relay_starts=tuple([_relay_start(draft, credit) for credit in relays]),
        relay_ends=tuple([credit.end for credit in relays]),
        persons=_persons(draft.cast),
        sentence_starts=tuple([sentence.start for sentence in draft.sentences]),
    )


def _relay_start(draft: Draft, credit: Credit) -> int:
    """Where a relay mark starts to be opaque: `told` in `told the Gazette` is a cue, the name behind it is not."""
    first = draft.view.text[credit.start : credit.end].split(None, 1)[0].casefold()
    cue = draft.pack.quoting.cues.get(first)
    return credit.end - len(credit.name) if cue is not None and cue.kind == "tell" else credit.start


def _persons(cast: tuple[Character, ...]) -> Mapping[str, str | None]:
    """Persons by each word of their names; None where two persons share the word."""
    persons: dict[str, str | None] = {}
    for character in cast:
        if character.kind == "person":
            for word in character.name.split():
                persons[word] = character.id if persons.get(word, character.id) == character.id else None
    return persons


def person_named(scene: Scene, first: int, last: int) -> str | None:
    """The person of the cast that capitalised words `[first, last)` name, where no mention covers them."""
    found = {scene.persons.get(word) for word in scene.tokens.words[first:last]}
    return found.pop() if len(found) == 1 else None


def _outermost(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions without those inside others, and without clitics."""
    kept: list[Mention] = []
    end = NOWHERE
    whole = [mention for mention in mentions if mention.form != "clitic"]
    if not _is_settled(whole):
        # Sorting twice keeps the longer of two that start together first, and costs less than pairs as keys.
        whole.sort(key=attrgetter("end"), reverse=True)
        whole.sort(key=attrgetter("start"))
    for mention in whole:
        if mention.start >= end:
            kept.append(mention)
            end = mention.end
    return tuple(kept)


def _is_settled(mentions: list[Mention]) -> bool:
    """Do mentions start one behind the other, no two at one place?"""
    last = NOWHERE
    for mention in mentions:
        start = mention.start
        if start <= last:
            return False
        last = start
    return True


def mention_at(scene: Scene, token: int) -> int:
    """The number of the mention that covers a token, or NOWHERE."""
    start = scene.tokens.starts[token]
    number = bisect_right(scene.mention_starts, start) - 1
    return number if number >= 0 and scene.mentions[number].end > start else NOWHERE


def mention_tokens(scene: Scene, number: int) -> tuple[int, int]:
    """First token and end token of a mention."""
    mention = scene.mentions[number]
    first = bisect_left(scene.tokens.starts, mention.start)
    return first, bisect_left(scene.tokens.starts, mention.end, first)


def is_time(scene: Scene, token: int) -> bool:
    """Whether a token lies in a temporal expression."""
    return _covers(scene.time_starts, scene.time_ends, scene.tokens.starts[token])


def relay_at(scene: Scene, token: int) -> bool:
    """Whether a token lies in a relay mark (`seperti dilansir dari X`)."""
    return bool(scene.relay_starts) and _covers(scene.relay_starts, scene.relay_ends, scene.tokens.starts[token])


def _covers(starts: tuple[int, ...], ends: tuple[int, ...], place: int) -> bool:
    number = bisect_right(starts, place) - 1
    return number >= 0 and ends[number] > place


def pair_at(unit: Unit, token: int) -> Pair | None:
    """The marked words that a token lies in, marks included."""
    number = bisect_right(unit.opens, token) - 1 if unit.opens else NOWHERE
    return unit.pairs[number] if number >= 0 and token <= unit.pairs[number].close else None


def pair_before(unit: Unit, token: int) -> Pair | None:
    """The last marked words that open at or before a token."""
    number = bisect_right(unit.opens, token) - 1
    return unit.pairs[number] if number >= 0 else None


def is_verb(scene: Scene, token: int) -> bool:
    """Whether a token looks like a finite verb or another predicate."""
    return _is_verb(scene.tables, scene.tokens.keys[token])


def _is_verb(tables: QuotingTables, key: str) -> bool:
    if key in tables.predicate:
        return True
    # str.startswith(()) is False: a language has verb prefixes, verb suffixes or neither.
    formed = len(key) > tables.shortest_verb and (
        key.startswith(tables.verb_prefixes) or key.endswith(tables.verb_suffixes)
    )
    return formed and key not in tables.not_verb


def has_predicate(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause stands in `[first, last)`: a predicate that no relative or infinitive word subordinates.

    A noun phrase closed by `itu` with a word after it is a clause too: `kabar tersebut hoaks`.
    """
    keys, tables = scene.tokens.keys, scene.tables
    before = ""
    for token in range(first, min(last, first + _PREDICATE_REACH)):
        key = keys[token]
        if _is_verb(tables, key) and mention_at(scene, token) == NOWHERE:
            if before not in tables.relative and before not in tables.infinitive:
                return True
        elif before in tables.deictic and is_plain(scene, token):
            return True
        before = key
    return False


def is_plain(scene: Scene, token: int) -> bool:
    """Whether a token is a content word."""
    key, tables = scene.tokens.keys[token], scene.tables
    closed = key in tables.preposition or key in tables.coordinator or key in tables.relative or key in tables.that
    return key[0].isalpha() and not closed and key not in tables.subordinator and key not in tables.to


def has_words(scene: Scene, first: int, last: int) -> bool:
    """Whether any word stands in `[first, last)`; nobody writes more marks in a row than are looked at."""
    keys = scene.tokens.keys
    return any(keys[token][0].isalnum() for token in range(first, min(last, first + _MARKS_REACH)))
