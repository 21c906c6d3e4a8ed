"""Raw inputs to articles: the line after which the text never changes."""

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.metadata import version
from queue import SimpleQueue

from semeja.errors import InputRefused, NoText, TooLarge
from semeja.records.article import Article, Raw, Rejected
from semeja.sources import limits
from semeja.sources.decode import storable, to_text
from semeja.sources.html import PageReader
from semeja.sources.records import STATEMENTS, read_record
from semeja.sources.rejection import label, rejected
from semeja.sources.statements import Page
from semeja.text.ids import digest

RULES = "2"
"""Raised with every change of this area that gives another text for the same bytes."""

HEAD_LINES = 3
"""Lines in which a text may have its headline already."""

LETTER = re.compile(r"[^\W_]")

AHEAD = 4
"""Inputs in work for each page process."""

Outcome = tuple[Raw | None, Article | Rejected]


def maker() -> str:
    """What made the articles: a store that has an input from another maker has it read again."""
    return digest(RULES, *(version(name) for name in ("chardet", "selectolax", "trafilatura", "lxml")))


def read_articles(inputs: Iterable[Raw | Rejected], workers: int = 1) -> Iterator[Outcome]:
    """Each input with what became of it, in the order of the inputs, read as they are asked for.

    What `files.walk` rejected comes through with None for its bytes. Pages are read in `workers` processes.
    """
    readers: SimpleQueue[PageReader] = SimpleQueue()
    pool = [PageReader() for _ in range(workers)]
    for reader in pool:
        readers.put(reader)

    def work(one: Raw | Rejected) -> Outcome:
        if isinstance(one, Rejected):
            return None, one
        reader = readers.get()
        try:
            return one, to_article(one, reader)
        finally:
            readers.put(reader)

    try:
        yield from map(work, inputs) if workers == 1 else _threaded(work, inputs, workers)
    finally:
        for reader in pool:
            reader.close()


def to_article(raw: Raw, pages: PageReader) -> Article | Rejected:
    """The article in an input, or why there is none. Never raises for an input."""
    stage = "decode"
    try:
        media, page = raw.media, Page(text="")
        if media == "json":
            stage = "record"
            media, page = read_record(raw.body)
        else:
            page = Page(text=to_text(raw.body, declares=media == "html"))
        if media == "html":
            stage = "extract"
            page = _read_page(page, pages)
        return article_of(label(raw), page)
    except InputRefused as error:
        return rejected(label(raw), stage, error)


def article_of(source: str, page: Page) -> Article:
    """The article record of a text and its statements. Raises `TooLarge` past `MAX_TEXT`, `NoText` without a letter."""
    text = storable(page.text)
    if len(text) > limits.MAX_TEXT:
        raise TooLarge("the text is too long", f"{len(text):,} characters; the limit is {limits.MAX_TEXT:,}")
    if not LETTER.search(text):
        raise NoText("there is no text in it")
    text_sha256 = hashlib.sha256(text.encode()).hexdigest()
    stated = {name: getattr(page, name) for name in STATEMENTS}
    identity = (stated[name] or "" for name in ("url", "outlet", "title", "published"))
    return Article("a" + digest(text_sha256, *identity), source, text, text_sha256, **stated)


def with_headline(body: str, title: str | None) -> str:
    """The body with the headline above it, unless one of its first lines already is the headline."""
    first = [line.strip().casefold() for line in body.split("\n", HEAD_LINES)[:HEAD_LINES]]
    return body if title is None or title.casefold() in first else f"{title}\n\n{body}"


def _read_page(stated: Page, pages: PageReader) -> Page:
    """The page in `stated.text`; what is stated beside it goes before what the page states."""
    page = pages.read(stated.text)
    merged = {name: getattr(stated, name) or getattr(page, name) for name in STATEMENTS}
    return Page(text=with_headline(page.text, merged["title"]), **merged)


def _threaded(
    work: Callable[[Raw | Rejected], Outcome], inputs: Iterable[Raw | Rejected], workers: int
) -> Iterator[Outcome]:
    """The same as `map`, a few inputs ahead, each waiting thread with a page process of its own."""
    threads = ThreadPoolExecutor(workers)
    waiting: deque[Future[Outcome]] = deque()
    try:
        for one in inputs:
            waiting.append(threads.submit(work, one))
            if len(waiting) >= workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
