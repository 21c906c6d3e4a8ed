"""The public contract `semeja.dossier/1` as records; field names are the keys of the JSON.

Unknown is None, an empty tuple means "looked, none found". The JSON Schema is generated from these types.
"""

from typing import Literal

import msgspec

from semeja.records import vocabularies
from semeja.records.decision import DossierDecision
from semeja.records.evidence import Evidence as Evidence
from semeja.records.evidence import Time as Time
from semeja.records.figures import FigureSeries
from semeja.records.provenance import Correction as Correction
from semeja.records.provenance import Edge as Edge
from semeja.records.provenance import Origin as Origin
from semeja.records.provenance import Provenance as Provenance

SCHEMA = "semeja.dossier/1"


class SummaryLine(msgspec.Struct, frozen=True):
    """A sentence of an article, shortened only by deletion, with the claim that it tells."""

    text: str
    evidence: Evidence
    claim: str | None


class StoryHead(msgspec.Struct, frozen=True):
    """`story`: which story this is. `title_rule` says why this title was chosen among the articles' own."""

    id: str
    title: Evidence | None
    title_rule: str | None
    summary: tuple[SummaryLine, ...]
    languages: tuple[str, ...]
    first_published: Time | None
    last_published: Time | None
    main_event: str | None


class Outlet(msgspec.Struct, frozen=True):
    """Who published an article; `group` is the owner or network where a table knows it."""

    name: str
    domain: str | None
    group: str | None


class RemovedRange(msgspec.Struct, frozen=True, order=True):
    """Code points that the reading skipped."""

    start: int
    end: int
    reason: vocabularies.Reason


class Translation(msgspec.Struct, frozen=True):
    """Whether a text looks like a translation, with the signs that say so."""

    likely: bool
    of: str | None
    signs: tuple[Evidence, ...]


class DossierArticle(msgspec.Struct, frozen=True):
    """`articles[]`. `text` is None in shareable exports, where `text_sha256` stands alone."""

    id: str
    source: str
    outlet: Outlet | None
    url: str | None
    title: Evidence | None
    published: Time | None
    stands_at: Time | None
    language: str | None
    dateline: Evidence | None
    byline: Evidence | None
    editor: Evidence | None
    text: str | None
    text_sha256: str
    length: int
    removed: tuple[RemovedRange, ...]
    translation: Translation


class Alias(msgspec.Struct, frozen=True):
    """A form under which an entity stands in the articles, and the rule that says that it is this entity."""

    text: str
    rule: str
    evidence: tuple[Evidence, ...]


class EntityRole(msgspec.Struct, frozen=True):
    """An office as written, of which entity."""

    title: str
    of: str | None
    evidence: Evidence


class External(msgspec.Struct, frozen=True):
    """Identifiers of the same entity elsewhere."""

    wikidata: str | None
    iso3: str | None


class Entity(msgspec.Struct, frozen=True):
    """`entities[]`."""

    id: str
    kind: vocabularies.EntityKind
    name: str
    aliases: tuple[Alias, ...]
    roles: tuple[EntityRole, ...]
    represents: str | None
    external: External | None


class Quote(msgspec.Struct, frozen=True):
    """`quotes[]`."""

    id: str
    article: str
    speaker: tuple[str, ...]
    addressee: tuple[str, ...]
    kind: vocabularies.QuoteKind
    content: Evidence
    cue: Evidence | None
    setting: Evidence | None
    relayed_via: str | None
    time: Time | None
    group: str | None
    rule: str


class OwnWords(msgspec.Struct, frozen=True):
    """The runs of words of a quote whose meaning no other quote of its group has, in whatever language."""

    quote: str
    only: tuple[Evidence, ...]


class QuoteGroup(msgspec.Struct, frozen=True):
    """`quote_groups[]`: one utterance as several articles give it; `words`: what each of its quotes alone says."""

    id: str
    quotes: tuple[str, ...]
    speaker: tuple[str, ...]
    differs_in: tuple[Literal["wording", "length", "setting", "addressee", "speaker", "kind"], ...]
    rule: str
    words: tuple[OwnWords, ...] = ()


class Event(msgspec.Struct, frozen=True):
    """`events[]`."""

    id: str
    type: vocabularies.EventType
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    content: Evidence | None
    polarity: Literal["affirmed", "negated"]
    modality: vocabularies.Modality
    condition: Evidence | None
    attributed_to: tuple[str, ...]
    date: Time | None
    place: str | None
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str


class DossierQuantity(msgspec.Struct, frozen=True):
    """`quantities[]`."""

    id: str
    article: str
    low: float | int | None
    high: float | int | None
    modifier: Literal["about", "at_least", "at_most", "nearly"] | None
    unit: str | None
    of: str | None
    about: tuple[str, ...]
    as_of: Time | None
    attributed_to: tuple[str, ...]
    evidence: Evidence
    rule: str


class DossierTime(msgspec.Struct, frozen=True):
    """`times[]`: a `Time` with its article and role."""

    value: str | None
    granularity: vocabularies.Granularity | None
    modifier: vocabularies.TimeModifier | None
    evidence: Evidence
    article: str
    role: Literal["publication", "event", "other"]
    rule: str


