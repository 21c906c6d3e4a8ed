"""From bytes to an article: the chain of custody up to the line after which the text never changes."""

import msgspec


class Raw(msgspec.Struct, frozen=True):
    """One input as it came: `source` is the path or URL as the user gave it, `body` its bytes after gzip, if any.

    `media` is `text`, `markdown`, `html` or `json`; `member` numbers the record inside a `.jsonl` file, else None.
    """

    source: str
    media: str
    body: bytes
    sha256: str
    member: int | None = None


class Article(msgspec.Struct, frozen=True):
    """A decoded article. `text` never changes after this record; what a source states beside it is kept as stated.

    `id` is a digest of text, url, outlet, title and published, so the same article under two paths is one article.
    `next_page` is the address under which its page goes on: the text is then incomplete.
    """

    id: str
    source: str
    text: str
    text_sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    language: str | None = None
    next_page: str | None = None


class Rejected(msgspec.Struct, frozen=True, order=True):
    """An input that did not become an article: where the chain stopped it and why, in words a person can act on."""

    source: str
    stage: str
    reason: str
    detail: str = ""
