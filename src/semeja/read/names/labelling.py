"""Names by the learned part: the best labels of the words around each capital (Viterbi 1967)."""

from collections.abc import Iterator, Sequence
from operator import add

from semeja.lang.name_features import END, START
from semeja.lang.name_model import LABELS, NameModel, scores

Span = tuple[int, int, str]
"""First word, end word, `PERSON`, `PLACE` or `ORGANISATION`."""
Words = Sequence[str]
Run = tuple[int, int]

JOINERS = frozenset({"of", "bin", "binti", "van", "de", "der", "von", "al", "and", "the", "la", "del"})
NO_RUN = (0, 0)
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
    """The scores of all labels at each word of a stretch."""
    sums, single = model.sums, model.single.get
    around: dict[Run, int] = {NO_RUN: 0}
    found = []
    for i, run in enumerate(runs(words, *stretch), stretch[0]):
        if run not in around:
            around[run] = sum([sums[role](word) for role, word in words_of_run(words, run)])
        total = around[run] + sum([sums[role](word) for role, word in words_near(words, i)])
        found.append(scores(total + sum([single(feature, 0) for feature in features_at(keys, i, run, inside[i])])))
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
        found.append(f"run {min(end - start, LONGEST_LENGTH)} {min(i - start, LONGEST_PLACE)}")
        if not start:
            found.append("opening run")
    return found


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
