"""The sentences of quotations as their words are compared: what each may mean, its weight, and what denies it."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.wording import UNKNOWN, senses_of, words_in
from semeja.lang import number_words, wording
from semeja.lang.meaning import usual_keys
from semeja.lang.pack import CODES
from semeja.records.dossier import Quote
from semeja.records.reading import Quantity, TimeExpression
from semeja.records.story import Story

NAME, FIGURE, WORD, USUAL = 1.25, 1.5, 1.0, 0.5
"""What a name, a figure, a word, and a word of every second statement (`ask`, `people`), says about which statement it
is when the other sentence has it too."""
LEFT_OUT, UNKNOWN_ABROAD = 0.5, 0.4
"""The most that a name or time says when the other sentence has it not: reports leave out who and when. The same for a
word that the table does not know, beside another language: no translation of it could be found."""
MOST_SENTENCES = 40
"""Sentences of one quotation that are compared: more stand only in a speech printed whole."""

SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
"""Keys of words that an amount has counted already."""

_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHORT_NEGATION = re.compile(r"n['’]t\b")


class Token(msgspec.Struct, frozen=True):
    """A word, name or figure with content: its place in the article and the keys of all that it may mean.

    `weight` counts when the other sentence has it, `missing` when it has not.
    """

    start: int
    end: int
    senses: tuple[str, ...]
    weight: float
    missing: float

    def known(self) -> bool:
        """Whether it can be met in another language."""
        return not self.senses[0].startswith(UNKNOWN)

    def missing_beside(self, abroad: bool) -> float:
        """The weight when a sentence in the same or another language has it not."""
        return self.missing if not abroad or self.known() else min(self.missing, UNKNOWN_ABROAD)


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
    """Names, amounts and the words between them, from left to right; the speaker's own side says nothing new."""
    reading, text = story.readings[index], story.articles[index].text
    tokens: list[Token] = []
    position = span[0]
    for mention in passages.inside(index, *span):
        tokens += _words(text, position, mention.start, reading.language)
        position = max(position, mention.end)
        entities = cast.of(reading.article, mention.entities)
        if entities and not any(one in parties or cast.party(one) in parties for one in entities):
            tokens.append(Token(mention.start, mention.end, entities, NAME, LEFT_OUT))
    tokens += _words(text, position, span[1], reading.language)
    amounts = list(_amounts(reading.quantities, span))
    for amount in amounts:
        tokens = [one for one in tokens if not _counts(one, amount)]
        tokens.append(Token(amount.start, amount.end, (_figure(_value(amount)),), FIGURE, FIGURE))
    tokens = [_in_time(one, reading.times) for one in tokens]
    tokens.sort(key=lambda one: (one.start, one.end))
    return tuple(tokens), frozenset(_value(one) for one in amounts)


def _words(text: str, start: int, end: int, language: str | None) -> list[Token]:
    """The words with content and the numbers of a piece of text."""
    usual, words = usual_keys(), list(words_in(text, start, max(start, end)))
    folded = [word.casefold() for _, _, word in words]
    numbers = number_words.load(language) if language in CODES else None
    found, at = [], 0
    while at < len(words):
        number = numbers.number(folded, at, len(folded)) if numbers else None
        if number and number[0] > 1:
            found.append(Token(words[at][0], words[number[1] - 1][1], (_figure(number[0]),), WORD, WORD))
            at = number[1]
            continue
        first, last, word = words[at]
        senses = senses_of(word, language)
        if senses:
            weight = USUAL if senses[0] in usual else WORD
            found.append(Token(first, last, senses, weight, weight))
        at += 1
    return found


def _in_time(token: Token, times: Sequence[TimeExpression]) -> Token:
    """A word of a temporal expression: the day that it stands for is one of its senses; it may be left out."""
    at = bisect_right([one.start for one in times], token.start) - 1
    if at < 0 or token.end > times[at].end or token.start == token.end:
        return token
    value = times[at].value
    senses = token.senses if value is None or token.senses[0].isdigit() else (*token.senses, value)
    return replace(token, senses=senses, missing=min(token.missing, LEFT_OUT))


def _amounts(quantities: Sequence[Quantity], span: tuple[int, int]) -> Iterable[Quantity]:
    first = bisect_left([one.start for one in quantities], span[0])
    for one in quantities[first:]:
        if one.start >= span[1]:
            return
        if one.end <= span[1] and (one.low is not None or one.high is not None):
            yield one


def _value(amount: Quantity) -> float:
    return amount.low if amount.low is not None else amount.high or 0.0


def _counts(token: Token, amount: Quantity) -> bool:
    """Whether a word is a figure or numeral of the amount: it says what the amount says."""
    inside = amount.start <= token.start and token.end <= amount.end
    return inside and (
        token.senses[0].startswith("=") or token.senses[0] in SCALES or _DIGIT.search(token.senses[0]) is not None
    )


def _figure(value: float) -> str:
    return f"={value:g}"


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
