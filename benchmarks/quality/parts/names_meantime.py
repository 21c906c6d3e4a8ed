"""MEANTIME: which persons, bodies and places that people marked in English news are mentions of that kind."""

from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.quality.parts.data import DATA, records_of
from benchmarks.quality.parts.figures import Figure
from benchmarks.quality.parts.meantime import SENTENCES, places_of

from semeja.lang.pack import Pack
from semeja.read.reading import read
from semeja.records.article import Article

KINDS = {"PER": ("person",), "ORG": ("organisation",), "LOC": ("country", "place")}
NAMED = ("NAM", "PRE.NAM")

Marked = tuple[int, int, str]
"""Start and end of the head of a name, and its type."""


def meantime_figures(packs: Mapping[str, Pack], rules: Mapping[str, Pack]) -> list[Figure]:
    """The share of names that are mentions of their kind; by kind, and of all."""
    records = list(records_of(DATA / "meantime" / "docs.jsonl.gz"))
    found, plain = ([hit for record in records for hit in hits(record, one)] for one in (packs, rules))
    return [
        Figure("MEANTIME, names in the sentences that people marked", measure, n, share, rules_only=before)
        for measure, kinds in (("recall by head", tuple(KINDS)), *((f"recall by head, {one}", (one,)) for one in KINDS))
        for (n, share), (_, before) in [(counted(found, kinds), counted(plain, kinds))]
    ]


def counted(hits: Iterable[tuple[str, bool]], kinds: tuple[str, ...]) -> tuple[int, float]:
    """How many names there are of some kinds, and the share of them that was found."""
    own = [right for kind, right in hits if kind in kinds]
    return len(own), sum(own) / max(1, len(own))


def hits(record: dict[str, Any], packs: Mapping[str, Pack]) -> list[tuple[str, bool]]:
    """For each name its type, and whether a mention of that kind holds its head."""
    text = record["text"]
    reading = read(Article("a1", "a1.txt", text, "0" * 64, language="en"), packs)
    mentions = [one for one in reading.mentions if one.form in ("name", "metonym")]
    return [
        (kind, any(one.head_start < end and start < one.head_end and one.kind in KINDS[kind] for one in mentions))
        for start, end, kind in names_of(record)
    ]


def names_of(record: dict[str, Any]) -> list[Marked]:
    """The names of a document that people marked, by their heads."""
    text: str = record["text"]
    places = places_of(text, [token for sentence in record["sentences"] for token in sentence])
    limit = places[sum(map(len, record["sentences"][:SENTENCES])) - 1][1]
    types = {mark["m_id"]: mark.get("ent_type") for mark in record["markables"] if mark["tag"] == "ENTITY"}
    refers = {
        source: types.get(target)
        for relation in record["relations"]
        if relation["tag"] == "REFERS_TO"
        for source in relation["source"]
        for target in relation["target"]
    }
    found = []
    for mark in record["markables"]:
        kind = refers.get(mark["m_id"])
        if mark["tag"] == "ENTITY_MENTION" and mark.get("syntactic_type") in NAMED and kind in KINDS and mark["tokens"]:
            numbers = [int(token) for token in mark["tokens"]]
            start, end = head_of(mark.get("head"), text, places[min(numbers)][0], places[max(numbers)][1])
            if end <= limit:
                found.append((start, end, kind))
    return found


def head_of(head: str | None, text: str, start: int, end: int) -> tuple[int, int]:
    """Where the head of a mention stands; the whole mention when none is given."""
    at = text.rfind(head, start, end) if head else -1
    return (at, at + len(head or "")) if at >= 0 else (start, end)
