"""What people decide about a project: rows that are appended, signed, dated and never changed."""

import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec.structs import replace

from semeja.records.evidence import Evidence
from semeja.records.vocabularies import DecisionKind

Kind = DecisionKind | Literal["undo"]


class Decision(msgspec.Struct, frozen=True):
    """One row. Which fields a kind uses:

    - `merge`: `entities` are one, the first gives the id · `split`: the entity of `entities` is another one in the
      articles `parted` · `alias`: the form `text` means the entity of `entities` · `not-alias`: it does not
    - `merge-stories`: the stories of `articles` are one · `split-story`: the articles `parted` leave the others
    - `not-a-quote`, `speaker`: `place` is the content of the quote; `entities` its speakers (none: unresolved)
    - `same-owner`: `outlets`, each by its name and, where it is known, its domain
    - `undo`: `undoes` is the number of the row that holds no longer, which may be an undoing too

    `articles`: those of the story in which it was decided; it holds in every story that has one of them. `number`
    counts from 1. `by` signs, `at` dates (ISO 8601 with zone), `note` says why. `seal` is the SHA-256 of the row and
    of the seal before it: a row that was altered or taken out breaks the chain.
    """

    number: int
    kind: Kind
    by: str
    at: str
    note: str | None = None
    articles: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    outlets: tuple[tuple[str, ...], ...] = ()
    text: str | None = None
    place: Evidence | None = None
    undoes: int | None = None
    seal: str = ""


class DossierDecision(msgspec.Struct, frozen=True):
    """`decisions[]` of the contract: what a person decided of a story.

    `about`: entities, articles or outlets; `text`: the form of a name; `evidence`: the quote; `holds`: the dossier is
    so (else the quote or name is read no longer, and nothing was changed).
    """

    number: int
    kind: DecisionKind
    by: str
    at: str
    note: str | None
    about: tuple[str, ...]
    text: str | None
    evidence: Evidence | None
    holds: bool


def sealed(decision: Decision, before: str) -> Decision:
    """The row with its seal; `before`: the seal of the row before it, empty for the first."""
    body = msgspec.json.encode(replace(decision, seal=""))
    return replace(decision, seal=hashlib.sha256(before.encode() + b"\n" + body).hexdigest())


def broken(decisions: Iterable[Decision]) -> list[int]:
    """Numbers of the rows whose seal does not follow from what stands before them."""
    found, before = [], ""
    for place, decision in enumerate(decisions, start=1):
        if decision.number != place or sealed(decision, before) != decision:
            found.append(decision.number)
        before = decision.seal
    return found


def holding(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The rows that hold now, in order: those that no row undoes that itself holds."""
    undone: set[int] = set()
    kept = []
    for decision in reversed(tuple(decisions)):
        if decision.number in undone:
            continue
        if decision.kind == "undo" and decision.undoes is not None:
            undone.add(decision.undoes)
        elif decision.kind != "undo":
            kept.append(decision)
    return tuple(reversed(kept))
