"""Bodies told by their noun alone: `perusahaan menawarkan …`, `ditolak serikat` where one such body is known."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import compress
from typing import Final

from semeja.lang.naming import NamingTables
from semeja.read.draft import Draft
from semeja.read.events.items import EMPTY
from semeja.records.reading import Character, Mention

_NOTHING: Final = frozenset[str]()


def bare_bodies(
    draft: Draft, mentions: Mapping[int, tuple[int, Mention]], ranges: Iterable[tuple[int, int]]
) -> dict[int, tuple[int, Mention]]:
    """Each noun that stands alone for the one body of its kind that the article names: token -> that token, mention.

    `mentions`: those that are known, as `Places` holds them. `ranges`: the tokens `[first, last)` to look at. A noun
    with a number, an owner or a noun of its own after it (`dua perusahaan`, `perusahaan kertas`) means another one.
    """
    found: dict[int, tuple[int, Mention]] = {}
    if draft.pack.coding.owner_first:
        return found
    keys, classes = draft.tokens.keys, draft.pack.naming.noun_classes
    nouns = [at for first, last in ranges for at in _hits(classes, keys, first, last)]
    starts = list(mentions)
    named: dict[str, Character | None] = {}
    for at in nouns:
        if _is_taken(mentions, starts, at) or not _alone(draft, at, _is_taken(mentions, starts, at + 1)):
            continue
        key = keys[at]
        if key not in named:
            named[key] = _only_body(draft, key)
        body = named[key]
        if body is not None:
            start, end = draft.tokens.starts[at], draft.tokens.ends[at]
            rule = f"{draft.pack.code}.event.bare-body"
            found[at] = (at, Mention(start, end, start, end, "organisation", "role", (body.id,), rule))
    return found


def _is_taken(mentions: Mapping[int, tuple[int, Mention]], starts: Sequence[int], at: int) -> bool:
    """Does a token lie in a mention? `starts`: the tokens that mentions begin at, in order."""
    number = bisect_right(starts, at) - 1
    return number >= 0 and mentions[starts[number]][0] >= at


def _only_body(draft: Draft, noun: str) -> Character | None:
    """The one body of the article that a noun may stand for; None: there is none, or several."""
    naming = draft.pack.naming
    bodies = [one for one in draft.cast if one.kind == "organisation" and _is_such(naming, noun, one)]
    return bodies[0] if len(bodies) == 1 else None


def taken_tokens(mentions: Mapping[int, tuple[int, Mention]]) -> frozenset[int]:
    """The tokens that mentions hold."""
    return frozenset([token for at, (last, _) in mentions.items() for token in range(at, last + 1)])


def _hits(nouns: Container[str], keys: Sequence[str], first: int, last: int) -> Iterable[int]:
    return compress(range(first, last), map(nouns.__contains__, keys[first:last]))


def _is_such(tables: NamingTables, noun: str, body: Character) -> bool:
    """Does the name of a body hold the noun or a word that shows its kind, or is it known to be of that kind?"""
    if tables.classes.get(body.id) in tables.noun_classes[noun]:
        return True
    words = [*body.name.casefold().split(), *body.id.partition(":")[2].split("-")]
    return noun in words or not tables.noun_words.get(noun, _NOTHING).isdisjoint(words)


def _alone(draft: Draft, at: int, followed: bool) -> bool:
    """Is the noun a phrase of its own: no number or `sebuah` before it, no noun or name after it?

    `followed`: a mention stands right after it.
    """
    keys, words = draft.tokens.keys, draft.tokens.words
    coding = draft.pack.coding
    before = keys[at - 1] if at else ""
    if before.isdigit() or before in coding.counters:
        return False
    if at + 1 >= len(keys):
        return True
    after = keys[at + 1]
    if followed or words[at + 1] != after:
        return False
    known = coding.words.get(after, EMPTY)
    verb = len(after) > 5 and after.startswith(coding.verb_prefixes) and after not in coding.not_verbs
    plain = known.verbal or bool(known.roles - {"relative", "partitive"})
    return not after[0].isalnum() or verb or plain or after in coding.phrases
