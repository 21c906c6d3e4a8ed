"""Every input becomes an article or a counted refusal, and the text of a file is the file."""

import codecs
import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from semeja.records.article import Article, Rejected
from semeja.sources.articles import article_of, maker, read_articles, to_article, with_headline
from semeja.sources.files import raw_of, walk
from semeja.sources.html import PageReader
from semeja.sources.statements import Page

NEWS = "Menteri Café José, “hari ini” kami tiba — katanya.\r\nBaris kedua.\n\n"
PAGE = (
    '<html lang="id"><head><title>Judul - Warta</title><meta property="og:site_name" content="Warta">'
    '<meta property="article:published_time" content="2024-01-02T10:00:00+07:00">'
    '<link rel="canonical" href="https://warta.example/judul"></head><body><nav>Beranda</nav><article>'
    f"<h1>Judul berita hari ini</h1>{'<p>Menteri mengatakan perundingan dilanjutkan besok di ibu kota.</p>' * 4}"
    "</article></body></html>"
)

GOOD = [
    ("text", NEWS.encode(), NEWS),
    ("text", codecs.BOM_UTF8 + NEWS.encode(), NEWS),
    ("markdown", b"# Judul\n\n*isi*", "# Judul\n\n*isi*"),
    ("text", NEWS.encode("utf-16"), NEWS),
    ("text", NEWS.encode("utf-16-le"), NEWS),
    ("text", NEWS.encode("cp1252"), NEWS),
    ("text", b"Kata\x00 Menteri.", "Kata\ufffd Menteri."),
    ("text", b'"' * 10_000 + b" kata", '"' * 10_000 + " kata"),
    ("json", json.dumps({"text": NEWS}).encode(), NEWS),
    ("json", b'{"text": "Kata \\ud800 Menteri"}', "Kata \ufffd Menteri"),
    ("json", json.dumps({"text": NEWS}).encode("utf-16"), NEWS),
]


@pytest.mark.parametrize(("media", "body", "text"), GOOD, ids=range(len(GOOD)))
def test_the_text_is_the_source(pages: PageReader, media: str, body: bytes, text: str) -> None:
    article = to_article(raw_of("a", media, body), pages)
    assert isinstance(article, Article)
    assert article.text == text
    assert article.text_sha256 == hashlib.sha256(text.encode()).hexdigest()


BAD = [
    ("empty", "text", b"", "decode", "no_text"),
    ("blank", "text", b" \n\t\r\n ", "decode", "no_text"),
    ("mark only", "text", codecs.BOM_UTF8, "decode", "no_text"),
    ("quotation marks only", "text", b'"' * 10_000, "decode", "no_text"),
    ("binary", "text", bytes(range(256)) * 10, "decode", "undecodable"),
    ("20 MB line", "text", b"kata " * 4_000_000, "decode", "too_large"),
    ("20 MB line in JSON", "json", b'{"text": "' + b"kata " * 4_000_000 + b'"}', "record", "too_large"),
    ("not JSON", "json", b"kata", "record", "bad_record"),
    ("binary JSON", "json", bytes(range(256)) * 10, "record", "undecodable"),
    ("wrong type", "json", b'{"text": ["kata"]}', "record", "bad_record"),
    ("no text", "json", b'{"title": "kata"}', "record", "no_text"),
    ("empty page", "html", b"<html></html>", "extract", "no_text"),
    ("nested page", "html", b"<div>" * 100_000 + b"kata", "extract", "too_large"),
    ("nested page in JSON", "json", json.dumps({"html": "<div>" * 100_000}).encode(), "extract", "too_large"),
]


