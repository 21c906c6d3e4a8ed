"""Sentences whose names others marked, as drafts for the reading, and how tags and mentions become spans."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import msgspec
from benchmarks.quality.parts.data import DATA, blocks_of

from semeja.lang.pack import Pack
from semeja.read.draft import Draft
from semeja.records.article import Article
from semeja.records.reading import CleanView, Mention, Paragraph, Sentence, Structure, Tokens

KINDS = {"person": "PERSON", "place": "PLACE", "country": "PLACE", "organisation": "ORGANISATION"}
"""Kinds of mentions in NERGrit's tag set; a group is none of its three."""

NAMING = ("name", "metonym")

Span = tuple[int, int, str]
"""First word, end word, tag."""


class Tagged(msgspec.Struct, frozen=True):
    """A sentence with the spans that annotators marked."""

    words: tuple[str, ...]
    spans: frozenset[Span]


def nergrit(part: str) -> list[Tagged]:
    """The sentences of `train`, `valid` or `test`."""
    blocks = blocks_of(DATA / "ner" / "nergrit" / f"{part}.tsv.gz")
    return [tagged([(cells[0], cells[-1]) for cells in block]) for block in blocks]


def tagged(pairs: Sequence[tuple[str, str]]) -> Tagged:
    """A sentence from its words and BIO tags."""
    return Tagged(tuple(word for word, _ in pairs), frozenset(spans_of([tag for _, tag in pairs])))


def spans_of(tags: Iterable[str]) -> list[Span]:
    """The spans of BIO tags, read as conlleval does: a span ends before `O`, a `B-` or another kind."""
    spans: list[Span] = []
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if kind and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            spans.append((start, place, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = place, tag[2:]
    return spans


def draft_of(words: Sequence[str], pack: Pack) -> Draft:
    """The sentence as an article of one line, its words as they were parted by others."""
    text = " ".join(words)
    ends = tuple(accumulate((len(word) + 1 for word in words), initial=-1))[1:]
    starts = tuple(end - len(word) for word, end in zip(words, ends, strict=True))
    tokens = Tokens(starts, ends, tuple(words), tuple(word.casefold() for word in words))
    paragraph = Paragraph(0, len(text), "body")
    sentence = Sentence(0, len(text), 0, "body", 0, len(words))
    view = CleanView(text, (paragraph,), (), Structure())
    article = Article("a1", "a1.txt", text, "0" * 64)
    return Draft(article=article, pack=pack, view=view, sentences=(sentence,), tokens=tokens)


def spans_of_mentions(mentions: Iterable[Mention], tokens: Tokens) -> frozenset[Span]:
    """The named ones among the mentions as spans of words, by their heads: the name proper without its title."""
    first = {start: place for place, start in enumerate(tokens.starts)}
    last = {end: place + 1 for place, end in enumerate(tokens.ends)}
    return frozenset(
        (first[one.head_start], last[one.head_end], KINDS[one.kind])
        for one in mentions
        if one.form in NAMING and one.kind in KINDS
    )