class Support(msgspec.Struct, frozen=True):
    """How many stand behind a claim: texts, publishers, independent chains, people or bodies it comes from."""

    articles: tuple[str, ...]
    outlets: int
    lineages: int
    origins: int


class Claim(msgspec.Struct, frozen=True):
    """`claims[]`."""

    id: str
    kind: Literal["event", "quote", "quantity"]
    ref: tuple[str, ...]
    grade: Literal["C1", "C2", "C3", "C4", "X"]
    support: Support
    evidence: tuple[Evidence, ...]
    rule: str


class ConflictSide(msgspec.Struct, frozen=True):
    """One of the values that reports differ in; `value` is a label for people."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Conflict(msgspec.Struct, frozen=True):
    """`conflicts[]`: reports differ."""

    id: str
    kind: vocabularies.ConflictKind
    about: str
    sides: tuple[ConflictSide, ...]
    resolution: Literal["open", "superseded", "precision", "internal"]
    rule: str


class DisputeParty(msgspec.Struct, frozen=True):
    """Where one party stands in a dispute."""

    party: str
    stance: Literal["asserts", "denies", "rejects"]
    evidence: tuple[Evidence, ...]


class Dispute(msgspec.Struct, frozen=True):
    """`disputes[]`: parties differ."""

    id: str
    about: str
    parties: tuple[DisputeParty, ...]
    rule: str


class StatusChange(msgspec.Struct, frozen=True):
    """From when an entry of the ledger had a status: `since` is the time of the article that tells it, if known."""

    status: vocabularies.Status
    since: Time | None
    article: str
    evidence: Evidence


class LedgerItem(msgspec.Struct, frozen=True):
    """`ledger[]`. `history`: its statuses in the order of the articles, the last one being `status`."""

    id: str
    party: str
    act: vocabularies.Act
    counterpart: tuple[str, ...]
    issue: str
    content: Evidence
    condition: Evidence | None
    deadline: Time | None
    status: vocabularies.Status
    responses: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    strength: Literal["strong", "normal", "weak"]
    history: tuple[StatusChange, ...]
    rule: str


class TimelineRow(msgspec.Struct, frozen=True):
    """`timeline[]`. `told`: as a `report` of what happened, or as a `preview` of what is to come."""

    date: Time
    events: tuple[str, ...]
    text: Evidence
    conflict: str | None
    told: Literal["report", "preview"]


class NotRead(msgspec.Struct, frozen=True):
    """An article of which nothing, or not all, was read: its language has no pack, its page goes on elsewhere, or it
    has no body. `evidence`: the mark of a further page where one stands in the text."""

    article: str
    reason: Literal["language", "next_page", "no_body"]
    evidence: Evidence | None


class ToldBefore(msgspec.Struct, frozen=True):
    """The articles that stand before a claim: when they were told, it had not happened or not been said."""

    claim: str
    articles: tuple[str, ...]


class Coverage(msgspec.Struct, frozen=True):
    """`coverage`: one row per claim, one column per article.

    A `silent` cell of an article in `not_read` says nothing of the article; one of an article that `told_before` lists
    could not have told the claim; every other one leaves it out.
    """

    claims: tuple[str, ...]
    articles: tuple[str, ...]
    cells: tuple[tuple[Literal["reports", "contradicts", "silent"], ...], ...]
    not_read: tuple[NotRead, ...]
    told_before: tuple[ToldBefore, ...]


class Gap(msgspec.Struct, frozen=True):
    """`gaps[]`: what one would expect and does not find."""

    kind: Literal["no_voice", "unanswered_demand", "deadline_passed", "single_lineage"]
    about: str
    evidence: tuple[Evidence, ...]


class RejectedInput(msgspec.Struct, frozen=True, order=True):
    """An input that did not become an article."""

    source: str
    stage: str
    reason: str


class Account(msgspec.Struct, frozen=True):
    """`inputs == stored + duplicates + len(rejected)`."""

    inputs: int
    stored: int
    duplicates: int
    rejected: tuple[RejectedInput, ...]


class Generator(msgspec.Struct, frozen=True):
    """What made the dossier: digests of the rules and of the inputs."""

    name: str
    version: str
    rules: str
    inputs: str


class Dossier(msgspec.Struct, frozen=True):
    """One story on one table: the root of `dossier.json`."""

    schema: str
    generator: Generator
    story: StoryHead
    articles: tuple[DossierArticle, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    quote_groups: tuple[QuoteGroup, ...]
    events: tuple[Event, ...]
    quantities: tuple[DossierQuantity, ...]
    figures: tuple[FigureSeries, ...]
    times: tuple[DossierTime, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    disputes: tuple[Dispute, ...]
    ledger: tuple[LedgerItem, ...]
    timeline: tuple[TimelineRow, ...]
    provenance: Provenance
    coverage: Coverage
    gaps: tuple[Gap, ...]
    decisions: tuple[DossierDecision, ...]
    account: Account
