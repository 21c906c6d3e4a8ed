"""Names by the learned part: the best labels of the words around each capital."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from semeja.lang.name_features import END, LONGEST_LENGTH, LONGEST_PLACE, START, run_feature
from semeja.lang.name_model import NameModel, scores
from semeja.lang.name_moves import LABELS, OPENING, OUTSIDE
from semeja.read.names.decoding import best

Span = tuple[int, int, str]
"""First word, end word, `PERSON`, `PLACE` or `ORGANISATION`."""
Words = Sequence[str]
Run = tuple[int, int]

JOINERS: Final = frozenset({"of", "bin", "binti", "van", "de", "der", "von", "al", "and", "the", "la", "del"})
NO_RUN: Final = (0, 0)
NO_PAIR: Final = (0, 0)
QUOTES: Final = frozenset('"“”')
BRACKETS: Final = {"(": "enclosed", ")": "", "[": "enclosed", "]": ""}
LONGEST_STRETCH: Final = 100
"""Words that are labelled at once: a page of capitals must not cost more than its length."""


def spans_of(words: Words, keys: Words, model: NameModel) -> list[Span]:
    """The names of a sentence, given its words and their keys."""
    inside = enclosures(words)
    return [span for stretch in stretches(words) for span in spans_in(words, keys, stretch, inside, model)]


def stretches(words: Words) -> Iterator[Run]:
    """The stretches of words that may belong to a name: those with a capital, and their neighbours."""
    last, start, end = len(words), 0, 0
    for i, word in enumerate(words):
        if is_large(word):
            if i - 1 > end or i - start > LONGEST_STRETCH:
                if end > start:
                    yield start, end
                start = max(i - 1, end)
            end = min(i + 2, last)
    if end > start:
        yield start, end


def spans_in(words: Words, keys: Words, stretch: Run, inside: Sequence[str], model: NameModel) -> Iterator[Span]:
    """The names of one stretch."""
    first, last = stretch
    columns = columns_of(words, keys, stretch, inside, model)
    kind, start = "", first
    for i, label in enumerate(best(columns, model.moves, first > 0, last < len(words)), first):
        if kind and (label == OUTSIDE or label in OPENING):
            yield start, i, kind
            kind = ""
        if label != OUTSIDE and not kind:
            start, kind = i, LABELS[label][2:]
    if kind:
        yield start, last, kind


def runs(words: Words, first: int, last: int) -> list[Run]:
    """For each word of a stretch the run of capitalised words that it is in, small joining words inside it."""
    found = [NO_RUN] * (last - first)
    for start, end in runs_in(words, first, last):
        found[start - first : end - first] = [(start, end)] * (end - start)
    return found


def runs_in(words: Words, first: int, last: int) -> Iterator[Run]:
    """The runs of capitalised words of a stretch, small joining words inside them."""
    start = first
    while start < last:
        end = start
        while end < last and (is_large(words[end]) or (end > start and joins(words, end))):
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def is_large(word: str) -> bool:
    """The word begins with a capital."""
    return word[0].isupper()


def joins(words: Words, i: int) -> bool:
    """A small word inside a name: `bin`, `of`."""
    return words[i] in JOINERS and i + 1 < len(words) and is_large(words[i + 1])


def enclosures(words: Words) -> list[str]:
    """For each word whether it stands in quotation marks (`quoted`), in brackets (`enclosed`), both or neither."""
    found: list[str] = []
    quoted, enclosed = "", ""
    for word in words:
        if word in QUOTES:
            quoted = "" if quoted else "quoted"
        elif word in BRACKETS:
            enclosed = BRACKETS[word]
        found.append(quoted + enclosed)
    return found


def columns_of(words: Words, keys: Words, stretch: Run, inside: Sequence[str], model: NameModel) -> list[Sequence[int]]:
    """The scores of all labels at each word of a stretch: the sums of `words_at` and `features_at`."""
    first, last = stretch
    rows = [model.sums(word) for word in padded(words, first - 2, last + 2)]
    pairs = pairs_of(keys, first, last, model)
    marks = model.marks
    found = []
    for at, of_run in enumerate(weights_of_runs(words, rows, stretch, model), 2):
        total = rows[at][0] + rows[at - 1][1] + rows[at + 1][2] + rows[at - 2][3] + rows[at + 2][4]
        total += of_run + marks[inside[first + at - 2]] + pairs[at - 2][0] + pairs[at - 1][1]
        found.append(total)
    if not first:
        found[0] += model.single.get("opening", 0)
    return [scores(total) for total in found]


def padded(words: Words, first: int, last: int) -> Words:
    """The words `[first, last)` with what stands before the first and behind the last word of the sentence."""
    before, behind = max(-first, 0), max(last - len(words), 0)
    return [*[START] * before, *words[max(first, 0) : last], *[END] * behind]


def pairs_of(keys: Words, first: int, last: int, model: NameModel) -> list[tuple[int, int]]:
    """What each word and the one behind it give together, to the second and to the first; from the word before on."""
    table = model.pairs
    held = keys[max(first - 1, 0) : last + 1]
    found = [NO_PAIR if (row := table.get(one)) is None else row.get(next, NO_PAIR) for one, next in pairwise(held)]
    return [*([] if first else [NO_PAIR]), *found, NO_PAIR]


def sum_of_run(rows: Sequence[Sequence[int]], run: Run, start: int) -> int:
    """What the words of `words_of_run` give to each word of a run; `start`: the place of the first row."""
    first, last = run[0] - start, run[1] - start
    return rows[first - 1][5] + rows[last][6] + rows[first][7] + rows[last - 1][8]


def weights_of_runs(words: Words, rows: Sequence[Sequence[int]], stretch: Run, model: NameModel) -> list[int]:
    """What its run of capitalised words, its place in it and the length of it give to each word of a stretch."""
    first, last = stretch
    found = [0] * (last - first)
    for start, end in runs_in(words, first, last):
        shared = sum_of_run(rows, (start, end), first - 2) + (0 if start else model.single.get("opening run", 0))
        placed = model.placed[min(end - start, LONGEST_LENGTH)]
        for i in range(start, end):
            found[i - first] = shared + placed[min(i - start, LONGEST_PLACE)]
    return found


def words_at(words: Words, i: int, run: Run) -> list[tuple[str, str]]:
    """(role, word) of the words that count at the place `i`."""
    return words_near(words, i) + (words_of_run(words, run) if run != NO_RUN else [])


def words_near(words: Words, i: int) -> list[tuple[str, str]]:
    """The word itself and two on both sides."""
    last = len(words)
    return [
        ("0", words[i]),
        ("-1", words[i - 1] if i else START),
        ("-2", words[i - 2] if i > 1 else START),
        ("+1", words[i + 1] if i + 1 < last else END),
        ("+2", words[i + 2] if i + 2 < last else END),
    ]


def words_of_run(words: Words, run: Run) -> list[tuple[str, str]]:
    """The words before, behind, first and last of a run of capitalised words."""
    start, end = run
    return [
        ("before", words[start - 1] if start else START),
        ("behind", words[end] if end < len(words) else END),
        ("first", words[start]),
        ("last", words[end - 1]),
    ]


def features_at(keys: Words, i: int, run: Run, inside: str) -> list[str]:
    """Features of the place `i` that are no word's alone: marks around, pairs of words, place and length of the run."""
    found = ["bias", inside, f"{keys[i - 1]} {keys[i]}" if i else "opening"]
    if i + 1 < len(keys):
        found.append(f"{keys[i]} {keys[i + 1]} ")
    if run != NO_RUN:
        start, end = run
        found.append(run_feature(min(end - start, LONGEST_LENGTH), min(i - start, LONGEST_PLACE)))
        if not start:
            found.append("opening run")
    return found
