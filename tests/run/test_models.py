"""Reading with and without the learned parts: two digests, two readings, no shared cache."""

from pathlib import Path

from semeja.lang.pack import load_packs
from semeja.run.building import PROJECT, build
from semeja.run.inspecting import read_inputs
from semeja.run.rules import rules_digest
from semeja.store.sqlite import SqliteStore

LINES = "Kapal perang berlayar ke utara Kermadec\n\nKapal perang itu berlayar ke utara Kermadec pada hari Senin."


def test_the_digest_tells_with_from_without() -> None:
    assert rules_digest() == rules_digest(models=True) != rules_digest(models=False)


def test_no_language_has_a_model_without_models() -> None:
    assert all(pack.name_model is None for pack in load_packs(models=False).values())
    assert load_packs()["id"].name_model is not None


def test_with_and_without_share_their_tables() -> None:
    with_models, without = load_packs(), load_packs(models=False)
    assert all(with_models[code].naming is without[code].naming for code in without)
    assert with_models["id"].antecedents != without["id"].antecedents


def test_a_reading_by_rules_alone_is_not_taken_for_the_other(tmp_path: Path) -> None:
    article = tmp_path / "kapal.txt"
    article.write_text(LINES, "utf-8")
    out = tmp_path / "out"
    casts = {}
    for models in (True, False):
        build([str(article)], out, models=models)
        with SqliteStore(out / PROJECT) as store:
            rules = rules_digest(models)
            reading = store.reading(next(iter(store.articles())), rules)
            assert reading is not None
            casts[models] = {one.id for one in reading.cast}
    assert "place:kermadec" in casts[True]
    assert "place:kermadec" not in casts[False]


def test_inputs_are_read_without_models(tmp_path: Path) -> None:
    article = tmp_path / "kapal.txt"
    article.write_text(LINES, "utf-8")
    found = list(read_inputs((str(article),), models=False))
    assert isinstance(found[0], tuple)
    assert "place:kermadec" not in {one.id for one in found[0][1].cast}
