"""Take the picture of the report that README.md shows, from a real build of one sample story. Needs Chromium.

python docs/write_picture.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "pictures" / "report.png"
STORY = ROOT / "src" / "semeja" / "samples" / "perundingan-tuna-apia"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 1600
MOST_BYTES = 400_000


def main() -> int:
    """Builds, looks, and says if the picture is too large for a README."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        sys.stderr.write(f"none of these is here: {', '.join(BROWSERS)}\n")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run((sys.executable, "-m", "semeja", "build", str(STORY), "-q", "-o", scratch), check=True)
        (report,) = Path(scratch).glob("*/report.html")
        look = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}")
        subprocess.run((browser, *look, f"--screenshot={PICTURE}", report.as_uri()), check=True, capture_output=True)
    return int(PICTURE.stat().st_size > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
