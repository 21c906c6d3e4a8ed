"""Names by the learned part: the best labels of the words around each capital (Viterbi 1967)."""

from collections.abc import Iterator, Sequence
from functools import cache
from operator import add

from semeja.lang.name_features import END, START
from semeja.lang.name_model import LABELS, NameModel, scores

Span = tuple[int, int, str]
"""First word, end word, `PERSON`, `PLACE` or `ORGANISATION`."""
Words = Sequence[str]
Run = tuple[int, int]

JOINERS = frozenset({"of", "bin", "binti", "van", "de", "der", "von", "al", "and", "the", "la", "del"})
NO_RUN = NO_PAIR = (0, 0)
QUOTES = frozenset('"“”')
BRACKETS = {"(": "enclosed", ")": "", "[": "enclosed", "]": ""}
LONGEST_STRETCH = 100
"""Words that are labelled at once: a page of capitals must not cost more than its length."""
LONGEST_LENGTH, LONGEST_PLACE = 5, 3
OUTSIDE = 0
OPENING = tuple(place for place, label in enumerate(LABELS) if label[0] != "I")
INSIDE = tuple(place for place, label in enumerate(LABELS) if label[0] == "I")
NEVER = -(1 << 60)


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
    for i, label in enumerate(best(columns, model.transitions, first > 0, last < len(words)), first):
        if kind and (label == OUTSIDE or label in OPENING):
            yield start, i, kind
            kind = ""
        if label != OUTSIDE and not kind:
            start, kind = i, LABELS[label][2:]
    if kind:
        yield start, last, kind


def runs(words: Words, first: int, last: int) -> list[Run]:
    """For each word of a stretch the run of capitalised words that it is in, small joining words inside it."""
    found, start = [NO_RUN] * (last - first), first
    while start < last:
        end = start
        while end < last and (is_large(words[end]) or (end > start and joins(words, end))):
            end += 1
        found[start - first : end - first] = [(start, end)] * (end - start)
        start = max(end, start + 1)
    return found


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
    around: dict[Run, int] = {NO_RUN: 0}
    marks: dict[str, int] = {}
    found = []
    of_second = pair_at(keys, first - 1, model)[0]
    for i, run in enumerate(runs(words, first, last), first):
        place, mark = i - first + 2, inside[i]
        if run not in around:
            around[run] = sum_of_run(rows, run, first - 2)
        if mark not in marks:
            marks[mark] = model.single.get("bias", 0) + model.single.get(mark, 0)
        near = rows[place][0] + rows[place - 1][1] + rows[place + 1][2] + rows[place - 2][3] + rows[place + 2][4]
        total = near + around[run] + marks[mark] + of_second + placed_in(run, i, model)
        of_second, of_first = pair_at(keys, i, model)
        found.append(scores(total + of_first if i else total + of_first + model.single.get("opening", 0)))
    return found


def padded(words: Words, first: int, last: int) -> Words:
    """The words `[first, last)` with what stands before the first and behind the last word of the sentence."""
    before, behind = max(-first, 0), max(last - len(words), 0)
    return [*[START] * before, *words[max(first, 0) : last], *[END] * behind]


def pair_at(keys: Words, i: int, model: NameModel) -> tuple[int, int]:
    """What the words at `i` and behind it give together, to the second and to the first."""
    row = model.pairs.get(keys[i]) if 0 <= i < len(keys) - 1 else None
    return NO_PAIR if row is None else row.get(keys[i + 1], NO_PAIR)


def sum_of_run(rows: Sequence[Sequence[int]], run: Run, start: int) -> int:
    """What the words of `words_of_run` give to each word of a run; `start`: the place of the first row."""
    first, last = run[0] - start, run[1] - start
    return rows[first - 1][5] + rows[last][6] + rows[first][7] + rows[last - 1][8]


def placed_in(run: Run, i: int, model: NameModel) -> int:
    """What the place in a run and its length give."""
    if run == NO_RUN:
        return 0
    start, end = run
    weight = model.single.get(run_feature(min(end - start, LONGEST_LENGTH), min(i - start, LONGEST_PLACE)), 0)
    return weight if start else weight + model.single.get("opening run", 0)


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


@cache
def run_feature(length: int, place: int) -> str:
    """The feature of a place in a run of that length."""
    return f"run {length} {place}"


def best(
    columns: Sequence[Sequence[int]], transitions: Sequence[Sequence[int]], led: bool, followed: bool
) -> list[int]:
    """The labels with the greatest sum; `led`, `followed`: words outside of any name stand before and behind."""
    into = list(zip(*transitions))
    here = [NEVER] * len(LABELS)
    for label in OPENING:
        here[label] = columns[0][label] + (transitions[OUTSIDE][label] if led else 0)
    reached = [here]
    for column in columns[1:]:
        after = [0] * len(LABELS)
        for label in OPENING:
            after[label] = max(map(add, here, into[label])) + column[label]
        for label in INSIDE:
            ways = into[label]
            opened, continued = here[label - 1] + ways[label - 1], here[label] + ways[label]
            after[label] = (continued if continued > opened else opened) + column[label]
        here = after
        reached.append(here)
    return traced(reached, into, followed)


def traced(reached: list[list[int]], into: Sequence[Sequence[int]], followed: bool) -> list[int]:
    """The labels on the best way back through the greatest sums of all places."""
    last = list(map(add, reached[-1], into[OUTSIDE])) if followed else reached[-1]
    path = [last.index(max(last))]
    for here in reached[-2::-1]:
        label = path[-1]
        if label in INSIDE:
            ways = into[label]
            path.append(label if here[label] + ways[label] > here[label - 1] + ways[label - 1] else label - 1)
        else:
            sums = list(map(add, here, into[label]))
            path.append(sums.index(max(sums)))
    return path[::-1]
