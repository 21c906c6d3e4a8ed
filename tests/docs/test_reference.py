"""The reference pages name everything: commands, options, exit codes, limits, reasons, records."""

import inspect
import re
from pathlib import Path

import click
import msgspec
import pytest

from semeja import errors
from semeja.cli import guard, semeja
from semeja.cli.decide_commands import decide
from semeja.lang.pack import CODES
from semeja.records import article, decision, dossier, evidence, provenance, reading, span, story
from semeja.records.span import REMOVAL_REASONS
from semeja.sources import limits
from semeja.sources.kinds import MEDIA
from semeja.sources.records import BODIES, STATEMENTS

DOCS = Path(__file__).resolve().parents[2] / "docs"
COMMANDS = (DOCS / "commands.md").read_text("utf-8")
INPUT = (DOCS / "input.md").read_text("utf-8")
LANGUAGE = (DOCS / "add-a-language.md").read_text("utf-8")
LANG = DOCS.parent / "src" / "semeja" / "lang"
DATA_MODEL = (DOCS / "data-model.md").read_text("utf-8")

ERRORS = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, errors.SemejaError)]
LIMITS = {name: value for name, value in vars(limits).items() if name.isupper() and name != "MIB"}
WORD_LISTS = sorted({path.stem for code in CODES for path in (LANG / code / "data").glob("*.tsv")})
RECORDS = [
    name
    for module in (span, article, reading, decision, story, evidence, provenance, dossier)
    for name, one in inspect.getmembers(module, inspect.isclass)
    if issubclass(one, msgspec.Struct) and one.__module__ == module.__name__
]


def section(command: str) -> str:
    """What the commands page says of a command, with what it says of all."""
    common = COMMANDS.split("## Options of every command")[1].split("\n## ")[0]
    return common + re.split(rf"^## `semeja {command}\b", COMMANDS, flags=re.M)[1].split("\n## ")[0]


def shown(value: float) -> str:
    """A limit as the input page shows it."""
    if isinstance(value, int) and value >= limits.MIB and value % limits.MIB == 0:
        return f"{value // limits.MIB:,} MiB"
    return f"{value:,}"


@pytest.mark.parametrize("name", sorted(semeja.commands))
def test_a_command_is_documented_with_its_options(name: str) -> None:
    text = section(name)
    options = [one for one in semeja.commands[name].params if isinstance(one, click.Option)]
    missing = [form for one in options for form in (*one.opts, *one.secondary_opts) if f"`{form}`" not in text]
    assert missing == []


@pytest.mark.parametrize("name", sorted(decide.commands))
def test_what_can_be_decided_is_documented_with_its_options(name: str) -> None:
    text = section("decide")
    command = decide.commands[name]
    assert f"`semeja decide {name}" in text
    assert command.help
    assert "Example" in (command.epilog or "")
    options = [form for one in command.params if isinstance(one, click.Option) for form in one.opts]
    assert [form for form in options if f"`{form}`" not in text] == []


@pytest.mark.parametrize("name", sorted(semeja.commands))
def test_a_command_says_in_its_help_what_it_does_with_an_example(name: str) -> None:
    command = semeja.commands[name]
    assert command.help
    assert "Example" in (command.epilog or "")
    assert [one.name for one in command.params if isinstance(one, click.Option) and not one.help] == []


def test_every_exit_code_is_documented() -> None:
    table = COMMANDS.split("## Exit codes")[1]
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.M)}
    of_guard = {guard.INTERRUPTED, guard.FAILED, guard.WRONG_USE, guard.NO_ARTICLE, guard.DISK}
    assert documented == {0, *(one.exit_code for one in ERRORS), *of_guard}


def test_every_reason_for_refusing_is_documented() -> None:
    table = INPUT.split("## What is refused, and why")[1]
    reasons = {one.reason for one in ERRORS if issubclass(one, errors.InputRefused) and one is not errors.InputRefused}
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.M)) == reasons


@pytest.mark.parametrize(("name", "value"), sorted(LIMITS.items()))
def test_a_limit_is_documented_with_its_value(name: str, value: float) -> None:
    assert f"| `{name}` | {shown(value)} |" in INPUT


@pytest.mark.parametrize("word", [*MEDIA, *BODIES, *STATEMENTS])
def test_a_suffix_or_field_is_documented(word: str) -> None:
    assert f"`{word}`" in INPUT


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_stands_in_the_data_model(name: str) -> None:
    assert f"`{name}`" in DATA_MODEL or f"`{name}(" in DATA_MODEL


@pytest.mark.parametrize("reason", REMOVAL_REASONS)
def test_a_reason_for_removing_stands_in_the_data_model(reason: str) -> None:
    assert f"`{reason}`" in DATA_MODEL


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_word_list_stands_beside_its_module(name: str) -> None:
    row = next(line for line in LANGUAGE.splitlines() if line.startswith("|") and f"`{name}`" in line)
    module = re.findall(r"`([\w/]+\.py)`", row)[0]
    assert f'"{name}"' in (LANG / module).read_text("utf-8")


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (DOCS / "decisions" / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
