"""Which characters of an article are page noise, and where its furniture stands."""

from collections.abc import Iterable

from semeja.lang.cleaning import CleaningTables, merged
from semeja.read.cleaning.inline import has_markup, inline_cuts
from semeja.read.cleaning.labels import ZONES, label_lines
from semeja.read.cleaning.lines import split_lines
from semeja.read.cleaning.page import Look, look_at
from semeja.read.cleaning.paragraphs import lay_out
from semeja.read.cleaning.structure import structure_of
from semeja.read.cleaning.template import line_words
from semeja.read.cleaning.wrapping import join_wrapped
from semeja.records.article import Article
from semeja.records.reading import CleanView
from semeja.records.span import Removed
from semeja.text.mask import mask


def clean(article: Article, tables: Iterable[CleaningTables], furniture: frozenset[str] = frozenset()) -> CleanView:
    """The view of an article: noise of every language in `tables` removed, paragraphs with their zones.

    `furniture`: lines that its outlet repeats in its articles (`template.house_lines`).

    The languages' tables are merged (once per process), since pages mix languages.
    """
    known = merged(tuple(code for own in tables for code in own.codes))
    lines = join_wrapped(article.text, split_lines(article.text), known)
    looks = look_at(lines, known)
    labels = label_lines(looks, article.title, known)
    if furniture:
        labels = [
            "boilerplate" if label in ("body", "caption") and line_words(look.line) in furniture else label
            for look, label in zip(looks, labels, strict=True)
        ]
    removed = _removed(looks, labels, has_markup(article.text), known)
    paragraphs, blanked = lay_out(article.text, looks, labels, removed)
    return CleanView(
        text=mask(article.text, removed, blanked),
        paragraphs=paragraphs,
        removed=tuple(removed),
        structure=structure_of(article, looks, labels, known),
    )


def _removed(looks: list[Look], labels: list[str], markup: bool, tables: CleaningTables) -> list[Removed]:
    """What is no part of the view, in order: whole lines, and noise inside the lines that are kept."""
    removed: list[Removed] = []
    for look, label in zip(looks, labels, strict=True):
        if label in ZONES:
            removed += inline_cuts(look.line, tables, markup)
        else:
            removed.append(Removed(look.line.start, look.line.end, label))
    removed.sort()
    return removed
