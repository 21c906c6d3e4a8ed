"""What a build tells of the ledgers since the one before it."""

from pathlib import Path

from semeja.run.building import build
from semeja.run.built import LedgerChange

DEMAND = """Harian Pesisir

Buruh Tekstil Sagara Tuntut Kenaikan Upah

Senin, 3 Februari 2025 10:00 WIB

Serikat Pekerja Tekstil Sagara (SPTS) menuntut PT Benang Raya menaikkan upah 12 persen mulai bulan depan. Tuntutan itu \
disampaikan dalam unjuk rasa di depan pabrik PT Benang Raya di Sagara, Senin (3/2/2025). Ratusan buruh ikut serta.
"""
REFUSAL = """Kabar Buana

Manajemen Benang Raya Tolak Tuntutan Upah Buruh Tekstil

Rabu, 5 Februari 2025 14:00 WIB

PT Benang Raya menolak tuntutan kenaikan upah 12 persen yang diajukan Serikat Pekerja Tekstil Sagara (SPTS), Rabu \
(5/2/2025). SPTS mengancam akan mogok jika upah tidak dinaikkan. Unjuk rasa di depan pabrik PT Benang Raya di Sagara \
berlangsung sejak Senin (3/2/2025).
"""


def changes(folder: Path, **pages: str) -> list[LedgerChange]:
    """Changes of a build of `folder/in` after the pages were put there."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / "in" / f"{name}.txt").write_text(text, "utf-8")
    return list(build((str(folder / "in"),), folder / "out").changes)


def test_a_build_tells_what_the_new_article_changed(tmp_path: Path) -> None:
    assert changes(tmp_path, a=DEMAND) == []
    told = changes(tmp_path, b=REFUSAL)
    assert [(one.act, one.before, one.after) for one in told if one.kind == "status"] == [
        ("demand", "open", "rejected")
    ]
    assert {(one.act, one.after) for one in told if one.kind == "new"} == {
        ("rejection", "standing"),
        ("threat", "standing"),
    }
    assert {Path(source).name for one in told for source in one.sources} == {"b.txt"}
    assert changes(tmp_path) == []


def test_an_article_that_goes_away_takes_its_changes_back(tmp_path: Path) -> None:
    changes(tmp_path, a=DEMAND, b=REFUSAL)
    (tmp_path / "in" / "b.txt").unlink()
    told = changes(tmp_path)
    assert [(one.kind, one.before, one.after) for one in told] == [("status", "rejected", "open")]


def test_files_do_not_depend_on_earlier_builds(tmp_path: Path) -> None:
    changes(tmp_path / "one", a=DEMAND)
    changes(tmp_path / "one", b=REFUSAL)
    changes(tmp_path / "two", a=DEMAND, b=REFUSAL)
    left, right = (
        {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}
        for folder in (tmp_path / "one" / "out", tmp_path / "two" / "out")
    )
    assert {name: text.replace("/one/", "/two/") for name, text in left.items()} == right
