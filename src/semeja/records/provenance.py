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


class Alteration(msgspec.Struct, frozen=True):
    """What a copy changed: a passage that it added (`of_to` None), dropped (`of_from` None) or altered (both)."""

    kind: Literal["added", "dropped", "altered"]
    of_from: Evidence | None
    of_to: Evidence | None


class Edge(msgspec.Struct, frozen=True):
    """`provenance.edges[]`. `shared`: pairs of passages (one of each article) for copies and common sources.

    `of_from`, `of_to`: the shares of the two texts that were found in each other, from 0 to 1, where they were
    compared; `changes`: what a copy changed, in the order of the copy.
    """

    from_: str = msgspec.field(name="from")
    to: str
    relation: vocabularies.Relation
    marker: Evidence | None
    scope: Literal["article", "quote", "sentence", "photo"] | None
    shared: tuple[tuple[Evidence, Evidence], ...]
    rule: str
    of_from: float | None = None
    of_to: float | None = None
    changes: tuple[Alteration, ...] = ()


class Fold(msgspec.Struct, frozen=True):
    """Why `article` stands in one lineage with another: the firmest tie that it has.

    `to`: the article that it hangs on; for `same_origin` and `same_outlet` another one of the lineage, which names the
    same source or comes from the same newsroom. `of_article`, `of_to`: shares of the texts that were compared.
    """

    article: str
    to: str
    relation: Literal["copy_of", "translation_of", "relays", "common_source", "same_origin", "same_outlet"]
    origin: str | None
    of_article: float | None
    of_to: float | None
    evidence: tuple[Evidence, ...]
    rule: str


class Correction(msgspec.Struct, frozen=True):
    """An article that corrects another or itself, and which copies followed.

    `kind`: a `correction`, the `reply` of somebody concerned (`hak jawab`), or a `retraction` of the whole. `old`,
    `new`: the value replaced and the one that replaces it, as the note gives them.
    """

    article: str
    corrects: str | None
    kind: Literal["correction", "reply", "retraction"]
    old: Evidence | None
    new: Evidence | None
    followed_by: tuple[str, ...]
    not_followed_by: tuple[str, ...]
    evidence: Evidence
    rule: str


class Provenance(msgspec.Struct, frozen=True):
    """`provenance`."""

    origins: tuple[Origin, ...]
    edges: tuple[Edge, ...]
    lineages: tuple[tuple[str, ...], ...]
    corrections: tuple[Correction, ...]
    folds: tuple[Fold, ...] = ()
