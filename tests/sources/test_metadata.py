"""What a page states about itself."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from semeja.sources.metadata import stated_by
from semeja.sources.statements import Page


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bendungan &quot;Contoh&quot; Dibuka",
    "datePublished": "2024-01-02T10:00:00+07:00",
    "dateModified": "2024-01-02T11:00:00+07:00",
    "author": [{"@type": "Person", "name": "Sari"}, {"name": "Budi"}],
    "publisher": {"@type": "Organization", "name": "Warta Contoh"},
    "mainEntityOfPage": {"@id": "https://warta.example/bendungan"},
    "inLanguage": "id",
}
WHOLE = Page(
    text="",
    url="https://warta.example/bendungan",
    outlet="Warta Contoh",
    title='Bendungan "Contoh" Dibuka',
    published="2024-01-02T10:00:00+07:00",
    modified="2024-01-02T11:00:00+07:00",
    author="Sari, Budi",
    language="id",
)

LINKED = [
    linked(NEWS),
    linked([{"@type": "WebSite", "name": "x"}, NEWS]),
    linked({"@graph": [{"@type": ["BreadcrumbList"]}, {**NEWS, "@type": ["Article", "NewsArticle"]}]}),
    linked({"@type": "Organization"}) + '<script type="application/ld+json">{broken</script>' + linked(NEWS),
    linked(NEWS) + linked({**NEWS, "headline": "Lain"}) + '<meta property="og:title" content="Lain">',
]


@pytest.mark.parametrize("html", LINKED, ids=range(len(LINKED)))
def test_linked_data_comes_first(html: str) -> None:
    assert stated_by(LexborHTMLParser(html)) == WHOLE


META = [
    ('<meta property="og:title" content=" Bendungan  Dibuka ">', Page("", title="Bendungan Dibuka")),
    ('<meta name="ARTICLE:Published_Time" content="2024/01/02 10:00">', Page("", published="2024/01/02 10:00")),
    ('<meta itemprop="datePublished" content="2024-01-02">', Page("", published="2024-01-02")),
    ('<meta property="og:site_name" content="Warta">', Page("", outlet="Warta")),
    ('<meta name="author" content=""><meta name="dc.creator" content="Sari">', Page("", author="Sari")),
    ('<meta property="article:author" content="https://warta.example/sari">', Page("")),
    ('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="http://a.example/b">',
     Page("", url="http://a.example/b")),
    ('<link rel="canonical" href="/a/b">', Page("")),
    ('<html lang="id-ID">', Page("", language="id-ID")),
    ('<meta property="og:locale" content="id_ID">', Page("", language="id_ID")),
    ('<article><time datetime="2024-01-02">kemarin</time></article>', Page("", published="2024-01-02")),
    ('<aside><time datetime="2024-01-02">kemarin</time></aside>', Page("")),
    (f'<meta name="author" content="{"a" * 10_001}">', Page("")),
    ("<title>Bendungan Dibuka</title><h1>Bendungan</h1>", Page("", title="Bendungan")),
    ("<title>Bendungan Dibuka</title><h1> </h1>", Page("", title="Bendungan Dibuka")),
    ('<meta property="og:title" content="Bendungan Dibuka - Warta"><h1>Warta</h1><h1>Bendungan Dibuka</h1>',
     Page("", title="Bendungan Dibuka")),
    ('<meta property="og:title" content="Bendungan Dibuka"><h1>Tentang kami</h1>', Page("", title="Bendungan Dibuka")),
    (linked({"@type": "NewsArticle", "headline": 5, "author": {"name": [["x"]]}, "publisher": None}), Page("")),
]  # fmt: skip


@pytest.mark.parametrize(("html", "page"), META, ids=range(len(META)))
def test_elements_of_the_page(html: str, page: Page) -> None:
    assert stated_by(LexborHTMLParser(html)) == page
