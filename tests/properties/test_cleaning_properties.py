"""What holds of every view, whatever the page: made-up pages of lines that pages are made of."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from semeja.lang.cleaning import load
from semeja.lang.pack import load_pack
from semeja.read.cleaning import clean
from semeja.read.sentences import split
from semeja.records.article import Article
from semeja.records.reading import CleanView
from semeja.records.span import REMOVAL_REASONS

TABLES = (load("id"), load("en"))
PACK = load_pack("id")
LINES = (
    "",
    "   ",
    "\u00a0Berita",
    "x",
    "***",
    "1",
    "Tags",
    "Baca Juga: Lima Resep Bubur yang Mudah Dibuat",
    "Warga menolak rencana itu. Baca Juga: Harga Cabai Naik Lagi",
    "# Judul dengan **tebal** dan [tautan](https://contoh.example/a)",
    "Jumat, 21 Juli 2023 | 10:15 WIB",
    "Oleh: Rina Astuti | Editor: Budi",
    "Pasar Induk Sukasari Kembali Dibuka Setelah Kebakaran",
    "SUKASARI, KABAR PASAR - Pasar Induk Sukasari kembali dibuka pada Jumat (21/7/2023) pagi.",
    "Kepala dinas mengatakan 120 kios telah diperbaiki dan pedagang boleh",
    "berjualan mulai pekan depan tanpa membayar retribusi selama sebulan",
    '"Kami senang," kata Minarti. Ia kembali berjualan.',
    "Pedagang di depan kios. (Foto: Kabar Pasar/Ana) /",
    "[Gambas:Video 20pasar]",
    "Berapa 4 + 5 ?",
    "© 2023 Kabar Pasar. Hak cipta dilindungi.",
    "\u200bZero\u00adwidth <b>tag</b> &nbsp; akhir.***",
    "Terpopuler",
)
pages = st.lists(st.sampled_from(LINES), max_size=24).map("\n".join)
noise = st.text(alphabet='ab AB.,:;!?"“”()[]{}<>*_#-–|/\\0159©…\n\r\t\u00a0\u2028\u200b\ufeff\x85\x0b', max_size=120)
texts = st.one_of(pages, noise, st.tuples(pages, noise).map("".join), st.text(max_size=60))


def view_of(text: str, title: str | None = None) -> CleanView:
    return clean(Article(id="article:t", source="t", text=text, text_sha256="", title=title), TABLES)


@given(texts, st.sampled_from((None, "Pasar Induk Sukasari Kembali Dibuka")))
@example("\n".join(LINES), None)
@settings(deadline=None)
def test_a_view_differs_from_its_text_only_where_something_was_removed(text: str, title: str | None) -> None:
    view = view_of(text, title)
    gone = {place for cut in view.removed for place in range(cut.start, cut.end)}
    assert len(view.text) == len(text)
    for place, (seen, raw) in enumerate(zip(view.text, text, strict=True)):
        assert seen == raw or (seen.isspace() and (raw.isspace() or place in gone))
        assert place not in gone or seen.isspace()


@given(texts)
@settings(deadline=None)
def test_removed_ranges_are_sorted_disjoint_and_inside_the_text(text: str) -> None:
    position = 0
    for cut in view_of(text).removed:
        assert position <= cut.start < cut.end <= len(text)
        assert cut.reason in REMOVAL_REASONS
        position = cut.end


@given(texts)
@settings(deadline=None)
def test_paragraphs_are_in_order_apart_and_not_blank_at_their_ends(text: str) -> None:
    view = view_of(text)
    position = 0
    for part in view.paragraphs:
        assert position <= part.start < part.end <= len(text)
        assert part.zone in ("title", "body", "caption", "metadata")
        assert not view.text[part.start].isspace()
        assert not view.text[part.end - 1].isspace()
        assert "\n" not in view.text[part.start : part.end]
        position = part.end


@given(texts)
@settings(deadline=None)
def test_every_kept_character_stands_in_a_paragraph(text: str) -> None:
    view = view_of(text)
    inside = {place for part in view.paragraphs for place in range(part.start, part.end)}
    assert not [place for place, mark in enumerate(view.text) if not mark.isspace() and place not in inside]


@given(texts)
@settings(deadline=None)
def test_sentences_lie_inside_their_paragraphs_and_leave_only_blanks(text: str) -> None:
    view = view_of(text)
    sentences, tokens = split(view, PACK)
    covered = {place for sentence in sentences for place in range(sentence.start, sentence.end)}
    for sentence in sentences:
        part = view.paragraphs[sentence.paragraph]
        assert part.start <= sentence.start < sentence.end <= part.end
        assert sentence.zone == part.zone
        starts = tokens.starts[sentence.first_token : sentence.last_token]
        assert all(sentence.start <= start < sentence.end for start in starts)
    assert not [place for place, mark in enumerate(view.text) if not mark.isspace() and place not in covered]
    assert list(sentences) == sorted(sentences, key=lambda sentence: sentence.start)


@given(texts)
@settings(deadline=None)
def test_the_furniture_lies_inside_the_text(text: str) -> None:
    structure = view_of(text).structure
    fields = ("title", "published", "dateline", "byline", "editor", "outlet")
    spans = [span for span in (getattr(structure, name) for name in fields) if span is not None]
    for span in (*spans, *structure.captions):
        assert 0 <= span.start < span.end <= len(text)
    assert structure.outlet_name is None or (structure.outlet and structure.outlet.of(text) == structure.outlet_name)


@given(texts)
@settings(deadline=None, max_examples=50)
def test_cleaning_the_view_again_keeps_its_length(text: str) -> None:
    first = view_of(text)
    assert len(view_of(first.text).text) == len(first.text)
