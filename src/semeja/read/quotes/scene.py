"""The article as the rules of quotation see it: its tokens, who is mentioned where, what is opaque."""

from bisect import bisect_left, bisect_right

import msgspec

from semeja.lang.quoting import QuotingTables
from semeja.read.draft import Draft
from semeja.records.reading import Character, Credit, Mention, Tokens

NOWHERE = -1


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Marked words: tokens `open` and `close` are the marks (or stand beside a missing one), `start:end` the content.

    `broken`: no mark closes it, because the quotation goes on in the next paragraph or a mark was lost.
    """

    open: int
    close: int
    start: int
    end: int
    broken: bool = False


class Unit(msgspec.Struct, frozen=True):
    """A sentence, or several where marked words hold full stops: tokens `[first, last)`, its pairs, its paragraph."""

    first: int
    last: int
    paragraph: int
    pairs: tuple[Pair, ...]


class Voice(msgspec.Struct, frozen=True):
    """Who speaks: local ids (empty: nobody known). `person`: somebody that `ia`, `he`, `-nya` can point at.

    `form` is that of the mention, `head` where its head starts.
    """

    entities: tuple[str, ...]
    person: bool
    form: str = "name"
    head: int = NOWHERE


UNKNOWN = Voice((), False)


class Scene(msgspec.Struct, frozen=True):
    """What every rule needs. `mentions` are outermost, in order and apart; times are spans of temporal expressions."""

    text: str
    tokens: Tokens
    tables: QuotingTables
    mentions: tuple[Mention, ...]
    mention_starts: tuple[int, ...]
    time_starts: tuple[int, ...]
    time_ends: tuple[int, ...]
    relays: tuple[Credit, ...]
    cast: tuple[Character, ...]


def scene_of(draft: Draft) -> Scene:
    """The scene of a draft whose names, times and credits are found."""
    mentions = _outermost(draft.mentions)
    relays = tuple(credit for credit in draft.credits if credit.relation in ("relays", "cites"))
    return Scene(
        text=draft.view.text,
        tokens=draft.tokens,
        tables=draft.pack.quoting,
        mentions=mentions,
        mention_starts=tuple([mention.start for mention in mentions]),
        time_starts=tuple([time.start for time in draft.times]),
        time_ends=tuple([time.end for time in draft.times]),
        relays=relays,
        cast=draft.cast,
    )


def _outermost(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions without those inside others, and without clitics."""
    kept: list[Mention] = []
    end = NOWHERE
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.form != "clitic" and mention.start >= end:
            kept.append(mention)
            end = mention.end
    return tuple(kept)


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
    start = scene.tokens.starts[token]
    number = bisect_right(scene.time_starts, start) - 1
    return number >= 0 and scene.time_ends[number] > start


def relay_at(scene: Scene, token: int) -> bool:
    """Whether a token lies in a relay mark (`seperti dilansir dari X`)."""
    start = scene.tokens.starts[token]
    return any(credit.start <= start < credit.end for credit in scene.relays)


def is_verb(scene: Scene, token: int) -> bool:
    """Whether a token looks like a finite verb or another predicate."""
    key, tables = scene.tokens.keys[token], scene.tables
    if key in tables.predicate:
        return True
    # str.startswith(()) is False: a language without verb prefixes has its predicates listed.
    return len(key) > 5 and key.startswith(tables.verb_prefixes) and key not in tables.not_verb


def has_predicate(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause stands in `[first, last)`: a predicate that no relative or infinitive word subordinates."""
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(first, min(last, first + 16)):
        if is_verb(scene, token) and mention_at(scene, token) == NOWHERE:
            before = keys[token - 1] if token > first else ""
            if before not in tables.relative and before not in tables.infinitive:
                return True
    return False


def pair_at(unit: Unit, token: int) -> Pair | None:
    """The marked words that a token lies in, marks included."""
    for pair in unit.pairs:
        if pair.open <= token <= pair.close:
            return pair
    return None
