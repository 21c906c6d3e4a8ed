"""A build that finds a kept pile gives the stories of a build of all at once."""

from pathlib import Path

import msgspec

import semeja
from semeja.group.kept import Kept
from semeja.run.building import PROJECT, build
from semeja.run.grouping import PILE
from semeja.run.rules import rules_digest
from semeja.store.sqlite import SqliteStore

SAMPLES = Path(semeja.__file__).parent / "samples"


def test_stories_do_not_depend_on_what_was_built_before(tmp_path: Path) -> None:
    files = [str(path) for path in sorted(SAMPLES.glob("gempa-*/*.txt")) + sorted(SAMPLES.glob("pasar-*/*.txt"))]
    grown, whole = tmp_path / "grown", tmp_path / "whole"
    build(files[::2], grown)
    again = build(files, grown)
    assert again.stories == build(files, whole).stories
    assert kept_in(grown) == kept_in(whole)


def kept_in(out: Path) -> Kept:
    """The pile that a build has kept; it has kept one."""
    with SqliteStore(out / PROJECT) as store:
        body = store.cached(PILE, rules_digest())
    assert body
    return msgspec.msgpack.decode(body, type=Kept)
