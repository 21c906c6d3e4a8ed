"""Which quotes render one utterance: the same speaker, and a sentence of the same meanings, in any language."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.records.dossier import Quote
from semeja.records.story import Story
from semeja.text.similarity import dice

ALIKE = 0.5
"""Dice over the keys of two sentences from which they render one. Translations of one utterance share 40 to 60 % of
their lemmas (field guide, section 3), and more of their meanings; below 0.5 sentences of one stance begin to meet."""
NEARLY_EQUAL = 0.8
"""The same for sentences of which only `FEWEST_SHORT` keys are shared."""
FEWEST_SHARED, FEWEST_SHORT = 3, 2
MOST_CANDIDATES = 30
"""Sentences with which one is compared, those that share most keys first: bounds the work in a large story."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Wording(msgspec.Struct, frozen=True):
    """One sentence of a quote: `number` in the story, the quote it stands in, its keys."""

    number: int
    quote: str
    article: str
    keys: frozenset[str]


def same_utterances(story: Story, cast: Cast, quotes: Sequence[Quote]) -> set[tuple[str, str]]:
    """Pairs of ids of quotes of two articles that render one utterance."""
    links: set[tuple[str, str]] = set()
    for wordings in _by_speaker(story, cast, quotes):
        links |= _links(wordings)
    return links


def _by_speaker(story: Story, cast: Cast, quotes: Sequence[Quote]) -> list[list[Wording]]:
    passages = Passages(story, cast)
    position = {article.id: index for index, article in enumerate(story.articles)}
    found: dict[str, list[Wording]] = defaultdict(list)
    for quote in quotes:
        parties = cast.parties_of(quote.speaker)
        sentences = [passages.keys(position[quote.article], *span, parties) for span in _sentences(quote)]
        for speaker in quote.speaker:
            for keys in sentences:
                found[speaker].append(Wording(len(found[speaker]), quote.id, quote.article, keys))
    return [found[speaker] for speaker in sorted(found)]


def _sentences(quote: Quote) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a quote in its article."""
    start, content = 0, quote.content
    for end in [*(match.start() for match in _SENTENCE_END.finditer(content.text)), len(content.text)]:
        yield content.start + start, content.start + end
        start = end


def _links(wordings: Sequence[Wording]) -> set[tuple[str, str]]:
    under: dict[str, list[int]] = defaultdict(list)
    links = set()
    for one in wordings:
        shared = Counter(number for key in one.keys for number in under[key])
        ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
        for other in (wordings[number] for number in ranked):
            if other.article != one.article and _one_sentence(one.keys, other.keys):
                links.add((other.quote, one.quote))
        for key in one.keys:
            under[key].append(one.number)
    return links


def _one_sentence(left: frozenset[str], right: frozenset[str]) -> bool:
    shared, likeness = len(left & right), dice(left, right)
    return (shared >= FEWEST_SHARED and likeness >= ALIKE) or (shared >= FEWEST_SHORT and likeness >= NEARLY_EQUAL)
