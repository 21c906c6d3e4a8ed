"""The order of the reading: one article in, its `Reading` out."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from semeja.lang.cleaning import merged
from semeja.lang.identify import tell
from semeja.lang.pack import Pack
from semeja.read.allegations import find_allegations
from semeja.read.cleaning import clean
from semeja.read.coreference import resolve
from semeja.read.credits import find_corrections, find_credits
from semeja.read.draft import Draft
from semeja.read.events import find_events
from semeja.read.joining import joined
from semeja.read.mixed import parts, with_publication
from semeja.read.names import find_names
from semeja.read.quantities import find_quantities
from semeja.read.quotes import complete_speakers, find_quotes
from semeja.read.sentences import split
from semeja.read.times import find_times
from semeja.records.article import Article
from semeja.records.reading import CleanView, Reading


def read(
    article: Article,
    packs: Mapping[str, Pack],
    around: date | None = None,
    furniture: frozenset[str] = frozenset(),
) -> Reading:
    """Everything that one article says. An article in a language without a pack is cleaned and no more.

    `around`: a day near which its story lies, for an article that states neither its publication nor a year.
    `furniture`: lines that its outlet repeats in its articles.
    """
    view = clean(article, (merged(tuple(packs)),), furniture)
    told = tell(body_text(view))
    language = told.language
    if language is None or language not in packs:
        return _unread(article, view, language)
    if told.mixed:
        return _read_mixed(article, view, language, packs, around)
    return to_reading(draft_of(article, view, packs[language], around))


def _read_mixed(
    article: Article, view: CleanView, language: str, packs: Mapping[str, Pack], around: date | None
) -> Reading:
    """Each paragraph by the pack of its language."""
    views = parts(view, language, packs)
    if views[language].paragraphs == view.paragraphs:
        return to_reading(draft_of(article, view, packs[language], around))
    main = to_reading(draft_of(article, views[language], packs[language], around))
    others = [
        to_reading(draft_of(with_publication(article, main), views[code], packs[code], around))
        for code in views
        if code != language
    ]
    return joined(view, main, others)


def draft_of(article: Article, view: CleanView, pack: Pack, around: date | None = None) -> Draft:
    """All stages in their order."""
    draft = Draft(article=article, pack=pack, view=view)
    sentences, tokens = split(view, pack)
    draft = replace(draft, sentences=sentences, tokens=tokens)
    draft = replace(draft, credits=find_credits(draft), corrections=find_corrections(draft))
    times, published, told_from = find_times(draft, around)
    draft = replace(draft, times=times, published=published, told_from=told_from)
    cast, mentions = find_names(draft)
    draft = replace(draft, cast=cast, mentions=mentions)
    draft = replace(draft, quotes=find_quotes(draft))
    draft = replace(draft, mentions=resolve(draft))
    draft = replace(draft, quotes=complete_speakers(draft))
    draft = replace(draft, quantities=find_quantities(draft))
    return replace(draft, events=find_events(draft))


def body_text(view: CleanView) -> str:
    """Title and body of a view, a line a paragraph."""
    return "\n".join(view.text[part.start : part.end] for part in view.paragraphs if part.zone in ("title", "body"))


def to_reading(draft: Draft) -> Reading:
    """The draft as the record that is kept."""
    return Reading(
        article=draft.article.id,
        language=draft.pack.code,
        structure=draft.view.structure,
        removed=draft.view.removed,
        paragraphs=draft.view.paragraphs,
        sentences=draft.sentences,
        cast=draft.cast,
        mentions=draft.mentions,
        quotes=draft.quotes,
        times=draft.times,
        quantities=draft.quantities,
        events=draft.events,
        credits=draft.credits,
        corrections=draft.corrections,
        allegations=find_allegations(draft),
        published=draft.published,
        told_from=draft.told_from,
    )


def _unread(article: Article, view: CleanView, language: str | None) -> Reading:
    return Reading(
        article=article.id,
        language=language,
        structure=view.structure,
        removed=view.removed,
        paragraphs=view.paragraphs,
        sentences=(),
        cast=(),
        mentions=(),
        quotes=(),
        times=(),
        quantities=(),
        events=(),
        credits=(),
        corrections=(),
        allegations=(),
        published=None,
        told_from="unknown",
    )
