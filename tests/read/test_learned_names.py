"""The learned part of the naming stage: best labels against all labellings, its say beside the rules'."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.read.golden_drafts import draft_of

from semeja.lang.name_features import ROLES
from semeja.lang.name_model import scores
from semeja.lang.name_moves import LABELS, moves_of
from semeja.lang.pack import load_pack
from semeja.read.names import find_names
from semeja.read.names.decoding import best
from semeja.read.names.labelling import (
    LONGEST_STRETCH,
    columns_of,
    enclosures,
    features_at,
    runs,
    spans_of,
    stretches,
    words_at,
)

SCORES = st.lists(st.integers(-50, 50), min_size=len(LABELS), max_size=len(LABELS))
MATRIX = st.lists(SCORES, min_size=len(LABELS), max_size=len(LABELS))


def total(labels: tuple[int, ...], columns: list[list[int]], moves: list[list[int]], led: bool, followed: bool) -> int:
    """The sum of a labelling."""
    path = (*([0] if led else []), *labels, *([0] if followed else []))
    return sum(column[one] for column, one in zip(columns, labels)) + sum(moves[a][b] for a, b in pairwise(path))


def allowed(labels: tuple[int, ...]) -> bool:
    """An `I-` stands behind a `B-` or `I-` of its kind."""
    names = ("O", *(LABELS[one] for one in labels))
    return all(name[0] != "I" or before[2:] == name[2:] for before, name in pairwise(names))


@settings(max_examples=40)
@given(st.lists(SCORES, min_size=1, max_size=3), MATRIX, st.booleans(), st.booleans())
def test_best_labels_have_the_greatest_sum(
    columns: list[list[int]], moves: list[list[int]], led: bool, followed: bool
) -> None:
    every = [one for one in product(range(len(LABELS)), repeat=len(columns)) if allowed(one)]
    found = tuple(best(columns, moves_of(moves), led, followed))
    assert found in every
    assert total(found, columns, moves, led, followed) == max(
        total(one, columns, moves, led, followed) for one in every
    )


@given(st.lists(st.sampled_from(["Ani", "dan", "bin", "di", "(", "PT"]), max_size=400))
def test_stretches_hold_every_capital_once(words: list[str]) -> None:
    held = [i for first, last in stretches(words) for i in range(first, last)]
    assert held == sorted(set(held))
    assert {i for i, word in enumerate(words) if word[0].isupper()} <= set(held)
    assert all(last - first <= LONGEST_STRETCH + 4 for first, last in stretches(words))


def test_runs_keep_joining_words_inside() -> None:
    words = ["Umar", "bin", "Salim", "dan", "Ratu", "of"]
    assert runs(words, 0, len(words)) == [(0, 3), (0, 3), (0, 3), (0, 0), (4, 5), (0, 0)]


def test_enclosures() -> None:
    words = ["film", '"', "Laut", '"', "(", "baru", ")", "itu"]
    assert enclosures(words)[2] == "quoted"
    assert enclosures(words)[5] == "enclosed"
    assert enclosures(words)[7] == ""


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("Kapal itu berlayar ke utara Kermadec.", "place:kermadec"),
        ("Serangan itu terjadi di lembah Patia.", "place:patia"),
    ],
)
def test_what_no_rule_knows_is_asked_of_the_model(line: str, id: str) -> None:
    draft = draft_of("id", line)
    alone = replace(draft, pack=load_pack("id", models=False))
    assert id in {one.id for one in find_names(draft)[0]}
    assert id not in {one.id for one in find_names(alone)[0]}


def test_a_part_of_a_known_name_stays_with_its_person() -> None:
    draft = draft_of("id", "Menteri Luar Negeri Fiji Josua Talanoa tiba.", "Di lembah, Talanoa dan rombongan makan.")
    places = {one.id for one in find_names(draft)[0] if one.kind == "place"}
    assert "place:talanoa" not in places


@pytest.mark.parametrize(
    "line",
    [
        "Bupati Joko Lesmana tiba di Lembah Arum .",
        'opening run ( Front Rakyat of Seroja ) dan " Ana "',
        "Ana",
        "di sana Joko bin Umar , kata Ana Sari Dewi Lestari Utami Putri di Seroja",
    ],
)
def test_columns_hold_what_the_features_give(line: str) -> None:
    model = load_pack("id").name_model
    assert model is not None
    words, roles = line.split(), list(ROLES)
    keys, inside = [word.casefold() for word in words], enclosures(line.split())
    for stretch in stretches(words):
        found = columns_of(words, keys, stretch, inside, model)
        for i, run, column in zip(range(*stretch), runs(words, *stretch), found, strict=True):
            of_words = [model.sums(word)[roles.index(role)] for role, word in words_at(words, i, run)]
            others = [model.single.get(one, 0) for one in features_at(keys, i, run, inside[i])]
            assert column == scores(sum(of_words) + sum(others))


def test_hostile_lines_are_labelled_in_time() -> None:
    model = load_pack("id").name_model
    assert model is not None
    for words in (["Aa"] * 20_000, ["Aa", "bin"] * 10_000, ["(", "Aa", '"'] * 7_000):
        assert len(spans_of(words, [word.casefold() for word in words], model)) <= len(words)
