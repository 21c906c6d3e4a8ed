"""Lists and search of a built project: kept up to date from its dossiers, read page by page."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from semeja.dossier.html import flat, listed, short_names
from semeja.dossier.json import decode
from semeja.errors import UsageError
from semeja.records.dossier import Dossier, DossierArticle
from semeja.records.listing import (
    ArticleEntry,
    ArticlePage,
    Excerpt,
    Filters,
    FoundArticle,
    ListedArticle,
    ListedStory,
    StoryEntry,
    StoryPage,
)
from semeja.run.building import PROJECT
from semeja.run.built import Notify, quietly
from semeja.store.search_index import SearchIndex
from semeja.store.search_terms import marking
from semeja.store.sqlite import FILE

PAGE = 20
"""Rows of a page: two screens."""
BATCH = 100
"""Stories that are listed in one transaction: who reads meanwhile sees them arrive."""
AROUND = 110
"""Characters before and after a hit that an excerpt shows: two lines."""

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?![\d-])")


def refresh(out: Path, notify: Notify = quietly) -> int:
    """List anew the stories that the last build changed; how many. `UsageError` for a folder without a project."""
    if not (out / PROJECT / FILE).is_file():
        raise UsageError(f"folder {out}", "there is no project in it", f"run: semeja build ARTICLES -o {out}")
    with SearchIndex(out / PROJECT, write=True) as index:
        written = {folder: sha256 for folder, sha256 in index.written().items() if _file(out, folder).is_file()}
        before = index.listed()
        gone = sorted(before.keys() - written.keys())
        new = sorted(folder for folder, sha256 in written.items() if before.get(folder) != sha256)
        for start in range(0, len(new), BATCH):
            with index.transaction():
                for folder in new[start : start + BATCH]:
                    index.put(_listed_story(folder, written[folder], decode(_file(out, folder).read_bytes())))
            notify("list", min(start + BATCH, len(new)), len(new))
        if gone or new:
            with index.transaction():
                for folder in gone:
                    index.drop(folder)
                index.count_choices()
        return len(gone) + len(new)


def state(out: Path) -> tuple[tuple[int, int], ...]:
    """Something that changes whenever a build writes into the project, and costs next to nothing to look at."""
    files = (out / PROJECT / FILE, out / PROJECT / f"{FILE}-wal")
    looked = [one.stat() for one in files if one.is_file()]
    return tuple((one.st_mtime_ns, one.st_size) for one in looked if one.st_size)  # who reads leaves an empty log


def story_page(index: SearchIndex, filters: Filters, page: int, size: int = PAGE) -> StoryPage:
    """A page (from 1) of the stories that have an article that the filters let through, newest first."""
    rows = index.stories(filters, size + 1, (page - 1) * size)
    return StoryPage(rows[:size], index.count_stories(filters), len(rows) > size)


def article_page(index: SearchIndex, filters: Filters, page: int, size: int = PAGE) -> ArticlePage:
    """A page (from 1) of articles, newest first, each with the place of the first hit in it."""
    rows = index.articles(filters, size + 1, (page - 1) * size)
    pattern = marking(filters.query)
    found = tuple(FoundArticle(row, _excerpt(index.searched_text(row.id), pattern)) for row in rows[:size])
    return ArticlePage(found, index.count_articles(filters), len(rows) > size)


def articles_of(dossier: Dossier, folder: str) -> tuple[ListedArticle, ...]:
    """The articles of a story as lists show them, newest first."""
    return tuple(sorted(_listed_articles(dossier, folder), key=lambda one: (one.moment, one.entry.id), reverse=True))


def moment(value: str | None) -> str:
    """A time as text that sorts: UTC where the zone is known, as it stands where it is not, empty for none."""
    try:
        read = datetime.fromisoformat(value or "")
        return value or "" if read.tzinfo is None else read.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    except (ValueError, OverflowError):
        return value or ""


def _file(out: Path, folder: str) -> Path:
    return out / folder / "dossier.json"


def _listed_story(folder: str, sha256: str, dossier: Dossier) -> ListedStory:
    shown = listed(dossier, folder)
    story = dossier.story
    entry = StoryEntry(
        folder=folder,
        id=story.id,
        title=shown.title,
        line=shown.line,
        articles=len(dossier.articles),
        outlets=len(set(short_names(dossier, numbered=False).values())),
        lineages=len(dossier.provenance.lineages),
        conflicts=len(dossier.conflicts),
        first=story.first_published.value if story.first_published else None,
        last=story.last_published.value if story.last_published else None,
        languages=story.languages,
    )
    return ListedStory(entry, sha256, moment(entry.last), articles_of(dossier, folder))


def _listed_articles(dossier: Dossier, folder: str) -> Iterator[ListedArticle]:
    grades: dict[str, set[str]] = defaultdict(set)
    acts: dict[str, set[str]] = defaultdict(set)
    for claim in dossier.claims:
        for id in claim.support.articles:
            grades[id].add(claim.grade)
    for item in dossier.ledger:
        for id in item.articles:
            acts[id].add(item.act)
    title = flat(dossier.story.title.text) if dossier.story.title else folder
    for article in dossier.articles:
        entry = _entry(article, folder, title)
        yield ListedArticle(
            entry=entry,
            moment=moment(entry.published),
            day=match[0] if (match := _DAY.match(entry.published or "")) else None,
            grades=tuple(sorted(grades[article.id])),
            acts=tuple(sorted(acts[article.id])),
            text=article.text or "",
            removed=article.removed,
        )


def _entry(article: DossierArticle, folder: str, story_title: str) -> ArticleEntry:
    return ArticleEntry(
        id=article.id,
        story=folder,
        story_title=story_title,
        title=flat(article.title.text) if article.title else article.source,
        outlet=article.outlet.name if article.outlet else None,
        owner=article.outlet.group if article.outlet else None,
        published=article.published.value if article.published else None,
        language=article.language,
        source=article.source,
    )


def _excerpt(text: str, pattern: re.Pattern[str] | None) -> tuple[Excerpt, ...]:
    """The characters around the first hit, or the start of the text, hits apart from the rest, on one line."""
    first = pattern.search(text) if pattern else None
    start = max(0, first.start() - AROUND) if first else 0
    cut = text[start : (first.end() if first else 0) + AROUND]
    if start:
        cut = "…" + cut.partition(" ")[2]
    parts, at = [], 0
    for match in pattern.finditer(cut) if pattern else ():
        parts += [Excerpt(cut[at : match.start()], False), Excerpt(match[0], True)]
        at = match.end()
    parts.append(Excerpt(cut[at:] + "…", False))
    return tuple(Excerpt(re.sub(r"\s+", " ", one.text), one.hit) for one in parts if one.text)
