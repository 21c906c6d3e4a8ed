"""What a build made, in the forms that other programs open."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from semeja.dossier.exports.annotations import to_annotations
from semeja.dossier.exports.binary_tables import to_parquet, to_worksheet
from semeja.dossier.exports.news_articles import to_json_ld, to_ris
from semeja.dossier.exports.provenance import to_graphml, to_prov
from semeja.dossier.exports.tables import tables
from semeja.dossier.exports.text_tables import to_csv, to_json_lines
from semeja.dossier.exports.timeline import to_timeline
from semeja.dossier.json import decode, encode
from semeja.records.dossier import Dossier
from semeja.run.inspecting import dossier_files, no_story
from semeja.store.files import write_atomically

Stories = Mapping[str, Dossier]
"""Dossiers by the name of their folder."""

Files = Mapping[str, bytes]
"""Bytes by file name."""


def export(out: Path, form: str, to: Path, story: str | None = None, share: bool = False) -> list[Path]:
    """Write the stories of an output folder, or the one named, in a form of `FORMS`; the files, in order.

    `share`: without the texts of the articles. Raises UsageError (no dossier, no such story, a library is missing) and
    OutputError.
    """
    stories = stories_in(out, story)
    if share:
        stories = {name: shareable(dossier) for name, dossier in stories.items()}
    written = []
    for name, body in FORMS[form](stories, share).items():
        write_atomically(to / name, body)
        written.append(to / name)
    return written


def stories_in(out: Path, story: str | None = None) -> dict[str, Dossier]:
    """The dossiers of an output folder by folder name, or the one of that name; UsageError when there is none."""
    files = dossier_files(out)
    chosen = [file for file in files if story in (None, file.parent.name)]
    if not chosen:
        raise no_story(out, story or "")
    return {file.parent.name: decode(file.read_bytes()) for file in chosen}


def shareable(dossier: Dossier) -> Dossier:
    """The dossier without the texts of its articles; their digests stay."""
    return replace(dossier, articles=tuple(replace(article, text=None) for article in dossier.articles))


def _json(stories: Stories, share: bool) -> Files:
    return {f"{name}.json": encode(dossier) for name, dossier in stories.items()}


def _each_table(stories: Stories, share: bool, suffix: str, make: Callable[..., bytes]) -> Files:
    return {f"{table.name}.{suffix}": make(table) for table in tables(stories.values(), share=share)}


def _csv(stories: Stories, share: bool) -> Files:
    return _each_table(stories, share, "csv", to_csv)


def _json_lines(stories: Stories, share: bool) -> Files:
    return _each_table(stories, share, "jsonl", to_json_lines)


def _parquet(stories: Stories, share: bool) -> Files:
    return _each_table(stories, share, "parquet", to_parquet)


def _worksheet(stories: Stories, share: bool) -> Files:
    return {"semeja.xlsx": to_worksheet(tables(stories.values(), share=share))}


def _timeline(stories: Stories, share: bool) -> Files:
    return {f"{name}.timeline.json": to_timeline(dossier) for name, dossier in stories.items()}


def _whole(name: str, make: Callable[[Iterable[Dossier]], bytes]) -> Callable[[Stories, bool], Files]:
    return lambda stories, share: {name: make(stories.values())}


FORMS: Mapping[str, Callable[[Stories, bool], Files]] = {
    "json": _json,
    "csv": _csv,
    "jsonl": _json_lines,
    "parquet": _parquet,
    "xlsx": _worksheet,
    "annotations": _whole("annotations.jsonld", to_annotations),
    "prov": _whole("provenance.prov.json", to_prov),
    "json-ld": _whole("articles.jsonld", to_json_ld),
    "timeline": _timeline,
    "ris": _whole("articles.ris", to_ris),
    "graphml": _whole("provenance.graphml", to_graphml),
}
"""By name of the form what makes its files."""
