"""Which persons of several articles are one: a name in another spelling, or a part that one person alone carries."""

from collections import Counter, defaultdict

from semeja.records.story import Story
from semeja.text.keys import name_key

Key = tuple[str, ...]

VOWELS = str.maketrans("", "", "aeiou")
FEWEST = 3
"""Consonants that a name part needs before other vowels can be another writing of it: transliterations of Arabic."""


def merge_persons(story: Story) -> dict[str, str]:
    """Local person id -> the id of the fullest, most frequent name that the rules allow it to be."""
    merged = merge_names(_name_counts(story))
    respelt = _respelt(story, merged)
    return {local: respelt.get(target, target) for local, target in merged.items()}


def _respelt(story: Story, merged: dict[str, str]) -> dict[str, str]:
    """Who acts for one party under a name of other vowels in each article (`Mahmud`, `Mehmood`) -> the most told."""
    groups: dict[tuple[object, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for reading in story.readings:
        for one in reading.cast:
            skeleton = tuple(_consonants(part) for part in _key(one.name))
            if one.kind == "person" and one.represents and len(skeleton) > 1 and len(max(skeleton, key=len)) >= FEWEST:
                groups[skeleton, one.represents][merged.get(one.id, one.id)].append(reading.article)
    found: dict[str, str] = {}
    for bearers in groups.values():
        articles = [article for told in bearers.values() for article in told]
        if len(bearers) > 1 and len(set(articles)) == len(articles):
            best = max(sorted(bearers), key=lambda one: len(bearers[one]))
            found.update(dict.fromkeys(bearers, best))
    return found


def _consonants(part: str) -> str:
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


def merge_names(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    """`merge_persons` over (local id, name) -> count. Two carriers of one surname stay two, and so does the surname."""
    full: dict[Key, list[tuple[int, str]]] = defaultdict(list)
    for (local, name), count in sorted(counts.items()):
        full[_key(name)].append((count, local))
    best = {key: max(rows)[1] for key, rows in full.items()}
    merged = {local: best[key] for key, rows in full.items() for _, local in rows}
    carriers = _carriers(full)
    for key, rows in sorted(full.items()):
        longer = {best[other] for other in carriers[key]}
        if len(longer) == 1:
            merged.update(dict.fromkeys((local for _, local in rows), longer.pop()))
    return {local: merged.get(target, target) for local, target in merged.items()}


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
