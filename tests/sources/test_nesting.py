"""How deep and wide a page is."""

import pytest

from semeja.sources.nesting import Size, measure

CASES = [
    ("", Size(0, 0, 0)),
    ("no tag, 1 < 2", Size(0, 0, 0)),
    ("<div><p>a<p>b</div>", Size(3, 1, 0)),
    ("<div>" * 3 + "</div>" * 3 + "<b>", Size(4, 3, 0)),
    ("<div><span><span></div><div>", Size(4, 3, 0)),
    ("</div></div><div>", Size(1, 1, 0)),
    ("<ul><li><ul><li></ul></ul><br><img>", Size(6, 2, 0)),
    ("<script>if (a<b) '<div><div>'</script><div>", Size(2, 1, 0)),
    ("<script><div></style><div>", Size(1, 0, 0)),
    ("<DIV><div>", Size(2, 2, 0)),
    ("<div " + "a=1 " * 5_000 + ">", Size(1, 1, 5_000)),
    ("<div data='" + "a = b " * 5_000 + "' b>", Size(1, 1, 2)),
    ("<div>" * 100_000, Size(100_000, 100_000, 0)),
]


@pytest.mark.parametrize(("html", "size"), CASES, ids=range(len(CASES)))
def test_measure(html: str, size: Size) -> None:
    assert measure(html) == size
