"""How coded sentences are compared with gold records: one case is one sentence with its gold records."""

import hashlib
from collections.abc import Callable, Mapping, Sequence

import msgspec
from benchmarks.quality.parts.figures import Figure


class Record(msgspec.Struct, frozen=True):
    """One event record: PLOVER `type`, `mode`, and the words that name actors and recipients, case-folded."""

    type: str
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class Case(msgspec.Struct, frozen=True):
    """One sentence with the records that it should give."""

    name: str
    text: str
    gold: tuple[Record, ...]


Coder = Callable[[Case], Sequence[Record]]


def is_seen(case: Case) -> bool:
    """Whether a case is of the half whose misses may be looked at: the first bit of a digest of its text."""
    return hashlib.sha256(case.text.encode()).digest()[0] < 128


def halves(cases: Sequence[Case]) -> tuple[tuple[str, list[Case]], ...]:
    """All cases, then the half that was looked at, then the half that never was."""
    return (
        ("all", list(cases)),
        ("seen half", [case for case in cases if is_seen(case)]),
        ("unseen half", [case for case in cases if not is_seen(case)]),
    )


def type_accuracy(pairs: Sequence[tuple[Case, Sequence[Record]]]) -> float:
    """Share of gold records whose type is among the records of their sentence."""
    gold = [any(one.type == own.type for own in found) for case, found in pairs for one in case.gold]
    return sum(gold) / max(1, len(gold))


def extra_records(pairs: Sequence[tuple[Case, Sequence[Record]]]) -> float:
    """Records of types that the sentence's gold has not, per gold record."""
    gold = sum(len(case.gold) for case, _ in pairs)
    extra = sum(own.type not in {one.type for one in case.gold} for case, found in pairs for own in found)
    return extra / max(1, gold)


def share_right(pairs: Sequence[tuple[Case, Sequence[Record]]], field: str) -> tuple[float, int]:
    """Of gold records whose type is found and whose `field` is given: the share with the same value, and how many.

    `mode` must be equal; of `actor` and `recipient` one name of the gold record must share its words.
    """
    right = total = 0
    for case, found in pairs:
        for one in case.gold:
            same = [own for own in found if own.type == one.type]
            wanted = getattr(one, field)
            if same and wanted:
                total += 1
                right += any(_fits(wanted, getattr(own, field)) for own in same)
    return right / max(1, total), total


def _fits(wanted: str | tuple[str, ...], got: str | tuple[str, ...] | None) -> bool:
    if isinstance(wanted, str) or got is None or isinstance(got, str):
        return wanted == got
    return any(one in other or other in one for one in wanted for other in got)


def figures_of(
    cases: str,
    known: Sequence[Case],
    coder: Coder,
    others: Mapping[str, Coder],
    published: Mapping[str, Mapping[str, float]],
) -> list[Figure]:
    """Type accuracy and extra records of all cases and of both halves, then the finer fields.

    `published`: measure -> figures of others from print.
    """
    figures: list[Figure] = []
    for half, chosen in halves(known):
        pairs = [(case, coder(case)) for case in chosen]
        besides = {name: [(case, other(case)) for case in chosen] for name, other in others.items()}
        size = sum(len(case.gold) for case in chosen)
        for measure, score, floor, at_most in (
            ("type accuracy given a sentence", type_accuracy, 0.70, False),
            ("extra records per gold record", extra_records, 0.20, True),
        ):
            beside = {name: score(coded) for name, coded in besides.items()} | dict(published.get(measure, {}))
            whole = half == "all"
            name = cases if whole else f"{cases}, {half}"
            figures.append(Figure(name, measure, size, score(pairs), floor if whole else None, at_most, beside=beside))
        if half == "all":
            for field in ("mode", "actor", "recipient"):
                share, total = share_right(pairs, field)
                if total:
                    figures.append(Figure(cases, f"{field} right, where the type is", total, share))
    return figures
