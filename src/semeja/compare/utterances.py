"""The sentences of quotations as they are compared: their words, their amounts, what they deny and only suppose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.tokens import Token, amounts_in, in_time, tokens_of, value_of
from semeja.compare.wording import words_in
from semeja.lang import wording
from semeja.lang.pack import CODES
from semeja.records.dossier import Quote
from semeja.records.story import Story

MOST_SENTENCES = 40
"""Sentences of one quotation that are compared: more stand only in a speech printed whole."""


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHORT_NEGATION = re.compile(r"n['’]t\b")


class Utterance(msgspec.Struct, frozen=True):
    """One sentence of a quote. `place`: which of the speaker's sentences in its article it is; `figures`: amounts.

    `condition`: from the word that puts the rest of a clause under a condition to its end, empty without one.
    `negated`, `supposed_not`: whether something is denied outside of the condition, and in it (`unless`).
    """

    quote: str
    article: str
    language: str | None
    speaker: tuple[str, ...]
    place: int
    tokens: tuple[Token, ...]
    figures: frozenset[float]
    negated: bool
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
            found.append(
                Utterance(
                    quote=quote.id,
                    article=quote.article,
                    language=language,
                    speaker=quote.speaker,
                    place=places[mine],
                    tokens=tokens,
                    figures=figures,
                    negated=_negated(text[start : condition[0]] + text[condition[1] : end], language),
                    supposed_not=_negated(text[slice(*condition)], language),
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


def _negated(text: str, language: str | None) -> bool:
    if language not in CODES:
        return False
    negators = wording.load(language).negators
    return any(word.casefold() in negators for _, _, word in words_in(text, 0, len(text))) or (
        _SHORT_NEGATION.search(text) is not None
    )


def _condition(text: str, start: int, end: int, language: str | None) -> tuple[int, int]:
    """The first condition of a sentence: from its word to the next comma, or to the end."""
    openers = wording.load(language).conditions if language in CODES else frozenset[str]()
    for first, _, word in words_in(text, start, end):
        if word.casefold() in openers:
            comma = text.find(",", first, end)
            return first, comma if comma > 0 else end
    return start, start
