"""What is known of an article while it is read: each stage takes a draft and returns its own piece."""

import msgspec

from semeja.lang.pack import Pack
from semeja.records.article import Article
from semeja.records.reading import (
    Character,
    CleanView,
    CodedEvent,
    CorrectionMark,
    Credit,
    Mention,
    Quantity,
    Quotation,
    Sentence,
    TimeExpression,
    Tokens,
)


class Draft(msgspec.Struct, frozen=True):
    """The stages so far, in the order of the work; what a later stage finds is still empty."""

    article: Article
    pack: Pack
    view: CleanView
    sentences: tuple[Sentence, ...] = ()
    tokens: Tokens = Tokens((), (), (), ())
    credits: tuple[Credit, ...] = ()
    corrections: tuple[CorrectionMark, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    published: TimeExpression | None = None
    told_from: str = "unknown"
    cast: tuple[Character, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[CodedEvent, ...] = ()
