"""One statement of all in one article and of some in another: `seluruh warga` and `sebagian warga`."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from semeja.compare.sides import make_conflict, make_side
from semeja.compare.wording import content_keys
from semeja.lang import differing
from semeja.lang.pack import CODES
from semeja.records.dossier import Conflict, Evidence
from semeja.records.story import Story
from semeja.text.similarity import overlap

SAME_STATEMENT = 0.6
"""Share of the shorter sentence's keys that two sentences must have in common."""
FEWEST_SHARED = 3
"""Keys that they share besides the noun."""
MOST_MARKS = 3
"""Words for all or some in one sentence that are looked at, the first of them."""
MOST_ALIKE = 100
"""Statements of one noun that are compared, the first of them: each of all with each of some."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W\d_]+)*")


class Scoped(msgspec.Struct, frozen=True):
    """A sentence that speaks of all or of some of something: `noun` is the key of that, `keys` those of the rest."""

    index: int
    every: bool
    noun: str
    keys: frozenset[str]
    evidence: Evidence
    zone: str
    negated: bool


def scope_conflicts(story: Story) -> list[Conflict]:
    """One conflict per pair of sentences of two bodies; of a headline and its own body, kind `headline`."""
    nouns: dict[str, list[Scoped]] = defaultdict(list)
    for one in _scoped(story):
        if len(nouns[one.noun]) < MOST_ALIKE:
            nouns[one.noun].append(one)
    found: dict[str, Conflict] = {}
    for _, members in sorted(nouns.items()):
        for one in (one for one in members if one.every):
            for other in (other for other in members if not other.every and other.negated == one.negated):
                conflict = _between(one, other)
                if conflict:
                    found.setdefault(conflict.id, conflict)
    return list(found.values())


def _between(one: Scoped, other: Scoped) -> Conflict | None:
    sides = (make_side(one.evidence.text, (one.evidence,)), make_side(other.evidence.text, (other.evidence,)))
    if one.index == other.index:
        if (one.zone, other.zone) != ("title", "body") or overlap(one.keys, other.keys) < SAME_STATEMENT:
            return None
        return make_conflict("headline", one.noun, sides, "internal", "conflicts.headline-scope")
    if one.zone != "body" or other.zone != "body":
        return None
    if len(one.keys & other.keys) < FEWEST_SHARED or overlap(one.keys, other.keys) < SAME_STATEMENT:
        return None
    return make_conflict("scope", one.noun, sides, "open", "conflicts.scope")


def _scoped(story: Story) -> Iterator[Scoped]:
    for index, reading in enumerate(story.readings):
        if reading.language not in CODES:
            continue
        table, text = differing.load(reading.language), story.articles[index].text
        every, some, denied = table.of("every"), table.of("some"), table.of("denied")
        for sentence in reading.sentences:
            words = (
                list(_WORD.finditer(text, sentence.start, sentence.end)) if sentence.zone in ("title", "body") else []
            )
            marks = [at for at, word in enumerate(words) if word[0].casefold() in every or word[0].casefold() in some]
            for at in marks[:MOST_MARKS]:
                word = words[at]
                kind = word[0].casefold()
                noun = _noun(text, words[at + 1 : at + 4], reading.language)
                if noun is None:
                    continue
                key, end = noun
                keys = frozenset(content_keys(text[sentence.start : sentence.end], reading.language)) - {key}
                keys -= frozenset(content_keys(word[0], reading.language))
                negated = any(one[0].casefold() in denied for one in words)
                place = story.evidence(index, word.start(), end)
                yield Scoped(index, kind in every, key, keys, place, sentence.zone, negated)


def _noun(text: str, following: list[re.Match[str]], language: str) -> tuple[str, int] | None:
    """The key of the first word of content behind `seluruh`, `some of the`, and its end."""
    for word in following:
        keys = content_keys(word[0], language)
        if keys:
            return (keys[0], word.end()) if not word[0][0].isdecimal() else None
    return None
