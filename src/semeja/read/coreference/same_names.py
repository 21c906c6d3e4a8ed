"""Names of one character: alike, in part, with initials, transliterated otherwise (field guide, section 4, S1-S4)."""

from collections.abc import Mapping
from typing import Final

from semeja.read.coreference.candidates import ROMAN, WIFE, Candidate
from semeja.read.coreference.chains import Chains
from semeja.read.coreference.constructions import kinds_agree

SHORTEST_ACRONYM: Final = 2


def join_names(chains: Chains) -> None:
    """Join each name with the earlier one that it repeats, else with the one that it is a part of."""
    every = chains.candidates
    names = [index for index, one in enumerate(every) if one.form == "name" and one.names]
    written: dict[tuple[str, ...], list[int]] = {}
    for index in names:
        same = next((left for left in written.get(every[index].names, ()) if repeats(every[left], every[index])), None)
        if same is not None:
            chains.join(same, index, "sieve.name.exact")
        else:
            written.setdefault(every[index].names, []).append(index)
    distinct = sorted([index for indexes in written.values() for index in indexes])
    sharing = by_part(every, distinct)
    for index in distinct:
        whole = whole_name(every, sharing, index)
        if whole is not None:
            chains.join(min(whole, index), max(whole, index), "sieve.name.part")


def repeats(one: Candidate, other: Candidate) -> bool:
    """The same name for the same kind of character."""
    return kinds_agree(one.kind, other.kind)


def by_part(every: tuple[Candidate, ...], distinct: list[int]) -> dict[str, list[int]]:
    """The names by each of their parts and by their initials: only these can be in full what has such a part."""
    table: dict[str, list[int]] = {}
    for index in distinct:
        names = every[index].names
        for key in {*names, "".join([part[0] for part in names])}:
            table.setdefault(key, []).append(index)
    return table


def whole_name(every: tuple[Candidate, ...], sharing: Mapping[str, list[int]], index: int) -> int | None:
    """The longer name that this one shortens: the nearest before it, else the first behind it."""
    one = every[index]
    near = sorted({other for part in one.names for other in sharing[part]})
    wholes = [other for other in near if other != index and shortens(one, every[other])]
    before = [other for other in wholes if every[other].start <= one.start]
    return before[-1] if before else wholes[0] if wholes else None


def shortens(short: Candidate, long: Candidate) -> bool:
    """`Budi` or `B. Santoso` for `Budi Santoso`, `KPK` for the body with these initials; only within one kind."""
    if len(short.names) >= len(long.names) and not may_be_as_long(short.names, long.names):
        return False
    if not kinds_agree(short.kind, long.kind) or any(part[0] == WIFE for part in {*long.names} - {*short.names}):
        return False
    if short.start < long.end and long.start < short.end:
        return False
    initials = "".join(part[0] for part in long.names)
    if len(initials) >= SHORTEST_ACRONYM and short.names == (initials,):
        return True
    if short.kind not in ("person", "any"):
        return short.names == long.names[: len(short.names)] or short.names == long.names[-len(short.names) :]
    return parts_match(short.names, long.names)


def may_be_as_long(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """A name with an initial in it has as many parts as the one that it shortens."""
    return len(short) == len(long) and short != long and any(is_initial(part) for part in short)


def is_initial(part: str) -> bool:
    """One letter that stands for a part that it opens; `I`, `V`, `X` behind a name are numbers."""
    return len(part) == 1 and part not in ROMAN


def parts_match(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every part of the short name stands in the long one, in order, an initial for a part that it opens."""
    at = 0
    for part in short:
        while at < len(long) and not (long[at] == part or (is_initial(part) and long[at].startswith(part))):
            at += 1
        if at == len(long):
            return False
        at += 1
    return any(len(part) > 1 for part in short)
