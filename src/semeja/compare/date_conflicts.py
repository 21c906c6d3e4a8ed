"""One statement with two times: sentences of two articles that say the same but for an explicit date or hour."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from semeja.compare.counting_sentences import words_of
from semeja.compare.counts import GROWING, Count
from semeja.compare.instants import earlier, has_clock, same_instant, sort_key
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.times import compatible
from semeja.compare.wording import content_keys
from semeja.group.components import components
from semeja.lang import differing
from semeja.records.dossier import Conflict, Evidence
from semeja.records.story import Story
from semeja.text.similarity import dice, overlap

SAME_STATEMENT = 0.6
"""Share of the shorter sentence's keys that two sentences must have in common, their dates apart."""
FEWEST_SHARED = 4
SAME_WORDS, FEWEST_WORDS = 0.8, 3
"""Dice over all keys, names too, from which short sentences are one statement, and how many they share at least."""
TOLD_TOO = 0.4
"""The same for a sentence of the one article that gives the other's time: it tells of both."""
MOST_CANDIDATES = 20
MOST_UNDER_A_KEY = 400
"""Sentences that are found by one key, the first of them: a key of more says little."""
MOST_RISING = 10
"""Figures of a dated sentence that are looked at."""
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=[\w,)] )[A-Z]\w+")
"""Capitalised words after another word: articles of one story share their names whatever they say."""
_EXACT = frozenset({"day", "minute", "part_of_day"})


class Dated(msgspec.Struct, frozen=True):
    """A body sentence with its one explicit time. `ahead`: it lies ahead; `moved`: it was put off; `again`: a further
    one of its kind; `figures`: what is counted anew while a happening goes on, with its value."""

    number: int
    index: int
    value: str
    modifier: str | None
    published: str
    ahead: bool
    moved: bool
    again: bool
    evidence: Evidence
    keys: frozenset[str]
    words: frozenset[str]
    figures: frozenset[tuple[str, float]]


def date_conflicts(story: Story, counts: Iterable[Count]) -> list[Conflict]:
    """Conflicts between articles; a date and an article's own second date for it are told by `weekday`."""
    dated = list(_dated_sentences(story, counts))
    links = {(f"{a.number:06}", f"{b.number:06}") for a, b in _pairs(dated)}
    return [_conflict([dated[int(one)] for one in members]) for members in components(links)]


def _dated_sentences(story: Story, counts: Iterable[Count]) -> Iterator[Dated]:
    """Sentences with one date that are no list of figures: of figures the date says only when they held."""
    figures: dict[str, list[int]] = defaultdict(list)
    growing: dict[str, list[tuple[int, str, float]]] = defaultdict(list)
    number = 0
    for count in counts:
        figures[count.quantity.article] += [count.quantity.evidence.start] * (2 if count.quantity.as_of else 1)
        if count.counts in GROWING and count.counts:
            place, value = count.quantity.evidence.start, float(count.quantity.low or count.quantity.high or 0)
            growing[count.quantity.article].append((place, count.counts, value))
    for index, reading in enumerate(story.readings):
        text, table = story.articles[index].text, differing.load(reading.language)
        published = (reading.published.value if reading.published else None) or ""
        times = sorted((one for one in reading.times if one.value), key=lambda one: one.start)
        starts, places = [one.start for one in times], sorted(figures[reading.article])
        rising = sorted(growing[reading.article])
        ahead = {one.sentence for one in reading.events if one.modality in ("future", "intended")}
        for at, sentence in enumerate(reading.sentences):
            inside = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            listed = bisect_left(places, sentence.end) - bisect_left(places, sentence.start) > 1
            if sentence.zone != "body" or len(inside) != 1 or inside[0].alternative or listed:
                continue
            time = inside[0]
            if time.granularity in _EXACT and time.value and _DIGIT.search(text[time.start : time.end]):
                words = words_of(text[sentence.start : sentence.end])
                rest = f"{text[sentence.start : time.start]} {text[time.end : sentence.end]}"
                yield Dated(
                    number=number,
                    index=index,
                    value=time.value,
                    modifier=time.modifier,
                    published=published,
                    ahead=at in ahead or any(words & table.of(one) for one in ("ahead", "planned")),
                    moved=not words.isdisjoint(table.of("postponed")),
                    again=not words.isdisjoint(table.of("again")),
                    evidence=story.evidence(index, time.start, time.end),
                    keys=frozenset(content_keys(_NAME.sub(" ", rest), reading.language)),
                    words=frozenset(content_keys(rest, reading.language)),
                    figures=frozenset(
                        (of, value) for place, of, value in _from(rising, sentence.start) if place < sentence.end
                    ),
                )
                number += 1


