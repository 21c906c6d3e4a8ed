"""Who gets in: Host, writes from other sites, the login, and the headers that every answer carries."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from tests.web.conftest import client

from semeja.web.guard import COOKIE, HEADERS, LOOPBACK, Access, host_name, session
from semeja.web.routes import SERVED
from semeja.web.serving import access_for

TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture
def guarded(read_project: Path) -> TestClient:
    """Someone on another machine, who has not logged in."""
    return client(read_project, access=Access(LOOPBACK, any_address=True, token=TOKEN))


@pytest.mark.parametrize("path", ["/", "/index.json", "/nothing", "/static/keys.js", "/search?page=x", "/feed.atom"])
def test_every_answer_has_every_header(reading: TestClient, path: str) -> None:
    headers = reading.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_nothing_runs_and_nothing_is_fetched_but_our_own() -> None:
    policy = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_no_page_has_style_or_script_of_its_own(reading: TestClient) -> None:
    folder = reading.get("/index.json").json()["rows"][0]["folder"]
    for path in ("/", "/search?q=gempa", f"/story/{folder}", "/decisions", "/nothing"):
        text = reading.get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert text.count("<script") == text.count('<script src="/static/keys.js" defer></script>') == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8137", "LOCALHOST", "[::1]:8137", "127.0.0.1:1"])
def test_this_machine_is_served_under_its_names(reading: TestClient, host: str) -> None:
    assert reading.get("/index.json", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8137",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example/127.0.0.1",
        "127.0.0.1@evil.example",
        "user@127.0.0.1",
        "192.168.1.5",
        "0.0.0.0",
        "2130706433",
        "127.1",
        "[::]",
        "",
        " ",
        "[::1",
        "localhost:port",
        "localhost,evil.example",
        "localhost evil.example",
    ],
)
def test_another_name_that_leads_here_gets_nothing(reading: TestClient, host: str) -> None:
    answer = reading.get("/index.json", headers={"host": host})
    assert answer.status_code == 400
    assert b"rows" not in answer.content


def test_two_hosts_are_refused(reading: TestClient) -> None:
    hosts = [("host", "localhost"), ("host", "evil.example")]
    assert reading.get("/", headers=hosts).status_code == 400


@pytest.mark.parametrize(
    ("host", "name"),
    [("A.example:80", "a.example"), ("[::1]:3", "::1"), ("a@b", ""), ("a/b", ""), ("a?b", ""), ("a#b", ""), ("", "")],
)
def test_a_host_is_told_from_its_port(host: str, name: str) -> None:
    assert host_name(host) == name


ELSEWHERE = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8137"},
    {"sec-fetch-site": ""},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:9999"},
    {"origin": "http://127.0.0.1:8137.evil.example"},
    {"origin": "http://evil.example/127.0.0.1:8137"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("path", ["/decide", "/login", "/", "/nothing"])
def test_a_write_from_another_site_is_refused(deciding: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = deciding.post(path, data={"kind": "undo", "number": "1"}, headers=headers)
    assert answer.status_code == 403
    assert deciding.get("/decisions.json").json()["decisions"] == []


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {"origin": "http://127.0.0.1:8137"}, {}]
)
def test_a_write_of_our_own_pages_passes(deciding: TestClient, headers: dict[str, str]) -> None:
    answer = deciding.post("/decide", data={"kind": "undo", "number": "1"}, headers=headers)
    assert "there are 0" in answer.text


@pytest.mark.parametrize(
    "one", [one for one in SERVED if one.path != "/login"], ids=lambda one: f"{one.method} {one.path}"
)
def test_without_a_login_nothing_is_shown(guarded: TestClient, one: object) -> None:
    path, method = getattr(one, "path", ""), getattr(one, "method", "")
    answer = guarded.request(method, path.format(folder="x", id="x"))
    assert answer.status_code == 401
    page = guarded.request(method, path.format(folder="x", id="x"), headers={"accept": "text/html"})
    assert page.status_code == (303 if method == "GET" else 401)
    assert page.headers.get("location", "/login") == "/login"


@pytest.mark.parametrize("path", ["/nothing", "/login/", "/login.json", "//login", "/LOGIN", "/login/../"])
def test_no_other_spelling_leads_past_the_login(guarded: TestClient, path: str) -> None:
    assert guarded.get(f"http://127.0.0.1:8137{path}").status_code in (401, 404)
    assert b"rows" not in guarded.get(f"http://127.0.0.1:8137{path}").content


def test_the_token_opens_and_its_cookie_can_be_read_by_nobody_else(guarded: TestClient) -> None:
    answer = guarded.post("/login", data={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert TOKEN not in cookie
    assert guarded.get("/index.json").status_code == 200


def test_the_address_that_is_printed_opens(guarded: TestClient) -> None:
    assert guarded.get(f"/login?token={TOKEN}").status_code == 303
    assert guarded.get("/").status_code == 200


@pytest.mark.parametrize("given", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "ü", "%00"])
def test_another_token_does_not_open(guarded: TestClient, given: str) -> None:
    assert guarded.post("/login", data={"token": given}).status_code == 401
    assert guarded.get("/login", params={"token": given}).status_code == 401
    assert guarded.get("/index.json").status_code == 401


@pytest.mark.parametrize("held", ["", "x", TOKEN, session("another"), session("")])
def test_another_cookie_does_not_open(guarded: TestClient, held: str) -> None:
    assert guarded.get("/index.json", headers={"cookie": f"{COOKIE}={held}"}).status_code == 401


def test_an_address_needs_a_login_unless_it_is_loopback() -> None:
    for host in sorted(LOOPBACK):
        assert access_for(host, ()).token is None
    for host in ("0.0.0.0", "::", "192.168.1.5", "desk.example", "127.0.0.2"):
        assert access_for(host, ()).token
    named = access_for("127.0.0.1", ("Desk.example",))
    assert named.token
    assert "desk.example" in named.names
    assert access_for("0.0.0.0", ()).token != access_for("0.0.0.0", ()).token


def test_an_open_address_is_served_by_number_and_by_the_names_given(read_project: Path) -> None:
    asking = client(read_project, access=Access(LOOPBACK | {"desk.example"}, any_address=True))
    for host, status in (("192.168.1.5:8137", 200), ("desk.example", 200), ("evil.example", 400), ("[fe80::1]", 200)):
        assert asking.get("/index.json", headers={"host": host}).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(reading: TestClient, method: str) -> None:
    assert reading.request(method, "/").status_code in (403, 405)


def test_reading_never_writes(read_project: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(read_project, tmp_path / "out"))
    asking = client(out)
    assert asking.get("/decide").status_code == 405
    assert asking.post("/decide", data={"kind": "undo", "number": "1"}).status_code == 403
    assert asking.get("/decisions.json").json() == {"decisions": [], "hold": []}


@pytest.mark.filterwarnings("ignore")
def test_no_socket_is_opened(reading: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), reading.websocket_connect("/"):
        pass
