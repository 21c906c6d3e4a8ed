"""Stories for tests: pages of a few paragraphs with hand-set readings, so that no reader is tested here."""

import hashlib
import re
from collections.abc import Sequence

from semeja.records.article import Article
from semeja.records.reading import (
    CorrectionMark,
    Credit,
    Paragraph,
    Quantity,
    Reading,
    Sentence,
    Structure,
    TimeExpression,
)
from semeja.records.span import Span
from semeja.records.story import Story, make_story

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]?[\"”]?")
_AMOUNT = re.compile(r"(Rp)?(\d+)( miliar)?(?: (orang|rumah))?")

Page = tuple[Article, Reading]


def page(
    body: str,
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    credits: Sequence[tuple[str, str, str, str]] = (),
    language: str = "id",
    url: str | None = None,
    masthead: str = "",
    correction: str | None = None,
) -> Page:
    """A page; `credits` are (mark as it stands in the text, name, relation, scope), `correction` a mark of one."""
    head = f"{masthead}\n{title or ''}\n"
    text = head + body
    source = hashlib.sha256(f"{text}{outlet}{published}{url}".encode()).hexdigest()
    parts = tuple(
        Paragraph(len(head) + match.start(), len(head) + match.end(), "body") for match in re.finditer(r"[^\n]+", body)
    )
    sentences = tuple(
        Sentence(match.start(), match.end(), index, "body", 0, 0)
        for index, part in enumerate(parts)
        for match in _SENTENCE.finditer(text, part.start, part.end)
    )
    at = len(masthead) + 1
    reading = Reading(
        article=f"article:{source[:12]}",
        language=language,
        structure=Structure(title=Span(at, at + len(title)) if title else None, outlet_name=outlet),
        removed=(),
        paragraphs=parts,
        sentences=sentences,
        cast=(),
        mentions=(),
        quotes=(),
        times=(),
        quantities=tuple(_quantities(text, len(head))),
        events=(),
        credits=tuple(_credit(text, *one) for one in credits),
        corrections=_corrections(text, correction),
        allegations=(),
        published=TimeExpression(0, 0, published, "minute", None, "publication", "test") if published else None,
        told_from="",
    )
    return Article(f"article:{source[:12]}", f"{source[:6]}.txt", text, source, url=url), reading


def tell(*pages: Page) -> Story:
    """The story of some pages."""
    return make_story(tuple(article for article, _ in pages), tuple(reading for _, reading in pages))


def _credit(text: str, mark: str, name: str, relation: str, scope: str) -> Credit:
    start = text.index(mark)
    return Credit(start, start + len(mark), name, None, relation, scope, "test.credit")


def _corrections(text: str, mark: str | None) -> tuple[CorrectionMark, ...]:
    if mark is None:
        return ()
    start = text.index(mark)
    return (CorrectionMark(start, start + len(mark), "correction", "test.correction.opening"),)


def _quantities(text: str, start: int) -> list[Quantity]:
    found = []
    for match in _AMOUNT.finditer(text, start):
        rupiah, digits, billion, counted = match.groups()
        if rupiah or counted:
            value = float(digits) * (1e9 if billion else 1)
            unit, of = ("IDR", None) if rupiah else ("person" if counted == "orang" else None, counted)
            found.append(Quantity(*match.span(), value, value, None, unit, of, (), None, (), "test"))
    return found
