"""Gzip within its budgets."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.errors import Damaged, TooLarge
from semeja.sources import limits
from semeja.sources.compression import expand, gather

MEMBER = gzip.compress(b"Kata Menteri. " * 40, mtime=0)


def cut(data: bytes, size: int) -> list[bytes]:
    """Pieces of `size` bytes."""
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=4), st.integers(1, 50))
def test_members_are_joined_however_the_stream_is_cut(bodies: list[bytes], size: int) -> None:
    data = b"".join(gzip.compress(body, mtime=0) for body in bodies)
    assert b"".join(expand(cut(data, size))) == b"".join(bodies)


DAMAGED = [
    ("cut off", MEMBER[:-9]),
    ("cut off before the check", MEMBER[:-4]),
    ("no gzip", b"Kata Menteri."),
    ("empty", b""),
    ("wrong check", MEMBER[:-8] + bytes(8)),
    ("something behind", MEMBER + b"Kata Menteri."),
    ("second member cut off", MEMBER + MEMBER[:12]),
]


@pytest.mark.parametrize("data", [case[1] for case in DAMAGED], ids=[case[0] for case in DAMAGED])
def test_damage_is_told(data: bytes) -> None:
    with pytest.raises(Damaged):
        gather(expand([data]))


def test_zeros_behind_the_end_are_padding() -> None:
    assert gather(expand([MEMBER + bytes(100)])) == b"Kata Menteri. " * 40


def test_a_bomb_is_refused_before_it_is_expanded() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(limits.MIB)) for _ in range(64)) + packer.flush()
    sizes: list[int] = []
    with pytest.raises(TooLarge, match=":1"):
        sizes.extend(map(len, expand([bomb])))
    assert sum(sizes) <= limits.RATIO_GRACE_BYTES


def test_a_document_has_a_limit() -> None:
    with pytest.raises(TooLarge):
        gather([b"aaaa", b"bbbb"], limit=7)
    assert gather([b"aaaa", b"bbb"], limit=7) == b"aaaabbb"
