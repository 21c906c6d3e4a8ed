"""The commands as people type them: what they print, where, and with which code they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from semeja.cli import semeja
from semeja.cli.guard import run_guarded
from semeja.cli.terminal import Progress, table
from semeja.errors import DiskFull
from semeja.version import VERSION


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(semeja, list(arguments), standalone_mode=False)


def test_version_names_the_libraries() -> None:
    done = invoke("--version")
    assert f"semeja {VERSION}" in done.stdout
    assert "trafilatura" in done.stdout


@pytest.mark.parametrize("command", sorted(semeja.commands))
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = CliRunner().invoke(semeja, [command, "--help"])
    assert done.exit_code == 0
    assert "Example" in done.stdout


def test_build_prints_stories_and_account(sample_stories: list[str], tmp_path: Path) -> None:
    done = invoke("build", sample_stories[0], "-o", str(tmp_path))
    assert done.return_value == 0
    assert "lineages" in done.stdout
    assert "duplicates" in done.stdout
    assert str(tmp_path / "index.html") in done.stdout


def test_quiet_build_prints_nothing(sample_stories: list[str], tmp_path: Path) -> None:
    done = invoke("build", sample_stories[0], "-o", str(tmp_path), "-q")
    assert (done.stdout, done.stderr) == ("", "")


def test_build_as_json_is_one_object(sample_stories: list[str], tmp_path: Path) -> None:
    done = invoke("build", sample_stories[0], "-o", str(tmp_path), "--json")
    result = json.loads(done.stdout)
    assert {"stories", "account", "rejections", "written"} <= set(result)


def test_demo_builds_the_samples(tmp_path: Path) -> None:
    done = invoke("demo", "-o", str(tmp_path), "--no-open")
    assert done.return_value == 0
    assert len(list(tmp_path.glob("*/report.html"))) >= 4
    assert (tmp_path / "index.html").as_uri() in done.stdout


def test_read_shows_every_family(sample_stories: list[str]) -> None:
    article = next(path for path in sorted(Path(sample_stories[0]).iterdir()) if path.suffix == ".txt")
    done = invoke("read", str(article))
    for family in ("removed", "cast", "quotes", "times", "quantities", "events", "credits"):
        assert f"\n{family}\n" in done.stdout
    reading = json.loads(invoke("read", str(article), "--json").stdout)
    assert reading["reading"]["language"] == "id"


def test_read_of_nothing_ends_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert invoke("read", str(tmp_path / "empty.txt")).return_value == 65


def test_verify_holds_and_tells_a_changed_dossier(sample_stories: list[str], tmp_path: Path) -> None:
    invoke("build", sample_stories[0], "-o", str(tmp_path), "-q")
    good = invoke("verify", str(tmp_path))
    assert good.return_value == 0
    dossier = next(tmp_path.glob("*/dossier.json"))
    dossier.write_bytes(dossier.read_bytes().replace(b'"start": 1', b'"start": 2'))
    bad = invoke("verify", str(tmp_path))
    assert bad.return_value == 1
    assert "was changed" in bad.stderr


def test_explain_says_why_an_article_is_in_its_story(sample_build: Path) -> None:
    dossier = next(path for path in sorted(sample_build.glob("*/dossier.json")))
    article = json.loads(dossier.read_bytes())["articles"][0]["id"]
    done = invoke("explain", article, "-o", str(sample_build))
    assert "(grouping)" in done.stdout
    assert "of the others have" in done.stdout
    assert "(provenance.folds)" in done.stdout or "(articles)" in done.stdout


def test_explain_shows_rule_and_place(sample_build: Path) -> None:
    dossier = json.loads(next(iter(sorted(sample_build.glob("*/dossier.json")))).read_bytes())
    event = dossier["events"][0]
    done = invoke("explain", event["id"], "-o", str(sample_build))
    assert event["rule"] in done.stdout
    assert f":{_line(dossier, event)}:" in done.stdout


def _line(dossier: dict, event: dict) -> int:  # type: ignore[type-arg]
    place = event["evidence"][0]
    text = next(one["text"] for one in dossier["articles"] if one["id"] == place["article"])
    return str(text).count("\n", 0, place["start"]) + 1


def test_doctor_finds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke("doctor")
    assert "NO " not in done.stdout
    assert done.return_value == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_SEMEJA_COMPLETE" in invoke("completion", shell).stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["verify", "nowhere"], 2),
        (["explain", "event:0", "-o", "nowhere"], 2),
        (["build"], 2),
        (["nonsense"], 2),
        (["build", "x", "--workers", "0"], 2),
    ],
)
def test_wrong_use_is_said_and_has_its_code(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_guarded(semeja, arguments) == code
    assert capsys.readouterr().err


def test_an_error_of_ours_is_what_why_and_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise DiskFull("out", "no room is left", "make room")

    monkeypatch.setattr("semeja.cli.build.build", full)
    assert run_guarded(semeja, ["build", "x", "-o", str(tmp_path)]) == 74
    assert capsys.readouterr().err.splitlines()[-2:] == ["semeja: out: no room is left", "  make room"]


def test_a_stopped_command_says_how_to_go_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("semeja.cli.build.build", stop)
    assert run_guarded(semeja, ["build", "x", "-o", str(tmp_path)]) == 130
    assert "again" in capsys.readouterr().err


def test_a_mistake_of_ours_is_no_traceback_unless_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("semeja.cli.build.build", fail)
    assert run_guarded(semeja, ["build", "x", "-o", str(tmp_path)]) == 1
    assert "Traceback" not in capsys.readouterr().err
    with pytest.raises(ZeroDivisionError):
        run_guarded(semeja, ["build", "x", "-o", str(tmp_path), "--debug"])


def test_progress_off_a_terminal_is_a_line_per_ten_percent(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(quiet=False)
    for done in range(1, 101):
        progress("read", done, 100)
    assert len(capsys.readouterr().err.splitlines()) == 10


def test_table_puts_numbers_to_the_right() -> None:
    assert table(("story", "n"), [("a", 5), ("bb", 12)]) == "story   n\na       5\nbb     12"


def test_read_without_models(tmp_path: Path) -> None:
    article = tmp_path / "kapal.txt"
    line = "Kapal perang itu berlayar ke utara Kermadec pada hari Senin."
    article.write_text(f"Kapal berlayar\n\n{line}", "utf-8")
    told, plain = (invoke("read", str(article), "--json", *more).stdout for more in ((), ("--no-models",)))
    assert "place:kermadec" in told
    assert "place:kermadec" not in plain
