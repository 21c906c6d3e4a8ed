"""Which organisations of several articles are one body: shared abbreviations, initials, shorter names, translations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from semeja.compare.merges import Merges
from semeja.compare.wording import name_meanings
from semeja.group.components import components
from semeja.lang import body_names
from semeja.records.story import Story
from semeja.text.keys import plain
from semeja.text.similarity import overlap

SAME_WORDS = 0.4
"""Share of the shorter name's words that two names must share to spell one abbreviation as one body."""

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]{0,3}[A-Z])\)")
_ABBREVIATION = re.compile(r"[A-Z]{2,8}")


class Body(msgspec.Struct, frozen=True):
    """An organisation as the articles name it: the words of its name, its abbreviations, how often it is mentioned.

    `meanings`: its words with those of the table of meanings as their keys; `keys`: the same with the table of bodies,
    without its state and without words for what it is (`partai`).
    """

    id: str
    words: tuple[str, ...]
    abbreviations: frozenset[str]
    meanings: frozenset[str]
    keys: frozenset[str]
    mentions: int
    represents: frozenset[str]


def merge_bodies(story: Story) -> Merges:
    """The fullest name of each organisation, and of each group that is a part of one body's name."""
    bodies = _bodies(story)
    links = {(body.id, body.id) for body in bodies if not body.id.startswith("group:")}
    rules: dict[str, str] = {}
    for rule, pairs in (
        ("cast.same-abbreviation", _same_abbreviation(bodies)),
        ("cast.same-meaning", _same_meaning(bodies)),
        ("cast.same-body-words", _same_keys(bodies)),
        ("cast.same-but-level", _same_but_level(bodies)),
    ):
        _link(rule, pairs, links, rules)
    _link("cast.shorter-name", _shorter_names(bodies, links), links, rules)
    by_id = {body.id: body for body in bodies}
    for person, body in list(_taken_for_persons(story, bodies, links)):
        links.add((person, body))
        rules[person] = "cast.body-without-its-noun"
    merged: dict[str, str] = {}
    for members in components(links):
        bodies_of = [one for one in members if one in by_id]
        target = max(bodies_of, key=lambda one: (one.startswith("organisation:"), len(by_id[one].words), one))
        merged.update(dict.fromkeys(members, target))
    return Merges(merged, rules)


def _link(rule: str, pairs: Iterable[tuple[Body, Body]], links: set[tuple[str, str]], rules: dict[str, str]) -> None:
    """Link bodies that can be one, and keep the first rule that linked each."""
    for one, other in pairs:
        if _can_be_one(one, other):
            links.add((one.id, other.id))
            rules.setdefault(one.id, rule)
            rules.setdefault(other.id, rule)


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
        keys=_keys(plain(bare).split(), represents),
        mentions=names.total(),
        represents=represents,
    )


def _keys(words: list[str], represents: frozenset[str]) -> frozenset[str]:
    keys = body_names.load().keys([word for word in words if word not in body_names.load().heads])
    proper = [key for key in keys if key not in represents]
    return frozenset(key for key in proper if key[0] == "*") | name_meanings(key for key in proper if key[0] != "*")


def _taken_for_persons(story: Story, bodies: Iterable[Body], links: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """A person of no office with the whole name of one body, but for the word for what it is: `Lentera`."""
    named: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for body in bodies:
        if body.id.startswith("organisation:"):
            named[tuple(word for word in body.words if word not in body_names.load().heads)].add(body.id)
    owner = {one: members[0] for members in components(links) for one in members}
    persons = {one.id: one for reading in story.readings for one in reading.cast if one.kind == "person"}
    for local, person in sorted(persons.items()):
        words = tuple(plain(person.name).split())
        meant = {owner[body] for body in named.get(words, ())} if len(words) > 1 else set()
        if len(meant) == 1 and not person.represents:
            yield local, meant.pop()


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
    pairs = [
        (one, other)
        for letters, members in sorted(written.items())
        for one, other in _adjacent(members)
        if not _two_expansions(letters, one, other)
    ]
    for one, members in sorted(written.items()):
        if len(initials[one]) == 1 and initials[one][0].id != members[0].id:
            pairs.append((members[0], initials[one][0]))
    return pairs


def _two_expansions(letters: str, left: Body, right: Body) -> bool:
    """Whether both names spell the abbreviation, with other words: a translated name would not spell it."""
    spelt = all("".join(word[0] for word in body.words) == letters for body in (left, right))
    return spelt and len(letters) > 1 and overlap(left.meanings, right.meanings) < SAME_WORDS


def _adjacent(members: Sequence[Body]) -> Iterator[tuple[Body, Body]]:
    """Pairs that join all members that act for one state, and those that act for none to these, where it is one."""
    by_state: dict[frozenset[str], list[Body]] = defaultdict(list)
    for body in members:
        by_state[body.represents].append(body)
    for same in by_state.values():
        yield from pairwise(same)
    stated = [same[0] for state, same in by_state.items() if state]
    if len(stated) == 1 and frozenset() in by_state:
        yield stated[0], by_state[frozenset()][0]


def _same_meaning(bodies: Iterable[Body]) -> list[tuple[Body, Body]]:
    """Names that mean the same word by word in two languages, or in two orders."""
    alike: dict[frozenset[str], list[Body]] = defaultdict(list)
    for body in bodies:
        if len(body.words) > 1 and not body.id.startswith("group:"):
            alike[body.meanings].append(body)
    return [pair for members in alike.values() for pair in _adjacent(members)]


def _same_keys(bodies: Iterable[Body]) -> list[tuple[Body, Body]]:
    """Names of the same parts, whatever the language and the short forms: `PN Seroja`, `Seroja District Court`."""
    alike: dict[frozenset[str], list[Body]] = defaultdict(list)
    for body in bodies:
        if not body.id.startswith("group:") and (len(body.keys) > 1 or (body.keys and len(body.words) > 1)):
            alike[body.keys].append(body)
    return [pair for members in alike.values() for pair in _adjacent(members)]


def _same_but_level(bodies: Iterable[Body]) -> list[tuple[Body, Body]]:
    """A name that says no level and the one body that is the same with a level: `Seroja Police`, `Polres Seroja`."""
    higher: dict[frozenset[str], list[Body]] = defaultdict(list)
    levels = {f"*{level}" for level in body_names.LEVELS}
    organisations = [body for body in bodies if not body.id.startswith("group:")]
    for body in organisations:
        if body.keys & levels:
            higher[body.keys - levels].append(body)
    pairs = []
    for body in organisations:
        full = higher.get(body.keys, []) if len(body.keys) > 1 and not body.keys & levels else []
        if len({one.keys for one in full}) == 1:
            pairs.append((body, full[0]))
    return pairs


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
