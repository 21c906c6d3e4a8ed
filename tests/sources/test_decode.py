"""Bytes to text: every encoding that an article may come in, and what is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semeja.errors import Undecodable
from semeja.sources.decode import storable, to_text

NEWS = "Menteri Café José, “hari ini” kami tiba — katanya. Suhu 30° di kota itu. "

GOOD_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1).filter(
    lambda text: all(mark >= " " or mark in "\t\n\r\f" for mark in text)
)

CASES = [
    ("plain ASCII", b"Kata Menteri.\r\nBaris dua.\n", "Kata Menteri.\r\nBaris dua.\n"),
    ("UTF-8", NEWS.encode(), NEWS),
    ("UTF-8 with mark", codecs.BOM_UTF8 + NEWS.encode(), NEWS),
    ("UTF-16 LE with mark", codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), NEWS),
    ("UTF-16 BE with mark", codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), NEWS),
    ("UTF-32 LE with mark", codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le"), NEWS),
    ("UTF-16 LE without mark", NEWS.encode("utf-16-le"), NEWS),
    ("UTF-16 BE without mark", NEWS.encode("utf-16-be"), NEWS),
    ("Windows-1252", NEWS.encode("cp1252"), NEWS),
    ("Windows-1252, one accent", "Warung kopi di café itu ramai.".encode("cp1252"), "Warung kopi di café itu ramai."),
    ("Windows-1252, marks only", "“Ya,” kata dia. “Tidak.”".encode("cp1252"), "“Ya,” kata dia. “Tidak.”"),
    ("Cyrillic", "Министр заявил, что переговоры продолжатся завтра.".encode("cp1251"),
     "Министр заявил, что переговоры продолжатся завтра."),
    ("NUL in good text", b"Kata Menteri\x00 itu benar. Kata lagi.", "Kata Menteri\ufffd itu benar. Kata lagi."),
    ("UTF-8 with one bad byte", NEWS.encode() * 3 + b"\xe2\x80 akhir", NEWS * 3 + "\ufffd akhir"),
    ("line ends of three kinds", b"a\rb\r\nc\n", "a\rb\r\nc\n"),
    ("empty", b"", ""),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_text_is_decoded(body: bytes, text: str) -> None:
    assert to_text(body) == text


BINARY = [
    ("image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4),
    ("all bytes", bytes(range(256)) * 8),
    ("zeros", b"\x00" * 500),
    ("archive", b"PK\x03\x04" + bytes(range(7, 250, 3)) * 20),
    ("controls", b"\x01\x02\x03abc" * 50),
]


@pytest.mark.parametrize("body", [case[1] for case in BINARY], ids=[case[0] for case in BINARY])
def test_binary_is_refused(body: bytes) -> None:
    with pytest.raises(Undecodable):
        to_text(body)


DECLARED = [
    ('<meta charset="windows-1252">', "cp1252", "“Café”"),
    ("<meta charset=iso-8859-1>", "cp1252", "“Café”"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", "Кабинет"),
    ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859-2", "Łódź"),
    ('<meta charset="hex">', "cp1252", "“Café”"),
    ('<meta charset="utf-8">', "cp1252", "“Café ini” kata dia"),
]


@pytest.mark.parametrize(("head", "encoding", "text"), DECLARED)
def test_a_page_names_its_character_set(head: str, encoding: str, text: str) -> None:
    page = f"{head}<p>{text}</p>"
    assert to_text(page.encode(encoding), declares=True) == page


def test_utf8_bytes_stand_above_what_the_page_declares() -> None:
    page = '<meta charset="iso-8859-1"><p>“Café”</p>'
    assert to_text(page.encode(), declares=True) == page


@given(GOOD_TEXT)
def test_utf8_is_given_back_exactly(text: str) -> None:
    assert to_text(text.encode()) == text


@given(GOOD_TEXT, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_is_dropped_and_nothing_else(text: str, encoding: str) -> None:
    assert to_text(text.encode(encoding)) == text


@given(st.binary(max_size=300))
def test_any_bytes_become_storable_text_or_are_refused(body: bytes) -> None:
    try:
        text = to_text(body)
    except Undecodable:
        return
    assert text.encode().decode() == text
    assert "\x00" not in text


@given(st.text(st.characters()))
def test_storable_keeps_every_place(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert kept.encode().decode() == kept
    assert all(now == was or (now == "\ufffd" and (was == "\0" or 0xD800 <= ord(was) <= 0xDFFF))
               for now, was in zip(kept, text, strict=True))  # fmt: skip
