"""The naming model: packed weights, its file, what it sees of a word; training twice gives the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.lang.name_features import attributes, role_features, shape
from semeja.lang.name_model import Stored, decode, encode, load_name_model, of_stored, pack, scores
from semeja.lang.name_moves import LABELS
from semeja.lang.pack import load_pack

WEIGHTS = st.lists(st.integers(-(1 << 20), 1 << 20), min_size=len(LABELS), max_size=len(LABELS))


@given(st.lists(WEIGHTS, min_size=1, max_size=20))
def test_packed_weights_add_label_by_label(rows: list[list[int]]) -> None:
    found = scores(sum(pack(row) for row in rows))
    expected = [sum(column) for column in zip(*rows, strict=True)]
    assert [one - found[0] for one in found] == [one - expected[0] for one in expected]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Manado", "Xx"), ("KPK", "XX"), ("Covid-19", "Xx-d"), ("di", "xx"), ("1998", "dd"), ("McCain", "XxXx")],
)
def test_shape(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_a_village_is_one_only_with_a_capital() -> None:
    lexicon = {"makmur": (("v", "13"), ("g", "common"))}
    assert ("v", "13") in list(attributes("Makmur", lexicon))
    assert ("v", "13") not in list(attributes("makmur", lexicon))


def test_a_role_takes_its_kinds_of_attributes() -> None:
    lexicon = {"kota": (("g", "place_head"), ("m", "128:7"), ("t", "NNO"))}
    assert role_features("-2", "Kota", lexicon) == ["-2|w|kota", "-2|m|128:7"]


def test_a_file_holds_what_was_stored() -> None:
    weights = pack([1, -2, 3, -4, 5, -6, 7]).to_bytes(28, "little", signed=True)
    one = Stored((("g", "title"),), {"ketua": (0,)}, ("0|g|title",), weights, tuple((0,) * 7 for _ in range(7)))
    assert decode(encode(one)) == one
    found = scores(of_stored(one).sums("Ketua")[0])
    assert [score - found[0] for score in found] == [0, -3, 2, -5, 4, -7, 6]


def test_a_pack_without_models_has_none() -> None:
    assert load_name_model("id") is not None
    assert load_name_model("en") is None
    assert load_pack("id").name_model is not None
    assert load_pack("id", models=False).name_model is None


def test_training_twice_gives_the_same_bytes() -> None:
    pytest.importorskip("pycrfsuite")
    from data.train_names import features, trained

    lexicon = {"ketua": [("g", "title"), ("c", "?")], "seroja": [("v", "11")]}
    frozen = {word: tuple(pairs) for word, pairs in lexicon.items()}
    sentences = [
        (["Ketua", "Budi", "Lasut", "tiba", "di", "Seroja"], ["O", "B-PERSON", "I-PERSON", "O", "O", "B-PLACE"]),
        (["PT", "Karya", "Bumi", "tutup"], ["B-ORGANISATION", "I-ORGANISATION", "I-ORGANISATION", "O"]),
    ] * 3
    prepared = [(features(words, frozen), tags) for words, tags in sentences]
    assert encode(trained(prepared, lexicon)) == encode(trained(prepared, lexicon))
