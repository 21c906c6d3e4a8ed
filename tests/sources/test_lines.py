"""Lines of a stream against the plain way of splitting."""

from hypothesis import given
from hypothesis import strategies as st

from semeja.errors import TooLarge
from semeja.sources.lines import numbered_lines

STREAM = st.lists(st.lists(st.sampled_from([b"a", b"bb", b"\n", b"\r\n", b"\r"]), max_size=6).map(b"".join), max_size=6)


def plain(data: bytes) -> list[tuple[int, bytes]]:
    """The slow way, on the whole."""
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
    return [(number, line.removesuffix(b"\r")) for number, line in enumerate(lines, 1)]


@given(STREAM)
def test_lines_do_not_depend_on_how_the_stream_is_cut(parts: list[bytes]) -> None:
    assert list(numbered_lines(parts)) == plain(b"".join(parts))


def test_a_long_line_is_refused_and_the_next_ones_go_on() -> None:
    found = list(numbered_lines([b"ab\nlong", b" and ", b"longer\ncd\n"], limit=6))
    assert [number for number, _ in found] == [1, 2, 3]
    assert isinstance(found[1][1], TooLarge)
    assert [found[0][1], found[2][1]] == [b"ab", b"cd"]


def test_a_long_last_line_without_an_end_is_told() -> None:
    ((number, line),) = numbered_lines([b"0123", b"4567"], limit=5)
    assert number == 1
    assert isinstance(line, TooLarge)
