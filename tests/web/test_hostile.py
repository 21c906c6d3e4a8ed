"""Nothing that an article or an address says becomes markup of a page: every payload in every sink, on every page.

Each page is parsed as a browser parses it; its elements, attributes and addresses must be among those that our
templates write. What got in would be another element, another attribute or another address.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient
from tests.web.conftest import BASE, client
from tests.web.payloads import ADDRESSES, ALL, reports

from semeja.dossier.json import decode, encode
from semeja.records.dossier import Dossier, DossierArticle, Evidence, Outlet
from semeja.run.building import PROJECT, build
from semeja.store.sqlite import SqliteStore

SCRIPT = '<script src="/static/keys.js" defer=""></script>'
PAGES = ("/", "/search", "/decisions")
NEVER = "iframe, object, embed, img, video, audio, base, style, template, noscript, math, frame, applet, marquee"
ADDRESSING = frozenset(("href", "src", "action", "data", "poster", "xlink:href", "background"))
RUNNING = frozenset(("style", "srcdoc", "formaction", "autofocus", "http-equiv"))


def skeleton(page: str) -> set[tuple[str | None, str]]:
    """The attributes of a page with their elements, and its elements."""
    nodes = LexborHTMLParser(page).css("*")
    return {(node.tag, name) for node in nodes for name in ("", *node.attributes)}


def foreign(page: str) -> list[str]:
    """What on a page would run, load or lead where none of our templates leads."""
    tree = LexborHTMLParser(page)
    found = [node.html or "" for node in tree.css("script") if node.html != SCRIPT]
    found += [node.html or "" for node in tree.css(NEVER)]
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            outside = (node.tag, node.attributes.get("rel")) == ("a", "noreferrer noopener")
            leads = name in ADDRESSING and not ours(value or "", outside)
            if name.startswith("on") or name in RUNNING or leads:
                found.append(f"{node.tag} {name}={value}")
    return found


def ours(address: str, outside: bool) -> bool:
    """Whether an address leads within the reader, or to the web from a link that tells nothing."""
    if address.startswith(("http://", "https://")):
        return outside
    return address == "data:," or address.startswith("#") or (address.startswith("/") and not address.startswith("//"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A project of hostile reports."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "reports.jsonl").write_text(reports(), "utf-8")
    build([str(folder / "reports.jsonl")], folder / "out")
    with client(folder / "out", by='<b onclick="alert(1)">Ana</b>') as asking:
        yield asking


def listed(asking: TestClient, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    page = 1
    while rows := asking.get(f"{path}?size=100&page={page}").json()["rows"]:
        found += rows
        page += 1
    return found


def test_there_are_enough_payloads_and_all_of_them_are_in_the_project(hostile: TestClient) -> None:
    assert len(ALL) >= 60
    assert len(set(ALL)) == len(ALL)
    assert len(listed(hostile, "/search.json")) == len(ALL)


def test_no_page_of_a_hostile_project_has_anything_foreign_on_it(hostile: TestClient) -> None:
    stories = [f"/story/{one['folder']}" for one in listed(hostile, "/index.json")]
    articles = [f"/article/{one['article']['id']}" for one in listed(hostile, "/search.json")]
    for path in (*PAGES, "/?size=100", "/search?size=100&q=gempa", "/search?q=warga", *stories, *articles):
        answer = hostile.get(path)
        assert answer.status_code == 200
        assert foreign(answer.text) == [], path


def test_a_hostile_text_is_shown_as_it_stands(hostile: TestClient) -> None:
    for one in listed(hostile, "/search.json"):
        id = one["article"]["id"]
        page = LexborHTMLParser(hostile.get(f"/article/{id}").text)
        text = page.css_first(".text")
        assert text is not None
        assert text.text() == hostile.get(f"/article/{id}.json").json()["article"]["text"]


def test_hostile_feeds_are_well_formed_and_carry_the_words(hostile: TestClient) -> None:
    stories = [f"/story/{one['folder']}/feed.atom" for one in listed(hostile, "/index.json")]
    for path in ("/feed.atom?size=100", "/search.atom?size=100", *stories):
        root = ElementTree.fromstring(hostile.get(path).content)
        assert {node.tag.partition("}")[2] for node in root.iter()} <= {
            "feed", "id", "title", "updated", "link", "entry", "author", "name", "summary"
        }  # fmt: skip
        links = [node.attrib["href"] for node in root.iter() if "href" in node.attrib]
        assert all(link.startswith(f"{BASE}/") for link in links)


SHOWN_AGAIN = (
    ("q",),
    ("outlet", "owner", "language", "grade", "act", "lang", "done"),
    ("from",),
    ("to", "page"),
    ("size",),
)


def known(reading: TestClient, path: str) -> set[tuple[str | None, str]]:
    """The elements and attributes that a page has when nobody means harm."""
    queries: tuple[dict[str, str], ...] = (
        {},
        {"q": "gempa", "act": "demand"},
        {"size": "1", "page": "2"},
        {"q": "nothing at all"},
    )
    return {one for query in queries for one in skeleton(reading.get(path, params=query).text)}


@pytest.mark.parametrize("payload", ALL)
def test_an_address_that_holds_it_is_shown_as_text(reading: TestClient, payload: str) -> None:
    """Every parameter that a page shows again, and every page that says what went wrong."""
    plain = {path: known(reading, path) for path in ("/", "/search")}
    for names in SHOWN_AGAIN:
        for path in (*PAGES, "/story/nothing", "/article/nothing"):
            answer = reading.get(path, params=dict.fromkeys(names, payload))
            assert answer.headers["content-type"].startswith("text/html")
            assert answer.status_code in (200, 400, 404)
            assert foreign(answer.text) == []
            if answer.status_code == 200 and path in plain:
                assert skeleton(answer.text) <= plain[path]
    for path in (f"/{payload}", f"/story/{payload}", f"/article/{payload}", f"/search/{payload}"):
        answer = reading.get(BASE + path.replace("?", "%3f").replace("#", "%23"))
        assert answer.status_code == 404
        assert foreign(answer.text) == []
    assert foreign(reading.post("/login", data={"token": payload}).text) == []
    reading.cookies.clear()


@pytest.mark.parametrize("payload", ALL[::4])
def test_a_search_feed_and_a_twin_hold_it_as_text(reading: TestClient, payload: str) -> None:
    root = ElementTree.fromstring(reading.get("/search.atom", params={"q": payload}).content)
    assert payload in (root.findtext("{http://www.w3.org/2005/Atom}title") or "")
    answer = reading.get("/search.json", params={"from": payload})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert payload in answer.json()["error"]["what"]


def test_only_addresses_of_the_web_are_links(hostile: TestClient) -> None:
    for one in listed(hostile, "/search.json"):
        page = LexborHTMLParser(hostile.get(f"/article/{one['article']['id']}").text)
        for link in page.css("a[href^=http]"):
            assert (link.attributes["href"] or "").startswith(("http://berita.example", "https://berita.example"))
            assert link.attributes["rel"] == "noreferrer noopener"


def test_what_is_decided_is_shown_as_text(hostile: TestClient) -> None:
    row = listed(hostile, "/index.json")[0]
    dossier = hostile.get(f"/story/{row['folder']}.json").json()
    quote = dossier["quotes"][0]["id"]
    fields = {"kind": "not-a-quote", "story": row["folder"], "quote": quote, "note": "".join(ALL)[:900]}
    done = hostile.post("/decide", data=fields)
    assert done.status_code == 303
    assert foreign(hostile.get(done.headers["location"]).text) == []
    for one in listed(hostile, "/index.json"):
        assert foreign(hostile.get(f"/story/{one['folder']}").text) == []
    wrong = hostile.post("/decide", data={"kind": "".join(ALL[:3])})
    assert wrong.status_code == 400
    assert foreign(wrong.text) == []


def spoiled(dossier: Dossier, payload: str) -> Dossier:
    """A dossier in which every free field of every article and entity is the payload, as no reading would make it."""

    def said(place: Evidence | None) -> Evidence:
        return Evidence(place.article if place else dossier.articles[0].id, 0, 1, payload)

    def article(one: DossierArticle) -> DossierArticle:
        return replace(
            one, source=payload, outlet=Outlet(payload, payload, payload), url=payload, title=said(one.title),
            byline=said(one.byline), editor=said(one.editor), dateline=said(one.dateline), language=payload,
            published=replace(one.published, value=payload) if one.published else None,
        )  # fmt: skip

    return replace(
        dossier,
        articles=tuple(article(one) for one in dossier.articles),
        entities=tuple(replace(one, name=payload, roles=()) for one in dossier.entities),
        quotes=tuple(replace(one, content=replace(one.content, text=payload), rule=payload) for one in dossier.quotes),
        conflicts=tuple(
            replace(one, about=payload, sides=tuple(replace(side, value=payload) for side in one.sides))
            for one in dossier.conflicts
        ),
        story=replace(dossier.story, title=said(dossier.story.title), summary=tuple(
            replace(one, text=payload) for one in dossier.story.summary
        )),
        timeline=tuple(replace(one, text=said(one.text)) for one in dossier.timeline),
    )  # fmt: skip


@pytest.mark.parametrize("payload", [*ALL[::3], *ADDRESSES])
def test_no_dossier_becomes_markup(tmp_path: Path, sample_dossiers: list[Dossier], payload: str) -> None:
    """Whatever stands in the files of the project: every field of a dossier is text to a page."""
    dossier = spoiled(sample_dossiers[-1], payload)
    file = tmp_path / "out" / "spoiled" / "dossier.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(encode(dossier))
    with SqliteStore(tmp_path / "out" / PROJECT) as store:
        store.put_outputs({"spoiled/dossier.json": "0" * 64})
    assert decode(file.read_bytes()).story.title
    with client(tmp_path / "out", by="Ana") as asking:
        for path in ("/", "/search", "/story/spoiled", f"/article/{dossier.articles[0].id}"):
            answer = asking.get(path)
            assert answer.status_code == 200
            assert foreign(answer.text) == []
        for path in ("/feed.atom", "/search.atom", "/story/spoiled/feed.atom"):
            ElementTree.fromstring(asking.get(path).content)


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", "<b onclick=x>", "<img src=x>", "<a href='javascript:x'>", "<p style=x>"]
)
def test_what_is_foreign_is_seen(payload: str) -> None:
    assert foreign(f"<main>{payload}</main>")
