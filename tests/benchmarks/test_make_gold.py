"""The builder of the gold finds what is written, and refuses what the articles do not bear out."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "benchmarks" / "quality" / "make_gold.py"

TEXT = "Judul\nMenu\nPetani menolak. Menu\nPetani menolak. “Tidak,” kata Sari.\n"
HEAD = '[articles.a1]\nfile = "one.txt"\ntitle = "a1: Judul"\n'


def load() -> Any:
    spec = importlib.util.spec_from_file_location("make_gold", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make_gold = load()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "samples" / "sari").mkdir(parents=True)
    (tmp_path / "samples" / "sari" / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "stories" / "sari").mkdir(parents=True)
    return tmp_path


def run(root: Path, toml: str, *options: str) -> int:
    (root / "stories" / "sari" / "gold.toml").write_text(toml, "utf-8")
    folders = ["--stories", str(root / "stories"), "--samples", str(root / "samples")]
    status = make_gold.main([*folders, *options])
    assert isinstance(status, int)
    return status


def gold_of(root: Path) -> Any:
    return json.loads((root / "stories" / "sari" / "gold.json").read_text("utf-8"))


def evidence_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if {"article", "text", "start"} <= set(value) else []
        return own + [e for v in value.values() for e in evidence_in(v)]
    return [e for v in value for e in evidence_in(v)] if isinstance(value, list) else []


@pytest.mark.parametrize(
    ("written", "starts", "places"),
    [
        ("a1: Menu", [6], [6, 27]),
        ("a1#2: Menu", [27], [6, 27]),
        ("a1#*: Menu", [6, 27], [6, 27]),
        ("a1: menolak. Menu\nPetani", [18], [18]),
    ],
)
def test_evidence_is_found_at_the_place_named(written: str, starts: list[int], places: list[int]) -> None:
    found = make_gold.locate({"a1": TEXT}, written, "here")
    assert [e["start"] for e in found] == starts
    assert all(e["occurrences"] == places and TEXT[e["start"] : e["end"]] == e["text"] for e in found)


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ('[noise]\nmenu = ["a1: Beranda"]\n', "noise.menu[0]: not in a1: 'Beranda'"),
        ('[noise]\nmenu = ["a1#3: Menu"]\n', "a1 has 2 places, not 3"),
        ('[noise]\nmenu = ["a2: Menu"]\n', "no article 'a2'"),
        ('[noise]\nmenu = ["Menu"]\n', "not an evidence"),
        ('[[quotes]]\nid = "Q1"\nspeaker = ["P:sari"]\nkind = "direct"\ntext = "a1: Tidak,"\n', "no entity 'P:sari'"),
        ('[[quotes]]\nid = "Q1"\nspeaker = []\nkind = "shouted"\ntext = "a1: Tidak,"\n', "kind 'shouted'"),
        ('[[events]]\nid = "E1"\ntype = "FIGHT"\nevidence = ["a1: menolak"]\n', "type 'FIGHT'"),
        ('[[duplicates]]\nkind = "line"\nparagraphs = ["a1: Judul"]\n', "stands only once"),
        ('[[timeline]]\ndate = "2024"\nwhat = "x"\nevents = ["E9"]\n', "no item 'E9'"),
        ('[[timex]]\nid = "T1"\nevidence = "a1: Judul"\n' * 2, "id used twice: T1"),
        ("[noises]\n", "unknown section: noises"),
        ("[noise\n", "Expected"),
    ],
)
def test_a_fault_is_named_and_nothing_is_written(
    story: Path, capsys: pytest.CaptureFixture[str], toml: str, named: str
) -> None:
    assert run(story, HEAD + toml) == 2
    assert named in capsys.readouterr().err
    assert not (story / "stories" / "sari" / "gold.json").exists()


def test_missing_article_is_named(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(story, HEAD.replace("one.txt", "two.txt")) == 2
    assert "articles.a1" in capsys.readouterr().err


def test_defaults_and_shapes(story: Path) -> None:
    toml = (
        f'{HEAD}[noise]\nmenu = ["a1#*: Menu"]\n'
        '[[events]]\nid = "E1"\ntype = "REJECT"\nevidence = ["a1: menolak", "a1#2: menolak"]\n'
        '[[ledger]]\nid = "L1"\nparty = "sari"\nact = "rejection"\nevidence = ["a1: menolak"]\n'
        'condition = "a1: Tidak"\ndeadline = "2024-06-30"\n'
        '[[timex]]\nevidence = "a1: Judul"\nvalue = "2024"\n'
    )
    assert run(story, toml) == 0
    gold = gold_of(story)
    assert gold["articles"]["a1"]["outlet"] is None
    assert gold["articles"]["a1"]["published"] == {"text": None, "value": None}
    assert [(n["start"], n["category"]) for n in gold["noise"]] == [(6, "menu"), (27, "menu")]
    event, item = gold["events"][0], gold["ledger"][0]
    assert (event["articles"], event["modality"], event["tier"]) == (["a1"], "actual", "core")
    assert [e["start"] for e in event["evidence"]["a1"]] == [18, 39]
    assert item["deadline"] == {"value": "2024-06-30"}
    assert [e["text"] for e in item["condition"]["evidence"]["a1"]] == ["Tidak"]
    assert gold["timex"][0]["id"] == "T1.1"


def test_check_tells_current_from_stale(story: Path) -> None:
    assert run(story, HEAD, "--check") == 1
    assert run(story, HEAD) == 0
    assert run(story, HEAD, "--check") == 0
    assert run(story, HEAD + '[noise]\nmenu = ["a1: Menu"]\n', "--check") == 1


def test_gold_of_the_sample_stories_is_current() -> None:
    assert make_gold.main(["--check"]) == 0


@pytest.mark.parametrize("path", sorted(make_gold.STORIES.glob("*/gold.json")), ids=lambda p: p.parent.name)
def test_evidence_of_the_sample_stories_holds(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    folder = make_gold.SAMPLES / path.parent.name
    texts = {a: (folder / x["file"]).read_bytes().decode("utf-8") for a, x in gold["articles"].items()}
    found = evidence_in(gold)
    assert found
    assert all(texts[e["article"]][e["start"] : e["end"]] == e["text"] for e in found)
