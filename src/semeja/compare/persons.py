"""Which persons of several articles are one: a name in another spelling, or a part that one person alone carries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from semeja.compare.merges import Merges
from semeja.compare.wording import name_meanings
from semeja.records.story import Story
from semeja.text.keys import name_key, plain

Key = tuple[str, ...]

VOWELS = str.maketrans("", "", "aeiou")
ARTICLES = frozenset({"al", "el", "as", "ar", "ad", "an"})
SOUNDS = (
    ("sh", "s"),
    ("si", "s"),
    ("dh", "d"),
    ("dz", "d"),
    ("th", "t"),
    ("ts", "t"),
    ("gh", "g"),
    ("ph", "f"),
    ("q", "k"),
)
"""Ways to write one sound of Arabic, after `name_key` (which makes `sy` to `si`)."""
FEWEST_TOGETHER = 5
"""Consonants that a whole name needs to be the same as one whose bearer is said to act for somebody."""
FEWEST = 3
"""Consonants that a name part needs before other vowels can be another writing of it: transliterations of Arabic."""


def merge_persons(story: Story) -> Merges:
    """Local person id -> the id of the fullest, most frequent name that the rules allow it to be."""
    counts = _name_counts(story)
    merged = merge_names(counts, _offices(story))
    respelt = _respelt(story, merged)
    names = dict(sorted(counts))
    rules = {
        local: "cast.other-vowels" if target in respelt and respelt[target] != target else _rule(names, local, target)
        for local, target in merged.items()
    }
    return Merges({local: respelt.get(target, target) for local, target in merged.items()}, rules)


def _rule(names: Mapping[str, str], local: str, target: str) -> str:
    same = _key(names[local]) == _key(names.get(target, names[local]))
    return "cast.same-name-respelt" if same else "cast.part-of-one-name"


def _offices(story: Story) -> dict[str, frozenset[str]]:
    """What the offices of each person mean, by local id: `Jaksa` and `Prosecutor` are one."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in story.readings:
        for one in reading.cast:
            if one.kind == "person":
                found[one.id].update(*(name_meanings(plain(role.title).split()) for role in one.roles))
    return {local: frozenset(meanings) for local, meanings in found.items()}


def _respelt(story: Story, merged: dict[str, str]) -> dict[str, str]:
    """Who acts for one party under a name of other vowels in each article (`Mahmud`, `Mehmood`) -> the most told.

    One of them may be without a party if the name is long enough; two without one stay two.
    """
    groups: dict[Key, dict[str, set[tuple[str, str | None]]]] = defaultdict(lambda: defaultdict(set))
    for reading in story.readings:
        for one in reading.cast:
            skeleton = _skeleton(one.name)
            if one.kind == "person" and len(skeleton) > 1 and len(max(skeleton, key=len)) >= FEWEST:
                groups[skeleton][merged.get(one.id, one.id)].add((reading.article, one.represents))
    found: dict[str, str] = {}
    for skeleton, bearers in groups.items():
        told = [one for places in bearers.values() for one in places]
        parties, articles = {party for _, party in told if party}, [article for article, _ in told]
        unstated = [who for who, places in bearers.items() if not any(party for _, party in places)]
        long = sum(map(len, skeleton)) >= FEWEST_TOGETHER
        if len(bearers) > 1 and len(set(articles)) == len(articles) and len(parties) == 1 and len(unstated) <= long:
            best = max(sorted(bearers), key=lambda one: len(bearers[one]))
            found.update(dict.fromkeys(bearers, best))
    return found


def _skeleton(name: str) -> Key:
    """The consonants of each part, with the ways to write one sound as one; the Arabic article is no part."""
    parts = [_consonants(name_key(word)) for word in name.replace("-", " ").split() if word.casefold() not in ARTICLES]
    return tuple(part for part in parts if part)


def _consonants(part: str) -> str:
    for written, sound in SOUNDS:
        part = part.replace(written, sound)
    return part.translate(VOWELS)


def _name_counts(story: Story) -> Counter[tuple[str, str]]:
    """How often each (local id, name) of a person is mentioned."""
    counts: Counter[tuple[str, str]] = Counter()
    for reading in story.readings:
        mentions = Counter(one for mention in reading.mentions for one in mention.entities)
        for character in reading.cast:
            if character.kind == "person":
                counts[character.id, character.name] += 1 + mentions[character.id]
    return counts


def merge_names(
    counts: Counter[tuple[str, str]], offices: Mapping[str, frozenset[str]] | None = None
) -> dict[str, str]:
    """`merge_persons` over (local id, name) -> count. Two carriers of one surname stay two, and so does the surname.

    `offices`: what the offices of a local id mean; a surname with an office is the one carrier with that office.
    """
    held = offices or {}
    full: dict[Key, list[tuple[int, str]]] = defaultdict(list)
    for (local, name), count in sorted(counts.items()):
        full[_key(name)].append((count, local))
    best = {key: max(rows)[1] for key, rows in full.items()}
    merged = {local: best[key] for key, rows in full.items() for _, local in rows}
    carriers = _carriers(full)
    for key, rows in sorted(full.items()):
        longer = {best[other] for other in carriers[key]}
        if len(longer) > 1:
            longer = _of_office(rows, full, carriers[key], held) & longer
        if len(longer) == 1:
            merged.update(dict.fromkeys((local for _, local in rows), longer.pop()))
    return {local: merged.get(target, target) for local, target in merged.items()}


def _of_office(
    rows: Iterable[tuple[int, str]],
    full: Mapping[Key, list[tuple[int, str]]],
    carriers: Iterable[Key],
    held: Mapping[str, frozenset[str]],
) -> set[str]:
    """The carriers of whom an article says an office that is said of the short name too."""
    said = frozenset[str]().union(*(held.get(local, frozenset()) for _, local in rows))
    return {
        max(full[key])[1]
        for key in carriers
        if said & frozenset[str]().union(*(held.get(local, frozenset()) for _, local in full[key]))
    }


def _key(name: str) -> Key:
    """Keys of the name parts; an initial says too little and is left out unless nothing else is there."""
    parts = [name_key(word) for word in name.split()]
    return tuple(part for part in parts if len(part) > 1) or tuple(parts)


def _carriers(full: dict[Key, list[tuple[int, str]]]) -> dict[Key, set[Key]]:
    """For each key the fullest keys that contain all of its parts."""
    holders: dict[str, set[Key]] = defaultdict(set)
    for key in full:
        for part in key:
            holders[part].add(key)
    found: dict[Key, set[Key]] = {}
    for key in full:
        sharing = [holders[part] for part in key]
        longer = {other for other in set.intersection(*sharing) if len(other) > len(key)} if sharing else set()
        found[key] = {one for one in longer if not any(set(one) < set(other) for other in longer)}
    return found
