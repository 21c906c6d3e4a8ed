"""The mask: same length, removed characters blank, the rest as it was."""

from hypothesis import given
from hypothesis import strategies as st

from semeja.records.span import Removed
from semeja.text.mask import mask


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[Removed]]:
    text = draw(st.text(alphabet="ab \n\t\u00a0\u2028.", max_size=60))
    places = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
    return text, [Removed(min(pair), min(max(pair), len(text)), "markup") for pair in places if min(pair) < len(text)]


@given(cut_texts())
def test_a_view_is_as_long_as_its_text_and_blank_where_removed(case: tuple[str, list[Removed]]) -> None:
    text, cuts = case
    view = mask(text, cuts)
    gone = {place for cut in cuts for place in range(cut.start, cut.end)}
    assert len(view) == len(text)
    for place, (seen, raw) in enumerate(zip(view, text, strict=True)):
        if raw == "\n":
            assert seen == "\n"
        elif place in gone or raw.isspace():
            assert seen == " "
        else:
            assert seen == raw


def test_joined_line_feeds_become_blanks_and_others_stay() -> None:
    assert mask("a\nb\nc", (), (1,)) == "a b\nc"
    assert mask("a\nb\nc", (Removed(0, 5, "advert"),)) == " \n \n "
