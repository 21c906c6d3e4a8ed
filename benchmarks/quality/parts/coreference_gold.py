"""Passages with coreference in SACR marks (indocoref: MIT, text CC BY-SA): mentions, their kinds, who goes with whom.

A mark is `{M7:jenis="kind" words}`. Marks around the same words are one mention. Its own number is the one with a
kind; every other number says which earlier mention it goes with. A mention that goes with several characters (`they`)
is a character of its own, the same for the same several.
"""

import hashlib
import re
from collections import defaultdict
from pathlib import Path

import msgspec
from benchmarks.quality.parts.coreference_scores import Cluster
from benchmarks.quality.parts.data import records_of

_MARK = re.compile(r'\{M(\d+):jenis="([^"]*)" ?')
_EDGES = " \t\n\u00a0.,;:!?\"'”“’‘"
DEVELOPED_ON = 60
"""Percent of the passages that may be looked at."""

Span = tuple[int, int]


class GoldMention(msgspec.Struct, frozen=True):
    """`start:end` without marks around it, in code points of the passage; `kind` as annotated, may be empty."""

    start: int
    end: int
    kind: str
    numbers: tuple[int, ...]
    own: int


class Passage(msgspec.Struct, frozen=True):
    """One passage. `characters`: the mentions by whom they mean; `overlapping`: with `they` at each of its several."""

    id: str
    text: str
    mentions: tuple[GoldMention, ...]
    characters: tuple[Cluster, ...]
    overlapping: tuple[Cluster, ...]

    @property
    def seen(self) -> bool:
        """Whether the passage belongs to the part that rules are made on; told by a hash of its id alone."""
        digest = hashlib.sha256(f"indocoref:{self.id}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % 100 < DEVELOPED_ON


def passages(path: Path) -> list[Passage]:
    """The passages of `docs.jsonl.gz`, in its order."""
    return [passage(str(record["id"]), record["text"], record["sacr"]) for record in records_of(path)]


def passage(id: str, text: str, marked: str) -> Passage:
    """One passage from its plain text and its marked one; blanks may differ between the two."""
    mentions = merged(text, opened(text, marked))
    characters, overlapping = grouped(mentions)
    return Passage(id, text, mentions, characters, overlapping)


def opened(text: str, marked: str) -> list[tuple[int, int, str, int]]:
    """Every mark as (start, end, kind, number) with places in `text`, trimmed; marks around nothing are left out."""
    letters = [place for place, letter in enumerate(text) if not letter.isspace()]
    found: list[tuple[int, int, str, int]] = []
    waiting: list[tuple[int, str, int]] = []
    read, at = 0, 0
    while at < len(marked):
        match = _MARK.match(marked, at)
        if match:
            waiting.append((read, match[2], int(match[1])))
            at = match.end()
            continue
        if marked[at] == "}" and waiting:
            first, kind, number = waiting.pop()
            if read > first:
                start, end = trimmed(text, letters[first], letters[read - 1] + 1)
                found.append((start, end, kind, number))
        elif not marked[at].isspace():
            read += 1
        at += 1
    return [one for one in found if one[1] > one[0]]


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks and marks at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def merged(text: str, marks: list[tuple[int, int, str, int]]) -> tuple[GoldMention, ...]:
    """One mention for all marks around the same words, in the order of the text, the longer first."""
    same: dict[Span, list[tuple[str, int]]] = defaultdict(list)
    for start, end, kind, number in marks:
        same[start, end].append((kind, number))
    return tuple(mention(span, same[span]) for span in sorted(same, key=lambda span: (span[0], -span[1])))


def mention(span: Span, marks: list[tuple[str, int]]) -> GoldMention:
    """The mention of the marks around one span."""
    kinds = [kind for kind, _ in marks if kind]
    with_kind = [number for kind, number in marks if kind]
    own = with_kind[0] if len(set(with_kind)) == 1 else max(number for _, number in marks)
    return GoldMention(*span, kinds[0] if kinds else "", tuple(sorted({number for _, number in marks})), own)


def grouped(mentions: tuple[GoldMention, ...]) -> tuple[tuple[Cluster, ...], tuple[Cluster, ...]]:
    """The mentions by character, and the same with the mentions of several characters at each of them."""
    leads: dict[int, int] = {}
    several: list[tuple[int, GoldMention]] = []
    known: set[int] = set()
    for one in mentions:
        if len(one.numbers) <= 2:
            join(leads, one.numbers[0], one.numbers[-1])
        else:
            several.append((own_number(one, known), one))
        known.update(one.numbers)
    wholes: dict[frozenset[int], int] = {}
    for own, one in several:
        parts = frozenset(root(leads, number) for number in one.numbers if number != own)
        if len(parts) == 1:
            join(leads, own, *parts)
        else:
            join(leads, own, wholes.setdefault(parts, own))
    alone: dict[int, list[Span]] = defaultdict(list)
    shared: dict[int, list[Span]] = defaultdict(list)
    owns = {(one.start, one.end): own for own, one in several}
    members = {root(leads, own): parts for parts, own in wholes.items()}
    for one in mentions:
        lead = root(leads, owns.get((one.start, one.end), one.numbers[0]))
        alone[lead].append((one.start, one.end))
        for part in members.get(lead, (lead,)):
            shared[root(leads, part)].append((one.start, one.end))
    return tuple(map(frozenset, alone.values())), tuple(map(frozenset, shared.values()))


def own_number(one: GoldMention, known: set[int]) -> int:
    """The number of the mention itself: the one that the text has not used before, else as its kinds tell."""
    new = [number for number in one.numbers if number not in known]
    return one.own if one.own in new or not new else new[-1]


def root(leads: dict[int, int], number: int) -> int:
    """The number that stands for all that go with `number`."""
    while (lead := leads.get(number, number)) != number:
        number = lead
    return number


def join(leads: dict[int, int], left: int, right: int) -> None:
    """Let the two go with each other."""
    low, high = sorted((root(leads, left), root(leads, right)))
    if low != high:
        leads[high] = low
