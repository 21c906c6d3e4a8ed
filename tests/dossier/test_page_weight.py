"""A report of 50 articles of 600 words stays under a megabyte."""

import hashlib
import random

from benchmarks.speed.corpus import paragraphs

from semeja.dossier.build import build
from semeja.dossier.html import report
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.dossier import Account, Dossier
from semeja.records.story import make_story

ARTICLES, WORDS, MOST_BYTES = 50, 600, 1_000_000


def _article(number: int, pool: list[str]) -> Article:
    chance = random.Random(number)
    lines, words = [], 0
    for line in chance.sample(pool, len(pool)):
        lines.append(line)
        words += len(line.split())
        if words >= WORDS:
            break
    day, hour = 11 + number // 20, number % 20
    text = f"{' '.join(lines[0].split()[:9])}\n\nMinggu, {day} September 2023, {hour:02}:15 WIB\n\n" + "\n\n".join(
        lines
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=f"a{sha256[:12]}", source=f"{number:03}.txt", text=text, text_sha256=sha256, outlet=f"Kabar Desa {number}"
    )


def large_story() -> Dossier:
    pool = paragraphs()["feri-tanjung-seroja"]
    packs = load_packs()
    articles = tuple(sorted((_article(number, pool) for number in range(ARTICLES)), key=lambda one: one.id))
    story = make_story(articles, tuple(read(article, packs) for article in articles))
    return build(story, "test", Account(ARTICLES, ARTICLES, 0, ()))


def test_a_report_of_fifty_articles_is_under_a_megabyte() -> None:
    dossier = large_story()
    assert len(dossier.articles) == ARTICLES
    assert sum(len((article.text or "").split()) for article in dossier.articles) >= ARTICLES * WORDS
    assert len(report(dossier, "id")) < MOST_BYTES
