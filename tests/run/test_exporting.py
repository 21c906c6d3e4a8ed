"""Exports, each opened by a reader of its own world: what went in comes out, counted."""

import csv
import importlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from semeja.dossier.exports.tables import NAMES, Table, tables
from semeja.errors import UsageError
from semeja.records.dossier import Dossier
from semeja.run.building import build
from semeja.run.exporting import FORMS, export, stories_in

HOSTILE = """=HYPERLINK("http://example.invalid") <script>alert(1)</script>

Bupati Lembah Arum Rahmat Suleman menutup pasar lama pada Minggu (1/3/2026). "@Pasar <b>lama</b> & tua," kata Rahmat."""


def library(name: str) -> Any:
    return importlib.import_module(name)


@pytest.fixture(scope="module")
def out(sample_stories: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, "utf-8")
    build([*sample_stories, str(hostile)], folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def stories(out: Path) -> dict[str, Dossier]:
    return stories_in(out)


@pytest.fixture(scope="module")
def rows(stories: dict[str, Dossier]) -> dict[str, Table]:
    return {one.name: one for one in tables(stories.values())}


def written(out: Path, form: str, to: Path, share: bool = False) -> dict[str, Path]:
    return {path.name: path for path in export(out, form, to, share=share)}


def test_every_table_holds_what_the_dossiers_hold(stories: dict[str, Dossier], rows: dict[str, Table]) -> None:
    for name in ("articles", "entities", "quotes", "events", "quantities", "claims", "ledger", "timeline", "decisions"):
        assert len(rows[name].rows) == sum(len(getattr(one, name)) for one in stories.values()), name
    assert len(rows["edges"].rows) == sum(len(one.provenance.edges) for one in stories.values())
    assert all(len(row) == len(one.columns) for one in rows.values() for row in one.rows)


def test_json_is_the_dossier(out: Path, stories: dict[str, Dossier], tmp_path: Path) -> None:
    files = written(out, "json", tmp_path)
    assert {name.removesuffix(".json") for name in files} == set(stories)
    assert all(
        (out / name.removesuffix(".json") / "dossier.json").read_bytes() == files[name].read_bytes() for name in files
    )


def test_csv_opens_in_the_standard_reader_and_in_pandas(out: Path, rows: dict[str, Table], tmp_path: Path) -> None:
    files = written(out, "csv", tmp_path)
    for name in NAMES:
        with files[f"{name}.csv"].open(encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file)
        assert head == [column.name for column in rows[name].columns]
        assert len(lines) == len(rows[name].rows)
        frame = library("pandas").read_csv(files[f"{name}.csv"])
        assert frame.shape == (len(rows[name].rows), len(head))


def test_no_cell_of_csv_is_a_formula(out: Path, tmp_path: Path) -> None:
    for path in written(out, "csv", tmp_path).values():
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for line in csv.reader(file) for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_json_lines_open_in_polars(out: Path, rows: dict[str, Table], tmp_path: Path) -> None:
    files = written(out, "jsonl", tmp_path)
    for name, table in rows.items():
        lines = [json.loads(line) for line in files[f"{name}.jsonl"].read_bytes().splitlines()]
        assert [tuple(map(frozen, line.values())) for line in lines] == list(table.rows)
    frame = library("polars").read_ndjson(files["quotes.jsonl"])
    assert frame.height == len(rows["quotes"].rows)


def frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def test_parquet_opens_in_arrow_with_its_types(out: Path, rows: dict[str, Table], tmp_path: Path) -> None:
    files = written(out, "parquet", tmp_path)
    types = {"text": "string", "integer": "int64", "number": "double", "boolean": "bool"}
    for name, table in rows.items():
        read = library("pyarrow.parquet").read_table(files[f"{name}.parquet"])
        assert read.num_rows == len(table.rows)
        for column in table.columns:
            kind = str(read.schema.field(column.name).type)
            assert kind.startswith("list") if column.kind == "texts" else kind == types[column.kind]
        assert [tuple(map(frozen, row.values())) for row in read.to_pylist()] == list(table.rows)


def test_a_worksheet_opens_in_its_reader(out: Path, rows: dict[str, Table], tmp_path: Path) -> None:
    files = written(out, "xlsx", tmp_path)
    book = library("openpyxl").load_workbook(files["semeja.xlsx"], read_only=True)
    assert book.sheetnames == list(NAMES)
    for name, table in rows.items():
        cells = list(book[name].iter_rows())
        assert len(cells) == len(table.rows) + 1
        assert all(cell.data_type != "f" for row in cells for cell in row)


def test_references_open_in_their_reader(out: Path, rows: dict[str, Table], tmp_path: Path) -> None:
    text = written(out, "ris", tmp_path)["articles.ris"].read_text("utf-8")
    references = library("rispy").loads(text)
    assert len(references) == len(rows["articles"].rows)
    assert {one["type_of_reference"] for one in references} == {"NEWS"}


def test_a_graph_opens_in_networkx(out: Path, stories: dict[str, Dossier], tmp_path: Path) -> None:
    graph = library("networkx").read_graphml(written(out, "graphml", tmp_path)["provenance.graphml"])
    assert graph.number_of_edges() == sum(len(one.provenance.edges) for one in stories.values())
    articles = {article.id for one in stories.values() for article in one.articles}
    assert articles <= set(graph.nodes)


def test_provenance_opens_in_the_prov_library(out: Path, stories: dict[str, Dossier], tmp_path: Path) -> None:
    path = written(out, "prov", tmp_path)["provenance.prov.json"]
    document = library("prov.model").ProvDocument.deserialize(io.StringIO(path.read_text("utf-8")), format="json")
    kinds = [record.get_type().localpart for record in document.get_records()]
    articles = sum(len(one.articles) for one in stories.values())
    assert kinds.count("Entity") >= articles
    assert kinds.count("Attribution") == sum(one.outlet is not None for d in stories.values() for one in d.articles)


def test_annotations_find_their_words_again(out: Path, stories: dict[str, Dossier], tmp_path: Path) -> None:
    page = json.loads(written(out, "annotations", tmp_path)["annotations.jsonld"].read_bytes())
    texts = {
        article.url or f"urn:sha256:{article.text_sha256}": article.text or ""
        for d in stories.values()
        for article in d.articles
    }
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) >= sum(len(one.quotes) for one in stories.values())
    for item in page["items"]:
        position, quoted = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[position["start"] : position["end"]] == quoted["exact"]
        around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
        assert around in text


