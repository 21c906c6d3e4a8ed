"""Sentences and tokens of a cleaned view."""

import re
from bisect import bisect_left
from itertools import pairwise

from semeja.lang.pack import Pack
from semeja.records.reading import CleanView, Sentence, Tokens
from semeja.text.tokens import tokenise

_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])")


def split(view: CleanView, pack: Pack) -> tuple[tuple[Sentence, ...], Tokens]:
    """Sentences in order and the tokens of the whole view; each sentence knows its slice of the tokens."""
    tokens = tokenise(view.text)
    sentences = []
    for index, paragraph in enumerate(view.paragraphs):
        text = view.text[paragraph.start : paragraph.end]
        cuts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
        for left, right in pairwise(cuts):
            if text[left:right].strip():
                start, end = paragraph.start + left, paragraph.start + len(text[:right].rstrip())
                first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
                sentences.append(Sentence(start, end, index, paragraph.zone, first, last))
    return tuple(sentences), tokens
