"""Measures of coreference: values worked out by hand, and pairings against every possible one."""

from itertools import permutations

import pytest
from benchmarks.quality.parts.coreference_gold import passage
from benchmarks.quality.parts.coreference_scores import averaged, counted, hungarian, pooled, scored
from hypothesis import given
from hypothesis import strategies as st


def clusters(written: str) -> list[frozenset[str]]:
    return [frozenset(cluster) for cluster in written.split()]


# Columns: key, response, then recall and precision of MUC, B³, CEAF-e. The first row is the example of Pradhan et al.
CASES = [
    ("abc defg", "ab cd fghi", (2 / 5, 2 / 5), (5 / 12, 1 / 2), (0.65, 1.3 / 3)),
    ("abc de", "abc de", (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),
    ("abcd", "ab cd", (2 / 3, 1.0), (1 / 2, 1.0), (2 / 3, 1 / 3)),
    ("ab cd", "abcd", (1.0, 2 / 3), (1.0, 1 / 2), (1 / 3, 2 / 3)),
    ("abc", "a b c", (0.0, 0.0), (1 / 3, 1.0), (1 / 2, 1 / 6)),
    ("a b", "ab", (0.0, 0.0), (1.0, 1 / 2), (1 / 3, 2 / 3)),
    # `c` belongs to both chains of the key, as `they` does in the published gold.
    ("abc cde", "ab cde", (3 / 4, 2 / 3), (14 / 18, 16 / 15), (0.9, 0.9)),
]


@pytest.mark.parametrize(("key", "response", "muc", "b_cubed", "ceaf_e"), CASES)
def test_measures(
    key: str,
    response: str,
    muc: tuple[float, float],
    b_cubed: tuple[float, float],
    ceaf_e: tuple[float, float],
) -> None:
    scores = scored(counted(clusters(key), clusters(response)))
    assert scores.muc[:2] == pytest.approx(muc)
    assert scores.ceaf_e[:2] == pytest.approx(ceaf_e)
    assert scores.b_cubed[:2] == pytest.approx(b_cubed)


def test_documents_are_pooled_or_averaged_by_their_mentions() -> None:
    good, bad = counted(clusters("ab"), clusters("ab")), counted(clusters("abcd"), clusters("a b c d"))
    assert averaged([good, bad]).muc.f1 == pytest.approx(4 / 12)
    assert pooled([good, bad]).muc.f1 == pytest.approx(2 * 0.25 * 1.0 / 1.25)


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_pairing_is_the_best_of_all(rows: list[list[int]]) -> None:
    table = [[value / 10 for value in row] for row in rows]
    best = max(
        sum(table[row][column] for row, column in enumerate(order)) for order in permutations(range(4), len(table))
    )
    assert hungarian(table) == pytest.approx(best)


def test_marks_become_mentions() -> None:
    marked = (
        '{M1:jenis="named-entity person" Rina} dan {M2:jenis="named-entity person" Joko} tiba. '
        '{M3:jenis="kata ganti orang tunggal" {M1:jenis="" Ia}} menyapa {M4:jenis="noun phrase person" '
        'ibu{M5:jenis="kata ganti orang kepemilikan" {M2:jenis="" nya}.}} '
        '{M6:jenis="kata ganti orang jamak" {M1:jenis="" {M2:jenis="" Mereka}}} pulang.'
    )
    text = "Rina dan Joko tiba.\nIa menyapa ibunya. Mereka pulang."
    read = passage("1", text, marked)
    words = {(one.start, one.end): text[one.start : one.end] for one in read.mentions}
    assert list(words.values()) == ["Rina", "Joko", "Ia", "ibunya", "nya", "Mereka"]

    def named(groups: tuple[frozenset[object], ...]) -> list[list[str]]:
        return sorted(sorted(word for span, word in words.items() if span in group) for group in groups)

    assert named(read.characters) == [["Ia", "Rina"], ["Joko", "nya"], ["Mereka"], ["ibunya"]]
    assert named(read.overlapping) == [["Ia", "Mereka", "Rina"], ["Joko", "Mereka", "nya"], ["ibunya"]]
