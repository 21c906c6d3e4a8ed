"""Where texts come from, as the contract has it: origins, edges, chains, corrections."""

from typing import Literal

import msgspec

from semeja.records import vocabularies
from semeja.records.evidence import Evidence


class Origin(msgspec.Struct, frozen=True):
    """Where a text or a statement comes from."""

    id: str
    name: str
    kind: Literal["agency", "outlet", "document", "social"]


class Edge(msgspec.Struct, frozen=True):
    """`provenance.edges[]`. `shared`: pairs of passages (one of each article) for copies and common sources."""

    from_: str = msgspec.field(name="from")
    to: str
    relation: vocabularies.Relation
    marker: Evidence | None
    scope: Literal["article", "quote", "sentence", "photo"] | None
    shared: tuple[tuple[Evidence, Evidence], ...]
    rule: str


class Correction(msgspec.Struct, frozen=True):
    """An article that corrects another, and who followed."""

    article: str
    corrects: str | None
    followed_by: tuple[str, ...]
    not_followed_by: tuple[str, ...]
    evidence: Evidence


class Provenance(msgspec.Struct, frozen=True):
    """`provenance`."""

    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...]
    lineages: tuple[tuple[str, ...], ...]
    corrections: tuple[Correction, ...]
