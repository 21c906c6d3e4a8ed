"""The Atom feeds: what RFC 4287 asks of them, and that they list what the pages list."""

from datetime import datetime
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from semeja.web.feeds import UNKNOWN, printable, timestamp

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(reading: TestClient, address: str) -> ElementTree.Element:
    answer = reading.get(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def addresses(reading: TestClient) -> list[str]:
    folders = [one["folder"] for one in reading.get("/index.json").json()["rows"]]
    return [
        "/feed.atom",
        "/feed.atom?act=demand",
        "/search.atom?q=gempa",
        *(f"/story/{one}/feed.atom" for one in folders),
    ]


def test_a_feed_has_what_is_asked_of_it(reading: TestClient) -> None:
    for address in addresses(reading):
        root = feed(reading, address)
        for node in (root, *root.iter(f"{ATOM}entry")):
            assert node.findtext(f"{ATOM}id")
            assert node.findtext(f"{ATOM}title")
            assert datetime.fromisoformat(node.findtext(f"{ATOM}updated") or "").tzinfo is not None
        ids = [node.findtext(f"{ATOM}id") for node in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)) > 0
        assert all(node.find(f"{ATOM}author") is not None for node in root.iter(f"{ATOM}entry"))


def test_an_entry_leads_to_its_page(reading: TestClient) -> None:
    for address in addresses(reading):
        for link in feed(reading, address).iter(f"{ATOM}link"):
            target = link.attrib["href"]
            assert target.startswith("http://127.0.0.1:8137/")
            assert reading.get(target).status_code == 200


def test_a_feed_lists_what_its_page_lists(reading: TestClient) -> None:
    rows = reading.get("/search.json?q=gempa").json()["rows"]
    titles = [node.findtext(f"{ATOM}title") for node in feed(reading, "/search.atom?q=gempa").iter(f"{ATOM}entry")]
    assert titles == [one["article"]["title"] for one in rows]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2022-01-21T19:21+07:00", "2022-01-21T12:21:00Z"),
        ("2022-01-21T19:21Z", "2022-01-21T19:21:00Z"),
        ("2022-01-21T19:21", "2022-01-21T19:21:00Z"),
        ("2022-01-21", "2022-01-21T00:00:00Z"),
        ("2022-01", "2022-01-01T00:00:00Z"),
        ("2022", "2022-01-01T00:00:00Z"),
        ("2022-01-19/2022-01-20", "2022-01-19T00:00:00Z"),
        ("2022-W04", UNKNOWN),
        ("0001-01-01T00:00+14:00", UNKNOWN),
        ("2022-13-45", UNKNOWN),
        ("soon", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_a_time_is_shown_as_the_feed_asks(value: str | None, shown: str) -> None:
    assert timestamp(value) == shown


def test_what_xml_can_not_hold_is_left_out() -> None:
    assert printable("a\x00b\x0bc\x1b\ufffed\U0001f600\t\n") == "abcd\U0001f600\t\n"
