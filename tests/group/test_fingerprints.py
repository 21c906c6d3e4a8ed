"""Fingerprints: places of words, and no longer run without a print."""

from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.group.fingerprints import WINDOW, WORDS, fingerprints, word_places

VOCABULARY = [f"kata{number}" for number in range(400)]
TEXT = st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=60).map(tuple)


@settings(deadline=None)
@given(TEXT)
def test_prints_point_at_the_words_that_made_them(text: tuple[str, ...]) -> None:
    for place in fingerprints(text).values():
        assert 0 <= place <= max(0, len(text) - WORDS)


@settings(deadline=None)
@given(TEXT, TEXT, st.lists(st.sampled_from(VOCABULARY), min_size=WORDS + WINDOW - 1, max_size=40))
def test_texts_with_a_run_in_common_have_a_print_in_common(
    left: tuple[str, ...], right: tuple[str, ...], run: list[str]
) -> None:
    assert set(fingerprints((*left, *run))) & set(fingerprints((*run, *right)))


def test_words_keep_their_places() -> None:
    text = "Air naik, 2,5 meter."
    assert [text[start:end] for _, start, end in word_places(text)] == ["Air", "naik", "2", "5", "meter"]
    assert fingerprints(()) == {}
