"""Decisions made on the pages: each kind, what it changes, and how it is undone."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient


def story_with(deciding: TestClient, word: str) -> tuple[str, dict[str, Any]]:
    for one in deciding.get("/index.json").json()["rows"]:
        if word in one["folder"]:
            return one["folder"], deciding.get(f"/story/{one['folder']}.json").json()
    raise AssertionError(word)


def decide(deciding: TestClient, **fields: Any) -> int:
    answer = deciding.post("/decide", data=fields)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"].startswith("/decisions?done=")
    return int(answer.headers["location"].rpartition("=")[2])


def test_a_quote_is_taken_out_and_brought_back(deciding: TestClient) -> None:
    folder, before = story_with(deciding, "gempa")
    quote = before["quotes"][0]["id"]
    number = decide(deciding, kind="not-a-quote", story=folder, quote=quote, note="a slogan")
    folder, after = story_with(deciding, "gempa")
    assert quote not in {one["id"] for one in after["quotes"]}
    assert after["decisions"][0]["by"] == "Ana W."
    assert after["decisions"][0]["note"] == "a slogan"
    page = deciding.get(f"/decisions?done={number}").text
    assert "a slogan" in page
    decide(deciding, kind="undo", number=number)
    folder, again = story_with(deciding, "gempa")
    assert again == before
    assert deciding.get("/decisions.json").json()["hold"] == []


def test_the_forms_of_the_pages_do_what_they_say(deciding: TestClient) -> None:
    """Takes what a form would send, as it stands on the page."""
    folder, dossier = story_with(deciding, "tuna")
    page = LexborHTMLParser(deciding.get(f"/story/{folder}").text)
    kinds = [form.css_first("[name=kind]").attributes["value"] for form in page.css("form[action='/decide']")]  # type: ignore[union-attr]
    assert kinds == ["merge", "split", "alias", "same-owner", "split-story", "merge-stories"]
    offered = {node.attributes["value"] for node in page.css("form select[name=id] option")}
    assert offered == {one["id"] for one in dossier["entities"]}
    article = dossier["articles"][0]["id"]
    view = LexborHTMLParser(deciding.get(f"/article/{article}").text)
    quotes = {node.attributes["value"] for node in view.css("form[action='/decide'] [name=quote]")}
    assert quotes == {one["id"] for one in dossier["quotes"] if one["article"] == article}


def test_entities_are_merged_and_split(deciding: TestClient) -> None:
    folder, dossier = story_with(deciding, "tuna")
    people = [one["id"] for one in dossier["entities"] if one["kind"] == "person"]
    decide(deciding, kind="merge", story=folder, id=people[:2])
    folder, merged = story_with(deciding, "tuna")
    assert people[1] not in {one["id"] for one in merged["entities"]}
    named = next(one for one in merged["entities"] if one["id"] == people[0])
    where = sorted({place["article"] for alias in named["aliases"] for place in alias["evidence"]})
    decide(deciding, kind="split", story=folder, id=people[0], article=where[:1])
    assert [one["kind"] for one in deciding.get("/decisions.json").json()["decisions"]] == ["merge", "split"]


def test_a_speaker_is_named_and_an_alias_refused(deciding: TestClient) -> None:
    folder, dossier = story_with(deciding, "tuna")
    person = next(one for one in dossier["entities"] if one["kind"] == "person")
    quote = next(one for one in dossier["quotes"] if person["id"] not in one["speaker"])
    decide(deciding, kind="speaker", story=folder, quote=quote["id"], id=person["id"])
    folder, after = story_with(deciding, "tuna")
    assert next(one for one in after["quotes"] if one["id"] == quote["id"])["speaker"] == [person["id"]]
    decide(deciding, kind="alias", story=folder, text=person["aliases"][-1]["text"], id=person["id"], wrong="yes")
    assert deciding.get("/decisions.json").json()["decisions"][1]["kind"] == "not-alias"


def test_outlets_get_one_owner_across_stories(deciding: TestClient) -> None:
    rows = deciding.get("/search.json?size=100").json()["rows"]
    homes = {one["article"]["outlet"]: one["article"]["story"] for one in rows if one["article"]["outlet"]}
    first = next(iter(homes))
    other = next(name for name, home in homes.items() if home != homes[first])
    decide(deciding, kind="same-owner", story=homes[first], outlet=[first, other])
    assert deciding.get("/decisions.json").json()["hold"] == [1]


def test_stories_are_parted_and_put_together(deciding: TestClient) -> None:
    folder, dossier = story_with(deciding, "gempa")
    leaving = dossier["articles"][0]["id"]
    first = decide(deciding, kind="split-story", story=folder, article=leaving)
    assert len(deciding.get("/index.json").json()["rows"]) == 5
    decide(deciding, kind="undo", number=first)
    assert len(deciding.get("/index.json").json()["rows"]) == 4
    one, other = (row["folder"] for row in deciding.get("/index.json").json()["rows"][:2])
    second = decide(deciding, kind="merge-stories", story=one, other=other)
    assert len(deciding.get("/index.json").json()["rows"]) == 3
    assert len(deciding.get("/search.json?size=100").json()["rows"]) == 31
    decide(deciding, kind="undo", number=second)
    assert len(deciding.get("/index.json").json()["rows"]) == 4


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"kind": "merge"},
        {"kind": "drop everything"},
        {"kind": "undo"},
        {"kind": "undo", "number": "0"},
        {"kind": "undo", "number": "-1"},
        {"kind": "undo", "number": "9" * 40},
        {"kind": "undo", "number": "١"},
        {"kind": "not-a-quote", "story": "../../etc", "quote": "x"},
        {"kind": "not-a-quote", "quote": "quote:1"},
        {"kind": "merge", "story": "nothing", "id": ["person:a", "person:b"]},
        {"kind": "same-owner", "outlet": ["<b>", "nobody"]},
        {"kind": "same-owner"},
        {"kind": "merge-stories", "story": "nothing", "other": "nothing"},
        {"kind": "alias", "story": "*", "text": "x", "id": "person:x"},
    ],
)
def test_what_can_not_be_meant_is_refused_and_changes_nothing(deciding: TestClient, fields: dict[str, Any]) -> None:
    answer = deciding.post("/decide", data=fields, headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 400
    assert deciding.get("/decisions.json").json()["decisions"] == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "application/json", 415),
        (b"kind=undo", "multipart/form-data; boundary=x", 415),
        (b"kind=undo", "text/plain", 415),
        (b"a" * (64 * 1024 + 1), "application/x-www-form-urlencoded", 413),
        (b"&".join(b"a=1" for _ in range(501)), "application/x-www-form-urlencoded", 400),
        (b"kind=\xff\xfe", "application/x-www-form-urlencoded", 400),
    ],
)
def test_only_forms_of_some_size_are_read(deciding: TestClient, body: bytes, kind: str, status: int) -> None:
    assert deciding.post("/decide", content=body, headers={"content-type": kind}).status_code == status


def test_where_one_may_only_read_no_form_is_shown(reading: TestClient) -> None:
    folder, dossier = story_with(reading, "tuna")
    for path in (f"/story/{folder}", f"/article/{dossier['articles'][0]['id']}", "/decisions"):
        assert 'action="/decide"' not in reading.get(path).text