@pytest.mark.parametrize(
    ("media", "body", "stage", "reason"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_bad_input_is_refused_with_a_reason(
    pages: PageReader, media: str, body: bytes, stage: str, reason: str
) -> None:
    found = to_article(raw_of("a", media, body, 3), pages)
    assert isinstance(found, Rejected)
    assert (found.source, found.stage, found.reason) == ("a#3", stage, reason)
    assert found.detail


def test_a_page_gives_its_text_and_statements(pages: PageReader) -> None:
    article = to_article(raw_of("a.html", "html", PAGE.encode()), pages)
    assert isinstance(article, Article)
    assert article.text.splitlines()[0] == "Judul berita hari ini"
    assert "Beranda" not in article.text
    assert replace(article, id="", text="", text_sha256="") == Article(
        id="",
        source="a.html",
        text="",
        text_sha256="",
        url="https://warta.example/judul",
        outlet="Warta",
        title="Judul berita hari ini",
        published="2024-01-02T10:00:00+07:00",
        language="id",
    )


def test_the_record_goes_before_its_page(pages: PageReader) -> None:
    body = json.dumps({"html": PAGE, "title": "Judul lain", "url": "data:x"}).encode()
    article = to_article(raw_of("a", "json", body), pages)
    assert isinstance(article, Article)
    assert (article.title, article.url, article.outlet) == ("Judul lain", "https://warta.example/judul", "Warta")
    assert article.text.startswith("Judul lain\n\n")


HEADLINES = [
    ("isi", None, "isi"),
    ("isi", "Judul", "Judul\n\nisi"),
    ("Judul\nisi", "Judul", "Judul\nisi"),
    ("RUBRIK\n JUDUL \nisi", "Judul", "RUBRIK\n JUDUL \nisi"),
    ("a\nb\nc\nJudul", "Judul", "Judul\n\na\nb\nc\nJudul"),
]


@pytest.mark.parametrize(("body", "title", "text"), HEADLINES)
def test_a_page_begins_with_its_headline(body: str, title: str | None, text: str) -> None:
    assert with_headline(body, title) == text


STATED = Page("Kata Menteri.", "https://a.example/b", "Warta", "Judul", "2024-01-02", "2024-01-03", "Sari", "id")


def test_the_id_says_what_the_article_is_and_not_where_it_lay() -> None:
    article = article_of("a.txt", STATED)
    assert article.id == article_of("b/c.txt", STATED).id == "ab224526ec112"
    for change in ({"text": "Kata."}, {"url": None}, {"outlet": "X"}, {"title": "X"}, {"published": None}):
        assert article_of("a.txt", replace(STATED, **change)).id != article.id
    for change in ({"modified": None}, {"author": "X"}, {"language": None}):
        assert article_of("a.txt", replace(STATED, **change)).id == article.id


@given(st.text(st.characters()))
def test_any_text_is_an_article_that_can_be_stored_or_is_refused(text: str) -> None:
    found = to_article(raw_of("a", "json", json.dumps({"text": text}).encode()), PageReader())
    if isinstance(found, Article):
        assert len(found.text) == len(text)
        assert found.text.encode().decode() == found.text
    else:
        assert not any(mark.isalnum() for mark in text)


def make_folder(folder: Path) -> None:
    """Good and bad inputs of every kind."""
    (folder / "a.txt").write_text(NEWS)
    (folder / "b.html").write_text(PAGE)
    (folder / "c.html").write_text(PAGE.replace("besok", "lusa"))
    (folder / "d.jsonl").write_text("\n".join(json.dumps({"html": PAGE + str(n)}) for n in range(12)) + "\nbad")
    (folder / "e.txt.gz").write_bytes(gzip.compress(NEWS.encode())[:-4])
    (folder / "f.pdf").write_bytes(b"%PDF")
    (folder / "g.html").write_text("<div>" * 100_000)
    (folder / "h").symlink_to(".")


def test_workers_and_order_change_nothing(tmp_path: Path) -> None:
    make_folder(tmp_path)
    one = list(read_articles(walk([tmp_path])))
    assert list(read_articles(walk([tmp_path]), workers=3)) == one
    refused = [outcome for _, outcome in one if isinstance(outcome, Rejected)]
    assert len(one) == 20
    assert [Path(refusal.source).name for refusal in refused] == ["d.jsonl#13", "e.txt.gz", "f.pdf", "g.html", "h"]
    assert [raw is None for raw, outcome in one if isinstance(outcome, Rejected)] == [False, True, True, False, True]


def test_readers_are_closed_when_the_work_is_left(tmp_path: Path) -> None:
    make_folder(tmp_path)
    for workers in (1, 2):
        outcomes = read_articles(walk([tmp_path]), workers)
        next(outcomes)
        outcomes.close()  # type: ignore[attr-defined]
        assert list(outcomes) == []


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_the_hash_seed_changes_nothing(tmp_path: Path, seed: str) -> None:
    make_folder(tmp_path)
    program = (
        "import sys; from semeja.sources.articles import read_articles; from semeja.sources.files import walk\n"
        "print([outcome.id for _, outcome in read_articles(walk(sys.argv[1:])) if hasattr(outcome, 'id')])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Apia", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], env=environment, capture_output=True, text=True, check=True
    )
    here = [outcome.id for _, outcome in read_articles(walk([tmp_path])) if isinstance(outcome, Article)]
    assert done.stdout == f"{here}\n"


def test_the_maker_names_rules_and_libraries() -> None:
    assert maker() == maker()
    assert len(maker()) == 12
