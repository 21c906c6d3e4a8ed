"""Decisions on a built project: looked up, applied, kept through every build, undone; no more touched than needed."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from semeja.dossier.json import decode
from semeja.errors import UsageError
from semeja.records.decision import Decision
from semeja.records.dossier import Dossier, Quote
from semeja.run import deciding
from semeja.run.building import build, open_project, rebuild
from semeja.run.deciding import Signature
from semeja.run.exporting import export
from semeja.run.inspecting import dossier_files

SIGNED = Signature("Ratna", "2026-03-01T08:00:00+00:00", "seen on site")
FIRST = """Bupati Lembah Arum Rahmat Suleman menutup pasar lama pada Minggu (1/3/2026).

"Pasar lama tidak aman lagi bagi pedagang," kata Rahmat di balai kota.

Ketua Paguyuban Pedagang Dewi Larasati menolak penutupan itu. "Kami tidak diajak bicara," ujar Dewi."""
SECOND = """Penutupan pasar lama Lembah Arum diprotes pedagang pada Minggu.

Bupati Rahmat Suleman menyebut bangunan pasar lama rawan runtuh. "Pasar lama tidak aman," kata Suleman.

Dewi Larasati, Ketua Paguyuban Pedagang, meminta ganti rugi bagi pedagang pasar lama."""
OTHER = """Tim voli putri Tanjung Seroja menang tiga set di Padang Ilalang.

