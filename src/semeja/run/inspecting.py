"""Looking at what a build made: one article read, evidence re-anchored, a line explained."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from semeja.dossier.evidence import evidence_in
from semeja.dossier.json import decode
from semeja.errors import DossierInvalid, UsageError
from semeja.group.reasons import Belonging, reasons_of
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article, Rejected
from semeja.records.dossier import Dossier, Evidence
from semeja.records.provenance import Edge, Fold
from semeja.records.reading import Reading
from semeja.run.grouping import features_of
from semeja.run.last_build import PROJECT, last_build
from semeja.run.rules import rules_digest
from semeja.sources.articles import read_articles
from semeja.sources.files import walk
from semeja.store.protocol import Store
from semeja.store.sqlite import FILE, SqliteStore


class Verified(msgspec.Struct, frozen=True):
    """How many evidences hold, and a sentence for each thing that does not."""

    dossiers: int
    evidences: int
    holding: int
    faults: tuple[str, ...]


class Explained(msgspec.Struct, frozen=True):
    """A record of a dossier: in which file, of which family, itself, and its evidence with source and line number."""

    file: str
    family: str
    record: msgspec.Struct
    places: tuple[tuple[str, int, Evidence], ...]


def read_inputs(paths: tuple[str, ...], models: bool = True) -> Iterator[tuple[Article, Reading] | Rejected]:
    """Each input with its reading, nothing kept anywhere; without `models` by the rules alone."""
    packs = load_packs(models)
    for _, outcome in read_articles(walk(paths)):
        yield outcome if isinstance(outcome, Rejected) else (outcome, read(outcome, packs))


def verify(out: Path, project: str) -> Verified:
    """Check every evidence against the stored text, every stored body and every output against its digest."""
    faults: list[str] = []
    evidences = holding = 0
    files = dossier_files(out)
    with SqliteStore(out / project) as store:
        faults += store.verify()
        faults += _changed_outputs(store, out)
        texts = {article.id: article.text for article in store.articles()}
    for file in files:
        dossier = _decoded(file, faults)
        if dossier is None:
            continue
        for one in evidence_in(dossier):
            evidences += 1
            if texts.get(one.article, "")[one.start : one.end] == one.text:
                holding += 1
            else:
                faults.append(f"{file.parent.name}: {one.article}[{one.start}:{one.end}] is not “{one.text[:60]}”")
    return Verified(len(files), evidences, holding, tuple(faults))


def explain(out: Path, id: str) -> tuple[Explained, ...]:
    """Every record that has this id, or whose id begins with it, and, for an article, why it stands in its story and
    its lineage and where its text comes from; raises UsageError when there is none."""
    found = []
    for file in dossier_files(out):
        dossier = decode(file.read_bytes())
        sources = {article.id: (article.source, article.text or "") for article in dossier.articles}
        for family, record in _records(dossier):
            if _named(record).startswith(id):
                places = tuple(_place(one, sources) for one in evidence_in(record))
                found.append(Explained(str(file), family, record, places))
            if family == "articles" and _named(record).startswith(id):
                found.append(Explained(str(file), "grouping", belonging(out, dossier, _named(record)), ()))
    if not found:
        raise UsageError(
            f"id {id}", f"no dossier in {out} has it", "ids stand in dossier.json and in the report's links"
        )
    return tuple(found)


def belonging(out: Path, dossier: Dossier, article: str) -> Belonging:
    """Why an article is in the story of a dossier, from what the last build has kept; nothing where it kept nothing."""
    if not (out / PROJECT / FILE).is_file():
        return Belonging(article, 0.0, ())
    with SqliteStore(out / PROJECT) as store:
        rules = rules_digest(last_build(store).models)
        story = [features_of(store, store.article(one.id), rules) for one in dossier.articles]
    known = {one.article: one for one in story if one}
    return reasons_of(known[article], known.values()) if article in known else Belonging(article, 0.0, ())


def dossier_files(out: Path) -> list[Path]:
    """The dossiers of an output folder; raises UsageError when it has none."""
    files = sorted(out.glob("*/dossier.json"))
    if not files:
        raise UsageError(f"folder {out}", "there is no dossier in it", f"run: semeja build ARTICLES -o {out}")
    return files


def no_story(out: Path, story: str) -> UsageError:
    """The error for a story that an output folder does not have."""
    return UsageError(f"story {story}", f"no story in {out} has that folder or id", f"index.html in {out} lists them")


def _decoded(file: Path, faults: list[str]) -> Dossier | None:
    try:
        return decode(file.read_bytes())
    except DossierInvalid as error:
        faults.append(f"{file}: {error}")
        return None


def _changed_outputs(store: Store, out: Path) -> Iterator[str]:
    for path, sha256 in store.outputs().items():
        file = out / path
        if not file.is_file():
            yield f"{file}: is missing"
        elif hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
            yield f"{file}: was changed after it was written"


def _records(dossier: Dossier) -> Iterator[tuple[str, msgspec.Struct]]:
    for family in dossier.__struct_fields__:
        value = getattr(dossier, family)
        if isinstance(value, tuple):
            yield from ((family, record) for record in value)
    yield from (("provenance.origins", origin) for origin in dossier.provenance.origins)
    yield from (("provenance.folds", fold) for fold in dossier.provenance.folds)
    yield from (("provenance.edges", edge) for edge in dossier.provenance.edges)


def _named(record: msgspec.Struct) -> str:
    """The id under which a record is asked for; what has none of its own is asked for by its article."""
    if isinstance(record, Fold):
        return record.article
    return record.from_ if isinstance(record, Edge) else getattr(record, "id", "")


def _place(evidence: Evidence, sources: dict[str, tuple[str, str]]) -> tuple[str, int, Evidence]:
    source, text = sources.get(evidence.article, ("?", ""))
    return source, text.count("\n", 0, evidence.start) + 1, evidence
