"""What the docs say is so: links lead somewhere, Python runs, commands and options exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from semeja.cli import semeja

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.M)
OPTION = re.compile(r"--?[a-z][a-z-]*")


def blocks(language: str) -> list[tuple[str, str]]:
    """Fenced blocks of a language in all pages: where, and the text."""
    return [
        (f"{page.relative_to(ROOT)}#{number}", match[2])
        for page in PAGES
        for number, match in enumerate(FENCE.finditer(page.read_text("utf-8")))
        if match[1] == language
    ]


def commands_in(block: str) -> Iterator[list[str]]:
    """Calls of semeja in a block of shell, as words; the prompt, other commands and their output are left out."""
    for line in block.splitlines():
        for call in re.split(r"[|;]|&&", line.removeprefix("$ ")):
            words = shlex.split(call, comments=True)
            if words and words[0].rpartition("/")[2] == "semeja":
                yield words[1:]


def options_of(command: click.Command) -> set[str]:
    """Every spelling of every option of a command."""
    context = click.Context(command, info_name=command.name, **command.context_settings)
    return {name for parameter in command.get_params(context) for name in (*parameter.opts, *parameter.secondary_opts)}


def faults(words: list[str]) -> list[str]:
    """What a call names that does not exist."""
    command: click.Command = semeja
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        if words[0] not in command.commands:
            return [f"command {words[0]}"]
        command, words = command.commands[words[0]], words[1:]
    known = options_of(command)
    return [word for word in words if OPTION.fullmatch(word) and word not in known]


def targets(page: Path) -> Iterator[str]:
    """Where the links of a page lead, except to the web; code is no link."""
    text = re.sub(r"`[^`]*`", "", FENCE.sub("", page.read_text("utf-8")))
    return (target for target in LINK.findall(text) if not target.startswith(("http://", "https://", "mailto:")))


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as code hosts make them."""
    heads = HEADING.findall(FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def leads_nowhere(page: Path, target: str) -> bool:
    """Whether a link has no file, or no heading, at its end."""
    name, _, anchor = target.partition("#")
    file = (page.parent / name).resolve() if name else page
    return not file.exists() or bool(anchor and file.suffix == ".md" and anchor not in anchors(file))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for target in targets(page) if leads_nowhere(page, target)] == []


@pytest.mark.parametrize(("where", "code"), blocks("python"), ids=lambda value: value if "#" in value[:60] else "")
def test_python_runs(
    where: str, code: str, sample_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder where `out` is a build of the sample stories."""
    (tmp_path / "out").symlink_to(sample_build)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, where, "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize(("where", "code"), blocks("bash"), ids=lambda value: value if "#" in value[:60] else "")
def test_commands_exist(where: str, code: str) -> None:
    assert [(words, faults(words)) for words in commands_in(code) if faults(words)] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("semeja build articles/ -o out/", []),
        ("cat a.jsonl | semeja build - --json", []),
        ("$ .venv/bin/semeja build articles/ --nonsense", ["--nonsense"]),
        ("semeja destroy", ["command destroy"]),
        ("semeja decide undo 3 --by Ratna", []),
        ("semeja decide nothing", ["command nothing"]),
        ("semeja decide undo 3 --nonsense", ["--nonsense"]),
        ("semeja --version", []),
    ],
)
def test_calls_are_found_and_checked(line: str, wrong: list[str]) -> None:
    (words,) = commands_in(line)
    assert faults(words) == wrong
