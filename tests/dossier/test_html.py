"""Pages stand alone, escape what articles say, and every link leads somewhere."""

import re
from pathlib import Path

from msgspec.structs import replace

from semeja.dossier.html import clock, index, listed, report
from semeja.records.dossier import Account, Dossier, RejectedInput

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


def test_pages_ask_nobody_for_anything(sample_build: Path) -> None:
    pages = sorted(sample_build.rglob("*.html"))
    assert len(pages) >= 5
    for page in pages:
        text = page.read_text("utf-8")
        assert "default-src 'none'" in text
        assert re.findall(r"<(?:script|link|iframe|img|object|embed)\b", text) == []
        assert re.findall(r"(?:src|@import|url\()\s*=?\s*[\"']?(?:https?:)?//", text) == []


def test_every_link_on_a_page_leads_to_a_place_on_it(sample_build: Path) -> None:
    for page in sorted(sample_build.glob("*/report.html")):
        text = page.read_text("utf-8")
        targets = set(re.findall(r'\bid="([^"]+)"', text))
        links = set(re.findall(r'href="#([^"]+)"', text))
        assert len(links) > 20
        assert links - targets == set()


def test_every_story_is_linked_from_the_index(sample_build: Path) -> None:
    links = set(re.findall(r'href="([^"]+/report\.html)"', (sample_build / "index.html").read_text("utf-8")))
    assert links == {str(page.relative_to(sample_build)) for page in sample_build.glob("*/report.html")}


def test_the_text_of_an_article_is_whole_on_its_page(sample_dossiers: list[Dossier]) -> None:
    from html import unescape

    for dossier in sample_dossiers:
        page = report(dossier).decode()
        shown = [
            unescape(re.sub(r"<[^>]*>", "", block))
            for block in re.findall(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)
        ]
        assert shown == [article.text for article in dossier.articles]


def test_hostile_text_is_shown_and_not_run(sample_dossiers: list[Dossier]) -> None:
    dossier = sample_dossiers[0]
    first = dossier.articles[0]
    assert first.text is not None
    hostile = replace(first, text=HOSTILE + first.text[len(HOSTILE) :], source=HOSTILE, url="javascript:alert(3)")
    entity = replace(dossier.entities[0], name=HOSTILE)
    spoiled = replace(dossier, articles=(hostile, *dossier.articles[1:]), entities=(entity, *dossier.entities[1:]))
    page = report(spoiled).decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page


def test_index_shows_what_was_rejected(sample_dossiers: list[Dossier]) -> None:
    account = Account(3, 1, 1, (RejectedInput("a<b>.txt", "decode", "undecodable"),))
    page = index((listed(sample_dossiers[0], "cerita"),), account, "en").decode()
    assert "a&lt;b&gt;.txt" in page
    assert "3 in = 1 stored + 1 duplicates + 1 rejected" in page


def test_index_without_a_story_says_so() -> None:
    assert "None found." in index((), Account(0, 0, 0, ()), "en").decode()


def test_clock_shows_the_zone_by_its_name() -> None:
    assert clock("2022-01-21T19:21+07:00") == "2022-01-21 19:21 WIB"
    assert clock("2022-01-21T19:21Z") == "2022-01-21 19:21 UTC"
    assert clock("2022-01-21T19:21-03:00") == "2022-01-21 19:21 -03:00"
    assert clock("2022-W03") == "2022-W03"
    assert clock(None) == ""
