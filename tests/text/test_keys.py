"""Keys for comparing names and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.text.ids import content_id, digest
from semeja.text.keys import fold, name_key, plain, slug


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergey", "Sergei"),
        ("Zelenskyy", "Zelensky"),
        ("Zelenskiy", "Zelenskyy"),
        ("Dmitry", "Dmitriy"),
        ("Wladimir", "Vladimir"),
        ("Muhammad", "Muhamad"),
        ("Aleksandr", "Alexandr"),
    ],
)
def test_transliterations_of_a_name_meet(left: str, right: str) -> None:
    assert name_key(left) == name_key(right)


@pytest.mark.parametrize(("left", "right"), [("Budi", "Budiman"), ("Sari", "Sri"), ("Anton", "Antony"), ("Ali", "Adi")])
def test_different_names_stay_apart(left: str, right: str) -> None:
    assert name_key(left) != name_key(right)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_slug_is_safe_in_a_path(text: str) -> None:
    assert slug(text)
    assert not set(slug(text)) & set("/\\. \0:")


def test_ids_part_their_parts() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert content_id("event", 1, None) == content_id("event", 1, None)
    assert content_id("event", 1).startswith("event:")
