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

from semeja.lang.name_features import ROLES, Lexicon, role_features

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-ORGANISATION", "I-ORGANISATION")
WIDTH = 32
SIZE = WIDTH // 8 * len(LABELS)
SCALE = 1024
"""A weight of 1 in the model's whole numbers."""
MIDDLE = sum(1 << (WIDTH * place + WIDTH - 1) for place in range(len(LABELS)))
MEMORY = 16_384
"""Words whose sums a process remembers, for each role."""

unpacked = struct.Struct(f"<{len(LABELS)}I").unpack


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """A model as it is kept: word attributes by number, features with their packed weights, transitions by label."""

    attributes: tuple[tuple[str, str], ...]
    words: Mapping[str, tuple[int, ...]]
    features: tuple[str, ...]
    weights: bytes
    transitions: tuple[tuple[int, ...], ...]


class NameModel(msgspec.Struct, frozen=True, eq=False):
    """`sums`: by role the packed sum of what a word gives in it; `single`: packed weights of features that are no
    word's alone; `transitions`: from a label to a label."""

    sums: Mapping[str, Callable[[str], int]]
    single: Mapping[str, int]
    transitions: tuple[tuple[int, ...], ...]


def scores(packed: int) -> Sequence[int]:
    """The sums of all labels, each higher by the same constant."""
    return unpacked((packed + MIDDLE).to_bytes(SIZE, "little"))


def pack(weights: Sequence[int]) -> int:
    """One integer of the weights of all labels; packed integers may be added, also below zero."""
    return sum(weight << (WIDTH * place) for place, weight in enumerate(weights))


def word_sum(role: str, weights: Mapping[str, int], lexicon: Lexicon, word: str) -> int:
    """What a word gives in a role, packed."""
    return sum(weights.get(feature, 0) for feature in role_features(role, word, lexicon))


def of_stored(stored: Stored) -> NameModel:
    """The model ready for use."""
    lexicon = {word: tuple(stored.attributes[one] for one in ids) for word, ids in stored.words.items()}
    raw = stored.weights
    weights = {
        feature: int.from_bytes(raw[start : start + SIZE], "little", signed=True)
        for feature, start in zip(stored.features, range(0, len(raw), SIZE), strict=True)
    }
    sums = {role: lru_cache(MEMORY)(partial(word_sum, role, weights, lexicon)) for role in ROLES}
    single = {feature[1:]: weight for feature, weight in weights.items() if feature[0] == "|"}
    return NameModel(sums, single, stored.transitions)


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
