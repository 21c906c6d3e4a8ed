"""What of a page is its article: boxes left out, parted texts joined, layout tables undone, stated bodies heeded."""

import json

import pytest

from semeja.sources.extraction import extract

FACTS = (
    "Wali Kota Nurdin Syah meresmikan pasar ikan di tepi Kali Hitam pada Senin pagi dengan 312 lapak.",
    "Pedagang mengeluhkan sewa yang naik dari Rp 40.000 menjadi Rp 55.000 untuk setiap bulan.",
    "Dinas pasar menyatakan sewa baru itu sudah disepakati paguyuban pada akhir bulan Februari.",
    "Air bersih di pasar itu dialirkan dari sumur sedalam 40 meter di sisi utara bangunan.",
)
OTHER = "Bupati Lantik Empat Puluh Kepala Desa Terpilih"
TITLE = "Pasar Ikan Kali Hitam Diresmikan"


def paragraphs(*boxes: str) -> str:
    """The facts as paragraphs, with a box behind the second."""
    told = [f"<p>{fact}</p>" for fact in FACTS]
    return "".join([*told[:2], *boxes, *told[2:]])


def page(body: str, head: str = "") -> str:
    return f"<html lang=id><head>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"


BOXES = [
    f'<p><strong>Baca juga: <a href="/x">{OTHER}</a></strong></p>',
    f'<p><a href="/x">{OTHER}</a></p>',
    f'<div class="lihatjg"><b>Lihat juga</b> <a href="/x">{OTHER}</a></div>',
    f'<ul><li><a href="/x">{OTHER}</a></li><li><a href="/y">{OTHER} Besok</a></li></ul>',
    f'<blockquote><p>BACA JUGA: <a href="/x">{OTHER}</a></p></blockquote>',
    f'<div class="newsletter-signup"><p>{OTHER}</p></div>',
    f'<div style="display: none"><p>{OTHER}</p></div>',
    "<div>" + f"<div class=k><a href=/x><h4>{OTHER}</h4></a><span>2 jam</span></div>" * 3 + "</div>",
]


@pytest.mark.parametrize("box", BOXES, ids=range(len(BOXES)))
def test_a_box_inside_the_article_is_left_out(box: str) -> None:
    text = extract(page(paragraphs(box))).text
    assert OTHER not in text
    assert text.split("\n") == list(FACTS)


KEPT = [
    '<p><a href="/x">Kantor Berita Sindang menulis:</a></p>',
    '<p><a href="/x">Paguyuban itu berdiri pada tahun 1994 dan kini memiliki 640 anggota.</a></p>',
    "<ul><li>Lapak ikan: 200</li><li>Lapak sayur: 112</li></ul>",
    "<blockquote><p>Kami tidak diajak bicara.</p></blockquote>",
    "<table><tr><td>Lapak ikan</td><td>Rp 55.000</td></tr></table>",
]


@pytest.mark.parametrize("box", KEPT, ids=range(len(KEPT)))
def test_what_belongs_to_the_article_stays(box: str) -> None:
    text = extract(page(paragraphs(box))).text
    assert all(fact in text for fact in FACTS)
    assert len(text.split("\n")) > len(FACTS)


def test_a_text_in_several_boxes_is_joined() -> None:
    part = '<div class="row"><div class="body__container article-body">{}</div><div class="ad-slot">iklan</div></div>'
    parts = "".join(part.format(f"<p>{first} {second}</p>") for first, second in (FACTS[:2], FACTS[2:]))
    text = extract(f"<body><h1>{TITLE}</h1><div class='chunks'>{parts}</div></body>").text
    assert all(fact in text for fact in FACTS)


def test_a_table_that_lays_out_the_page_is_none() -> None:
    told = "<br><br>".join(FACTS * 3)
    html = f"<table><tr><td>MENU<br>Kota</td><td><h2>{TITLE}</h2>{told}</td><td>POLLING</td></tr></table>"
    text = extract(f"<title>{TITLE}</title>{html}").text
    assert "POLLING" not in text
    assert "|" not in text
    assert FACTS[3] in text


def stated(body: str) -> str:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_stated_body_says_where_the_text_ends() -> None:
    foot = "<p>Surat pembaca dimuat setiap hari Jumat.</p>"
    body = " ".join(FACTS)
    assert extract(page(paragraphs() + foot, stated(body))).text.split("\n") == list(FACTS)
    assert "Surat pembaca" in extract(page(paragraphs() + foot, stated(body[:60]))).text


def test_the_headline_is_no_part_of_the_text() -> None:
    assert TITLE not in extract(page(paragraphs())).text
