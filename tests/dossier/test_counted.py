"""What is counted and how much, as readers write it; no key of the contract is left raw."""

from typing import get_args

import pytest

from semeja.dossier.counted import amount, counted_word, number, unit_word
from semeja.dossier.labels import LANGUAGES, labels
from semeja.lang.table import read_table
from semeja.records import vocabularies
from semeja.records.dossier import NotRead, QuoteGroup
from semeja.records.provenance import Alteration, Fold, Origin

WORDS = [
    ("dead", "id", "tewas"),
    ("dead", "en", "dead"),
    ("houses.damaged", "id", "rumah rusak"),
    ("houses.damaged", "en", "houses damaged"),
    ("vessels.fishing", "id", "kapal nelayan"),
    ("ticket_price", "id", "harga tiket"),
    ("blood_bags", "id", "kantong darah"),
    ("something_new", "id", "something new"),
    (None, "id", ""),
]


@pytest.mark.parametrize(("of", "language", "word"), WORDS)
def test_the_thing_counted_has_a_word(of: str | None, language: str, word: str) -> None:
    assert counted_word(of, language) == word


@pytest.mark.parametrize("table", ["counted_things", "count_topics", "counted_states"])
@pytest.mark.parametrize("code", ["id", "en"])
def test_every_thing_that_a_reading_names_has_an_indonesian_word(code: str, table: str) -> None:
    known = {row[1] for name in ("counted_things", "count_topics", "counted_states") for row in read_table("id", name)}
    missing = {row[1] for row in read_table(code, table) if row[1] != "-"} - known
    said = {key.removeprefix("thing:") for key in labels("id") if key.startswith("thing:")}
    assert missing - said == set()


NUMBERS = [
    (17, "id", "17"),
    (1350, "id", "1.350"),
    (1350, "en", "1,350"),
    (6.1, "id", "6,1"),
    (1_250_000, "id", "1,25 juta"),
    (86_000_000_000, "id", "86 miliar"),
    (2_500_000_000, "en", "2.5 billion"),
    (3_000_000_000_000, "id", "3 triliun"),
    (-4, "id", "-4"),
    (0, "en", "0"),
]


@pytest.mark.parametrize(("value", "language", "text"), NUMBERS)
def test_numbers_are_written_as_in_newspapers(value: float, language: str, text: str) -> None:
    assert number(value, language) == text


@pytest.mark.parametrize(
    ("low", "high", "modifier", "text"),
    [
        (17, 17, None, "17"),
        (17, 17, "at_least", "≥ 17"),
        (40, 40, "about", "± 40"),
        (20, 99, None, "20–99"),
        (None, 100_000, "at_most", "≤ 100.000"),
        (None, None, None, "?"),
    ],
)
def test_amounts_in_short(low: float | None, high: float | None, modifier: str | None, text: str) -> None:
    assert amount(low, high, modifier, "id") == text


def test_units_have_words() -> None:
    assert [unit_word(unit, "id") for unit in ("IDR", "person", None, "t", "USD")] == ["Rp", "", "", "ton", "USD"]


def _values(struct: type, field: str) -> tuple[str, ...]:
    return get_args(struct.__annotations__[field])


def _wording() -> tuple[str, ...]:
    (one,) = (part for part in get_args(QuoteGroup.__annotations__["differs_in"]) if get_args(part))
    return get_args(one)


CLOSED = {
    "removed_": get_args(vocabularies.Reason),
    "event:": get_args(vocabularies.EventType),
    "modality:": get_args(vocabularies.Modality),
    "modifier:": ("about", "at_least", "at_most", "nearly"),
    "": (
        *get_args(vocabularies.Act), *get_args(vocabularies.Status), *get_args(vocabularies.Relation),
        *get_args(vocabularies.QuoteKind), *(kind for kind in get_args(vocabularies.ConflictKind)),
    ),
    "changed:": _values(Alteration, "kind"),
    "fold:": _values(Fold, "relation"),
    "unread:": _values(NotRead, "reason"),
    "origin:": _values(Origin, "kind"),
    "decided_": get_args(vocabularies.DecisionKind),
    "differs:": _wording(),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", CLOSED)
def test_every_word_of_a_closed_vocabulary_has_a_label(prefix: str, language: str) -> None:
    assert CLOSED[prefix]
    assert [word for word in CLOSED[prefix] if not labels(language).get(prefix + word)] == []
