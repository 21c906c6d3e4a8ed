"""Write where every word list comes from, out of the heads of the lists themselves.

    write_sources.py [--check]

Writes `docs/word-lists.md` (all lists) and `src/semeja/lang/<code>/SOURCES.md` (those of one folder). With `--check`
nothing is written. Exit status: 0, 1 a page is not current (--check).
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANG = ROOT / "src" / "semeja" / "lang"
DOCS = ROOT / "docs" / "word-lists.md"
SCRIPT = "data/write_sources.py"

TITLES = {
    "id": "Indonesian",
    "en": "English",
    "ms": "Malay (experimental)",
    "world": "The world: every language reads these",
}
NOTE = f"<!-- Written by `python {SCRIPT}` from the heads of the lists: change a head, not this page. -->\n"
INTRODUCTION = """# Where every word list comes from

semeja reads with word lists that a person can open and correct. Each is a file of tab-separated rows in
`src/semeja/lang/<folder>/data/`. Its first lines say what it is, where it comes from, under which licence, and of which
date. This page is made from those lines. How a list is used stands in the module of `src/semeja/lang/` that loads it.

Where a head, or a comment in the code, names the field guide, it means the survey of literature and data with which
the project began; it is no part of the repository, and its lists are in these files.

Words and names are facts; the choice and order of our own lists are under the licence of the project (Apache-2.0).
"""


def head(path: Path) -> Mapping[str, str]:
    """The `# key: value` lines of a list."""
    lines = (line[1:].partition(":") for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in lines}


def section(folder: Path) -> str:
    """The lists of one folder, one after the other."""
    return "\n".join(entry(path) for path in sorted((folder / "data").glob("*.tsv")))


def entry(path: Path) -> str:
    """What a list says of itself."""
    said = head(path)
    about, source = (cell(said[key]) for key in ("about", "source"))
    return f"- **{path.name}** ({said['date']}). {about}\n  - source: {source}\n  - licence: {cell(said['licence'])}\n"


def cell(text: str) -> str:
    """A value as Markdown that shows it as written."""
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>" else mark for mark in text)


def pages() -> Iterator[tuple[Path, str]]:
    """Every page that this script writes, with its text."""
    folders = sorted((path.parent for path in LANG.glob("*/data")), key=lambda path: (path.name == "world", path.name))
    parts = [INTRODUCTION]
    for folder in folders:
        title = TITLES.get(folder.name, folder.name)
        parts.append(f"## {title}\n\nFolder `src/semeja/lang/{folder.name}/data/`.\n\n{section(folder)}")
        yield folder / "SOURCES.md", f"{NOTE}\n# Sources of the word lists: {title}\n\n{section(folder)}"
    yield DOCS, NOTE + "\n" + "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Writes the pages, or says which are not current."""
    stale = [path for path, text in pages() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        sys.stderr.writelines(f"not current: {path.relative_to(ROOT)}; run python {SCRIPT}\n" for path in stale)
        return bool(stale)
    for path, text in pages():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
