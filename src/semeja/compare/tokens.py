"""The words, names and amounts of a passage, each with all that it may mean, and which of two passages meet."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.wording import UNKNOWN, senses_of, words_in
from semeja.lang import meaning, number_words
from semeja.lang.meaning import usual_keys
from semeja.lang.pack import CODES
from semeja.records.reading import Mention, Quantity, TimeExpression
from semeja.records.story import Story

NAME, FIGURE, WORD, USUAL = 1.25, 1.5, 1.0, 0.5
"""What a name, a figure, a word, and a word of every second statement (`ask`, `people`), says about which statement it
is when the other sentence has it too."""
LEFT_OUT, UNKNOWN_ABROAD = 0.5, 0.4
"""The most that a name or time says when the other sentence has it not: reports leave out who and when. The same for a
word that the table does not know, beside another language: no translation of it could be found."""
SMALL_WORDS = frozenset({"pronoun", "clitic"})
"""Forms of mentions that leave the words around them one phrase: `kept our word`."""
SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
"""Keys of words that an amount has counted already."""

_DIGIT = re.compile(r"\d")


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


def tokens_of(
    story: Story, cast: Cast, passages: Passages, index: int, span: tuple[int, int], parties: frozenset[str]
) -> list[Token]:
    """Names, amounts and the words between them, from left to right; `parties` and who acts for them say nothing."""
    reading, text = story.readings[index], story.articles[index].text
    tokens: list[Token] = []
    position = span[0]
    for mention in passages.inside(index, *span):
        if mention.form in SMALL_WORDS:
            tokens += _named(cast, reading.article, mention, parties)
            continue
        tokens += _words(text, position, mention.start, reading.language)
        position = max(position, mention.end)
        tokens += _named(cast, reading.article, mention, parties)
    tokens += _words(text, position, span[1], reading.language)
    for amount in amounts_in(reading.quantities, span):
        tokens = [one for one in tokens if not _counts(one, amount)]
        tokens.append(Token(amount.start, amount.end, (_figure(value_of(amount)),), FIGURE, FIGURE))
    return sorted(tokens, key=lambda one: (one.start, one.end))


def timeless(tokens: Iterable[Token], times: Sequence[TimeExpression]) -> tuple[Token, ...]:
    """The tokens that stand in no temporal expression."""
    return tuple(token for token in tokens if _time_around(token, times) is None)


def in_time(token: Token, times: Sequence[TimeExpression]) -> Token:
    """A word of a temporal expression: the day that it stands for is one of its senses; it may be left out."""
    time = _time_around(token, times)
    if time is None:
        return token
    senses = token.senses if time.value is None or token.senses[0][0] == "=" else (*token.senses, time.value)
    return replace(token, senses=senses, missing=min(token.missing, LEFT_OUT))


def aligned(left: Iterable[Token], right: Iterable[Token]) -> list[tuple[Token, Token]]:
    """Tokens of both sides that may mean the same, each once, the first free one from the left."""
    free: dict[str, list[Token]] = defaultdict(list)
    for token in right:
        for sense in token.senses:
            free[sense].append(token)
    used: set[int] = set()
    pairs = []
    for token in left:
        other = next((one for sense in token.senses for one in free.get(sense, ()) if one.start not in used), None)
        if other is not None:
            used.add(other.start)
            pairs.append((token, other))
    return pairs


def missing_weights(
    left: Iterable[Token], right: Iterable[Token], pairs: Iterable[tuple[Token, Token]], abroad: bool
) -> tuple[float, float]:
    """The weight of the tokens of each side that the other has not."""
    met = {token.start for token, _ in pairs}, {token.start for _, token in pairs}
    return (
        sum(token.missing_beside(abroad) for token in left if token.start not in met[0]),
        sum(token.missing_beside(abroad) for token in right if token.start not in met[1]),
    )


def amounts_in(quantities: Sequence[Quantity], span: tuple[int, int]) -> Iterator[Quantity]:
    """The amounts that lie in a span; none (`tidak ada korban`) is a denial and no amount."""
    first = bisect_left(quantities, span[0], key=lambda one: one.start)
    for one in quantities[first:]:
        if one.start >= span[1]:
            return
        if one.end <= span[1] and (one.low or one.high):
            yield one


def value_of(amount: Quantity) -> float:
    """The value of an amount, the lower one of an interval."""
    return amount.low or amount.high or 0.0


def _named(cast: Cast, article: str, mention: Mention, parties: frozenset[str]) -> list[Token]:
    """The token of a name or pronoun; none for the speaker's own side."""
    entities = cast.of(article, mention.entities)
    if not entities or any(one in parties or cast.party(one) in parties for one in entities):
        return []
    return [Token(mention.start, mention.end, entities, NAME, LEFT_OUT)]


def _words(text: str, start: int, end: int, language: str | None) -> list[Token]:
    """The words with content and the numbers of a piece of text."""
    usual, words = usual_keys(), list(words_in(text, start, max(start, end)))
    folded = [word.casefold() for _, _, word in words]
    numbers = number_words.load(language) if language in CODES else None
    phrases = meaning.load(language) if language in CODES else None
    found, at = [], 0
    while at < len(words):
        number = numbers.number(folded, at, len(folded)) if numbers else None
        if number and number[0] > 1:
            found.append(Token(words[at][0], words[number[1] - 1][1], (_figure(number[0]),), WORD, WORD))
            at = number[1]
            continue
        senses, size = phrases.phrase(folded, at) if phrases else ((), 0)
        if size:
            weight = USUAL if senses[0] in usual else WORD
            found.append(Token(words[at][0], words[at + size - 1][1], senses, weight, weight))
            at += size
            continue
        first, last, word = words[at]
        senses = senses_of(word, language)
        if senses:
            weight = USUAL if senses[0] in usual else WORD
            found.append(Token(first, last, senses, weight, weight))
        at += 1
    return found


def _time_around(token: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The temporal expression in which a token stands."""
    at = bisect_right(times, token.start, key=lambda one: one.start) - 1
    return times[at] if at >= 0 and token.end <= times[at].end and token.start < token.end else None


def _counts(token: Token, amount: Quantity) -> bool:
    """Whether a word is a figure or numeral of the amount: it says what the amount says."""
    inside = amount.start <= token.start and token.end <= amount.end
    return inside and (
        token.senses[0].startswith("=") or token.senses[0] in SCALES or _DIGIT.search(token.senses[0]) is not None
    )


def _figure(value: float) -> str:
    return f"={value:g}"
