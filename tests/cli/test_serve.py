"""`semeja serve` as people start and end it."""

import json
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from semeja.cli import semeja
from semeja.cli.guard import run_guarded


def started(*arguments: str) -> tuple[subprocess.Popen[str], dict[str, str]]:
    command = [sys.executable, "-m", "semeja", "serve", *arguments, "--port", "0", "--json", "--no-open"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    return process.returncode, said


@pytest.fixture
def project(tmp_path: Path, sample_build: Path) -> str:
    return str(shutil.copytree(sample_build, tmp_path / "out"))


def test_it_says_where_it_is_answers_and_ends_quietly(project: str) -> None:
    process, place = started(project, "-q")
    with urllib.request.urlopen(place["url"]) as answer:
        assert b"<h1>" in answer.read()
    assert place["token"] is None
    assert ended(process) == (0, "")


def test_elsewhere_than_on_loopback_it_gives_a_token(project: str) -> None:
    process, place = started(project, "-q", "--host", "0.0.0.0")
    assert place["url"].endswith(f"/login?token={place['token']}")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(place["url"].partition("/login")[0] + "/index.json")
    with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(place["url"]) as answer:
        assert b"<h1>" in answer.read()
    assert ended(process)[0] == 0


def test_a_folder_without_a_project_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(semeja, ["serve", str(tmp_path), "--no-open"]) == 2
    assert "there is no project in it" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said_so(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    process, place = started(project, "-q")
    port = place["url"].rstrip("/").rpartition(":")[2]
    assert run_guarded(semeja, ["serve", project, "--port", port, "--no-open", "-q"]) == 2
    assert "--port" in capsys.readouterr().err
    ended(process)


def test_the_help_has_an_example() -> None:
    assert "semeja serve out/" in CliRunner().invoke(semeja, ["serve", "--help"]).output
