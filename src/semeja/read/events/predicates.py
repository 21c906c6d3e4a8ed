"""A predicate of a sentence: what it may code, what it governs, what governs it."""

from typing import Final

from semeja.lang.coding import Sense
from semeja.read.events.walking import Walk

HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})
STANCE: Final = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "DENY", "ACCUSE", "SUPPORT", "CONCEDE"})
_WITH_THAT: Final = frozenset({"report", "fear", "predict", "hope"})
_WITH_INFINITIVE: Final = frozenset({"plan", "try", "hope", "fear"})
_GOVERNING: Final = _WITH_THAT | _WITH_INFINITIVE


class Predicate:
    """One predicate. `at`/`last`: item indices; `parent`: index of the governing predicate or -1.

    `relation`: `main`, `complement`, `purpose`, `relative`, `cond`, `time`, `before`, `cause`, `concede`. `subject`:
    local ids, `subject_at` the item that holds them (in this clause or inherited). `senses`: trigger readings;
    `voices`, `types`: their voices and the event types that they may code.
    """

    def __init__(
        self,
        at: int,
        last: int,
        roles: frozenset[str],
        senses: tuple[Sense, ...],
        voices: frozenset[str],
        types: frozenset[str],
        walk: Walk,
        relation: str = "main",
        parent: int = -1,
        subject: tuple[str, ...] = (),
        subject_at: int = -1,
        antecedent: int = -1,
        inherited: bool = False,
    ) -> None:
        self.at = at
        self.last = last
        self.roles = roles
        self.senses = senses
        self.voices = voices
        self.types = types
        self.walk = walk
        self.relation = relation
        self.parent = parent
        self.subject = subject
        self.subject_at = subject_at
        self.antecedent = antecedent
        self.inherited = inherited


def voice_of(predicate: Predicate) -> str:
    """The voice of its first sense."""
    return predicate.senses[0].voice if predicate.senses else ""


def is_passive(predicate: Predicate) -> bool:
    """Is its subject the one it is done to?"""
    return voice_of(predicate) in ("passive", "stative") or ("passive" in predicate.roles and not predicate.senses)


def takes_that(predicate: Predicate) -> bool:
    """Does it govern a clause that `bahwa` or `that` opens?"""
    return not predicate.roles.isdisjoint(_WITH_THAT) or not predicate.types.isdisjoint(STANCE)


def takes_infinitive(predicate: Predicate) -> bool:
    """Does it govern an infinitive?"""
    return not predicate.roles.isdisjoint(_WITH_INFINITIVE) or not predicate.types.isdisjoint(STANCE)


def takes_complement(predicate: Predicate) -> bool:
    """Does it govern a clause: a stance (ask, refuse, promise, threaten, deny, accuse), a report, a wish, a fear?"""
    return not predicate.roles.isdisjoint(_GOVERNING) or not predicate.types.isdisjoint(STANCE)
