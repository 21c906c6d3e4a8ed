"""Usable by all: what WCAG 2.2 AA asks of names, headings, landmarks, focus, targets and reflow, in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.test_report import CHROMIUM, QUIET

from semeja.dossier.html import report
from semeja.dossier.json import decode

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; `make test` installs it where it may")

LOOKS = [
    (width, scheme, language) for width in (320, 1280) for scheme in ("light", "dark") for language in ("id", "en")
]
UNNAMED = """() => [...document.querySelectorAll('a[href], button, [role], svg, summary, select, input')]
  .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.getAttribute('aria-labelledby')))
  .map(e => e.outerHTML.slice(0, 120))"""
DANGLING = """() => ['aria-labelledby', 'aria-describedby'].flatMap(name =>
  [...document.querySelectorAll(`[${name}]`)].flatMap(e => e.getAttribute(name).split(' '))
  .filter(id => document.querySelectorAll(`[id="${id}"]`).length !== 1))"""
DOUBLED = """() => { const seen = {};
  document.querySelectorAll('[id]').forEach(e => seen[e.id] = (seen[e.id] || 0) + 1);
  return Object.keys(seen).filter(id => seen[id] > 1) }"""
JUMPS = """() => { const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(e => +e.tagName[1]);
  return levels.filter((level, at) => at ? level > levels[at - 1] + 1 : level !== 1) }"""
BARE_TABLES = """() => [...document.querySelectorAll('table')].filter(e => !e.querySelector('th')).length"""
UNSCOPED = """() => [...document.querySelectorAll('th')].filter(e => !e.getAttribute('scope')).length"""
UNREACHED = """() => [...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1
  && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0).length"""
# WCAG 2.2, 2.5.8: 24 pixels, or as many from its middle to that of the next.
SMALL = """() => { const least = 24; const boxes = [...document.querySelectorAll('nav a, summary, svg a')]
  .map(e => e.getBoundingClientRect()).filter(b => b.width && b.height);
  const middles = boxes.map(b => [b.x + b.width / 2, b.y + b.height / 2]);
  return boxes.filter((b, at) => (b.width < least || b.height < least) && middles.some(([x, y], other) =>
    other !== at && Math.hypot(x - middles[at][0], y - middles[at][1]) < least)).length }"""
PAGE_SCROLLS = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""
CHECKS = [
    ("everything that acts has a name", UNNAMED, []),
    ("names lead to one element", DANGLING, []),
    ("no id stands twice", DOUBLED, []),
    ("no level of heading is left out", JUMPS, []),
    ("every table has headings", BARE_TABLES, 0),
    ("every heading of a table says of what", UNSCOPED, 0),
    ("what scrolls can be reached by keys", UNREACHED, 0),
    ("targets are large or apart enough", SMALL, 0),
    ("the page does not scroll sideways", PAGE_SCROLLS, 0),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


def stories(build: Path, scratch: Path, language: str) -> list[Path]:
    """The reports of the sample stories in `language`, and the index."""
    made = [build / "index.html"]
    for number, file in enumerate(sorted(build.glob("*/dossier.json"))):
        made.append(scratch / f"{number}.html")
        made[-1].write_bytes(report(decode(file.read_bytes()), language))
    return made


def opened(browser: Browser, file: Path, width: int, scheme: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize(("width", "scheme", "language"), LOOKS)
def test_no_page_breaks_a_rule(
    browser: Browser, sample_build: Path, tmp_path: Path, width: int, scheme: str, language: str
) -> None:
    for file in stories(sample_build, tmp_path, language):
        page = opened(browser, file, width, scheme)
        for what, check, expected in CHECKS:
            assert page.evaluate(check) == expected, (what, file.name)
        for landmark in ("main", "h1"):
            assert page.locator(landmark).count() == 1
        assert page.evaluate("() => [...document.querySelectorAll('nav')].every(e => e.ariaLabel)")
        page.context.close()


def test_keys_lead_through_the_page_and_the_focus_is_seen(browser: Browser, sample_build: Path) -> None:
    page = opened(browser, sorted(sample_build.glob("*/report.html"))[0], 1280, "light")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
        assert float(outline.removesuffix("px")) >= 2
    page.context.close()


def test_a_picture_scrolls_in_its_own_box_on_a_phone(browser: Browser, sample_build: Path) -> None:
    wider = 0
    for file in sorted(sample_build.glob("*/report.html")):
        page = opened(browser, file, 320, "light")
        for box in page.locator(".picture .wide").all():
            inner, outer = box.evaluate("e => [e.scrollWidth, e.getBoundingClientRect().right]")
            assert outer <= 320
            wider += inner > 320
        page.context.close()
    assert wider > 5


def test_on_paper_all_is_there_and_nothing_is_cut(browser: Browser, sample_build: Path) -> None:
    page = opened(browser, sorted(sample_build.glob("*/report.html"))[0], 794, "dark")
    page.emulate_media(media="print")
    assert page.locator("nav").first.is_hidden()
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for svg in page.locator("svg").all():
        box = svg.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 794
    page.context.close()
