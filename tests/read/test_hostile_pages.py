"""Pages that cost a careless reader minutes: each is read in one pass."""

import pytest

from semeja.lang.cleaning import load
from semeja.lang.pack import load_pack
from semeja.read.cleaning import clean
from semeja.read.sentences import split
from semeja.records.article import Article

TABLES = (load("id"), load("en"))
PAGES = {
    "one long line": "kata pemerintah daerah itu juga. " * 60_000,
    "one long word": "a" * 1_000_000,
    "full stops": "." * 500_000 + "a",
    "marks and letters": "!" * 500_000 + "ab",
    "blanks": "a" + " " * 1_000_000 + "b",
    "short lines": "\n".join(f"Baris {number}" for number in range(100_000)),
    "the same line": "\n".join(["Baris itu"] * 50_000),
    "titles": "\n".join(f"Judul Berita Besar Nomor {number} Hari Ini" for number in range(20_000)),
    "quotation marks": '"' * 10_000,
    "opening marks and words": "“a " * 10_000,
    "related links": "Baca Juga: " * 50_000,
    "open brackets": "[Gambas:" * 50_000,
    "emphasis": "*a " * 100_000,
    "markdown links": "[a](" * 100_000,
    "open tags": "<div " * 100_000,
    "datelines": "A - " * 100_000,
    "hyphens": "a-" * 500_000,
    "domains": "a.com " * 100_000,
    "blanks in a byline": "Oleh" + " " * 500_000 + "Ana",
    "a photo credit far away": "Foto" + " " * 500_000 + ": Ana",
    "a word like an address": "a" * 500_000 + ". komentar",
    "a long word in a dateline": "A" * 500_000 + " - Kota itu sepi sekali.",
    "an address that never ends": "Judul\n" + "a." * 300_000 + "x facebook",
    "open script": "var " * 100_000 + "(",
    "copyright signs": "©" * 300_000 + " a",
    "emphasis that never ends": "_a" * 200_000,
    "invisible characters": "a\u200b" * 200_000,
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_hostile_page_is_read_whole(text: str) -> None:
    view = clean(Article(id="article:t", source="t", text=text, text_sha256=""), TABLES)
    sentences, tokens = split(view, load_pack("id"))
    assert len(view.text) == len(text)
    assert all(sentence.first_token <= sentence.last_token <= len(tokens.words) for sentence in sentences)
