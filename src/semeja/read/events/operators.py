"""Scope: is what a predicate says told as a fact, and if not, what stands over it."""

from collections.abc import Sequence

import msgspec

from semeja.lang.coding import Frame
from semeja.read.events.clauses import STANCE, Predicate

_BLOCKING = ("fear", "predict", "hope", "try")


class Scope(msgspec.Struct, frozen=True):
    """`blocked`: the operator under which a predicate is no event, or None. `planned`: it stands under a plan.

    `unplanned`: under a plan that is negated; `plan` is its index or -1. `reporter`: index of the reporting
    predicate over it, or -1. `background`: in a relative clause. `applied`: the operators in the order met.
    """

    blocked: str | None
    planned: bool = False
    unplanned: bool = False
    plan: int = -1
    reporter: int = -1
    background: bool = False
    applied: tuple[str, ...] = ()


def scope_of(found: Sequence[Predicate], frames: Sequence[Frame | None], index: int) -> Scope:
    """Climb from a predicate to the head of its sentence and collect what governs it."""
    applied: list[str] = []
    blocked, background, plan, reporter, unplanned = None, False, -1, -1, False
    at = index
    while blocked is None:
        own = found[at]
        governor = found[own.parent] if own.parent >= 0 else None
        if own.relation in ("cond", "before", "purpose"):
            blocked = own.relation
        elif own.relation == "concede" and own.walk.flags & {"must", "modal"}:
            blocked = "concede"
        elif own.relation == "time" and governor is None:
            blocked = "pending" if _waits(found, at) else None
            break
        elif own.relation == "relative" or governor is None:
            background = own.relation == "relative"
            break
        elif own.relation == "time":
            blocked = "pending" if governor.walk.flags & {"future", "must"} else None
            break
        elif own.relation == "complement":
            name = _operator(governor, frames[own.parent])
            applied.append(name)
            if (name == "report" and "neg" in governor.walk.flags) or name in (*_BLOCKING, "stance"):
                blocked = name
            elif name == "plan":
                plan, unplanned = own.parent, unplanned or "neg" in governor.walk.flags | governor.roles
            elif name == "report" and reporter < 0:
                reporter = own.parent
        at = own.parent
    if background or (blocked and (not applied or applied[-1] != blocked)):
        applied.append(blocked or "relative")
    return Scope(blocked, plan >= 0, unplanned, plan, reporter, background, tuple(applied))


def _waits(found: Sequence[Predicate], at: int) -> bool:
    """A fronted clause of time waits for what is still to come: `begitu kapal dibebaskan, kami akan …`."""
    later = next((one for one in found[at + 1 :] if one.relation == "main"), None)
    return later is not None and "future" in later.walk.flags and "perfect" not in found[at].walk.flags


def _operator(governor: Predicate, frame: Frame | None) -> str:
    if frame is not None and frame.type in STANCE:
        return "stance"
    for name in _BLOCKING:
        if name in governor.roles:
            return name
    return "plan" if "plan" in governor.roles else "report" if "report" in governor.roles else "serial"
