"""The learned part of the naming stage: a linear-chain conditional random field over words, as integers.

Lafferty, McCallum and Pereira 2001. Weights are whole numbers, so that every machine finds the same names; those of a
feature for all labels are packed into one integer of `WIDTH` bits a label, and one addition adds them all.
"""

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files

import msgspec

from semeja.lang.name_features import ROLES, Lexicon, attributes, features_in

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-ORGANISATION", "I-ORGANISATION")
WIDTH = 32
SIZE = WIDTH // 8 * len(LABELS)
SCALE = 1024
"""A weight of 1 in the model's whole numbers."""
MIDDLE = sum(1 << (WIDTH * place + WIDTH - 1) for place in range(len(LABELS)))
MEMORY = 16_384
"""Words whose sums a process remembers."""

unpacked = struct.Struct(f"<{len(LABELS)}I").unpack


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
    for the second and for the first; `transitions`: from a label to a label."""

    sums: Callable[[str], tuple[int, ...]]
    single: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, tuple[int, int]]]
    transitions: tuple[tuple[int, ...], ...]


def scores(packed: int) -> Sequence[int]:
    """The sums of all labels, each higher by the same constant."""
    return unpacked((packed + MIDDLE).to_bytes(SIZE, "little"))


def pack(weights: Sequence[int]) -> int:
    """One integer of the weights of all labels; packed integers may be added, also below zero."""
    return sum(weight << (WIDTH * place) for place, weight in enumerate(weights))


def word_sums(weights: Mapping[str, int], lexicon: Lexicon, word: str) -> tuple[int, ...]:
    """What a word gives in each role, packed."""
    found = list(attributes(word, lexicon))
    return tuple([sum([weights.get(one, 0) for one in features_in(role, found)]) for role in ROLES])


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


def of_stored(stored: Stored) -> NameModel:
    """The model ready for use."""
    lexicon = {word: tuple(stored.attributes[one] for one in ids) for word, ids in stored.words.items()}
    raw = stored.weights
    weights = {
        feature: int.from_bytes(raw[start : start + SIZE], "little", signed=True)
        for feature, start in zip(stored.features, range(0, len(raw), SIZE), strict=True)
    }
    single = {feature[1:]: weight for feature, weight in weights.items() if feature[0] == "|"}
    sums = lru_cache(MEMORY)(partial(word_sums, weights, lexicon))
    return NameModel(sums, single, paired(single), stored.transitions)


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