def _from(rising: Sequence[tuple[int, str, float]], start: int) -> Sequence[tuple[int, str, float]]:
    """The first figures from a place on."""
    first = bisect_left(rising, (start, "", 0.0))
    return rising[first : first + MOST_RISING]


def _pairs(dated: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    under: dict[str, list[int]] = defaultdict(list)
    of_article: dict[int, list[Dated]] = defaultdict(list)
    for one in dated:
        of_article[one.index].append(one)
    for one in dated:
        shared = Counter(number for key in one.words for number in under[key][:MOST_UNDER_A_KEY])
        for number in sorted(shared, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]:
            other = dated[number]
            if _same_statement(one, other) and _differ(one, other) and not _both_told(one, other, of_article):
                yield other, one
        for key in one.words:
            under[key].append(one.number)


def _same_statement(left: Dated, right: Dated) -> bool:
    if len(left.keys & right.keys) >= FEWEST_SHARED and overlap(left.keys, right.keys) >= SAME_STATEMENT:
        return True
    return len(left.words & right.words) >= FEWEST_WORDS and dice(left.words, right.words) >= SAME_WORDS


def _differ(left: Dated, right: Dated) -> bool:
    if left.index == right.index:
        return False
    if left.figures != right.figures and {of for of, _ in left.figures} & {of for of, _ in right.figures}:
        return False  # each date says when its figure held
    if left.again != right.again or left.modifier != right.modifier or not _times_differ(left.value, right.value):
        return False
    if not left.ahead and not right.ahead and (_is_later(left, right) or _is_later(right, left)):
        return False
    return left.ahead == right.ahead or not _in_turn(left, right)


def _is_later(left: Dated, right: Dated) -> bool:
    """Whether the one happened after the article of the other was published: that one tells of another happening."""
    return (
        bool(left.published) and left.value[:10] > right.published[:10] > "" and left.value[:10] <= left.published[:10]
    )


def _times_differ(left: str, right: str) -> bool:
    """Two days, or two hours; an hour and a day that can be its day do not differ."""
    if has_clock(left) and has_clock(right):
        return not same_instant(left, right)
    return not compatible(left, right)


def _in_turn(left: Dated, right: Dated) -> bool:
    """What lies ahead in the one article is told as done in a later one: an order in time."""
    ahead, done = (left, right) if left.ahead else (right, left)
    return earlier(ahead.published, done.published) is True and done.value[:10] <= done.published[:10]


def _both_told(left: Dated, right: Dated, of_article: Mapping[int, Sequence[Dated]]) -> bool:
    """Whether the article of one gives the time of the other too, for something of the same words."""
    return any(
        not _times_differ(third.value, other.value) and overlap(third.keys, other.keys) >= TOLD_TOO
        for one, other in ((left, right), (right, left))
        for third in of_article[one.index][:MOST_CANDIDATES]
    )


def _conflict(members: Sequence[Dated]) -> Conflict:
    values: dict[str, list[Evidence]] = defaultdict(list)
    for one in members:
        values[one.value].append(one.evidence)
    sides = [make_side(value, places) for value, places in sorted(values.items())]
    shared = frozenset.intersection(*(one.keys for one in members))
    last = max(members, key=lambda one: (sort_key(one.published) if one.published else "", one.number))
    resolution = "superseded" if last.moved else "open"
    return make_conflict("date", "+".join(sorted(shared)[:6]), sides, resolution, "conflicts.date-same-statement")
