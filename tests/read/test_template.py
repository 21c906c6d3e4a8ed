"""House furniture: lines that an outlet repeats in its articles."""

from itertools import permutations

import pytest

from semeja.lang.cleaning import load
from semeja.read.cleaning import clean
from semeja.read.cleaning.template import House, house_lines, possible_lines
from semeja.records.article import Article

TABLES = (load("id"), load("en"))
PROMOTION = "Warga Sindang punya cerita menarik? Kirimkan kepada kami lewat nomor redaksi."
KICKER = "Sindang Dari Dekat"
BACKGROUND = "Perang itu pecah setelah kedua negara gagal menyepakati batas laut di Selat Muara."
PARAGRAPHS = (
    "Wali Kota Nurdin Syah meresmikan pasar ikan di tepi Kali Hitam pada Senin pagi.",
    "Dewan kota menolak rencana tarif parkir baru yang diajukan dinas perhubungan.",
    "Petambak udang di pesisir utara menebar benih setelah dua bulan berhenti.",
    "Kebakaran di gudang kertas dipadamkan oleh tujuh regu setelah enam jam.",
)


def article(index: int, *lines: str) -> Article:
    text = "\n\n".join((f"Judul ke-{index} Tentang Sindang", PARAGRAPHS[index], *lines, PARAGRAPHS[index - 1]))
    return Article(id=f"a{index}", source="x.txt", text=text, text_sha256="", outlet="Kabar Sindang")


def learned(*articles: Article) -> frozenset[str]:
    houses = [possible_lines(one, "kabar sindang", TABLES) for one in articles]
    return house_lines(houses).get("kabar sindang", frozenset())


@pytest.mark.parametrize("line", [PROMOTION, KICKER])
def test_a_line_that_reports_nothing_is_furniture_in_three_articles(line: str) -> None:
    articles = [article(index, line) for index in range(3)]
    found = learned(*articles)
    assert len(found) == 1
    assert learned(*articles[:2]) == frozenset()
    before, after = (clean(articles[0], TABLES, lines) for lines in (frozenset[str](), found))
    assert line in before.text
    assert line not in after.text
    assert PARAGRAPHS[0] in after.text
    assert [cut.reason for cut in after.removed if cut not in before.removed] == ["boilerplate"]


STAYS = [
    ("background of every report", BACKGROUND),
    ("a country in capitals", "The US and its allies closed the strait to tankers in that month."),
    ("a number", "Kami mencatat 640 warga mengungsi."),
    ("a quotation", '"Kami menunggu di pelabuhan," kata Siti.'),
    ("an item of a list", "- Kecamatan Muara Lama"),
    ("a head with its list", "Yang terendam:"),
    ("where the text is from", "Editor Bram Sidik"),
]


@pytest.mark.parametrize("line", [case[1] for case in STAYS], ids=[case[0] for case in STAYS])
def test_what_reports_something_is_none(line: str) -> None:
    assert learned(*(article(index, line) for index in range(4))) == frozenset()


def test_lines_of_a_list_are_none() -> None:
    assert learned(*(article(index, "Muara Lama Utara", "Karangsari Barat Daya") for index in range(4))) == frozenset()


def test_the_same_title_counts_once() -> None:
    houses = [House("kabar", "judul", ("punya cerita kirim",))] * 5
    assert house_lines(houses) == {}


def test_outlets_are_counted_apart_and_in_any_order() -> None:
    houses = [House(f"kabar {index % 2}", f"judul {index}", ("punya cerita kirim",)) for index in range(5)]
    expected = {"kabar 0": frozenset({"punya cerita kirim"})}
    assert all(house_lines(order) == expected for order in permutations(houses))
