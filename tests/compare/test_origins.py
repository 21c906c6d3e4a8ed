"""One outlet under several names is one origin; two outlets with a word in common are two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.compare.origins import unite_names

NAMES = [
    "KBX", "Kantor Berita Xenia", "Meridian", "Meridian News Agency", "Warta Arum", "wartaarum.id", "Reuters",
    "reuters.com", "Lentera", "Lentera Timur", "Lentera Barat", "Antara Foto", "ANTARA", "S",
]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Meridian", "Meridian News Agency"], ["meridian-news-agency"]),
        (["KBX", "Kantor Berita Xenia"], ["kantor-berita-xenia"]),
        (["Cakrawala", "Kantor Berita Cakrawala"], ["kantor-berita-cakrawala"]),
        (["MIMBAR RAYA", "Mimbar Raya", "MimbarRaya.com"], ["mimbar-raya"]),
        (["THE STRAIT MONITOR", "Strait Monitor"], ["strait-monitor"]),
        (["Antara", "Antara Foto", "antaranews.com"], ["antara"]),
        (["CNN", "CNN Indonesia"], ["cnn", "cnn-indonesia"]),
        (["Lentera", "Lentera Timur", "Lentera Barat"], ["lentera", "lentera-barat", "lentera-timur"]),
        (["Harian Teluk", "Kantor Berita Teluk"], ["harian-teluk", "kantor-berita-teluk"]),
        (["S", "Samudra Kini"], ["s", "samudra-kini"]),
        (["", "."], ["unnamed"]),
    ],
)
def test_united_names(names: list[str], ids: list[str]) -> None:
    assert sorted({origin.id.removeprefix("origin:") for origin in unite_names(names).values()}) == ids


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Kantor Berita Xenia", "agency"), ("Reuters", "agency"), ("Kabar Muara", "outlet"), ("TikTok", "social")],
)
def test_kind(name: str, kind: str) -> None:
    assert unite_names([name])[name].kind == kind


@settings(deadline=None)
@given(st.permutations(NAMES))
def test_the_order_of_names_changes_nothing(names: list[str]) -> None:
    assert unite_names(names) == unite_names(NAMES)
