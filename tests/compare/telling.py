"""Small stories for the tests of the comparison: readings made by hand, of invented countries and people."""

import hashlib
import re

from semeja.records.article import Article
from semeja.records.reading import (
    Allegation,
    Character,
    CodedEvent,
    Mention,
    Paragraph,
    Quantity,
    Quotation,
    Reading,
    Sentence,
    Structure,
    TimeExpression,
)
from semeja.records.span import Span
from semeja.records.story import Story, make_story

NORTH, SOUTH = "country:UTR", "country:SLT"
_SENTENCE = re.compile(r"[^.!?]+[.!?]*\s*")


class Page:
    """An article and what is read from it. Pieces of its text are named by their words; their first place counts."""

    def __init__(
        self, name: str, text: str, published: str | None = None, language: str = "id", title: str = ""
    ) -> None:
        self.text, self.name, self.language = (f"{title}\n{text}" if title else text), name, language
        self.head = Span(0, len(title)) if title else None
        self.cast: dict[str, Character] = {}
        self.mentions: list[Mention] = []
        self.times: list[TimeExpression] = []
        self.events: list[CodedEvent] = []
        self.quotes: list[Quotation] = []
        self.quantities: list[Quantity] = []
        self.allegations: list[Allegation] = []
        self.published = TimeExpression(0, 0, published, "minute", None, "publication", "test") if published else None
        body = len(title) + 1 if title else 0
        parts = [(0, len(title), "title")] if title else []
        parts += [(body + one.start(), body + one.end(), "body") for one in _SENTENCE.finditer(text)]
        self.sentences = tuple(Sentence(start, end, 0, zone, 0, 0) for start, end, zone in parts)

    def span(self, words: str) -> Span:
        """The first place of some words."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def who(self, entity: str, name: str, represents: str | None = None, form: str = "name") -> "Page":
        """A character, with a mention at every place of its name."""
        kind = entity.partition(":")[0]
        self.cast.setdefault(entity, Character(entity, kind, name, represents))
        for match in re.finditer(rf"\b{re.escape(name)}\b", self.text):
            place = match.start(), match.end()
            self.mentions.append(Mention(*place, *place, kind, form, (entity,), "test"))
        return self

    def time(self, words: str, value: str, role: str = "event") -> int:
        """A time; gives its index."""
        place = self.span(words)
        self.times.append(TimeExpression(place.start, place.end, value, "day", None, role, "test"))
        return len(self.times) - 1

    def event(
        self,
        type_: str,
        words: str,
        actor: str = "",
        recipient: str = "",
        content: str = "",
        act: str | None = None,
        modality: str = "actual",
        mode: str | None = None,
        back: bool = False,
        denies: str | None = None,
        date: int | None = None,
        condition: str = "",
        polarity: str = "affirmed",
    ) -> "Page":
        """A coded clause; actor and recipient are ids parted by blanks."""
        place = self.span(words)
        number = next(at for at, one in enumerate(self.sentences) if one.start <= place.start < one.end)
        self.events.append(
            CodedEvent(
                start=place.start,
                end=place.end,
                trigger=place,
                type=type_,
                mode=mode,
                actor=tuple(actor.split()),
                recipient=tuple(recipient.split()),
                content=self.span(content) if content else None,
                polarity=polarity,
                modality=modality,
                condition=self.span(condition) if condition else None,
                attributed_to=(),
                date=date,
                deadline=None,
                place=None,
                act=act,
                strength="normal",
                refers_back=back,
                denies=denies,
                operators=(),
                sentence=number,
                rule="test",
            )
        )
        return self

    def quote(self, words: str, speaker: str, kind: str = "direct", cue: str = "", setting: str = "") -> "Page":
        """A quotation by an id."""
        place = self.span(words)
        number = next(at for at, one in enumerate(self.sentences) if one.start <= place.start < one.end)
        self.quotes.append(
            Quotation(
                place.start,
                place.end,
                kind,
                (speaker,),
                (),
                self.span(cue) if cue else None,
                self.span(setting) if setting else None,
                None,
                "affirmed",
                number,
                "test",
            )
        )
        return self

    def alleges(self, words: str, speaker: str, actor: str = "", type_: str = "", rule: str = "test") -> "Page":
        """Somebody's word about another."""
        place = self.span(words)
        accused = tuple(actor.split())
        self.allegations.append(Allegation(place.start, place.end, (speaker,), accused, type_, rule))
        return self

    def count(
        self,
        words: str,
        low: float,
        of: str,
        high: float | None = None,
        by: str = "",
        as_of: int | None = None,
        modifier: str | None = None,
        unit: str | None = "person",
    ) -> "Page":
        """A quantity; a point unless `high` is given."""
        place = self.span(words)
        top = low if high is None else high
        self.quantities.append(
            Quantity(place.start, place.end, low, top, modifier, unit, of, (), as_of, tuple(by.split()), "test")
        )
        return self

    def article(self) -> Article:
        """The article of the page."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return Article(id=self.name, source=f"{self.name}.txt", text=self.text, text_sha256=digest, outlet=self.name)

    def reading(self) -> Reading:
        """The reading of the page."""
        return Reading(
            article=self.name,
            language=self.language,
            structure=Structure(title=self.head),
            removed=(),
            paragraphs=(Paragraph(0, len(self.text), "body"),),
            sentences=self.sentences,
            cast=tuple(self.cast.values()),
            mentions=tuple(self.mentions),
            quotes=tuple(self.quotes),
            times=tuple(self.times),
            quantities=tuple(self.quantities),
            events=tuple(self.events),
            credits=(),
            corrections=(),
            allegations=tuple(self.allegations),
            published=self.published,
            told_from="",
        )


def story_of(*pages: Page) -> Story:
    """The story that some pages tell."""
    return make_story(tuple(page.article() for page in pages), tuple(page.reading() for page in pages))


def between(name: str, text: str, language: str = "id") -> Page:
    """An article in which two countries appear, by their names in either language."""
    made = Page(name, text, language=language)
    for entity, names in ((NORTH, ("Utara", "Northland")), (SOUTH, ("Selatan", "Southland"))):
        for one in names:
            made.who(entity, one)
    return made
