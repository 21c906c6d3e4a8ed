"""Which organisations of several articles are one body: shared abbreviations, initials, shorter names, translations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from semeja.compare.wording import name_meanings
from semeja.group.components import components
from semeja.records.story import Story
from semeja.text.keys import plain

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]{0,3}[A-Z])\)")
_ABBREVIATION = re.compile(r"[A-Z]{2,8}")


class Body(msgspec.Struct, frozen=True):
    """An organisation as the articles name it: the words of its name, its abbreviations, how often it is mentioned."""

    id: str
    words: tuple[str, ...]
    abbreviations: frozenset[str]
    meanings: frozenset[str]
    mentions: int
    represents: frozenset[str]


def merge_bodies(story: Story) -> dict[str, str]:
    """Local id -> id of the fullest name, for organisations and for groups that are a part of one body's name."""
    bodies = _bodies(story)
    links = {(body.id, body.id) for body in bodies if not body.id.startswith("group:")}
    links |= {(a.id, b.id) for a, b in _same_abbreviation(bodies) + _same_meaning(bodies) if _can_be_one(a, b)}
    links |= {(short.id, full.id) for short, full in _shorter_names(bodies, links) if _can_be_one(short, full)}
    by_id = {body.id: body for body in bodies}
    merged = {}
    for members in components(links):
        target = max(members, key=lambda one: (one.startswith("organisation:"), len(by_id[one].words), one))
        merged.update(dict.fromkeys(members, target))
    return merged


def _bodies(story: Story) -> tuple[Body, ...]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    represents: dict[str, set[str]] = defaultdict(set)
    for reading, article in zip(story.readings, story.articles, strict=True):
        forms: dict[str, list[str]] = defaultdict(list)
        for mention in reading.mentions:
            if mention.form == "name" and len(mention.entities) == 1:
                forms[mention.entities[0]].append(article.text[mention.start : mention.end])
        for character in reading.cast:
            if character.kind in ("organisation", "group"):
                names[character.id].update([character.name, *forms[character.id]])
                represents[character.id] |= {character.represents} if character.represents else set()
    return tuple(_body(one, names[one], frozenset(represents[one])) for one in sorted(names))


def _body(local: str, names: Counter[str], represents: frozenset[str]) -> Body:
    full = max(names, key=lambda name: (len(plain(_BRACKETED.sub("", name)).split()), names[name], name))
    bare = _BRACKETED.sub("", full)
    written = {match for name in names for match in _BRACKETED.findall(name)}
    written |= {name for name in names if _ABBREVIATION.fullmatch(name)}
    return Body(
        id=local,
        words=tuple(plain(bare).split()),
        abbreviations=frozenset(one.casefold() for one in written),
        meanings=name_meanings(plain(bare).split()),
        mentions=names.total(),
        represents=represents,
    )


def _can_be_one(left: Body, right: Body) -> bool:
    """Bodies that act for different countries are two, whatever they are called."""
    return not left.represents or not right.represents or left.represents == right.represents


def _same_abbreviation(bodies: Iterable[Body]) -> list[tuple[Body, Body]]:
    """Bodies with one written abbreviation, and the one body whose initials another is called by."""
    written: dict[str, list[Body]] = defaultdict(list)
    initials: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for one in body.abbreviations:
            written[one].append(body)
        if len(body.words) > 1:
            initials["".join(word[0] for word in body.words)].append(body)
    pairs = [(members[0], other) for _, members in sorted(written.items()) for other in members[1:]]
    for one, members in sorted(written.items()):
        if len(initials[one]) == 1 and initials[one][0].id != members[0].id:
            pairs.append((members[0], initials[one][0]))
    return pairs


def _same_meaning(bodies: Iterable[Body]) -> list[tuple[Body, Body]]:
    """Names that mean the same word by word in two languages, or in two orders."""
    alike: dict[frozenset[str], list[Body]] = defaultdict(list)
    for body in bodies:
        if len(body.words) > 1 and not body.id.startswith("group:"):
            alike[body.meanings].append(body)
    return [(members[0], other) for members in alike.values() for other in members[1:]]


def _shorter_names(bodies: tuple[Body, ...], links: set[tuple[str, str]]) -> list[tuple[Body, Body]]:
    """A name that opens, or of two words and more is a part of, the name of exactly one other body."""
    owner = {one: members[0] for members in components(links) for one in members}
    holders: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if not body.id.startswith("group:"):
            for word in set(body.words):
                holders[word].append(body)
    pairs = []
    for short in bodies:
        longer = [
            full
            for full in holders.get(short.words[0], ()) if len(full.words) > len(short.words) and _part(short, full)
        ] if short.words else []  # fmt: skip
        if longer and len({owner[full.id] for full in longer}) == 1:
            pairs.append((short, longer[0]))
    return pairs


def _part(short: Body, full: Body) -> bool:
    opens = full.words[: len(short.words)] == short.words
    if short.id.startswith("group:"):
        return opens and len(short.words) > 1
    return opens or (len(short.words) > 1 and set(short.words) <= set(full.words))
