"""Floors are raised by scores, lowered only with a reason, and a hand in the file is noticed."""

from pathlib import Path

import pytest
from benchmarks.quality.floors import Floors, SealBroken, lowered, raised, read_floors, write_floors

BEFORE = Floors("digest", {"quotes": 0.5, "events": 0.7}, ())


def test_scores_raise_and_never_lower() -> None:
    after = raised(BEFORE, "new", {"quotes": 0.619, "events": 0.2, "ledger": 0.333})
    assert after == Floors("new", {"quotes": 0.61, "events": 0.7, "ledger": 0.33}, ())


def test_lowering_keeps_the_reason() -> None:
    after = lowered(BEFORE, "events", 0.6, "the gold was wrong in E4")
    assert after.rows["events"] == 0.6
    assert after.lowered == ("events 0.7 -> 0.6: the gold was wrong in E4",)


def test_file_round_trip(tmp_path: Path) -> None:
    floors = {"a": BEFORE, "b": lowered(BEFORE, "quotes", 0.1, 'because "so"')}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_an_edit_by_hand_breaks_the_seal(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    write_floors({"a": BEFORE}, file)
    file.write_text(file.read_text("utf-8").replace("0.7", "0.6"), "utf-8")
    with pytest.raises(SealBroken):
        read_floors(file)


def test_no_file_is_no_floors(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "floors.toml") == {}
