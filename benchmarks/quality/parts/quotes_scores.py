"""How quotations are matched to annotated ones: the gender gap tracker's own measure.

A gold quotation is found when one that is found covers more than a share of its characters (0.3 and 0.8 are the
published shares); each is used once (sfu-discourse-lab/GenderGapTracker, nlp/english/evaluation/src/
evaluate_quotes.py). The speaker of a match is right when the speaker's words overlap; unlike there, a quotation
without a speaker is right only where the annotation has none.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks.quality.parts.quotes_polnear import Annotated, Attribution, Ranges

_WORD = re.compile(r"\w+")
_EMPTY = frozenset({"the", "a", "an", "of", "and", "in", "for", "mr", "mrs", "ms", "s", "who"})


class Found(NamedTuple):
    """One quotation that a system found: the ranges of content and speaker words, the name of who speaks."""

    content: Ranges
    speaker: Ranges
    name: str
    marked: bool


class Outcome(NamedTuple):
    """What became of one article: gold with its match or None, and what was found besides."""

    pairs: tuple[tuple[Attribution, Found | None], ...]
    extra: tuple[Found, ...]


def matched(article: Annotated, found: Iterable[Found], share: float) -> Outcome:
    """Each attribution with what covers most of it, if more than `share`; in order, each once."""
    left = list(found)
    pairs: list[tuple[Attribution, Found | None]] = []
    for gold in article.attributions:
        size = sum(end - start for start, end in gold.content)
        covers = [overlap(gold.content, other.content) / size for other in left]
        best = max(range(len(left)), key=covers.__getitem__, default=-1)
        if best >= 0 and covers[best] > share:
            pairs.append((gold, left.pop(best)))
        else:
            pairs.append((gold, None))
    return Outcome(tuple(pairs), tuple(left))


def overlap(ones: Ranges, others: Ranges) -> int:
    """How many characters two sets of ranges share."""
    return sum(max(0, min(e, end) - max(s, start)) for s, e in ones for start, end in others)


class Counts(NamedTuple):
    """Gold and found quotations, and how many of them match."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.gold + self.found, 1)


def counts(outcomes: list[Outcome], wanted: Callable[[Attribution], bool], only_marked: bool = False) -> Counts:
    """Counts for the wanted attributions: matches of others are neutral, all that matches nothing is wrong.

    `only_marked`: of what matches nothing, only words between quotation marks count.
    """
    gold = [found for outcome in outcomes for wish, found in outcome.pairs if wanted(wish)]
    right = sum(found is not None for found in gold)
    wrong = sum(found.marked or not only_marked for outcome in outcomes for found in outcome.extra)
    return Counts(len(gold), right + wrong, right)


def speaker_spans(outcomes: list[Outcome]) -> tuple[int, int]:
    """(right, all) speakers of matches by place: the speaker's words overlap with the annotated source."""
    pairs = [(gold, found) for outcome in outcomes for gold, found in outcome.pairs if found is not None]
    right = [
        overlap(gold.source, found.speaker) > 0 if gold.source else not found.speaker and not found.name
        for gold, found in pairs
    ]
    return sum(right), len(right)


def speaker_names(outcomes: list[Outcome]) -> tuple[int, int]:
    """(right, all) speakers of matches by name, where the source holds one: it shares a word with who speaks."""
    right = total = 0
    for outcome in outcomes:
        for gold, found in outcome.pairs:
            if found is not None and is_named(gold):
                total += 1
                right += bool(_words(gold.source_text) & _words(found.name))
    return right, total


def is_named(gold: Attribution) -> bool:
    """Whether a source holds a name: a word with a capital letter that is no pronoun and not its first."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", gold.source_text)
    capital = [word for word in words if word[0].isupper()]
    pronoun = len(words) == 1 and words[0].casefold() in _PRONOUNS
    return bool(capital) and not pronoun and (capital != words[:1] or len(words) == 1)


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "some", "many", "others", "both", "one"})


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold())) - _EMPTY
