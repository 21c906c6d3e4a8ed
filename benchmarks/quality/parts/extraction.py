"""The main text of pages: two public sets and pages of our own, beside other extractors."""

import gzip
import json
import time
from collections.abc import Callable
from statistics import mean
from typing import Any

from benchmarks.quality.parts.data import DATA
from benchmarks.quality.parts.extraction_others import Extractor, alone, others, trafilatura
from benchmarks.quality.parts.extraction_pages import own_pages
from benchmarks.quality.parts.extraction_scores import chosen_gold, rouge_lsum, shingle_score
from benchmarks.quality.parts.figures import Figure, PartFigures

from semeja.errors import InputRefused
from semeja.lang.pack import load_packs
from semeja.read.cleaning import clean
from semeja.records.article import Article
from semeja.records.reading import CleanView
from semeja.sources.articles import with_headline
from semeja.sources.decode import to_text
from semeja.sources.extraction import extract
from semeja.sources.statements import Page

SCRAPINGHUB = {
    "rs_trafilatura (published)": 0.970,
    "go_trafilatura (published)": 0.960,
    "trafilatura (published)": 0.958,
    "newspaper4k (published)": 0.949,
    "readability.js (published)": 0.947,
    "jusText (published)": 0.804,
}
"""F1 in the README of scrapinghub/article-extraction-benchmark."""

FUNDUS = {
    "Fundus, a parser for each site (published)": 0.977,
    "trafilatura (published)": 0.936,
    "news-please (published)": 0.934,
    "BTE (published)": 0.871,
    "jusText (published)": 0.870,
}
"""ROUGE-LSum F1 in the README of dobbersc/fundus-evaluation."""

MISSES = (
    "live reports: the gold of some is the first post alone, ours is all posts (fundus-evaluation, 3 pages)",
    "posts of other networks inside an article: their text is lost with their script (scrapinghub, 3 pages)",
    "standfirsts: kept as text, no part of the gold of scrapinghub (about 20 pages, a sentence each)",
    "notes at the foot (standards, disclaimers, an author's life) that are plain paragraphs without a name (12 pages)",
    "tables: kept as text where the gold has the paragraphs only (2 pages)",
)
NOTES = (
    "Figures without baselines compare with trafilatura alone in the same run, with its default options.",
    "scrapinghub: mean precision and recall over 4-word shingles and the F1 of the two, as its `evaluate.py` has it.",
    "fundus-evaluation: mean F1 of ROUGE-LSum; of the optional paragraphs those count that were mostly found.",
    "There sentences end at stops and lines, not by nltk's splitter: published figures are near, not the same measure.",
    "own: 40 pages, 8 invented sites in the manner of Indonesian portals by 5 articles (benchmarks/quality/pages).",
    "stored: the article's text; kept: what the reading keeps of it (its cleaned view, body and dateline).",
)

Pages = list[tuple[str, list[str]]]
"""HTML and the gold text's paragraphs."""


def measure(baselines: bool) -> PartFigures:
    """Figures of the stored text and of what the reading keeps of it."""
    sets = {
        "scrapinghub": _set("scrapinghub", lambda gold: [gold["articleBody"]]),
        "fundus-evaluation": _set("fundus-evaluation", lambda gold: gold["body"]),
        "own": [(html, [gold]) for html, gold in own_pages()],
    }
    figures: list[Figure] = []
    spent = 0.0
    for name, pages in sets.items():
        started = time.process_time()
        read = [_read(html) for html, _ in pages]
        spent += time.process_time() - started
        figures += _figures(name, pages, read, _beside(pages, baselines))
    each = 1000 * spent / sum(map(len, sets.values()))
    return PartFigures("extraction", tuple(figures), MISSES, (*NOTES, f"A page took {each:.0f} ms of processor time."))


def _figures(name: str, pages: Pages, read: list[Page], texts: dict[str, list[str]]) -> list[Figure]:
    score = rouge_mean if name == "fundus-evaluation" else shingle_f1
    published = {"scrapinghub": SCRAPINGHUB, "fundus-evaluation": FUNDUS}.get(name, {})
    beside = {other: round(score(pages, found), 4) for other, found in texts.items()}
    stored = score(pages, [page.text for page in read])
    kept = score(pages, [kept_text(page) for page in read])
    measure_name = "ROUGE-LSum F1" if name == "fundus-evaluation" else "F1"
    floors = {"scrapinghub": 0.958, "fundus-evaluation": beside[alone()]}
    return [
        Figure(name, f"{measure_name}, stored", len(pages), stored, floors.get(name), beside=beside | published),
        Figure(name, f"{measure_name}, kept", len(pages), kept, 0.97 if name == "own" else None),
    ]


def shingle_f1(pages: Pages, found: list[str]) -> float:
    """The measure of scrapinghub's benchmark."""
    return shingle_score([("\n".join(gold), text) for (_, gold), text in zip(pages, found, strict=True)]).f1


def rouge_mean(pages: Pages, found: list[str]) -> float:
    """The measure of fundus-evaluation."""
    return mean(rouge_lsum(chosen_gold(gold, text), text) for (_, gold), text in zip(pages, found, strict=True))


def kept_text(page: Page) -> str:
    """Body and dateline of the cleaned view."""
    text = with_headline(page.text, page.title)
    article = Article(id="a", source="page.html", text=text, text_sha256="", title=page.title)
    view = clean(article, tuple(pack.cleaning for pack in load_packs().values()))
    return "\n".join(
        view.text[part.start : part.end] for part in view.paragraphs if _is_text(view, part.start, part.zone)
    )


def _is_text(view: CleanView, start: int, zone: str) -> bool:
    dateline = view.structure.dateline
    return zone == "body" or (dateline is not None and dateline.start == start)


def _set(name: str, gold_of: Callable[[Any], list[str]]) -> Pages:
    folder = DATA / "extraction" / name
    gold = json.loads(gzip.decompress((folder / "ground_truth.json.gz").read_bytes()))
    pages = []
    for key, own in sorted(gold.items()):
        raw = gzip.decompress((folder / "html" / f"{key.removesuffix('.html.gz')}.html.gz").read_bytes())
        pages.append((to_text(raw, declares=True), gold_of(own)))
    return pages


def _read(html: str) -> Page:
    try:
        return extract(html)
    except InputRefused:
        return Page(text="")


def _beside(pages: Pages, baselines: bool) -> dict[str, list[str]]:
    """The texts of other extractors by name; the one inside is always measured, its figure is a floor."""
    extractors = {alone(): trafilatura()} | (others() if baselines else {})
    return {name: [_tried(extractor, html) for html, _ in pages] for name, extractor in extractors.items()}


def _tried(extractor: Extractor, html: str) -> str:
    """The text, empty where the library fails on a page."""
    try:
        return extractor(html)
    except Exception:  # whatever a library raises: its page is empty
        return ""
