"""Scope: is what a predicate says told as a fact, and if not, what stands over it."""

from collections.abc import Sequence
from typing import Final

from semeja.lang.coding import Frame
from semeja.read.events.predicates import STANCE, Predicate

_BLOCKING: Final = ("fear", "predict", "hope", "try", "stop")


class Scope:
    """`blocked`: the operator under which a predicate is no event, or None. `planned`: it stands under a plan.

    `unplanned`: under a plan that is negated; `plan` is its index or -1. `reporter`: index of the reporting
    predicate over it, or -1. `background`: in a relative clause. `applied`: the operators in the order met.
    """

    def __init__(
        self,
        blocked: str | None,
        planned: bool = False,
        unplanned: bool = False,
        plan: int = -1,
        reporter: int = -1,
        background: bool = False,
        applied: tuple[str, ...] = (),
    ) -> None:
        self.blocked: Final = blocked
        self.planned: Final = planned
        self.unplanned: Final = unplanned
        self.plan: Final = plan
        self.reporter: Final = reporter
        self.background: Final = background
        self.applied: Final = applied


_FREE: Final = Scope(None)


def scope_of(found: Sequence[Predicate], frames: Sequence[Frame | None], index: int) -> Scope:
    """Climb from a predicate to the head of its sentence and collect what governs it."""
    if found[index].relation == "main" and found[index].parent < 0:
        return _FREE
    climb = _Climb(found, frames, index)
    while climb.step():
        pass
    if climb.background or (climb.blocked and (not climb.applied or climb.applied[-1] != climb.blocked)):
        climb.applied.append(climb.blocked or "relative")
    return Scope(
        climb.blocked,
        climb.plan >= 0,
        climb.unplanned,
        climb.plan,
        climb.reporter,
        climb.background,
        tuple(climb.applied),
    )


class _Climb:
    """The way up from a predicate: where it is, and what it met."""

    def __init__(self, found: Sequence[Predicate], frames: Sequence[Frame | None], index: int) -> None:
        self.found, self.frames, self.at = found, frames, index
        self.blocked: str | None = None
        self.plan = self.reporter = -1
        self.unplanned = self.background = False
        self.applied: list[str] = []

    def step(self) -> bool:
        """Go to the governing predicate; False: this is the head, or nothing above can matter."""
        own = self.found[self.at]
        governor = self.found[own.parent] if own.parent >= 0 else None
        if own.relation in ("cond", "before", "purpose"):
            self.blocked = own.relation
        elif own.relation == "concede" and own.walk.flags & {"must", "modal"}:
            self.blocked = "concede"
        elif own.relation == "time":
            ahead = governor.walk.flags & {"future", "must"} if governor else _waits(self.found, self.at)
            self.blocked = "pending" if ahead else None
            return False
        elif own.relation == "relative" or governor is None:
            self.background = own.relation == "relative"
            return False
        elif own.relation == "complement":
            self._under(own, governor)
        self.at = own.parent
        return self.blocked is None

    def _under(self, own: Predicate, governor: Predicate) -> None:
        name = _operator(governor, self.frames[own.parent])
        self.applied.append(name)
        if (name == "report" and "neg" in governor.walk.flags) or name == "stance" or name in _BLOCKING:
            self.blocked = name
        elif name == "serial" and own.walk.link == "purpose":
            self.blocked = "purpose"
        elif name == "plan":
            self.plan = own.parent
            self.unplanned = self.unplanned or "neg" in governor.walk.flags | governor.roles
        elif name == "report" and self.reporter < 0:
            self.reporter = own.parent


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