Pelatih Yulia Hartono memuji pemain muda. "Mereka berani," kata Yulia seusai laga voli itu."""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, outlet, text in (
        ("pasar-1", "Harian Teluk", FIRST),
        ("pasar-2", "Kabar Lereng", SECOND),
        ("voli", "Harian Teluk", OTHER),
    ):
        record = {"text": text, "outlet": outlet, "published": "2026-03-01T12:00:00+07:00"}
        (folder / f"{name}.json").write_text(json.dumps(record), "utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path, articles: Path) -> Path:
    build([str(articles)], tmp_path / "out")
    return tmp_path / "out"


def dossiers(out: Path) -> list[Dossier]:
    return [decode(file.read_bytes()) for file in dossier_files(out)]


def market(out: Path) -> Dossier:
    return next(one for one in dossiers(out) if "pasar" in one.articles[0].source)


def quote_of(dossier: Dossier, words: str) -> Quote:
    return next(one for one in dossier.quotes if one.content.text.startswith(words))


def entities(dossier: Dossier) -> set[str]:
    return {one.id for one in dossier.entities}


def decide(out: Path, draft: Decision) -> Decision:
    with open_project(out) as store:
        row = store.decide(draft)
    rebuild(out)
    return row


def files(out: Path) -> dict[str, bytes]:
    return {str(one.relative_to(out)): one.read_bytes() for one in sorted(out.glob("*/*.json"))}


def test_a_quote_that_is_none_leaves_the_dossier(out: Path) -> None:
    before = market(out)
    quote = quote_of(before, "Kami tidak diajak")
    decide(out, deciding.not_a_quote(dossiers(out), quote.id, SIGNED))
    after = market(out)
    assert quote.id not in {one.id for one in after.quotes}
    assert len(after.quotes) == len(before.quotes) - 1
    (shown,) = after.decisions
    assert (shown.kind, shown.by, shown.at, shown.note, shown.holds) == (
        "not-a-quote", SIGNED.by, SIGNED.at, SIGNED.note, True,
    )  # fmt: skip


def test_a_quote_gets_the_speaker_that_was_decided(out: Path) -> None:
    quote = quote_of(market(out), "Kami tidak diajak")
    assert quote.speaker == ("person:dewi-larasati",)
    decide(out, deciding.speaker(dossiers(out), quote.id, ("person:rahmat-suleman",), SIGNED))
    assert quote_of(market(out), "Kami tidak diajak").speaker == ("person:rahmat-suleman",)
    decide(out, deciding.speaker(dossiers(out), quote.id, (), SIGNED))
    assert quote_of(market(out), "Kami tidak diajak").speaker == ()
    assert [one.holds for one in market(out).decisions] == [False, True]


def test_two_people_become_one_and_two_again(out: Path) -> None:
    row = decide(out, deciding.merge(dossiers(out), ("person:rahmat-suleman", "person:dewi-larasati"), SIGNED))
    merged = market(out)
    assert "person:dewi-larasati" not in entities(merged)
    assert quote_of(merged, "Kami tidak diajak").speaker == ("person:rahmat-suleman",)
    with open_project(out) as store:
        store.decide(deciding.undo(store, row.number, SIGNED))
    rebuild(out)
    assert "person:dewi-larasati" in entities(market(out))
    assert market(out).decisions == ()


def test_one_name_is_two_people(out: Path) -> None:
    dossier = market(out)
    second = next(one.id for one in dossier.articles if one.source.endswith("pasar-2.json"))
    decide(out, deciding.split(dossiers(out), "person:rahmat-suleman", (second,), SIGNED))
    after = market(out)
    assert {"person:rahmat-suleman", "person:rahmat-suleman-2"} <= entities(after)
    assert quote_of(after, "Pasar lama tidak aman lagi").speaker == ("person:rahmat-suleman",)
    assert {one.speaker for one in after.quotes if one.article == second and one.kind == "direct"} == {
        ("person:rahmat-suleman-2",)
    }


def test_a_form_means_another_one(out: Path) -> None:
    decide(out, deciding.alias(dossiers(out), "Suleman", "person:dewi-larasati", False, SIGNED))
    after = market(out)
    second = next(one.id for one in after.articles if one.source.endswith("pasar-2.json"))
    said = next(one for one in after.quotes if one.article == second and one.kind == "direct")
    assert said.speaker == ("person:dewi-larasati",)
    (dewi,) = [one for one in after.entities if one.id == "person:dewi-larasati"]
    assert ("Suleman", "decided.alias") in {(one.text, one.rule) for one in dewi.aliases}
    assert after.decisions[0].holds


def test_a_form_does_not_mean_this_one(out: Path) -> None:
    decide(out, deciding.alias(dossiers(out), "Suleman", "person:rahmat-suleman", True, SIGNED))
    after = market(out)
    assert {"person:suleman", "person:rahmat-suleman"} <= entities(after)
    assert after.decisions[0].holds


def test_outlets_of_one_owner(out: Path) -> None:
    before = market(out)
    assert not [one for one in before.provenance.edges if one.relation == "same_group"]
    decide(out, deciding.same_owner(dossiers(out), ("Harian Teluk", "Kabar Lereng"), SIGNED))
    after = market(out)
    assert [one.rule for one in after.provenance.edges if one.relation == "same_group"] == ["syndication.decided"]
    assert len({one.outlet.group for one in after.articles if one.outlet}) == 1


def test_stories_are_merged_and_split(out: Path) -> None:
    whole = dossiers(out)
    assert sorted(len(one.articles) for one in whole) == [1, 2]
    decide(out, deciding.merge(whole, tuple(one.story.id for one in whole), SIGNED))
    (one,) = dossiers(out)
    assert len(one.articles) == 3
    voli = next(article.id for article in one.articles if article.source.endswith("voli.json"))
    decide(out, deciding.split([one], one.story.id, (voli,), SIGNED))
    assert sorted(len(one.articles) for one in dossiers(out)) == [1, 2]


def test_only_what_depends_on_it_is_made_again(out: Path) -> None:
    before = files(out)
    compared: list[int] = []
    quote = quote_of(market(out), "Kami tidak diajak")
    with open_project(out) as store:
        store.decide(deciding.not_a_quote(dossiers(out), quote.id, SIGNED))
    rebuild(out, notify=lambda stage, done, total: compared.append(done) if stage == "compare" else None)
    changed = [name for name, body in files(out).items() if before.get(name) != body]
    assert len(compared) == 1
    assert len(changed) == 1


def test_a_decision_is_kept_through_every_build(out: Path, articles: Path) -> None:
    quote = quote_of(market(out), "Kami tidak diajak")
    decide(out, deciding.not_a_quote(dossiers(out), quote.id, SIGNED))
    decided = files(out)
    build([str(articles)], out)
    assert files(out) == decided
    (articles / "voli-2.txt").write_text(OTHER, "utf-8")
    build([str(articles)], out)
    assert quote.id not in {one.id for one in market(out).quotes}
    build([str(articles)], out, models=False)
    assert market(out).decisions[0].holds


def test_a_new_project_takes_over_the_decisions_of_another(out: Path, articles: Path, tmp_path: Path) -> None:
    quote = quote_of(market(out), "Kami tidak diajak")
    row = decide(out, deciding.not_a_quote(dossiers(out), quote.id, SIGNED))
    with open_project(out) as store:
        store.decide(deciding.undo(store, row.number, SIGNED))
        store.decide(deciding.undo(store, 2, SIGNED))
        rows = store.decisions()
    rebuild(out)
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(b"\n".join(deciding.encoded(one) for one in rows))
    build([str(articles)], tmp_path / "again")
    with open_project(tmp_path / "again") as store:
        assert deciding.take_over(store, file) == rows
        assert deciding.take_over(store, file) == ()
    rebuild(tmp_path / "again")
    assert files(tmp_path / "again") == files(out)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            lambda out: deciding.merge(dossiers(out), ("person:nobody", "person:rahmat-suleman"), SIGNED),
            "person:nobody",
        ),
        (lambda out: deciding.merge(dossiers(out), ("person:rahmat-suleman",) * 2, SIGNED), "two different"),
        (
            lambda out: deciding.merge(dossiers(out), ("person:rahmat-suleman", "person:yulia-hartono"), SIGNED),
            "together",
        ),
        (lambda out: deciding.not_a_quote(dossiers(out), "quote:none", SIGNED), "quote:none"),
        (lambda out: deciding.alias(dossiers(out), "Tidak Ada", "person:rahmat-suleman", False, SIGNED), "Tidak Ada"),
        (lambda out: deciding.same_owner(dossiers(out), ("Harian Teluk", "Tak Dikenal"), SIGNED), "Tak Dikenal"),
        (lambda out: deciding.same_owner(dossiers(out), ("Harian Teluk",), SIGNED), "two outlets"),
        (lambda out: deciding.split(dossiers(out), "person:rahmat-suleman", ("article:none",), SIGNED), "article:none"),
        (lambda out: deciding.dossiers_in(out, "no-such-story"), "no-such-story"),
        (lambda out: open_project(out / "nowhere"), "no project"),
    ],
)
def test_what_cannot_be_meant_is_refused(out: Path, wrong: object, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        wrong(out)  # type: ignore[operator]


def test_an_undone_decision_is_not_undone_twice(out: Path) -> None:
    quote = quote_of(market(out), "Kami tidak diajak")
    row = decide(out, deciding.not_a_quote(dossiers(out), quote.id, SIGNED))
    with open_project(out) as store:
        store.decide(deciding.undo(store, row.number, SIGNED))
        with pytest.raises(UsageError, match="undone already"):
            deciding.undo(store, row.number, SIGNED)
        with pytest.raises(UsageError, match="there are 2"):
            deciding.undo(store, 9, SIGNED)


def test_an_altered_row_is_found(out: Path) -> None:
    quote = quote_of(market(out), "Kami tidak diajak")
    decide(out, deciding.not_a_quote(dossiers(out), quote.id, SIGNED))
    with open_project(out) as store:
        assert list(store.verify()) == []
        connection = store._file._database
        connection.execute("DROP TRIGGER decisions_stay")
        connection.execute("UPDATE decisions SET body = replace(body, 'Ratna', 'Rudi')")
        assert list(store.verify()) == ["decision 1: its seal does not follow from the rows before it"]


def test_a_worksheet_that_was_filled_in_is_read_back(out: Path, tmp_path: Path) -> None:
    openpyxl = importlib.import_module("openpyxl")
    (file,) = export(out, "xlsx", tmp_path)
    book = openpyxl.load_workbook(file)
    fill(book["quotes"], "text", "Kami tidak diajak bicara,", {"not a quote": "x", "note": "a slogan"})
    fill(book["entities"], "id", "person:dewi-larasati", {"same as": "person:rahmat-suleman"})
    fill(book["articles"], "outlet", "Kabar Lereng", {"same owner as": "Harian Teluk"})
    book.save(file)
    drafts = deciding.from_worksheet(dossiers(out), file.read_bytes(), SIGNED)
    assert [(one.kind, one.note) for one in drafts] == [
        ("not-a-quote", "a slogan"),
        ("merge", SIGNED.note),
        ("same-owner", SIGNED.note),
    ]
    assert drafts[1].entities == ("person:rahmat-suleman", "person:dewi-larasati")


def fill(sheet: Any, column: str, value: str, cells: dict[str, str]) -> None:
    """Write into the row whose `column` holds `value`."""
    head = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[head.index(column)].value == value)
    for name, text in cells.items():
        row[head.index(name)].value = text


def test_bytes_that_are_no_worksheet_are_refused(out: Path) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        deciding.from_worksheet(dossiers(out), b"PK no archive", SIGNED)