def test_articles_are_nodes_of_schema_org(out: Path, rows: dict[str, Table], tmp_path: Path) -> None:
    graph = json.loads(written(out, "json-ld", tmp_path)["articles.jsonld"].read_bytes())
    assert graph["@context"] == "https://schema.org"
    assert [one["@type"] for one in graph["@graph"]] == ["NewsArticle"] * len(rows["articles"].rows)


def test_a_timeline_has_dates_that_its_viewer_places(out: Path, stories: dict[str, Dossier], tmp_path: Path) -> None:
    files = written(out, "timeline", tmp_path)
    for name, dossier in stories.items():
        body = json.loads(files[f"{name}.timeline.json"].read_bytes())
        assert len(body["events"]) == sum(row.date.value is not None for row in dossier.timeline)
        assert all(event["start_date"]["year"] > 1000 and event["text"]["headline"] for event in body["events"])
        assert "<script" not in json.dumps(body)


@pytest.mark.parametrize("form", FORMS)
def test_an_export_has_the_same_bytes_every_time(out: Path, tmp_path: Path, form: str) -> None:
    first = {name: path.read_bytes() for name, path in written(out, form, tmp_path / "1").items()}
    assert first == {name: path.read_bytes() for name, path in written(out, form, tmp_path / "2").items()}


@pytest.mark.parametrize("form", FORMS)
def test_a_shareable_export_holds_no_article(out: Path, stories: dict[str, Dossier], tmp_path: Path, form: str) -> None:
    bodies = [
        path.read_bytes().decode("utf-8", "replace") for path in written(out, form, tmp_path, share=True).values()
    ]
    paragraphs = [
        paragraph
        for dossier in stories.values()
        for article in dossier.articles
        for paragraph in (article.text or "").split("\n\n")
        if len(paragraph) > 400
    ]
    assert paragraphs
    assert not [one for one in paragraphs for body in bodies if one in body]


def test_one_story_alone(out: Path, stories: dict[str, Dossier], tmp_path: Path) -> None:
    name = next(iter(stories))
    assert [path.name for path in export(out, "json", tmp_path, story=name)] == [f"{name}.json"]
    with pytest.raises(UsageError, match="no story"):
        export(out, "json", tmp_path, story="nowhere")
