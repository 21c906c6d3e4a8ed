"""The text of a page, a line for each block."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from semeja.sources.plain_text import plain_text

LONG = "Menteri mengatakan perundingan akan dilanjutkan besok pagi. " * 4

CASES = [
    ("<p>Satu <b>dua</b>\n tiga</p><p>empat</p>", "Satu dua tiga\nempat"),
    ("<div>satu<p>dua</p>tiga</div>", "satu\ndua\ntiga"),
    ("satu<br>dua", "satu\ndua"),
    ("<ul><li>satu<li>dua</ul>", "satu\ndua"),
    ("<nav>menu</nav><p>isi</p><footer>kaki</footer><script>x()</script><style>y</style>", "isi"),
    ("", ""),
    ("<p> </p>", ""),
    (f"<p>luar</p><article><p>{LONG}</p></article>", LONG.strip()),
    ("<p>luar</p><article><p>pendek</p></article>", "luar\npendek"),
    ("a &amp; b &lt;c&gt;", "a & b <c>"),
]


@pytest.mark.parametrize(("html", "text"), CASES, ids=range(len(CASES)))
def test_blocks_are_lines(html: str, text: str) -> None:
    assert plain_text(LexborHTMLParser(html)) == text
