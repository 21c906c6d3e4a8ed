"""Whom a pronoun points at: of the characters in play the one that stands out most (field guide, section 4, S7).

Each character in reach is described by what is true of its last mention and of its chain. The weights of what is true
are summed and the greatest sum wins (mention ranking: Denis and Baldridge 2008); of several alike the nearest.
"""

from collections.abc import Iterator, Mapping
from operator import getitem
from typing import Final

from semeja.lang.referring import Weights
from semeja.read.coreference.candidates import BODIES, POINTING, Candidate, Page
from semeja.read.coreference.chains import Chains

REACH: Final = 5
"""Sentences back."""
OPEN: Final = -1
"""Stands for none of those before."""
PAIR_GAP: Final = 3
FORMS: Final = ("name", "nominal", "pronoun", "clitic")
KINDS: Final = ("person", "any", "country", "organisation", "group", "place", "event", "thing")
HOSTS: Final = ("opens", "inside", "oblique", "noun", "and", "passive", "active", "preposition")
PLACES: Final = ("subject", "object", "oblique")
LARGEST: Final = 31


def join_pronouns(page: Page, chains: Chains, weights: Mapping[str, Weights], margin: float) -> None:
    """Join each open pronoun and clitic with the chain that stands out most before it, by `margin` at least."""
    subjects = subjects_of(chains.candidates)
    for index, one in enumerate(chains.candidates):
        if one.form in POINTING and not one.ids:
            best = antecedent(page, chains, index, subjects, weights, margin)
            if best != OPEN:
                chains.join(best, index, f"rank.{sort_of(one)}")


def antecedent(
    page: Page,
    chains: Chains,
    index: int,
    subjects: Mapping[int, int],
    weights: Mapping[str, Weights],
    margin: float = 0.0,
) -> int:
    """The last mention of the chain that a pronoun points at most likely; OPEN when none stands out by `margin`."""
    table = weights[sort_of(chains.candidates[index])]
    best, greatest, second = OPEN, float("-inf"), float("-inf")
    for left, true in options(page, chains, index, subjects):
        total = sum(map(getitem, table.open if left == OPEN else table.described, true))
        if total > greatest:
            best, greatest, second = left, total, greatest
        else:
            second = max(second, total)
    return best if greatest - second >= margin else OPEN


def subjects_of(every: tuple[Candidate, ...]) -> dict[int, int]:
    """By sentence the first mention that no preposition governs, of a person where one is named."""
    table: dict[int, int] = {}
    for index, one in enumerate(every):
        if one.oblique or one.form == "clitic":
            continue
        held = table.get(one.sentence)
        if held is None or (every[held].kind not in ("person", "any") and one.kind == "person"):
            table[one.sentence] = index
    return table


