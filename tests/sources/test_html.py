"""Pages, in a process of their own: hostile ones are refused or read, the next one is read as if nothing had been."""

import sys

import pytest

from semeja.errors import ExtractionFailed, InputRefused, NoText, TooLarge
from semeja.sources import limits
from semeja.sources.html import PageReader

SENTENCE = "Menteri mengatakan perundingan akan dilanjutkan besok pagi di ibu kota. "
GOOD = (
    f"<html lang=id><title>Judul berita</title><article><h1>Judul berita</h1>{f'<p>{SENTENCE * 3}</p>' * 5}</article>"
)

READ = [
    ("good", GOOD),
    ("1,000 nested tags", "<div>" * 1_000 + SENTENCE * 5 + "</div>" * 1_000),
    ("4,000 nested tags", "<font>" * 4_000 + SENTENCE * 5),
    ("100,000 paragraphs", f"<article><p>{SENTENCE}</p>{'<p><a href=x>ab</a></p>' * 100_000}</article>"),
    ("one large paragraph", f"<p>{SENTENCE * 60_000}</p>"),
    ("10,000 quotation marks", f"<p>{'&quot;' * 10_000}</p><p>{SENTENCE * 5}</p>"),
    ("broken JSON-LD", f'<script type="application/ld+json">{"[" * 100_000}</script><p>{SENTENCE * 5}</p>'),
    ("lone surrogate and NUL as references", f"<p>{SENTENCE}&#xD800;&#0;</p>"),
    ("no closing tags", f"<body><div><p>{SENTENCE}<table><tr><td>{SENTENCE}"),
    ("xml declaration", f'<?xml version="1.0" encoding="utf-8"?><html><body><p>{SENTENCE * 5}'),
]


@pytest.mark.parametrize("html", [case[1] for case in READ], ids=[case[0] for case in READ])
def test_read(pages: PageReader, html: str) -> None:
    text = pages.read(html).text
    assert SENTENCE.strip() in text
    assert text.encode().decode() == text
    assert "\x00" not in text


REFUSED: list[tuple[str, str, type[InputRefused]]] = [
    ("100,000 nested tags", "<div>" * 100_000 + SENTENCE * 5 + "</div>" * 100_000, TooLarge),
    ("attributes", f"<div {'a=1 ' * 200_000}><p>{SENTENCE * 5}", TooLarge),
    ("too long", "a" * (limits.MAX_PAGE + 1), TooLarge),
    ("empty", "", NoText),
    ("tags only", "<html><body><div></div></body></html>", NoText),
    ("menu only", "<nav>Beranda</nav>", NoText),
]


@pytest.mark.parametrize(("html", "error"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused(pages: PageReader, html: str, error: type[InputRefused]) -> None:
    with pytest.raises(error):
        pages.read(html)
    assert SENTENCE.strip() in pages.read(GOOD).text


def test_the_page_states_its_headline(pages: PageReader) -> None:
    page = pages.read(GOOD)
    assert (page.title, page.language) == ("Judul berita", "id")


ENDS = [
    ("by itself", "import sys; sys.stdin.buffer.read(4); sys.exit(3)"),
    ("in the middle of its answer", "import sys; sys.stdin.buffer.read(4); sys.stdout.buffer.write(b'\\0\\0\\1\\0ab')"),
    ("before it asks", "pass"),
    ("never: the clock ends it", "import time; time.sleep(600)"),
]


@pytest.mark.parametrize("program", [case[1] for case in ENDS], ids=[case[0] for case in ENDS])
def test_a_process_that_ends_refuses_its_page_only(program: str) -> None:
    with PageReader((sys.executable, "-c", program), wall_seconds=0.3) as reader:
        for _ in range(2):
            with pytest.raises(ExtractionFailed):
                reader.read(GOOD)


def test_a_closed_reader_starts_nothing() -> None:
    reader = PageReader()
    assert reader.read(GOOD).title
    reader.close()
    reader.close()
    with pytest.raises(ExtractionFailed, match="closed"):
        reader.read(GOOD)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of processes there")
@pytest.mark.parametrize("hog", ["while True: pass", "hold = [bytearray(50_000_000) for _ in range(100)]"])
def test_processor_and_memory_are_limited(hog: str) -> None:
    program = (
        "from semeja.sources import limits, page_process\n"
        "limits.CPU_SECONDS = 0\n"
        "limits.PAGE_MEMORY_BYTES = 500_000_000\n"
        "def extract(html):\n"
        f"    {hog}\n"
        "page_process.extract = extract\n"
        "page_process.main()\n"
    )
    with PageReader((sys.executable, "-c", program)) as reader, pytest.raises(ExtractionFailed):
        reader.read(GOOD)
