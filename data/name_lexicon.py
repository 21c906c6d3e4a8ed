"""What the texts tell of single words, for the naming model: counts, lists, distributional classes."""

import importlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from data.name_texts import cased, marked, regions, tagged

from semeja.lang.name_features import digitless
from semeja.lang.naming import load
from semeja.lang.table import read_table

FEWEST = 3
"""How often a word must stand in the texts to get a class."""
CONTEXTS = 2000
"""The most frequent words: the classes come from how often they stand at the places of `REACH` around a word."""
REACH = (-2, -1, 1, 2)
DIMENSIONS = 64
CLASSES = (32, 128, 400)
ROUNDS = 25
SHARES = (0.05, 0.3, 0.7, 0.95)
PHRASES = frozenset(
    (
        *("title", "organisation", "organisation_head", "media", "group"),
        *("country", "capital", "seat", "place", "place_head"),
    )
)
LISTS = (
    *("particle", "locative", "placing", "compass", "place_noun", "thing_noun", "numbered_head", "acronym_stop"),
    *("person_verb", "speech_verb", "degree", "corps", "relational"),
    *("body_noun", "portfolio", "organisation_tail", "civil_head"),
)
Attributes = dict[str, list[tuple[str, str]]]


def lexicon_of(data: Path) -> Attributes:
    """All attributes of all words, in the order of the words."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    sources = (
        listed(),
        villages(data),
        entities(data),
        parts_of_speech(data),
        small_share(data),
        names(data),
        classes(data),
    )
    for source in sources:
        for word, kind, value in source:
            found[word].append((kind, value))
    return {word: complete(sorted(set(pairs))) for word, pairs in sorted(found.items())}


def complete(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The attributes with `?` for what the texts could have told and didn't."""
    kinds = {kind for kind, _ in pairs}
    return pairs + [(kind, "?") for kind in "cnl" if kind not in kinds]


def level(share: float) -> int:
    """A share as one of five steps."""
    return sum(share >= bar for bar in SHARES)


def place_in(place: int, words: Sequence[str]) -> str:
    """`1` for the only word of a phrase, `B` for its first, `I` for the others."""
    return "1" if len(words) == 1 else "I" if place else "B"


def listed() -> Iterator[tuple[str, str, str]]:
    """From the word lists of the package."""
    tables = load("id")
    for phrases in tables.phrases.values():
        for phrase in phrases:
            if phrase.type in PHRASES:
                for place, word in enumerate(phrase.words):
                    yield word, "g", place_in(place, phrase.words) + phrase.type
    for kind, names in read_table("world", "known_names"):
        for name in names.split("|"):
            words = name.lower().split()
            yield from ((word, "g", place_in(place, words) + kind) for place, word in enumerate(words))
    yield from ((word, "g", group) for group in LISTS for word in tables.lists[group])
    yield from ((word, "g", "common") for word in tables.common)
    yield from ((row[0], "g", "given") for row in read_table("world", "more_given_names"))


def villages(data: Path) -> Iterator[tuple[str, str, str]]:
    """Words of the names of Indonesian regions."""
    for depth, words in regions(data):
        yield from ((word, "v", place_in(place, words) + str(depth)) for place, word in enumerate(words))


def entities(data: Path) -> Iterator[tuple[str, str, str]]:
    """How NERP tags a word: person, place, product, event, or never."""
    counts = counted_tags(data / "ner/nerp/train.tsv.gz")
    for word, tags in counts.items():
        total = sum(tags.values())
        for tag in ("PPL", "PLC", "IND", "EVT"):
            if tags[tag] / total > SHARES[0]:
                yield word, "n", f"{tag}{level(tags[tag] / total)}{min(total, 3)}"
        if tags[""] / total > SHARES[-1]:
            yield word, "n", "O"


def parts_of_speech(data: Path) -> Iterator[tuple[str, str, str]]:
    """The most frequent part of speech of a word in POSP, and how often it is a proper noun."""
    counts = counted_tags(data / "pos/posp/train.tsv.gz")
    for word, tags in counts.items():
        yield word, "t", min(tags, key=lambda tag: (-tags[tag], tag))
        yield word, "t", f"NNP{level(tags['NNP'] / sum(tags.values()))}"


def small_share(data: Path) -> Iterator[tuple[str, str, str]]:
    """How often a word that does not open a sentence stands in lower case."""
    counts = counted(pair for words in cased(data) for pair in inner(words))
    for word, cases in counts.items():
        total = sum(cases.values())
        yield word, "l", f"{level(cases['small'] / total)}{min(total, 9) // 3}"


