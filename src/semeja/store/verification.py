"""Does everything that is stored still match its digest?"""

import hashlib
import zlib
from collections.abc import Iterator

import msgspec

from semeja.records.decision import Decision, broken
from semeja.store.connection import Connection
from semeja.store.packing import stated_in, unpack


def faults_in(file: Connection) -> Iterator[str]:
    """A sentence for each fault: of the file, of references between tables, of raw bytes, texts, readings, cache."""
    yield from (f"file: {fault}" for (fault,) in file.rows("PRAGMA integrity_check") if fault != "ok")
    for table, row, parent, _ in file.rows("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} points at nothing in {parent}"
    for (sha256,) in file.rows("SELECT sha256 FROM raw ORDER BY sha256"):
        if _sha256(file, "SELECT body FROM raw WHERE sha256 = ?", sha256) != sha256:
            yield f"raw {sha256}: the bytes do not match their digest"
    yield from _faults_in_articles(file)
    for article, rules in file.rows("SELECT article, rules FROM readings ORDER BY article, rules"):
        if not _sha256(file, "SELECT body FROM readings WHERE article = ? AND rules = ?", article, rules):
            yield f"reading {article}: the bytes do not match their checksum"
    for kind, digest in file.rows("SELECT kind, digest FROM cache ORDER BY kind, digest"):
        if not _sha256(file, "SELECT body FROM cache WHERE kind = ? AND digest = ?", kind, digest):
            yield f"cache {kind} {digest}: the bytes do not match their checksum"
    yield from _faults_in_decisions(file)


def _faults_in_decisions(file: Connection) -> Iterator[str]:
    rows = file.rows("SELECT number, body FROM decisions ORDER BY number")
    try:
        decisions = [msgspec.json.decode(body, type=Decision) for _, body in rows]
    except msgspec.DecodeError:
        yield "decisions: a row can't be read"
        return
    yield from (f"decision {number}: its seal does not follow from the rows before it" for number in broken(decisions))


def _faults_in_articles(file: Connection) -> Iterator[str]:
    for label, article, stated in file.rows(
        "SELECT label, article, stated FROM inputs WHERE article IS NOT NULL ORDER BY label, source, member"
    ):
        try:
            record = stated_in(stated)
        except (zlib.error, msgspec.DecodeError):
            yield f"input {label}: its record can't be read"
            continue
        if record.id != article:
            yield f"input {label}: its record is that of {record.id}, not {article}"
        if _sha256(file, "SELECT text FROM articles WHERE id = ?", article) != record.text_sha256:
            yield f"article {article}: the text does not match its digest"


def _sha256(file: Connection, query: str, *values: str) -> str:
    """Digest of a stored body; empty if it can't be expanded or is not there."""
    row = file.one(query, *values)
    try:
        return hashlib.sha256(unpack(row[0])).hexdigest() if row else ""
    except zlib.error:
        return ""
