"""What the articles say that somebody says of somebody: allegations, accusations and quotes, one side of a dispute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from semeja.compare.content import Passages
from semeja.compare.counting_sentences import words_of
from semeja.compare.entities import Cast
from semeja.lang import differing
from semeja.records.reading import Reading
from semeja.records.story import Story

EARLY = 5
"""Words of a quote among which a negation denies what the quote speaks of."""
Row = tuple[int, int, tuple[str, ...], tuple[str, ...], str, bool, bool, int]
"""start, end, local ids of who says it and of whom, type of the deed, against, alleges, end of what its keys are of."""


class Statement(msgspec.Struct, frozen=True):
    """What somebody says of somebody: `number` in the story, `parties` who say it, `accused` of whom, if named.

    `alleges`: it was read as an allegation. `against`: an accusation. `denying`: its words deny something, or call it
    untrue (`untrue`). `keys`: what it speaks of; `matter`: those of them that name nobody.
    """

    number: int
    index: int
    start: int
    end: int
    sentence: int
    parties: frozenset[str]
    accused: frozenset[str]
    type: str
    alleges: bool
    against: bool
    denying: bool
    untrue: bool
    keys: frozenset[str]

    @property
    def matter(self) -> frozenset[str]:
        """The keys that name no entity."""
        return frozenset(key for key in self.keys if ":" not in key)


class Statements:
    """The statements of a story by article and by key."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.all = tuple(statements)
        self.of_article: dict[int, list[Statement]] = defaultdict(list)
        self.under: dict[str, list[Statement]] = defaultdict(list)
        for one in self.all:
            self.of_article[one.index].append(one)
            for key in sorted(one.keys) if not one.denying else ():
                self.under[key].append(one)
            if one.type:
                self.under[one.type].append(one)


def collect_statements(story: Story, cast: Cast) -> tuple[Statement, ...]:
    """Allegations, accusations and quotes in order of article and place; what alleges and is quoted stands once."""
    passages = Passages(story, cast)
    found: list[Statement] = []
    for index, reading in enumerate(story.readings):
        table, text = differing.load(reading.language), story.articles[index].text
        for start, end, speaker, actor, type_, against, alleges, whole in sorted(_rows(reading)):
            accused = cast.parties_of(cast.of(reading.article, actor))
            words = words_of(text[start:end])
            found.append(
                Statement(
                    number=len(found),
                    index=index,
                    start=start,
                    end=end,
                    sentence=reading.sentence_at(start),
                    parties=cast.parties_of(cast.of(reading.article, speaker)),
                    accused=accused,
                    type=type_,
                    alleges=alleges,
                    against=against,
                    denying=_denies(text[start:end], table, alleges),
                    untrue=not words.isdisjoint(table.of("untrue")),
                    keys=passages.keys(index, start, whole, accused),
                )
            )
    return tuple(found)


def _denies(text: str, table: differing.DifferingTables, alleges: bool) -> bool:
    """Whether a word of denying stands early in a text; a late one belongs to a clause of its own.

    What was read as an allegation denies only in the first person: another may be accused of not doing something.
    """
    early = {word.strip(".,;:!?\"'“”‘’()").casefold() for word in text.split(maxsplit=EARLY)[:EARLY]}
    if alleges and early.isdisjoint(table.of("own")):
        return False
    return not early.isdisjoint(table.of("denied") | table.of("untrue"))


def _rows(reading: Reading) -> Iterator[Row]:
    told = {(one.start, one.end) for one in reading.allegations}
    alleged = {reading.sentence_at(one.start) for one in reading.allegations}
    for one in reading.allegations:
        yield one.start, one.end, one.speaker, one.actor, one.type, one.rule.endswith(".accused"), True, one.end
    for quote in reading.quotes:
        if quote.speaker and quote.polarity != "denied" and (quote.start, quote.end) not in told:
            yield quote.start, quote.end, quote.speaker, (), "", False, False, quote.end
    for event in reading.events:
        accuses = event.type == "ACCUSE" and event.polarity == "affirmed" and event.actor and event.recipient
        if accuses and event.sentence not in alleged:
            whole = reading.sentences[event.sentence].end
            yield event.start, event.end, event.actor, event.recipient, "", True, True, whole