def inner(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(word in lower case, `large` or `small`) of the words that open nothing."""
    opening = True
    for word in words:
        if word.isalpha():
            if not opening:
                yield word.lower(), "large" if word[0].isupper() else "small"
            opening = False
        elif word in '."?!:“”‘(':
            opening = True


def names(data: Path) -> Iterator[tuple[str, str, str]]:
    """How IndoCoref tags the words of names."""
    for word, kinds in counted(marked(data)).items():
        total = sum(kinds.values())
        yield from ((word, "i", f"{kind}{level(count / total)}") for kind, count in kinds.items())


def counted_tags(path: Path) -> Mapping[str, Counter[str]]:
    """How often each tag stands with each word of a tagged text, by word in order."""
    return counted((word.lower(), tag[2:]) for words, tags in tagged(path) for word, tag in zip(words, tags))


def counted(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Counter[str]]:
    """How often each second stands with each first, by first in order."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        counts[one][other] += 1
    return dict(sorted(counts.items()))


def texts(data: Path) -> Iterator[list[str]]:
    """All texts but NERGrit's, in lower case with digits as `0`: training must see no more of a word than reading."""
    for name in ("ner/nerp/train", "ner/nerp/valid"):
        yield from ([digitless(word.lower()) for word in words] for words, _ in tagged(data / f"{name}.tsv.gz"))
    yield from ([digitless(word.lower()) for word in words] for words in cased(data))


def classes(data: Path) -> Iterator[tuple[str, str, str]]:
    """Distributional classes: k-means over the singular vectors of positive pointwise mutual information.

    Levy, Goldberg and Dagan 2015 for the vectors, with the context distribution smoothed by 0.75; Halko, Martinsson
    and Tropp 2011 for the decomposition.
    """
    numpy: Any = importlib.import_module("numpy")
    sentences = list(texts(data))
    counts = Counter(word for words in sentences for word in words)
    ordered = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= FEWEST]
    chance = numpy.random.default_rng(0)
    vectors = decomposed(numpy, information(numpy, sentences, ordered), chance)
    for size in CLASSES:
        kind = "m" if size == CLASSES[1] else "c"
        for word, label in zip(ordered, nearest(numpy, vectors, min(size, len(ordered)), chance)):
            yield word, kind, f"{size}:{label}"


def information(numpy: Any, sentences: list[list[str]], ordered: list[str]) -> Any:
    """Words by contexts: positive pointwise mutual information."""
    rows = {word: row for row, word in enumerate(ordered)}
    columns = {word: column for column, word in enumerate(ordered[:CONTEXTS])}
    table = numpy.zeros((len(ordered), len(columns) * len(REACH)), numpy.float32)
    for words in sentences:
        for i, word in enumerate(words):
            for number, step in enumerate(REACH):
                if word in rows and 0 <= i + step < len(words) and words[i + step] in columns:
                    table[rows[word], number * len(columns) + columns[words[i + step]]] += 1
    smooth = table.sum(0, keepdims=True) ** 0.75
    table /= numpy.maximum(table.sum(1, keepdims=True), 1)
    table /= numpy.maximum(smooth / smooth.sum(), 1e-9)
    return numpy.log(numpy.maximum(table, 1, out=table), out=table)


def decomposed(numpy: Any, table: Any, chance: Any) -> Any:
    """Rows as unit vectors of at most `DIMENSIONS`, by a randomised decomposition with three power rounds."""
    size = min(DIMENSIONS, *table.shape)
    basis = table @ chance.standard_normal((table.shape[1], size + 20))
    for _ in range(3):
        basis = table @ numpy.linalg.qr(table.T @ numpy.linalg.qr(basis)[0])[0]
    basis = numpy.linalg.qr(basis)[0]
    left, strength, _ = numpy.linalg.svd(basis.T @ table, full_matrices=False)
    vectors = (basis @ left)[:, :size] * numpy.sqrt(strength[:size])
    return vectors / (numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def nearest(numpy: Any, vectors: Any, size: int, chance: Any) -> list[int]:
    """k-means on the unit sphere: the number of each row's centre."""
    centres = vectors[chance.choice(min(len(vectors), 4000), size, replace=False)].copy()
    for _ in range(ROUNDS):
        labels = numpy.argmax(vectors @ centres.T, 1)
        for number in range(size):
            members = vectors[labels == number]
            if len(members):
                centre = members.mean(0)
                centres[number] = centre / (numpy.linalg.norm(centre) + 1e-9)
    return [int(label) for label in labels]
