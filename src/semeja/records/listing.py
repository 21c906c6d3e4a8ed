"""What lists of stories and articles show, so that a large project is listed and searched without its dossiers."""

import msgspec

from semeja.records.dossier import RemovedRange


class StoryEntry(msgspec.Struct, frozen=True):
    """A story in a list. `first`, `last`: when its articles were published (ISO 8601 prefix), None where unknown."""

    folder: str
    id: str
    title: str
    line: str
    articles: int
    outlets: int
    lineages: int
    conflicts: int
    first: str | None
    last: str | None
    languages: tuple[str, ...]


class ArticleEntry(msgspec.Struct, frozen=True):
    """An article in a list; `story` is the folder of its story."""

    id: str
    story: str
    story_title: str
    title: str
    outlet: str | None
    owner: str | None
    published: str | None
    language: str | None
    source: str


class ListedArticle(msgspec.Struct, frozen=True):
    """An article as it is kept for lists and searches.

    `moment` orders (UTC, empty where unknown), `day` is the local day of publication; `removed` are the code points of
    its text that are not searched; `grades` and `acts`: of the claims and ledger entries that it reports.
    """

    entry: ArticleEntry
    moment: str
    day: str | None
    grades: tuple[str, ...]
    acts: tuple[str, ...]
    text: str
    removed: tuple[RemovedRange, ...]


class ListedStory(msgspec.Struct, frozen=True):
    """A story as it is kept for lists: `sha256` of the dossier from which it was made."""

    entry: StoryEntry
    sha256: str
    moment: str
    articles: tuple[ListedArticle, ...]


class Filters(msgspec.Struct, frozen=True):
    """What is to be listed: None is no condition. `since` and `until` are days (ISO 8601 prefix), both inclusive."""

    query: str = ""
    outlet: str | None = None
    owner: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None
    grade: str | None = None
    act: str | None = None


class Excerpt(msgspec.Struct, frozen=True):
    """A run of characters around a hit; `hit`: these are the words searched for."""

    text: str
    hit: bool


class StoryPage(msgspec.Struct, frozen=True):
    """A page of stories; `total` is counted up to a limit, `more`: there is a next page."""

    rows: tuple[StoryEntry, ...]
    total: int
    more: bool


class FoundArticle(msgspec.Struct, frozen=True):
    """An article that was found, and where in it."""

    article: ArticleEntry
    excerpt: tuple[Excerpt, ...]


class ArticlePage(msgspec.Struct, frozen=True):
    """A page of articles; see `StoryPage`."""

    rows: tuple[FoundArticle, ...]
    total: int
    more: bool


class Choice(msgspec.Struct, frozen=True):
    """A value that a filter may take, and how many articles have it; `kind`: `outlet`, `owner` or `language`."""

    kind: str
    value: str
    articles: int
