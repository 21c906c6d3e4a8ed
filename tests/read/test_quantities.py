"""Quantities: golden tables of both languages, context, properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.read.golden_drafts import bracketed, draft_of, golden_rows

from semeja.lang.pack import CODES
from semeja.read.draft import Draft
from semeja.read.quantities import find_quantities
from semeja.read.times import find_times
from semeja.records.reading import Mention, Quantity, Quotation


def read(draft: Draft) -> tuple[Quantity, ...]:
    times, published, _ = find_times(draft)
    return find_quantities(replace(draft, times=times, published=published))


def bound(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def written(quantity: Quantity) -> str:
    low, high = bound(quantity.low), bound(quantity.high)
    amount = low if low == high else f"{low}..{high}"
    return " ".join(part or "-" for part in (amount, quantity.modifier, quantity.unit, quantity.of))


@pytest.mark.parametrize(
    ("code", "sentence", "expected"), golden_rows("id", "quantities") + golden_rows("en", "quantities")
)
def test_golden(code: str, sentence: str, expected: str) -> None:
    plain, spans = bracketed(sentence)
    quantities = read(draft_of(code, plain, published="2022-01-21"))
    assert [plain[one.start : one.end] for one in quantities] == spans
    assert [written(one) for one in quantities] == [row for row in expected.split("; ") if row]


def test_a_figure_holds_as_of_the_time_that_its_paragraph_tells() -> None:
    line = "Hingga pukul 17.30 WIB, 17 orang tewas."
    draft = draft_of("id", line, "Sebanyak 40 orang tewas pada 1998.", published="2025-03-11T21:00+07:00")
    times, _, _ = find_times(draft)
    toll, old = read(draft)
    assert times[toll.as_of if toll.as_of is not None else -1].value == "2025-03-11T17:30+07:00"
    assert times[old.as_of if old.as_of is not None else -1].value == "1998"


def test_a_deadline_is_not_the_moment_of_a_count() -> None:
    draft = draft_of("id", "Mereka menunggu 12 dokumen hingga Sabtu (22/1).", published="2022-01-21")
    assert [one.as_of for one in read(draft)] == [None]


def test_the_shortest_quotation_around_a_figure_says_whose_it_is() -> None:
    line = "Kepala balai Rukmini menyebut 12 rumah rusak dan 3 orang hilang."
    whole = Quotation(21, 63, "indirect", ("person:rukmini",), (), None, None, None, "affirmed", 0, "r")
    inner = replace(whole, end=41, speaker=("person:sutarmi",))
    draft = replace(draft_of("id", line, published="2022-01-21"), quotes=(whole, inner))
    assert [one.attributed_to for one in read(draft)] == [("person:sutarmi",), ("person:rukmini",)]


@pytest.mark.parametrize(
    ("code", "line", "counted"),
    [
        ("id", "BPBD Lumut mencatat 21 korban meninggal.", True),
        ("id", "BPBD Lumut mencatat sedikitnya 21 korban meninggal.", True),
        ("id", "BPBD Lumut mengirim 21 perahu.", False),
        ("en", "BPBD Lumut has recorded at least 21 deaths.", True),
        ("en", "BPBD Lumut said it would send 21 boats.", False),
    ],
)
def test_who_counts_a_figure_owns_it(code: str, line: str, counted: bool) -> None:
    body = Mention(0, 10, 0, 10, "organisation", "name", ("organisation:bpbd-lumut",), "r")
    draft = replace(draft_of(code, line, published="2022-01-21"), mentions=(body,))
    assert [bool(one.attributed_to) for one in read(draft)] == [counted]


@pytest.mark.parametrize(
    ("code", "line", "name"),
    [
        ("id", "Menurut data BPBD Lumut, 21 warga tewas.", "BPBD Lumut"),
        ("id", "BPBD Lumut: Korban Tewas Menjadi 21 Orang", "BPBD Lumut"),
        ("en", "According to BPBD Lumut, 21 people died.", "BPBD Lumut"),
        ("en", "A storm killed 21 people in the hills, BPBD Lumut said.", "BPBD Lumut"),
        ("en", "BPBD Lumut, a small body, put the number of missing at 21.", None),
        ("en", "BPBD Lumut put the number of missing at 21.", "BPBD Lumut"),
    ],
)
def test_the_source_that_a_sentence_names_owns_its_figures(code: str, line: str, name: str | None) -> None:
    start = line.index("BPBD Lumut")
    body = Mention(start, start + 10, start, start + 10, "organisation", "name", ("organisation:bpbd-lumut",), "r")
    draft = replace(draft_of(code, line, published="2022-01-21"), mentions=(body,))
    assert [one.attributed_to for one in read(draft)] == [("organisation:bpbd-lumut",) if name else ()]


def test_a_headline_takes_authority_and_hour_from_the_body() -> None:
    lines = ("21 Warga Lumut Tewas", "BPBD Lumut mencatat 21 warga tewas hingga pukul 17.30 WIB.")
    body = Mention(21, 31, 21, 31, "organisation", "name", ("organisation:bpbd-lumut",), "r")
    draft = replace(draft_of("id", *lines, published="2022-01-21", zones=("title", "body")), mentions=(body,))
    headline, told = read(draft)
    assert headline.attributed_to == told.attributed_to == ("organisation:bpbd-lumut",)
    assert headline.as_of == told.as_of == 0


def test_the_same_hour_is_the_last_one_told() -> None:
    lines = ("Hingga pukul 17.30 WIB, 17 orang tewas.", "Pada jam yang sama, lima orang hilang.")
    assert [one.as_of for one in read(draft_of("id", *lines, published="2022-01-21"))] == [0, 0]


def test_an_earlier_year_behind_the_last_figure_is_of_that_alone() -> None:
    line = "Turnout was 63%, up from 57.2% in 2020."
    assert [one.as_of for one in read(draft_of("en", line, published="2022-01-21"))] == [None, 0]


def test_a_day_that_opens_a_sentence_of_counting_is_when_the_figure_holds() -> None:
    line = "Kamis (20/1), petugas mencatat 17 orang tewas."
    assert [one.as_of for one in read(draft_of("id", line, published="2022-01-21"))] == [0]


def test_countries_and_places_near_a_figure_are_what_it_is_about() -> None:
    line = "Di Sagara, 12 rumah rusak."
    place = Mention(3, 9, 3, 9, "place", "name", ("place:sagara",), "r")
    person = replace(place, kind="person", entities=("person:sagara",))
    draft = replace(draft_of("id", line, published="2022-01-21"), mentions=(place, person))
    assert [one.about for one in read(draft)] == [("place:sagara",)]


def test_a_correction_without_a_noun_keeps_what_the_unit_was_about() -> None:
    lines = ("Subsidi rute itu Rp86 miliar.", "Angka yang benar Rp68 miliar.", "Ia menerima Rp2 miliar.")
    assert [one.of for one in read(draft_of("id", *lines))] == ["subsidy", "subsidy", None]


def test_captions_and_metadata_have_no_quantities() -> None:
    draft = draft_of("id", "12 rumah rusak.", "12 rumah rusak.", zones=("caption", "metadata"))
    assert read(draft) == ()


SCRAPS = st.sampled_from(
    """
    12 1.350 100,000 2,49 0812 999999999999999999999 Rp Rp5 US $ € 30% persen ribu juta miliar puluhan belasan
    dua seratus setengah orang rumah tewas hilang korban sekitar sebanyak lebih dari hingga antara dan - , . ( )
    / : + M5 magnitudo suara berbanding tidak ada jiwa of people killed hundreds thousands a dozen to at least
    voted no casualties bn kilometre dari menjadi
    """.split()  # noqa: SIM905
)


@given(code=st.sampled_from(CODES), text=st.one_of(st.text(max_size=80), st.lists(SCRAPS, max_size=16).map(" ".join)))
def test_any_text_gives_quantities_that_reslice_and_order(code: str, text: str) -> None:
    line = text.replace("\n", " ")
    quantities = read(draft_of(code, line, published="2022-01-21"))
    for one in quantities:
        assert 0 <= one.start < one.end <= len(line)
        assert one.low is not None or one.high is not None
        assert one.low is None or one.high is None or one.low <= one.high
        assert one.modifier in (None, "about", "at_least", "at_most", "nearly")
    places = [(one.start, one.end) for one in quantities]
    assert places == sorted(places)


def test_a_long_line_is_read_in_linear_time() -> None:
    line = "korban tewas menjadi 12 orang dan dua ribu rumah rusak " * 4000
    assert len(read(draft_of("id", line))) == 8000
