"""The extractors of others, each with its defaults, behind one kind of function: the page's HTML to its text."""

import importlib
import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

Extractor = Callable[[str], str]


def trafilatura() -> Extractor:
    """The extractor inside semeja, alone and with its defaults."""
    library: Any = importlib.import_module("trafilatura")
    return lambda html: library.extract(html) or ""


def others() -> dict[str, Extractor]:
    """By name and version."""
    logging.disable(logging.CRITICAL)
    return {
        f"resiliparse {version('resiliparse')}": _resiliparse(),
        f"newspaper4k {version('newspaper4k')}": _newspaper(),
        f"jusText {version('justext')}": _justext(),
    }


def alone() -> str:
    """Name and version of the extractor inside."""
    return f"trafilatura {version('trafilatura')}"


def _resiliparse() -> Extractor:
    library: Any = importlib.import_module("resiliparse.extract.html2text")

    def extract(html: str) -> str:
        return str(library.extract_plain_text(html, main_content=True, alt_texts=False, links=False))

    return extract


def _newspaper() -> Extractor:
    library: Any = importlib.import_module("newspaper")

    def extract(html: str) -> str:
        article = library.Article(url="http://page.example/article.html", language="en", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return extract


def _justext() -> Extractor:
    library: Any = importlib.import_module("justext")
    words = library.get_stoplist("English") | library.get_stoplist("Indonesian")

    def extract(html: str) -> str:
        paragraphs = library.justext(html.encode(), words, encoding="utf-8")
        return "\n".join(one.text for one in paragraphs if not one.is_boilerplate)

    return extract
