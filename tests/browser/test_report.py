"""The report as people see it: in a browser, with scripts off, on a phone, in the dark, on paper, without a network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; `make test` installs it where it may")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


def pages(build: Path) -> list[Path]:
    return [build / "index.html", *sorted(build.glob("*/report.html"))]


def opened(browser: Browser, file: Path, width: int, **options: object) -> tuple[Page, list[str]]:
    """The page, and the addresses that it asked for besides itself."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False, **options)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    return page, [address for address in asked if address != file.as_uri()]


@pytest.mark.parametrize("width", [320, 768, 1600])
def test_no_page_is_wider_than_the_screen(browser: Browser, sample_build: Path, width: int) -> None:
    for file in pages(sample_build):
        page, _ = opened(browser, file, width)
        body = page.locator("body").bounding_box()
        main = page.locator("main").bounding_box()
        assert body is not None
        assert main is not None
        assert main["x"] + main["width"] <= width
        for box in page.locator("h1, h2, h3, p, li, blockquote, .text").all()[:200]:
            place = box.bounding_box()
            assert place is None or place["x"] + place["width"] <= width + 1, box.inner_text()[:80]
        page.context.close()


def test_no_page_asks_for_anything(browser: Browser, sample_build: Path) -> None:
    for file in pages(sample_build):
        page, asked = opened(browser, file, 1024)
        assert asked == []
        page.context.close()


def test_a_link_to_an_evidence_leads_to_its_words(browser: Browser, sample_build: Path) -> None:
    page, _ = opened(browser, pages(sample_build)[1], 1024)
    link = page.locator("#bottom_line li a").first
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    assert page.url.endswith("#" + target)
    assert page.locator(f'[id="{target}"]').count() == 1
    page.context.close()


def test_the_page_is_dark_where_people_want_it_dark(browser: Browser, sample_build: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page, _ = opened(browser, pages(sample_build)[1], 1024, color_scheme=scheme)
        colours.append(page.screenshot(clip={"x": 0, "y": 0, "width": 4, "height": 4}))
        page.context.close()
    assert colours[0] != colours[1]


def test_every_page_has_one_head_and_a_language(browser: Browser, sample_build: Path) -> None:
    for file in pages(sample_build):
        page, _ = opened(browser, file, 1024)
        assert page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("lang") in ("id", "en")
        page.context.close()
