"""The JSON form of an article."""

import json

import pytest

from semeja.errors import BadRecord, InputRefused, NoText, TooLarge
from semeja.sources.members import array_members
from semeja.sources.records import read_record
from semeja.sources.statements import Page

FULL = {
    "id": 7,
    "text": "Kata Menteri.\n",
    "title": " Judul ",
    "url": "https://warta.example/a",
    "outlet": "Warta Contoh",
    "published": "2024-01-02",
    "modified": "2024-01-03T10:00:00+07:00",
    "author": "Sari",
    "language": "id",
    "section": {"unknown": ["fields", "are left alone"]},
}


def test_every_field_is_read_as_stated() -> None:
    assert read_record(json.dumps(FULL).encode()) == (
        "text",
        Page(
            text="Kata Menteri.\n",
            url="https://warta.example/a",
            outlet="Warta Contoh",
            title="Judul",
            published="2024-01-02",
            modified="2024-01-03T10:00:00+07:00",
            author="Sari",
            language="id",
        ),
    )


ACCEPTED = [
    ({"text": "a"}, "text", Page("a")),
    ({"html": "<p>a"}, "html", Page("<p>a")),
    ({"text": "a", "html": "<p>b"}, "text", Page("a")),
    ({"text": " ", "html": "<p>b"}, "html", Page("<p>b")),
    ({"text": "a", "title": "", "author": None, "id": "x"}, "text", Page("a")),
    ({"text": "a", "url": "javascript:alert(1)"}, "text", Page("a")),
    ({"text": "a\ud800b\x00c", "title": "\udfff"}, "text", Page("a\ufffdb\ufffdc", title="\ufffd")),
]


@pytest.mark.parametrize(("fields", "media", "page"), ACCEPTED)
def test_accepted(fields: dict[str, object], media: str, page: Page) -> None:
    assert read_record(json.dumps(fields).encode()) == (media, page)


REFUSED: list[tuple[bytes, type[InputRefused], str]] = [
    (b"{", BadRecord, "no JSON"),
    (b"", BadRecord, "no JSON"),
    (b"[]", BadRecord, "list"),
    (b'"text"', BadRecord, "str"),
    (b'{"text": 5}', BadRecord, "field text"),
    (b'{"text": "a", "title": ["b"]}', BadRecord, "field title"),
    (b'{"text": "a", "published": 1700000000}', BadRecord, "field published"),
    (b'{"text": "a", "id": true}', BadRecord, "field id"),
    (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", BadRecord, "no JSON"),
    (b'{"text": ' + b"[" * 100_000, BadRecord, "no JSON"),
    (b'{"title": "a"}', NoText, "no text"),
    (b'{"text": null}', NoText, "no text"),
    (json.dumps({"text": "a", "title": "b" * 10_001}).encode(), TooLarge, "field title"),
]


@pytest.mark.parametrize(("body", "error", "message"), REFUSED, ids=range(len(REFUSED)))
def test_refused_with_the_name_of_the_field(body: bytes, error: type[InputRefused], message: str) -> None:
    with pytest.raises(error, match=message):
        read_record(body)


ARRAYS: list[tuple[bytes, list[bytes | str] | None]] = [
    (b"{}", None),
    (b"text", None),
    (b"[]", []),
    (b"[ ]", []),
    (b' [{"text": "a"},\n 5 , "b" ] ', [b'{"text": "a"}', b"5", b'"b"']),
    (b'\xef\xbb\xbf[{"a": 1}]', [b'{"a": 1}']),
    ('[{"text": "kafé"}]'.encode("utf-16"), ['{"text": "kafé"}'.encode()]),
    (b'[{"a": 1}, {"b"', [b'{"a": 1}', "from record 2 on"]),
    (b'[{"a": 1} {"b": 2}]', [b'{"a": 1}', "after record 1"]),
    (b'[{"a": 1}', [b'{"a": 1}', "after record 1"]),
    (b"[", ["from record 1 on"]),
]


@pytest.mark.parametrize(("body", "members"), ARRAYS)
def test_members_of_an_array(body: bytes, members: list[bytes | str] | None) -> None:
    found = array_members(body)
    if members is None:
        assert found is None
        return
    numbered = list(found or ())
    assert [number for number, _ in numbered] == list(range(1, len(members) + 1))
    for (_, one), wanted in zip(numbered, members, strict=True):
        assert one == wanted if isinstance(wanted, bytes) else wanted in str(one)
