"""Take pictures of the report and the index as people see them, from a build of the sample stories. Needs Chromium.

python docs/write_screenshots.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SAMPLES = ROOT / "src" / "semeja" / "samples"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MOST_BYTES = 200_000
SHOTS = (
    ("report-wide-light", "hari-kedua-gempa*", "", 1280, 1100, "light"),
    ("figures-wide-dark", "hari-kedua-gempa*", "#figures", 1280, 900, "dark"),
    ("report-narrow-light", "selandia-baru*", "#wants", 320, 760, "light"),
    ("index-narrow-dark", ".", "", 320, 760, "dark"),
)
"""Name, folder of the story (`.`: the index), place on the page, width, height, light or dark."""


def main() -> int:
    """Builds, looks, and says if a picture is too large for a README."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        sys.stderr.write(f"none of these is here: {', '.join(BROWSERS)}\n")
        return 1
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        stories = sorted(str(folder) for folder in SAMPLES.iterdir() if folder.is_dir())
        subprocess.run((sys.executable, "-m", "semeja", "build", *stories, "-q", "-o", scratch), check=True)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        sizes = [_take(browser, Path(scratch), *shot) for shot in SHOTS]
        browser.close()
    return int(max(sizes) > MOST_BYTES)


def _take(browser: Browser, build: Path, name: str, story: str, place: str, width: int, height: int, look: str) -> int:
    """Bytes of the picture."""
    page_of = build / "index.html" if story == "." else next(build.glob(story)) / "report.html"
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    page.goto(page_of.as_uri() + place)
    file = IMAGES / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    return file.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
