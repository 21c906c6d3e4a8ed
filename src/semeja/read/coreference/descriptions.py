"""Descriptions of a character that was introduced before: `film ini`, `pria itu`, `ayahnya` (field guide, 4, S5-S6)."""

from collections.abc import Mapping
from typing import Final

from semeja.read.coreference.antecedents import subjects_of
from semeja.read.coreference.candidates import Page
from semeja.read.coreference.chains import Chains
from semeja.read.coreference.constructions import may_be_same

REACH: Final = 4


def join_descriptions(page: Page, chains: Chains) -> None:
    """Join each definite description with the last chain that it fits: the same noun first, then its kind."""
    every = chains.candidates
    subjects = subjects_of(every)
    for index, one in enumerate(every):
        if one.form != "nominal" or one.shown in ("indefinite", "owned") or not one.head:
            continue
        same = same_noun(page, chains, index)
        if same is not None:
            chains.join(same, index, "sieve.noun")
        elif one.shown == "demonstrative" and one.number != "plural":
            of_kind = last_of_kind(chains, index, subjects)
            if of_kind is not None:
                chains.join(of_kind, index, "sieve.kind")


def same_noun(page: Page, chains: Chains, index: int) -> int | None:
    """The last mention before whose chain has this noun and every further word of this description."""
    every = chains.candidates
    one = every[index]
    wanted = {*one.words}
    if wanted & page.tables.lists["other"]:
        return None
    for left in range(index - 1, -1, -1):
        other = every[left]
        if other.head != one.head or not may_be_same(other, one):
            continue
        known = {word for member in chains.members(left) for word in every[member].words}
        if wanted <= known | {one.head}:
            return left
    return None


def last_of_kind(chains: Chains, index: int, subjects: Mapping[int, int]) -> int | None:
    """The last subject of its kind in the sentences before; for things, only what nothing else was called."""
    every = chains.candidates
    one = every[index]
    if one.kind == "any":
        return None
    for left in range(index - 1, -1, -1):
        other = every[left]
        if one.sentence - other.sentence > REACH:
            return None
        if other.kind != one.kind or other.number == "plural" or other.oblique or not may_be_same(other, one):
            continue
        if one.kind != "person" or (subjects.get(other.sentence) == left and other.sentence < one.sentence):
            return left
    return None


def join_owned(page: Page, chains: Chains) -> None:
    """`ayahnya` and `ayahnya` when both belong to one character, `ayah Budi` too; run when `-nya` is settled."""
    seen: dict[tuple[str, int], int] = {}
    for index, one in enumerate(chains.candidates):
        if one.form != "nominal" or one.head not in page.tables.lists["kin"]:
            continue
        owner = owner_of(chains, index)
        if owner is None:
            continue
        earlier = seen.setdefault((one.head, owner), index)
        if earlier != index and may_be_same(chains.candidates[earlier], one):
            chains.join(earlier, index, "sieve.owned")


def owner_of(chains: Chains, index: int) -> int | None:
    """The chain of the mention that closes this one: `ayah{nya}`, `ayah {Budi}`."""
    one = chains.candidates[index]
    for inner in range(index + 1, min(index + 4, len(chains.candidates))):
        other = chains.candidates[inner]
        if other.start >= one.end:
            break
        if other.end == one.end and other.start > one.start:
            return chains.of(inner)
    return None
