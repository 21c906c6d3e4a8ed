"""Signs of translation, and the original of another language with the evidence of both sides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.pages import page, tell

from semeja.compare.provenance import trace
from semeja.compare.translations import describe_translation

ENGLISH = """The bridge at Port Larrow was shut after 1,340 bolts were found loose, the harbour board said.

Repairs will cost $2.75 million and take 17 weeks. Some 640 lorries a day must use the 48-kilometre detour."""
TRANSLATED = """Jembatan di Port Larrow ditutup setelah 1,340 baut ditemukan longgar, kata dewan pelabuhan.

Dewan berharap dan berharap perbaikan $2.75 juta selesai dalam 17 minggu. sekitar 640 truk harus memutar 48 km."""
OWN = """Jembatan di Port Larrow ditutup. Wartawan kami menghitung 12 kapal yang menunggu dan 3 truk yang mogok."""


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Saya berharap dan berharap kita maju.", ["berharap dan berharap"]),
        ("Ada 100,000 tentara dan 1,250,000 liter air.", ["100,000", "1,250,000"]),
        ("Layanan dihentikan pada 2020. sebuah uji coba gagal.", ["2020. sebuah"]),
        ("Ia mengatakan bahwa itu tidak menimbulkan ancaman.", ["bahwa itu tidak"]),
        ("Menteri mundur, dilansir Penjaga pada Senin.", ["dilansir Penjaga"]),
        ("Ketua dewan ( ) menolak berkomentar.", ["( )"]),
        ("Harganya Rp1,25 juta atau naik 2,5 persen, kata Prof. Ani dkk. kemarin.", []),
        ("Ia pergi jauh dan jauh lebih tinggi nilainya 12.500 dan 3,14.", []),
        ("Ia membantah. Mereka pergi (21/1) pagi.", []),
    ],
)
def test_signs_in_indonesian(text: str, signs: list[str]) -> None:
    found = describe_translation(tell(page(text)), 0)
    assert [sign.text for sign in found.signs] == signs
    assert found.likely is (len(signs) >= 2)


def test_english_text_shows_no_signs() -> None:
    assert describe_translation(tell(page("It hoped and hoped for 100,000 boats.", language="en")), 0).signs == ()


def test_a_stated_translation_is_likely() -> None:
    mark = "diterjemahkan dari Reuters"
    shown = page(f"Artikel ini {mark}.", credits=[(mark, "Reuters", "translation_of", "article")])
    assert describe_translation(tell(shown), 0).likely


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TRANSLATED, True),
        (OWN, False),
        (TRANSLATED.replace("dan berharap ", "").replace("1,340", "1340").replace(". sekitar", ". Sekitar"), True),
    ],
    ids=["signs", "own", "sentence by sentence"],
)
def test_the_original_needs_signs_or_the_same_sentences(body: str, expected: bool) -> None:
    original = page(ENGLISH, "Larrow Gazette", "2024-05-02T08:00+00:00", language="en")
    other = page(body, "Kabar Muara", "2024-05-03T08:00+07:00")
    chains = trace(tell(original, other))
    edges = [edge for edge in chains.provenance.edges if edge.relation == "translation_of"]
    assert [(edge.from_, edge.to) for edge in edges] == ([(other[0].id, original[0].id)] if expected else [])
    assert all(len(edge.shared) >= 3 for edge in edges)
    assert (chains.lineages([original[0].id, other[0].id]) == 1) is expected


def test_a_later_text_is_no_original() -> None:
    later = page(ENGLISH, "Larrow Gazette", "2024-05-09T08:00+00:00", language="en")
    chains = trace(tell(later, page(TRANSLATED, "Kabar Muara", "2024-05-03T08:00+07:00")))
    assert not [edge for edge in chains.provenance.edges if edge.relation == "translation_of"]


@settings(deadline=None)
@given(st.text(alphabet="abz (),.1 2dan", max_size=80))
def test_signs_stand_where_they_say(text: str) -> None:
    story = tell(page(text))
    for sign in describe_translation(story, 0).signs:
        assert story.articles[0].text[sign.start : sign.end] == sign.text
