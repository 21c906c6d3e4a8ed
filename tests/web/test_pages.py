"""What the pages show: every route, its twin as JSON, filters, paging, and what is not there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from semeja.dossier.json import decode
from semeja.records.dossier import Dossier
from semeja.web.routes import PARAMETERS, SERVED

READ = [one for one in SERVED if one.method == "GET"]


def rows(reading: TestClient, address: str) -> list[Any]:
    answer = reading.get(address)
    assert answer.status_code == 200, answer.text
    found: list[Any] = answer.json()["rows"]
    return found


def filled(reading: TestClient, path: str) -> str:
    story = rows(reading, "/index.json")[0]["folder"]
    article = rows(reading, "/search.json")[0]["article"]["id"]
    return path.format(folder=story, id=article)


@pytest.mark.parametrize("one", READ, ids=lambda one: one.path)
def test_every_address_answers_in_its_kind(reading: TestClient, one: Any) -> None:
    answer = reading.get(filled(reading, one.path))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(one.media)
    assert len(answer.content) > 10


def test_every_page_has_a_twin_for_programs() -> None:
    paths = {one.path for one in READ}
    pages = {one.path for one in READ if one.media == "text/html" and one.path != "/login"}
    assert {"/index.json" if path == "/" else f"{path}.json" for path in pages} <= paths


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_has_one_head_and_leads_only_where_something_is(reading: TestClient, language: str) -> None:
    seen, todo = set[str](), [f"/?lang={language}"]
    while todo:
        address = todo.pop()
        seen.add(address.partition("#")[0])
        answer = reading.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 200, address
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = LexborHTMLParser(answer.text)
        assert len(page.css("h1")) == 1
        assert page.root is not None
        assert page.root.attributes["lang"] == language
        anchors = {node.attributes["id"] for node in page.css("[id]")}
        for link in page.css("a[href], link[href]"):
            target = link.attributes["href"] or ""
            if target.startswith("#"):
                assert target[1:] in anchors, (address, target)
            elif target.startswith("/") and "lang=" not in target and target.partition("#")[0] not in seen:
                todo.append(target)
    assert len(seen) > 40
    reading.cookies.clear()


def test_the_stream_has_every_story_newest_first(reading: TestClient, sample_dossiers: list[Dossier]) -> None:
    found = rows(reading, "/index.json")
    assert {one["id"] for one in found} == {one.story.id for one in sample_dossiers}
    assert [one["last"] for one in found] == sorted((one["last"] for one in found), reverse=True)


def test_the_twin_of_a_story_is_its_dossier(reading: TestClient, read_project: Path) -> None:
    for one in rows(reading, "/index.json"):
        body = reading.get(f"/story/{one['folder']}.json").content
        assert body == (read_project / one["folder"] / "dossier.json").read_bytes()


def test_an_article_is_shown_whole_with_its_marks_and_what_was_skipped(reading: TestClient) -> None:
    for one in rows(reading, "/search.json?size=100"):
        id = one["article"]["id"]
        data = reading.get(f"/article/{id}.json").json()
        page = LexborHTMLParser(reading.get(f"/article/{id}").text)
        text = page.css_first(".text")
        assert text is not None
        assert text.text() == data["article"]["text"]
        assert len(page.css("table tr")) == len(data["article"]["removed"])
        for mark in data["marks"]:
            assert 0 <= mark["start"] <= mark["end"] <= data["article"]["length"]


def test_search_finds_exactly_the_articles_with_the_word(reading: TestClient, sample_dossiers: list[Dossier]) -> None:
    for word in ("gempa", "tuna", "bupati"):
        holding = set()
        for dossier in sample_dossiers:
            for article in dossier.articles:
                kept = article.text or ""
                for cut in reversed(article.removed):
                    kept = kept[: cut.start] + kept[cut.end :]
                title = article.title.text if article.title else ""
                if re.search(rf"\b{word}\b", f"{title} {kept}", re.I):
                    holding.add(article.id)
        found = {one["article"]["id"] for one in rows(reading, f"/search.json?q={word}&size=100")}
        assert found == holding
        assert found


@pytest.mark.parametrize(
    ("query", "fewer"),
    [
        ("q=gempa", "q=gempa -tewas"),
        ("q=gempa", 'q="gempa muara lindu"'),
        ("q=me*", "q=meninggal"),
        ("", "outlet=harian teluk"),
        ("", "owner=Nusa Media"),
        ("", "from=2025"),
        ("", "to=2024"),
        ("", "language=en"),
        ("", "grade=X"),
        ("", "act=demand"),
        ("act=demand", "act=demand&language=id&q=tuna"),
    ],
)
def test_a_filter_leaves_some_and_takes_some_away(reading: TestClient, query: str, fewer: str) -> None:
    more = {one["article"]["id"] for one in rows(reading, f"/search.json?size=100&{query}")}
    less = {one["article"]["id"] for one in rows(reading, f"/search.json?size=100&{fewer}")}
    assert less < more
    assert less
    stories = {one["folder"] for one in rows(reading, f"/index.json?{fewer}")}
    homes = {one["article"]["story"] for one in rows(reading, f"/search.json?size=100&{fewer}")}
    assert stories == homes


def test_grades_and_acts_are_those_of_the_dossier(reading: TestClient, sample_dossiers: list[Dossier]) -> None:
    for grade in ("C1", "C2", "C3", "C4", "X"):
        told = {
            id
            for one in sample_dossiers
            for claim in one.claims
            if claim.grade == grade
            for id in claim.support.articles
        }
        assert {one["article"]["id"] for one in rows(reading, f"/search.json?size=100&grade={grade}")} == told
    for act in ("threat", "commitment", "rejection"):
        told = {id for one in sample_dossiers for item in one.ledger if item.act == act for id in item.articles}
        assert {one["article"]["id"] for one in rows(reading, f"/search.json?size=100&act={act}")} == told


def test_days_include_both_ends(reading: TestClient) -> None:
    days = {
        one["article"]["published"][:10]
        for one in rows(reading, "/search.json?size=100")
        if one["article"]["published"]
    }
    for day in days:
        found = rows(reading, f"/search.json?size=100&from={day}&to={day}")
        assert {one["article"]["published"][:10] for one in found} == {day}
        assert rows(reading, f"/search.json?size=100&from={day[:7]}&to={day[:7]}") != []


def test_pages_follow_each_other_without_a_gap(reading: TestClient) -> None:
    whole = [one["article"]["id"] for one in rows(reading, "/search.json?size=100")]
    parts: list[str] = []
    address: str | None = "/search?size=7"
    while address:
        page = LexborHTMLParser(reading.get(address).text)
        parts += [(node.attributes["href"] or "").rpartition("/")[2] for node in page.css("main .card h2 a")]
        following = page.css_first("a[rel=next]")
        address = following.attributes["href"] if following else None
    assert parts == whole
    assert len(whole) == len(set(whole)) == 31


def test_a_hit_is_marked_in_its_excerpt(reading: TestClient) -> None:
    page = LexborHTMLParser(reading.get('/search?q="muara lindu" warga').text)
    marks = {node.text().lower() for node in page.css("main mark")}
    assert {"muara lindu", "warga"} >= marks
    assert marks


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/story/nothing",
        "/story/..%2f..%2fetc",
        "/story/%00",
        "/article/nothing",
        "/story/nothing/feed.atom",
        "/static/..%2fkeys.js",
        "/static/nothing.css",
        "/story/",
        "//evil.example/",
        "/%5cevil.example",
        "/index.html",
    ],
)
def test_what_is_not_there_is_said_so_and_nothing_leads_away(reading: TestClient, address: str) -> None:
    for path in (address, f"{address}.json"):
        answer = reading.get(f"http://127.0.0.1:8137{path}")
        assert answer.status_code == 404
        assert "location" not in answer.headers


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999999999999999",
        "page=١",
        "size=1000",
        "size=1.5",
        "from=yesterday",
        "to=2025-3-1",
        "from='; DROP TABLE articles",
        "q=" + "a" * 301,
        "outlet=" + "a" * 301,
        "q=" + "+".join("abcdefghijklmnopq"),
    ],
)
def test_a_query_that_means_nothing_is_refused_with_words(reading: TestClient, query: str) -> None:
    for path in ("/", "/search"):
        assert reading.get(f"{path}?{query}").status_code == 400
    answer = reading.get(f"/search.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["what"]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "*",
        "-",
        "--",
        "- -",
        '"*"',
        "a*b",
        "gempa*",
        "g*",
        "AND",
        "OR OR",
        "NOT",
        "NEAR(a b, 3)",
        "title:gempa",
        "{title body}: x",
        "^gempa",
        "a + b",
        "'; DROP TABLE texts; --",
        "\\",
        "%",
        "_",
        "(((((",
        '"unfinished',
        "\x00",
        "gem\x00pa",
        "😀",
        "\u202egempa",
        "ﬀ ﬁ",
        "é́́́",
        "-gempa",
        "%ff%fe",
    ],
)
def test_a_hostile_search_is_only_words(reading: TestClient, query: str) -> None:
    for path in ("/search.json", "/search", "/search.atom", "/index.json"):
        assert reading.get(path, params={"q": query}).status_code == 200


def test_words_of_the_query_language_are_words(reading: TestClient) -> None:
    assert rows(reading, "/search.json?q=gempa OR kapal") == []
    assert rows(reading, "/search.json?q=title:gempa") == []


def test_the_description_names_every_address_and_parameter(reading: TestClient) -> None:
    described = reading.get("/openapi.json").json()
    assert {(method.upper(), path) for path, methods in described["paths"].items() for method in methods} == {
        (one.method, one.path) for one in SERVED
    }
    assert {name for one in SERVED for name in one.parameters} == set(PARAMETERS)
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert {one["name"] for one in operation["parameters"] if one["in"] == "path"} == set(
                re.findall(r"{(\w+)}", path)
            )
            assert operation["summary"]
    json.dumps(described)


def test_the_language_that_was_chosen_is_kept(reading: TestClient) -> None:
    chosen = reading.get("/?lang=en")
    assert '<html lang="en">' in chosen.text
    assert '<html lang="en">' in reading.get("/search").text
    assert '<html lang="id">' in reading.get("/search?lang=id").text
    reading.cookies.clear()
    assert '<html lang="id">' in reading.get("/?lang=xx").text


def test_a_build_while_the_reader_runs_is_seen(tmp_path: Path) -> None:
    from tests.web.conftest import client

    from semeja.run.building import build

    text = (
        "Harian Teluk - Bupati Rahmat Suleman menutup pasar {0} pada Minggu (1/3/2026).\n\nPasar {0} tidak aman lagi."
    )
    (tmp_path / "a.txt").write_text(text.format("lama"), "utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "out")
    with client(tmp_path / "out") as asking:
        assert len(rows(asking, "/search.json")) == 1
        (tmp_path / "b.txt").write_text(text.format("ikan") * 2, "utf-8")
        build([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], tmp_path / "out")
        assert len(rows(asking, "/search.json")) == 2
        assert len(rows(asking, "/search.json?q=ikan")) == 1
        build([str(tmp_path / "b.txt")], tmp_path / "out")
        assert len(rows(asking, "/search.json")) == 1
        assert rows(asking, "/search.json?q=lama") == []
        body = decode(next((tmp_path / "out").glob("*/dossier.json")).read_bytes())
        assert [one["id"] for one in rows(asking, "/index.json")] == [body.story.id]
