"""The reader as people use it: a journey by mouse and one by keys, in a browser, without a request to elsewhere."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from semeja.web.application import application
from semeja.web.guard import LOOPBACK, Access
from semeja.web.reader import Reader
from semeja.web.serving import listening

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; `make test` installs it where it may")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


def elsewhere(asked: str, address: str) -> list[str]:
    """The address that is asked for, unless it is the reader's own; `data:` is no request."""
    return [] if asked.startswith((f"{address}/", "data:")) else [asked]


@pytest.fixture
def address(tmp_path: Path, sample_build: Path) -> Iterator[str]:
    """Where a reader of a copy of the samples answers, on which one may decide."""
    reader = Reader(Path(shutil.copytree(sample_build, tmp_path / "out")), "Ana", lambda: "2026-11-23T08:00:00+00:00")
    with listening("127.0.0.1", 0) as place:
        server = uvicorn.Server(uvicorn.Config(application(reader, Access(LOOPBACK)), log_level="error"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [place]})
        running.start()
        yield f"http://127.0.0.1:{place.getsockname()[1]}"
        server.should_exit = True
        running.join()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page that shows the stream, and what went wrong: requests to elsewhere, refusals of the policy, errors."""
    context = browser.new_context(viewport={"width": 1024, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda request: wrong.extend(elsewhere(request.url, address)))
    page.on("console", lambda message: wrong.extend([message.text] if message.type == "error" else []))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}/?lang=en")
    yield page, wrong
    context.close()


def test_a_story_is_opened_searched_decided_on_and_the_decision_undone(opened: tuple[Page, list[str]]) -> None:
    page, wrong = opened
    page.locator("main .card h2 a").first.click()
    assert "/story/" in page.url
    link = page.locator("#bottom_line li a").first
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    assert page.locator(f'[id="{target}"]').count() == 1
    page.get_by_role("link", name="open the article").first.click()
    assert "/article/" in page.url
    page.get_by_role("searchbox").fill('"muara lindu"')
    page.get_by_role("searchbox").press("Enter")
    assert page.locator("main mark").count() > 0
    page.locator("main .card h2 a").nth(1).click()
    page.wait_for_url("**/article/**")
    before = page.locator("#quotes blockquote").count()
    page.get_by_role("button", name="Not a quote").first.click()
    assert page.get_by_role("status").inner_text().startswith("Kept: decision 1")
    page.go_back()
    page.wait_for_url("**/article/**")
    page.reload()
    assert page.locator("#quotes blockquote").count() == before - 1
    page.get_by_role("link", name="Decided by people").click()
    page.get_by_role("button", name="Undo 1").click()
    page.wait_for_url("**/decisions?done=2")
    assert page.locator("td .tag").inner_text() == "undone"
    page.go_back()
    page.go_back()
    page.wait_for_url("**/article/**")
    page.reload()
    assert page.locator("#quotes blockquote").count() == before
    assert wrong == []


def test_the_whole_way_by_keys(opened: tuple[Page, list[str]]) -> None:
    page, wrong = opened
    for key in "jjk":
        page.keyboard.press(key)
    page.keyboard.press("o")
    page.wait_for_url("**/story/**")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("?")
    assert page.locator("#keys[open]").count() == 1
    page.keyboard.press("/")
    page.keyboard.type("gempa")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=gempa")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    page.keyboard.press("u")
    page.wait_for_url("**/story/**")
    page.keyboard.press("u")
    page.wait_for_url(lambda url: url.rstrip("/").count("/") == 2)
    assert wrong == []


def test_pages_turn_by_keys(opened: tuple[Page, list[str]], address: str) -> None:
    page, wrong = opened
    page.goto(f"{address}/search?size=5")
    page.keyboard.press("]")
    page.wait_for_url("**page=2")
    page.keyboard.press("[")
    page.wait_for_url("**/search?size=5")
    assert wrong == []


@pytest.mark.parametrize("width", [320, 1600])
def test_no_page_of_the_reader_is_wider_than_the_screen(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    story = page.locator("main .card h2 a").first.get_attribute("href")
    page.goto(f"{address}/search?q=gempa")
    article = page.locator("main .card h2 a").first.get_attribute("href")
    for path in ("/", "/search?q=gempa", "/decisions", story, article, "/nothing"):
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_what_was_skipped_can_be_hidden_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search?q=gempa")
    for link in [one.get_attribute("href") for one in page.locator("main .card h2 a").all()]:
        page.goto(f"{address}{link}")
        if page.locator("#no-noise").count():
            break
    noise = page.locator(".text .noise").first
    assert noise.is_visible()
    page.locator("#no-noise").check()
    assert not noise.is_visible()
    context.close()


def test_nothing_of_hostile_articles_runs_or_loads(browser: Browser, tmp_path: Path) -> None:
    from tests.web.payloads import ALL, reports

    from semeja.run.building import build

    (tmp_path / "reports.jsonl").write_text(reports(), "utf-8")
    build([str(tmp_path / "reports.jsonl")], tmp_path / "out")
    reader = Reader(tmp_path / "out", None, lambda: "")
    with listening("127.0.0.1", 0) as place:
        server = uvicorn.Server(uvicorn.Config(application(reader, Access(LOOPBACK)), log_level="error"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [place]})
        running.start()
        try:
            assert executed(browser, f"http://127.0.0.1:{place.getsockname()[1]}", ALL) == []
        finally:
            server.should_exit = True
            running.join()


def executed(browser: Browser, address: str, payloads: tuple[str, ...]) -> list[str]:
    """What ran, was asked of elsewhere, or was refused by the policy, on every page that shows a payload."""
    from urllib.parse import quote

    page = browser.new_context().new_page()
    found: list[str] = []

    def refuse(dialog: Dialog) -> None:
        found.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("request", lambda request: found.extend(elsewhere(request.url, address)))
    page.on("console", lambda message: found.extend([message.text] if "Security Policy" in message.text else []))
    page.goto(f"{address}/search?size=100")
    assert page.locator("main .card").count() == len(payloads)
    shown = [one.get_attribute("href") for one in page.locator("main a[href^='/']").all()]
    echoed = [f"/search?q={quote(one[:300])}&outlet={quote(one)}&from={quote(one)}" for one in payloads]
    for path in (*sorted({one for one in shown if one}), *echoed):
        page.goto(f"{address}{path}")
    page.context.close()
    return found