def options(
    page: Page, chains: Chains, index: int, subjects: Mapping[int, int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The last mention of each chain in reach, the nearest first, and what is true of it; OPEN comes last.

    What is true are places in the columns of `FEATURES`, for OPEN in those of `OPEN_FEATURES`.
    """
    every = chains.candidates
    one = every[index]
    seen: set[int] = set()
    host = host_of(page, one)
    for left in range(index - 1, -1, -1):
        other = every[left]
        if one.sentence - other.sentence > REACH:
            break
        lead = chains.of(left)
        if lead in seen or other.end > one.start or not fits(one, other) or other_gender(chains, one, left):
            continue
        yield left, described(page, chains, index, left, subjects, host, len(seen))
        seen.add(lead)
    yield OPEN, (min(len(seen), 1), pair_before(page, every, index))


def described(
    page: Page, chains: Chains, index: int, left: int, subjects: Mapping[int, int], host: int, rank: int
) -> tuple[int, ...]:
    """What is true of the chain whose last mention is `left`, in the order of `FEATURES`."""
    every = chains.candidates
    one, other = every[index], every[left]
    lead = chains.of(left)
    near = min(one.sentence - other.sentence, 3)
    place = 0 if subjects.get(other.sentence) == left else 2 if other.oblique else 1
    earlier = subjects.get(one.sentence - 1) if near == 0 else None
    return (
        near,
        2 * place + min(near, 1),
        FORMS.index(other.form),
        KINDS.index(other.kind),
        min(rank, 3),
        min(len(chains.members(left)), LARGEST).bit_length(),
        near == 0 and one.first - other.last <= 1,
        lead == 0,
        (3 * host + place) * 4 + near,
        earlier is not None and chains.of(earlier) == lead,
        page.sentences[one.sentence].paragraph != page.sentences[other.sentence].paragraph,
    )


FEATURES: Final[Mapping[str, tuple[str, ...]]] = {
    "sentences back": ("0", "1", "2", "3"),
    "place": tuple(f"{place} {where}" for place in PLACES for where in ("here", "before")),
    "form": FORMS,
    "kind": KINDS,
    "rank": ("nearest", "second", "third", "farther"),
    "mentions": ("0", "1", "2-3", "4-7", "8-15", "16-31"),
    "touching": ("no", "yes"),
    "first of the text": ("no", "yes"),
    "pronoun and place": tuple(f"{host} {place} {back}" for host in HOSTS for place in PLACES for back in range(4)),
    "subject of the sentence before": ("no", "yes"),
    "other paragraph": ("no", "yes"),
}
"""What is asked of a chain, and the answers."""

OPEN_FEATURES: Final[Mapping[str, tuple[str, ...]]] = {
    "nobody: others in reach": ("no", "yes"),
    "nobody: a pair named": ("no", "yes"),
}
"""What is asked before a pronoun starts a chain of its own."""


def sort_of(one: Candidate) -> str:
    """The sort of pronoun that weights are kept for: `singular`, `plural`, `clitic`."""
    if one.number in ("plural", "dual"):
        return "plural"
    return "clitic" if one.form == "clitic" else "singular"


def host_of(page: Page, one: Candidate) -> int:
    """Where the pronoun stands, as a place in `HOSTS`: what a clitic hangs on, the start of a sentence, elsewhere."""
    if one.form != "clitic":
        opens = one.first == page.sentences[one.sentence].first_token
        return HOSTS.index("oblique" if one.oblique else "opens" if opens else "inside")
    key = page.tokens.keys[one.first]
    if key.startswith(("di", "me")):
        return HOSTS.index("passive" if key.startswith("di") else "active")
    if key.startswith(page.tables.prepositions):
        return HOSTS.index("preposition")
    joined = one.first > 0 and page.tokens.keys[one.first - 1] in page.tables.lists["and"]
    return HOSTS.index("and" if joined else "noun")


def fits(one: Candidate, other: Candidate) -> bool:
    """Number and kind do not speak against it."""
    if one.number in ("plural", "dual"):
        return other.number in ("plural", "dual") or other.kind in BODIES
    if other.number in ("plural", "dual"):
        return False
    return one.form == "clitic" or one.kind != "person" or other.kind in ("person", "any")


def other_gender(chains: Chains, one: Candidate, left: int) -> bool:
    """A pronoun that tells the gender, and a chain that holds a mention of the other one."""
    if not one.gender:
        return False
    return any(chains.candidates[member].gender not in ("", one.gender) for member in chains.members(left))


def pair_before(page: Page, every: tuple[Candidate, ...], index: int) -> bool:
    """Two mentions joined by `dan` stand in this sentence or the last, with no plural between."""
    one = every[index]
    for left in range(index - 1, 0, -1):
        if one.sentence - every[left].sentence > 1 or every[left].number in ("plural", "dual"):
            return False
        gap = every[left].first - every[left - 1].last
        if 1 <= gap <= PAIR_GAP and page.tokens.keys[every[left].first - 1] in page.tables.lists["and"]:
            return True
    return False
