"""`semeja decide` as people type it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from semeja.cli import semeja
from semeja.cli.guard import run_guarded
from semeja.dossier.json import decode
from semeja.records.dossier import Dossier

TEXT = """Bupati Lembah Arum Rahmat Suleman menutup pasar lama pada Minggu (1/3/2026).

"Pasar lama tidak aman lagi bagi pedagang," kata Rahmat di balai kota."""


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(semeja, list(arguments), standalone_mode=False)


@pytest.fixture
def out(tmp_path: Path) -> str:
    (tmp_path / "pasar.txt").write_text(TEXT, "utf-8")
    assert invoke("build", str(tmp_path / "pasar.txt"), "-o", str(tmp_path / "out"), "-q").return_value == 0
    return str(tmp_path / "out")


def dossier(out: str) -> Dossier:
    return decode(next(Path(out).glob("*/dossier.json")).read_bytes())


def test_a_decision_is_made_shown_and_undone(out: str) -> None:
    quote = dossier(out).quotes[0]
    done = invoke("decide", "not-a-quote", quote.id, "-o", out, "--by", "Ratna", "--note", "a slogan")
    assert done.return_value == 0
    assert "decided: 1 not-a-quote “Pasar lama tidak aman" in done.stdout
    assert quote.id not in {one.id for one in dossier(out).quotes}
    report = next(Path(out).glob("*/report.html")).read_text("utf-8")
    assert "a slogan" in report
    listed = invoke("decide", "list", "-o", out).stdout
    assert "not-a-quote" in listed
    assert "Ratna" in listed
    invoke("decide", "undo", "1", "-o", out, "-q")
    assert quote.id in {one.id for one in dossier(out).quotes}
    assert "1 (undone)" in invoke("decide", "list", "-o", out).stdout


def test_a_decision_may_wait_for_the_next_build(out: str, tmp_path: Path) -> None:
    quote = dossier(out).quotes[0]
    invoke("decide", "not-a-quote", quote.id, "-o", out, "--later", "-q")
    assert quote.id in {one.id for one in dossier(out).quotes}
    invoke("build", str(tmp_path / "pasar.txt"), "-o", out, "-q")
    assert quote.id not in {one.id for one in dossier(out).quotes}


def test_rows_are_lines_of_json_that_another_project_takes_over(out: str, tmp_path: Path) -> None:
    invoke("decide", "not-a-quote", dossier(out).quotes[0].id, "-o", out, "--by", "Ratna", "-q")
    rows = invoke("decide", "list", "-o", out, "--json").stdout
    assert json.loads(rows)["by"] == "Ratna"
    (tmp_path / "rows.jsonl").write_text(rows, "utf-8")
    again = str(tmp_path / "again")
    invoke("build", str(tmp_path / "pasar.txt"), "-o", again, "-q")
    done = invoke("decide", "import", str(tmp_path / "rows.jsonl"), "-o", again)
    assert "1 decisions taken over" in done.stdout
    assert dossier(again) == dossier(out)


def test_nothing_was_decided_yet(out: str) -> None:
    assert "nothing was decided yet" in invoke("decide", "list", "-o", out).stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["undo", "7"], "there are 0"),
        (["merge", "person:nobody", "person:rahmat-suleman"], "person:nobody"),
        (["not-a-quote", "quote:zzz"], "no quotes have it"),
        (["import", "{file}"], "it is no decision"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    out: str, tmp_path: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong.jsonl").write_text("{}\n", "utf-8")
    named = [one.format(file=tmp_path / "wrong.jsonl") for one in arguments]
    assert run_guarded(semeja, ["decide", *named, "-o", out]) == 2
    assert told in capsys.readouterr().err
    assert "nothing was decided yet" in invoke("decide", "list", "-o", out).stdout


def test_a_folder_without_a_project_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(semeja, ["decide", "list", "-o", str(tmp_path)]) == 2
    assert "there is no project in it" in capsys.readouterr().err
