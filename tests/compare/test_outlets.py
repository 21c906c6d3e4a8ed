"""The outlet of an article: its name as written, its domain, its owner or network."""

import pytest
from tests.compare.pages import page

from semeja.compare.outlets import domain_of, network_of, outlet_of, parent_domain
from semeja.lang.outlets import find_outlet
from semeja.records.dossier import Outlet


@pytest.mark.parametrize(
    ("outlet", "url", "masthead", "expected"),
    [
        (None, None, "", None),
        ("Kabar Muara**", None, "", Outlet("Kabar Muara", None, None)),
        ("KOMPAS.com", None, "", Outlet("KOMPAS.com", "kompas.com", "KG Media")),
        (None, "https://www.kabarmuara.example/a", "", Outlet("kabarmuara.example", "kabarmuara.example", None)),
        (
            None,
            "https://bogor.tribunnews.com/a",
            "",
            Outlet("bogor.tribunnews.com", "bogor.tribunnews.com", "KG Media"),
        ),
        ("Muara Hari Ini", None, "Bagian dari Jaringan Nusa Media", Outlet("Muara Hari Ini", None, "Nusa Media")),
    ],
)
def test_outlet(outlet: str | None, url: str | None, masthead: str, expected: Outlet | None) -> None:
    assert outlet_of(*page("Air naik di hulu.", outlet, url=url, masthead=masthead)) == expected


@pytest.mark.parametrize(
    ("masthead", "network"),
    [
        ("SerojaNusa.com - Bagian dari Jaringan Nusa Media", "Nusa Media"),
        ("Jaringan Nusa Media Network", "Nusa Media"),
        ("Kabar Bahari | Jaringan Media Bahari Nusantara", "Media Bahari Nusantara"),
        ("Part of the Reef Media Group", "Reef Media"),
        ("Island News Network", "Island News"),
        ("Jaringan", None),
        ("Jaringan Kami", None),
        ("Network", None),
        ("Cartoon Network", None),
        ("Part of Friday's edition", None),
    ],
)
def test_network_of_a_masthead(masthead: str, network: str | None) -> None:
    article, reading = page("Jaringan Listrik Jawa Bali padam sejak pagi.", masthead=masthead)
    found = network_of(article, reading)
    assert (found.name if found else None) == network
    assert found is None or network in article.text[found.start : found.end]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("host", "parent"),
    [
        ("jabar.example.co.id", "example.co.id"),
        ("example.co.id", "example.co.id"),
        ("a.b.example.com", "example.com"),
        ("seseorang.blogspot.com", "seseorang.blogspot.com"),
        ("localhost", "localhost"),
    ],
)
def test_parent_domain(host: str, parent: str) -> None:
    assert parent_domain(host) == parent


@pytest.mark.parametrize("url", [None, "", "ftp://example.com", "javascript:alert(1)", "https://[::1", "http://"])
def test_no_domain(url: str | None) -> None:
    assert domain_of(url) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tribun Jateng", "Kompas.com"),
        ("detikcom", "CNN Indonesia"),
        ("Liputan6", "Bola.com"),
        ("Okezone", "SINDOnews"),
        ("Radar Surabaya", "Jawa Pos"),
        ("Radar Cirebon", "Disway"),
        ("DeskJabar", "Pikiran Rakyat"),
        ("Suara Merdeka", "Harian Haluan"),
        ("Lampung Post", "Media Indonesia"),
        ("IDN Times", "Popmama"),
        ("Daily Mirror", "Manchester Evening News"),
    ],
)
def test_outlets_of_one_owner_have_one_group(one: str, other: str) -> None:
    groups = [row.group for row in map(find_outlet, (one, other)) if row]
    assert len(groups) == 2
    assert groups[0] == groups[1] is not None
