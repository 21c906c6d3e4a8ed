"""Lines that are passed over at first sight are those of which no rule says anything."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import semeja
from semeja.lang.cleaning import merged
from semeja.read.cleaning.lines import split_lines
from semeja.read.cleaning.page import look_at, look_closely
from semeja.read.cleaning.plain import is_plain

TABLES = merged(("id", "en"))
PAGES = sorted((Path(semeja.__file__).parent / "samples").glob("*/*.txt"))
PHRASES = sorted(
    {" ".join(phrase) for rows in (TABLES.inside, TABLES.edges) for row in rows.values() for phrase, _ in row}
)
PIECES = [*PHRASES, *sorted(TABLES.credited | TABLES.pictured | TABLES.listed)]
MARKS = [
    "(AP)",
    "7 + 5 =",
    "12 Mei 2021",
    "Getty",
    "©",
    "[embed]",
    "https://kabar.example/a-b",
    "Foto:",
    "3,5",
    "/",
    "?",
]


def compare(text: str) -> int:
    """How many lines of the text are plain; each must look as all rules see it."""
    lines = split_lines(text)
    above, plain = True, 0
    for line, look in zip(lines, look_at(lines, TABLES), strict=True):
        close = look_closely(line, look.copy, above, TABLES)
        assert (look.marks, look.cue, look.caption, look.note) == (close.marks, close.cue, close.caption, close.note)
        assert (look.sentence, look.core) == (close.sentence, close.core)
        above = above and not look.core
        plain += is_plain(line, TABLES)
    return plain


@pytest.mark.parametrize("page", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_page_looks_the_same_without_the_short_cut(page: Path) -> None:
    compare(page.read_text("utf-8"))


def test_many_lines_of_an_article_need_no_closer_look() -> None:
    pages = [page.read_text("utf-8") for page in PAGES]
    assert sum(map(compare, pages)) > 2 * len(pages)


words = st.sampled_from(["warga", "Pemerintah", "menolak", "rencana", "itu", "besok,", "di", "pasar.", "lama", "sudah"])
lines = st.lists(
    st.one_of(words, words, words, st.sampled_from(PIECES), st.sampled_from(MARKS)), min_size=8, max_size=50
)


@given(lines)
def test_a_line_of_cues_and_plain_words_looks_the_same_without_the_short_cut(pieces: list[str]) -> None:
    compare(" ".join(pieces))
