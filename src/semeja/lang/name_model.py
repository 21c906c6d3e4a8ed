"""The learned part of the naming stage: a linear-chain conditional random field over words, as integers.

Lafferty, McCallum and Pereira 2001. Weights are whole numbers, so that every machine finds the same names; those of a
feature for all labels are packed into one integer of `WIDTH` bits a label, and one addition adds them all.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files

import msgspec

from semeja.lang.name_features import (
    LONGEST_LENGTH,
    LONGEST_PLACE,
    MARKS,
    ROLES,
    Lexicon,
    attributes,
    features_in,
    run_feature,
)
from semeja.lang.name_moves import LABELS, Moves, moves_of

WIDTH = 32
SIZE = WIDTH // 8 * len(LABELS)
SCALE = 1024
"""A weight of 1 in the model's whole numbers."""
MIDDLE = sum(1 << (WIDTH * place + WIDTH - 1) for place in range(len(LABELS)))
MEMORY = 16_384
"""Words whose sums a process remembers."""

unpacked = struct.Struct(f"<{len(LABELS)}i").unpack


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """A model as it is kept: word attributes by number, features with their packed weights, transitions by label."""

    attributes: tuple[tuple[str, str], ...]
    words: Mapping[str, tuple[int, ...]]
    features: tuple[str, ...]
    weights: bytes
    transitions: tuple[tuple[int, ...], ...]


class NameModel(msgspec.Struct, frozen=True, eq=False):
    """`sums`: the packed sums of what a word gives in each of the `ROLES`, in their order; `single`: packed weights of
    features that are no word's alone; `pairs`: those of two neighbours, by the first and the second, as they count
    for the second and for the first; `marks`: by the marks around it what each word is given; `placed`: what the place
    in a run gives, by the length of the run; `moves`: from a label to a label."""

    sums: Callable[[str], tuple[int, ...]]
    single: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, tuple[int, int]]]
    marks: Mapping[str, int]
    placed: tuple[tuple[int, ...], ...]
    moves: Moves


def scores(packed: int) -> Sequence[int]:
    """The sums of all labels."""
    # Made positive, so that no label borrows from the next, and then each its own sign again.
    return unpacked((packed + MIDDLE ^ MIDDLE).to_bytes(SIZE, "little"))


def pack(weights: Sequence[int]) -> int:
    """One integer of the weights of all labels; packed integers may be added, also below zero."""
    return sum(weight << (WIDTH * place) for place, weight in enumerate(weights))


def paired(single: Mapping[str, int]) -> dict[str, dict[str, tuple[int, int]]]:
    """The weights of two neighbours by the first and the second: `a b` counts for `b`, `a b ` for `a`."""
    table: dict[str, dict[str, tuple[int, int]]] = {}
    for feature, weight in single.items():
        first, blank, second = feature.partition(" ")
        if blank:
            row = table.setdefault(first, {})
            ahead = second[-1:] == " "
            second = second[:-1] if ahead else second
            of_second, of_first = row.get(second, (0, 0))
            row[second] = (of_second, weight) if ahead else (weight, of_first)
    return table


class StoredWords(Mapping[str, tuple[tuple[str, str], ...]]):
    """What a stored model knows of each word, put together when it is asked for: most words never are."""

    def __init__(self, stored: Stored) -> None:
        self._attributes, self._words = stored.attributes, stored.words

    def __getitem__(self, word: str) -> tuple[tuple[str, str], ...]:
        return tuple([self._attributes[one] for one in self._words[word]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


class StoredWeights:
    """The packed weights of a stored model by feature, read from its bytes when they are asked for."""

    def __init__(self, stored: Stored) -> None:
        self._raw = stored.weights
        self._places = dict(zip(stored.features, range(0, len(self._raw), SIZE), strict=True))

    def sum_of(self, features: Iterable[str]) -> int:
        """The packed sum of some features; one that the model lacks adds nothing."""
        raw, places = self._raw, map(self._places.get, features)
        return sum([int.from_bytes(raw[at : at + SIZE], "little", signed=True) for at in places if at is not None])


def word_sums(weights: StoredWeights, lexicon: Lexicon, word: str) -> tuple[int, ...]:
    """What a word gives in each role, packed."""
    found = list(attributes(word, lexicon))
    return tuple([weights.sum_of(features_in(role, found)) for role in ROLES])


def of_stored(stored: Stored) -> NameModel:
    """The model ready for use."""
    weights = StoredWeights(stored)
    single = {feature[1:]: weights.sum_of([feature]) for feature in stored.features if feature[0] == "|"}
    sums = lru_cache(MEMORY)(partial(word_sums, weights, StoredWords(stored)))
    marks = {mark: single.get("bias", 0) + single.get(mark, 0) for mark in MARKS}
    placed = [
        tuple([single.get(run_feature(length, place), 0) for place in range(LONGEST_PLACE + 1)])
        for length in range(LONGEST_LENGTH + 1)
    ]
    return NameModel(sums, single, paired(single), marks, tuple(placed), moves_of(stored.transitions))


def encode(stored: Stored) -> bytes:
    """The file of a model."""
    return zlib.compress(msgspec.msgpack.encode(stored), 9)


def decode(body: bytes) -> Stored:
    """The model of a file; zlib.error or msgspec.ValidationError when it is none."""
    return msgspec.msgpack.decode(zlib.decompress(body), type=Stored)


@cache
def load_name_model(code: str) -> NameModel | None:
    """The model of a language; None where it has none."""
    path = files("semeja") / "lang" / code / "models" / "names.bin"
    return of_stored(decode(path.read_bytes())) if path.is_file() else None
