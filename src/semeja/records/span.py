"""Places in an article: half-open, in code points of `Article.text`, never tokens, bytes or sentence-local."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """`text[start:end]` of one article."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


class Removed(msgspec.Struct, frozen=True, order=True, gc=False):
    """A span that the reading skips, with the reason word of the contract."""

    start: int
    end: int
    reason: str


REMOVAL_REASONS = (
    "navigation",
    "advert",
    "share",
    "related_link",
    "comment_form",
    "captcha",
    "tag_list",
    "caption",
    "credit",
    "title_repeat",
    "duplicate_block",
    "boilerplate",
    "markup",
)
