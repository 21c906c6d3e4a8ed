"""What the sentence around a figure says of it: that a crowd is counted, that it is wanted, of when and where it is."""

import re
from bisect import bisect_left
from collections import defaultdict

import msgspec

from semeja.compare.wording import content_keys
from semeja.lang import differing
from semeja.records.reading import CodedEvent, Quantity, Reading, Sentence, TimeExpression
from semeja.records.story import Story

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
CROWDS = frozenset(
    {"workers", "demonstrators", "students", "participants", "farmers", "fishermen", "drivers", "teachers", "employees",
     "health_workers", "doctors", "traders", "women", "victims"}
)  # fmt: skip
"""People who, in a sentence about a protest, are counted as those who take part in it."""
GOODS = frozenset({"price", "production", "stock", "exports", "imports"})
"""Topics of which a figure is told for one good."""
WANTING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN"})
"""Events whose content is wanted, offered, refused or threatened."""
MOST_TIMES = 40
"""Times and events of one sentence that are looked at: more stand only in a list."""
GOOD_BEFORE = 200
"""Characters before a price in which its good is named."""
LOOKED_BACK = 60
"""Characters before a figure in which a word makes it a former one."""


class CountingSentence(msgspec.Struct, frozen=True):
    """A sentence with figures: its words, its times and years in order, the events that want something, whether it
    tells of a protest."""

    sentence: Sentence
    text: str
    words: frozenset[str]
    times: tuple[TimeExpression, ...]
    years: tuple[int, ...]
    wanting: tuple[CodedEvent, ...]
    protest: bool
    language: str | None

    def has(self, group: str) -> bool:
        """Whether a word of a group of `differing.tsv` stands in it."""
        return not self.words.isdisjoint(differing.load(self.language).of(group))

    def before(self, start: int) -> frozenset[str]:
        """The words shortly before a place of it, those of its times apart (`sehari sebelumnya`)."""
        first, pieces = max(self.sentence.start, start - LOOKED_BACK), []
        for time in (one for one in self.times if first < one.end and one.start < start):
            pieces.append(self.text[first - self.sentence.start : max(first, time.start) - self.sentence.start])
            first = max(first, time.end)
        pieces.append(self.text[first - self.sentence.start : max(first, start) - self.sentence.start])
        return words_of(" ".join(pieces))

    def good(self, start: int) -> str | None:
        """The key of the good whose price a figure is: behind `harga`, `price of`, or before `prices`."""
        end = start - self.sentence.start
        words = [word.casefold() for word in _WORD.findall(self.text[max(0, end - GOOD_BEFORE) : end])]
        table = differing.load(self.language)
        for at in range(len(words) - 1, -1, -1):
            if words[at] not in table.of("of_good"):
                continue
            behind = [key for word in words[at + 1 : at + 4] for key in content_keys(word, self.language)]
            before = [key for word in words[max(0, at - 1) : at] for key in content_keys(word, self.language)]
            named = before if words[at] in table.of("good_before") and before else behind
            return named[0] if named else None
        return None

    def nearest_time(self, one: Quantity) -> TimeExpression | None:
        """The time nearest to a figure, by characters between them; of equals the earlier one."""
        return min(self.times, key=lambda time: (_gap(time, one), time.start), default=None)


class CountingSentences:
    """The sentences of one article by number, each looked at once."""

    def __init__(self, story: Story, index: int) -> None:
        self._reading: Reading = story.readings[index]
        self._text = story.articles[index].text
        times = [one for one in self._reading.times if one.value]
        self._times = sorted(times, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._times]
        self._protests = {one.sentence for one in self._reading.events if one.type == "PROTEST"}
        self._wanting: dict[int, list[CodedEvent]] = defaultdict(list)
        for one in self._reading.events:
            if one.type in WANTING and len(self._wanting[one.sentence]) < MOST_TIMES:
                self._wanting[one.sentence].append(one)
        self._seen: dict[int, CountingSentence] = {}

    def of(self, one: Quantity) -> CountingSentence | None:
        """The sentence of a figure; None for a figure before the first."""
        at = self._reading.sentence_at(one.start)
        if at < 0:
            return None
        if at not in self._seen:
            self._seen[at] = self._look(at)
        return self._seen[at]

    def _look(self, at: int) -> CountingSentence:
        sentence = self._reading.sentences[at]
        text = self._text[sentence.start : sentence.end]
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return CountingSentence(
            sentence=sentence,
            text=text,
            words=words_of(text),
            times=tuple(one for one in self._times[low : min(high, low + MOST_TIMES)] if one.role != "publication"),
            years=tuple(int(year) for year in _YEAR.findall(text)[:MOST_TIMES]),
            wanting=tuple(self._wanting[at]),
            protest=at in self._protests,
            language=self._reading.language,
        )


def words_of(text: str) -> frozenset[str]:
    """The case-folded words of a text."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


def counted_in_crowd(one: Quantity, where: CountingSentence | None) -> str | None:
    """What is counted; `demonstrators` for those who take part in a protest, whatever the noun; `price.rice`."""
    of = one.of
    if of and of.endswith(".demonstrators"):
        return "demonstrators"
    crowd = of in CROWDS or (of is None and one.unit == "person")
    if crowd and where is not None and where.protest:
        return "demonstrators"
    if of in GOODS and where is not None and (good := where.good(one.start)):
        return f"{of}.{good}"
    return of


def wanted_by(one: Quantity, where: CountingSentence | None) -> tuple[str, ...] | None:
    """Who asks for, offers or refuses the figure (local ids; empty: not said); None: it is counted, not wanted.

    People who are counted inside a demand are there whether it is met or not: they are not wanted.
    """
    if one.unit == "person" or where is None:
        return None
    wanted = where.has("wanted")
    covering = [
        event for event in where.wanting if event.start <= one.start < event.end and (event.type != "AGREE" or wanted)
    ]
    inside = [event for event in covering if event.content and event.content.start <= one.start < event.content.end]
    if inside or (covering and wanted):
        return (inside or covering)[0].actor
    return one.attributed_to if wanted else None


def period_of(one: Quantity, where: CountingSentence | None) -> TimeExpression | None:
    """The month or year for which a figure is told, by the nearest time of its sentence; else None."""
    time = where.nearest_time(one) if where else None
    return time if time and time.value and time.granularity in ("month", "year") else None


def _gap(time: TimeExpression, one: Quantity) -> int:
    return one.start - time.end if time.end <= one.start else max(0, time.start - one.end)
