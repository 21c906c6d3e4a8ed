"""What an outlet repeats is learned from all of its stored articles and left out of the dossiers."""

import json
from pathlib import Path

import pytest

from semeja.run import furniture
from semeja.run.building import build

LINE = "Warga Sindang punya cerita menarik? Kirimkan kepada kami lewat nomor redaksi."
FACTS = (
    "Wali Kota Nurdin Syah meresmikan pasar ikan di tepi Kali Hitam pada Senin pagi.",
    "Dewan kota menolak rencana tarif parkir baru yang diajukan dinas perhubungan.",
    "Petambak udang di pesisir utara menebar benih setelah dua bulan berhenti.",
)


def written(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for index in range(count):
        text = (
            f"{FACTS[index]}\n\n{FACTS[index][::1].replace('Senin', 'Selasa')} Warga setempat menyambutnya.\n\n{LINE}"
        )
        record = {"title": f"Kabar ke-{'ABC'[index]} dari Sindang", "outlet": "Kabar Sindang", "text": text}
        (folder / f"{index}.json").write_text(json.dumps(record), "utf-8")
    return folder


def removed(out: Path) -> int:
    """How many articles of all dossiers have the line removed."""
    dossiers = [json.loads(path.read_bytes()) for path in sorted(out.glob("*/dossier.json"))]
    return sum(
        article["text"][cut["start"] : cut["end"]] == LINE
        for dossier in dossiers
        for article in dossier["articles"]
        for cut in article["removed"]
    )


def test_the_third_article_makes_a_line_furniture_in_all(tmp_path: Path) -> None:
    articles, out = tmp_path / "articles", tmp_path / "out"
    build([str(written(articles, 2))], out)
    assert removed(out) == 0
    build([str(written(articles, 3))], out)
    assert removed(out) == 3


def test_a_later_build_gives_what_one_build_gives(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    build([str(written(articles, 2))], tmp_path / "twice")
    build([str(written(articles, 3))], tmp_path / "twice")
    build([str(articles)], tmp_path / "once")
    twice, once = (
        {path.parent.name: path.read_bytes() for path in (tmp_path / name).glob("*/dossier.json")}
        for name in ("twice", "once")
    )
    assert twice == once


def test_a_second_build_looks_at_no_line_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, out = written(tmp_path / "articles", 3), tmp_path / "out"
    build([str(articles)], out)
    monkeypatch.setattr(furniture, "possible_lines", None)
    build([str(articles)], out)
    assert removed(out) == 3
