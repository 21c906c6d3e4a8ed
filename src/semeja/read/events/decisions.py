"""The modality table: what a coded predicate is recorded as, given the operators over it.

After PLOVER's auxiliary rules (future cooperation is AGREE, future conflict THREATEN, refusal REJECT), with two
changes: a denial is DENY, and what another party is feared or predicted to do is no event.
"""

from typing import Final

import msgspec

from semeja.lang.coding import Frame
from semeja.read.events.coded import Coded
from semeja.read.events.predicates import HOSTILE

MATERIAL: Final = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"})
YIELDING: Final = frozenset({"AGREE", "CONSULT", "AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"})
CONTENT_MODE: Final = {
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "AID": "assist",
    "SUPPORT": "assist",
    "COOPERATE": "assist",
}
_THREAT_MODE: Final = {
    "ASSAULT": "violence",
    "SANCTION": "relations",
    "COERCE": "restrict",
    "PROTEST": None,
    "MOBILIZE": "violence",
    "RETREAT": "relations",
}
_HARM: Final = HOSTILE - {"THREATEN"}
_DEEDS: Final = MATERIAL | _HARM
_POSSIBLE: Final = frozenset({"modal", "must"})
# What is done for all to see is announced, not threatened; who will boycott threatens to.
_SPOKEN: Final = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "DENY", "ACCUSE", "CONCEDE"})
_SHOWN: Final = frozenset({"PROTEST", "MOBILIZE"})


class Decision(msgspec.Struct, frozen=True):
    """The fields that the operators settle; `operators` names those that did."""

    type: str
    mode: str | None
    act: str | None
    strength: str
    modality: str
    polarity: str
    denies: str | None
    operators: tuple[str, ...]


class Setting(msgspec.Struct, frozen=True):
    """What stands over a coded predicate.

    `own_side`: whoever says it speaks for the actor. `said`: it stands in somebody's words. `content`: type of the
    first trigger in the complement. `historical`: its time lies before the story.
    """

    flags: frozenset[str]
    planned: bool
    unplanned: bool
    conditional: bool
    own_side: bool
    said: bool
    content: str | None
    historical: bool


def decide(coded: Coded, setting: Setting) -> Decision | None:
    """How a predicate is recorded; None: it is no event."""
    frame = coded.frame
    if not setting.flags.isdisjoint(_POSSIBLE):
        return None
    if setting.unplanned or "neg" in setting.flags:
        return _negated(coded, setting)
    future = "future" in setting.flags
    if future or setting.planned or (setting.conditional and frame.type in _DEEDS):
        return _ahead(coded, setting, future)
    if frame.type == "AGREE" and frame.act in ("offer", "commitment") and setting.content in HOSTILE:
        return _decision(
            "THREATEN", coded, setting, "ready", act="threat", mode=_THREAT_MODE.get(setting.content or "")
        )
    return _decision(frame.type, coded, setting, mode=_mode(coded, setting))


def _ahead(coded: Coded, setting: Setting, future: bool) -> Decision | None:
    """What is still to come: a promise, a threat, or an announcement."""
    frame, name = coded.frame, "future" if future else "plan"
    modality = "conditional" if setting.conditional else "future" if future else "intended"
    if frame.type in MATERIAL:
        act = frame.act or "commitment"
        act = "offer" if setting.conditional and act == "commitment" else act
        modality = "conditional" if setting.conditional else "future"
        return _decision("AGREE", coded, setting, name, act=act, modality=modality)
    if frame.type in _HARM or (frame.type == "ACCUSE" and setting.conditional):
        if setting.said and not setting.own_side:
            return None
        if setting.conditional or (setting.own_side and (frame.type not in _SHOWN or frame.mode == "boycott")):
            mode = _THREAT_MODE.get(frame.type)
            return _decision("THREATEN", coded, setting, name, act="threat", mode=mode, modality=modality)
        return _decision(frame.type, coded, setting, name, act=None, mode=frame.mode, modality=modality)
    if frame.type == "OCCUR" and setting.said and not setting.own_side:
        modality = "future"
    return _decision(frame.type, coded, setting, name, act=frame.act, mode=_mode(coded, setting), modality=modality)


def _negated(coded: Coded, setting: Setting) -> Decision | None:
    """What is not, will not or did not: a refusal, a denial, a promise to refrain, or a negated record."""
    frame, flags = coded.frame, setting.flags
    ahead = "future" in flags or setting.unplanned
    if frame.type in HOSTILE and (setting.unplanned or (setting.own_side and setting.said and not ahead)):
        return _decision("DENY", coded, setting, "neg", act="denial", mode=None, denies=frame.type)
    if ahead and (frame.type in HOSTILE or (frame.mode == "policy" and setting.own_side)):
        return _decision("AGREE", coded, setting, "neg", act="commitment", mode=None, modality="future")
    if frame.act == "commitment" and frame.type == "AGREE":
        return None
    if frame.type in YIELDING and ahead and "notyet" not in flags:
        mode = CONTENT_MODE.get(setting.content or frame.type, "change")
        return _decision("REJECT", coded, setting, "neg", act="rejection", mode=mode)
    if frame.type == "AGREE" and frame.act == "agreement" and "notyet" not in flags and coded.voice == "middle":
        return _decision("REJECT", coded, setting, "neg", act="rejection", mode="change")
    return _decision(frame.type, coded, setting, "neg", act=None, mode=frame.mode, polarity="negated")


def _decision(
    type_: str,
    coded: Coded,
    setting: Setting,
    *names: str,
    act: str | None = "",
    mode: str | None = None,
    modality: str = "",
    polarity: str = "affirmed",
    denies: str | None = None,
) -> Decision:
    if not modality:
        bound = setting.conditional and type_ in ("THREATEN", "AGREE", "CONCEDE")
        modality = "historical" if setting.historical else "conditional" if bound else "actual"
    if act == "":
        act = coded.frame.act if _speaks(coded.frame) else None
    if type_ == "DENY" and denies is None:
        denies = setting.content
    strength = coded.frame.strength if type_ == coded.frame.type else "normal"
    return Decision(type_, mode, act, strength, modality, polarity, denies, names)


def _speaks(frame: Frame) -> bool:
    """Acts of the ledger are done in words or by signing; what happens in deeds is no ledger item by itself."""
    return frame.type in _SPOKEN or frame.act == "agreement"


def _mode(coded: Coded, setting: Setting) -> str | None:
    frame = coded.frame
    if frame.type in ("REQUEST", "REJECT") and frame.mode is None:
        return CONTENT_MODE.get(setting.content or "", "change")
    if frame.type == "THREATEN" and frame.mode is None:
        return _THREAT_MODE.get(setting.content or "")
    return frame.mode
