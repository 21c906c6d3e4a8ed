"""One statement with two dates: sentences of two articles that say the same but for an explicit date."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from semeja.compare.quantities import Count
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.times import compatible
from semeja.compare.wording import content_keys
from semeja.group.components import components
from semeja.records.dossier import Conflict, Evidence
from semeja.records.story import Story
from semeja.text.similarity import overlap

SAME_STATEMENT = 0.6
"""Share of the shorter sentence's keys that two sentences must have in common, their dates apart."""
FEWEST_SHARED = 4
MOST_CANDIDATES = 20
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=[\w,)] )[A-Z]\w+")
"""Capitalised words after another word: articles of one story share their names whatever they say."""
_EXACT = frozenset({"day", "minute", "part_of_day"})


class Dated(msgspec.Struct, frozen=True):
    """A body sentence with its one explicit date."""

    number: int
    index: int
    value: str
    evidence: Evidence
    keys: frozenset[str]


def date_conflicts(story: Story, counts: Iterable[Count]) -> list[Conflict]:
    """Conflicts between articles; a date and an article's own second date for it are told by `weekday`."""
    dated = [Dated(number, *rest) for number, rest in enumerate(_dated_sentences(story, counts))]
    links = {(f"{a.number:06}", f"{b.number:06}") for a, b in _pairs(dated)}
    return [_conflict([dated[int(one)] for one in members]) for members in components(links)]


def _dated_sentences(story: Story, counts: Iterable[Count]) -> Iterator[tuple[int, str, Evidence, frozenset[str]]]:
    """Sentences with one date that are no list of figures: of figures the date says only when they held."""
    figures: dict[str, list[int]] = defaultdict(list)
    for count in counts:
        figures[count.quantity.article] += [count.quantity.evidence.start] * (2 if count.quantity.as_of else 1)
    for index, reading in enumerate(story.readings):
        text = story.articles[index].text
        for sentence in reading.sentences:
            inside = [one for one in reading.times if sentence.start <= one.start < sentence.end and one.value]
            listed = sum(sentence.start <= place < sentence.end for place in figures[reading.article]) > 1
            if sentence.zone != "body" or len(inside) != 1 or inside[0].alternative or listed:
                continue
            time = inside[0]
            if time.granularity in _EXACT and time.value and _DIGIT.search(text[time.start : time.end]):
                rest = f"{text[sentence.start : time.start]} {text[time.end : sentence.end]}"
                keys = frozenset(content_keys(_NAME.sub(" ", rest), reading.language))
                yield index, time.value, story.evidence(index, time.start, time.end), keys


def _pairs(dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    under: dict[str, list[int]] = defaultdict(list)
    for one in dated:
        shared = Counter(number for key in one.keys for number in under[key])
        for number in sorted(shared, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]:
            if shared[number] >= FEWEST_SHARED and _differ(one, dated[number]):
                yield dated[number], one
        for key in one.keys:
            under[key].append(one.number)


def _differ(left: Dated, right: Dated) -> bool:
    if left.index == right.index or compatible(left.value, right.value):
        return False
    return overlap(left.keys, right.keys) >= SAME_STATEMENT


def _conflict(members: Sequence[Dated]) -> Conflict:
    values: dict[str, list[Evidence]] = defaultdict(list)
    for one in members:
        values[one.value].append(one.evidence)
    sides = [make_side(value, places) for value, places in sorted(values.items())]
    shared = frozenset.intersection(*(one.keys for one in members))
    return make_conflict("date", "+".join(sorted(shared)[:6]), sides, "open", "conflicts.date-same-statement")
