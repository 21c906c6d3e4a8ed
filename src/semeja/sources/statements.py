"""What a source states beside the text, before it is an article."""

import msgspec


class Page(msgspec.Struct, frozen=True):
    """A text with what its page or record states about it, as stated; None: nothing is stated."""

    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    language: str | None = None
    next_page: str | None = None
