"""The sentences of quotations as they are compared: their words, their amounts, what they deny and only suppose."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.tokens import Token, amounts_in, in_time, tokens_of, value_of
from semeja.compare.wording import words_in
from semeja.lang import wording
from semeja.lang.pack import CODES
from semeja.records.dossier import Quote
from semeja.records.story import Story

DENIED_BY_ONE = 2
"""Words with content that one negator denies."""
MOST_SENTENCES = 40
"""Sentences of one quotation that are compared: more stand only in a speech printed whole."""


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHORT_NEGATION = re.compile(r"n['’]t\b")


class Utterance(msgspec.Struct, frozen=True):
    """One sentence of a quote. `place`: which of the speaker's sentences in its article it is; `figures`: amounts.

    `condition`: from the word that puts the rest of a clause under a condition to its end, empty without one.
    `denied`: places of the words that are denied outside of the condition, `negated`: whether anything is, in words
    that are no part of a phrase. `supposed_not`: whether something is denied in the condition (`unless`).
    """

    quote: str
    article: str
    language: str | None
    speaker: tuple[str, ...]
    place: int
    tokens: tuple[Token, ...]
    figures: frozenset[float]
    negated: bool
    denied: frozenset[int]
    supposed_not: bool
    condition: tuple[int, int]

    def has_condition(self) -> bool:
        """Whether a part of it is only supposed."""
        return self.condition[0] < self.condition[1]

    def conditional(self, token: Token) -> bool:
        """Whether a token stands in the condition."""
        return self.condition[0] <= token.start < self.condition[1]


def utterances_of(story: Story, cast: Cast, quotes: Sequence[Quote]) -> list[Utterance]:
    """The sentences of all quotes in the order of the quotes."""
    passages = Passages(story, cast)
    position = {article.id: index for index, article in enumerate(story.articles)}
    places: dict[tuple[str, tuple[str, ...]], int] = defaultdict(int)
    found = []
    for quote in quotes:
        index, mine = position[quote.article], (quote.article, quote.speaker)
        for start, end in _sentences(quote):
            tokens, figures = _tokens(story, cast, passages, index, (start, end), cast.parties_of(quote.speaker))
            language, text = story.readings[index].language, story.articles[index].text
            condition = _condition(text, start, end, language)
            negators = [one for one in _negators(text, start, end, language) if not _in_phrase(one, tokens)]
            tokens = tuple(token for token in tokens if (token.start, token.end) not in negators)
            outside = [first for first, _ in negators if not condition[0] <= first < condition[1]]
            found.append(
                Utterance(
                    quote=quote.id,
                    article=quote.article,
                    language=language,
                    speaker=quote.speaker,
                    place=places[mine],
                    tokens=tokens,
                    figures=figures,
                    negated=bool(outside),
                    denied=_denied(tokens, outside),
                    supposed_not=len(outside) < len(negators),
                    condition=condition,
                )
            )
            places[mine] += 1
    return found


def _sentences(quote: Quote) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a quote in its article."""
    start, content = 0, quote.content
    ends = [match.start() for match in _SENTENCE_END.finditer(content.text)][: MOST_SENTENCES - 1]
    for end in [*ends, len(content.text)]:
        yield content.start + start, content.start + end
        start = end


def _tokens(
    story: Story, cast: Cast, passages: Passages, index: int, span: tuple[int, int], parties: frozenset[str]
) -> tuple[tuple[Token, ...], frozenset[float]]:
    """The tokens of a sentence and its amounts; a word of a time may be left out."""
    reading = story.readings[index]
    amounts = frozenset(value_of(one) for one in amounts_in(reading.quantities, span))
    tokens = tokens_of(story, cast, passages, index, span, parties)
    return tuple(in_time(token, reading.times) for token in tokens), amounts


def _negators(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
    """Places of the words that deny something."""
    denying = wording.load(language).negators if language in CODES else frozenset[str]()
    words = [(first, last) for first, last, word in words_in(text, start, end) if word.casefold() in denying]
    return words + [(match.start(), match.end()) for match in _SHORT_NEGATION.finditer(text, start, end)]


def _in_phrase(negator: tuple[int, int], tokens: Sequence[Token]) -> bool:
    """Whether it is a part of a longer token: `tidak bersalah` is one meaning."""
    return any(one.start <= negator[0] and negator[1] <= one.end and (one.start, one.end) != negator for one in tokens)


def _denied(tokens: Sequence[Token], negators: Iterable[int]) -> frozenset[int]:
    """Places of the first words with content behind each negator: `tidak benar bahwa kami mencabut` denies both."""
    return frozenset(
        token.start for at in negators for token in [one for one in tokens if one.start > at][:DENIED_BY_ONE]
    )


def _condition(text: str, start: int, end: int, language: str | None) -> tuple[int, int]:
    """The first condition of a sentence: from its word to the next comma, or to the end."""
    openers = wording.load(language).conditions if language in CODES else frozenset[str]()
    for first, _, word in words_in(text, start, end):
        if word.casefold() in openers:
            comma = text.find(",", first, end)
            return first, comma if comma > 0 else end
    return start, start
