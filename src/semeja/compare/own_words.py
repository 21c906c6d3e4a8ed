"""What each quote of a group says that no other one does, word by word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from semeja.compare.tokens import Token, aligned
from semeja.compare.utterances import Utterance
from semeja.records.dossier import OwnWords, Quote
from semeja.records.story import Story

MOST_COMPARED = 12
"""Quotes of a group with which one is compared, the first by id: copies of a text add nothing."""


def own_words(
    story: Story, members: Sequence[Quote], utterances: Mapping[str, Sequence[Utterance]]
) -> tuple[OwnWords, ...]:
    """For each quote its runs of words that no other quote has, in the order of the ids."""
    position = {article.id: index for index, article in enumerate(story.articles)}
    tokens = {one.id: [token for said in utterances.get(one.id, ()) for token in said.tokens] for one in members}
    found = []
    for one in sorted(members, key=lambda quote: quote.id):
        others = [tokens[other] for other in sorted(tokens) if other != one.id][:MOST_COMPARED]
        runs = _runs(tokens[one.id], others)
        places = tuple(story.evidence(position[one.article], start, end) for start, end in runs)
        found.append(OwnWords(one.id, places))
    return tuple(found)


def _runs(tokens: Sequence[Token], others: Iterable[Sequence[Token]]) -> Iterator[tuple[int, int]]:
    """Spans of the tokens that meet none in any other quote; neighbours are one run."""
    met = {mine.start for other in others for mine, _ in aligned(tokens, other)}
    start = end = -1
    for token in tokens:
        if token.start in met:
            if start >= 0:
                yield start, end
            start = -1
            continue
        start, end = (token.start if start < 0 else start), token.end
    if start >= 0:
        yield start, end
