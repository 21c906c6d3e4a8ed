"""Mentions that one construction puts side by side: apposition, copula, `bernama`, a short name in brackets."""

from collections.abc import Iterator
from typing import Final

from semeja.read.coreference.candidates import Candidate, Page
from semeja.read.coreference.chains import Chains

LONGEST_GAP: Final = 9
LONGEST_CUE: Final = 3
NEAR: Final = 8
REACH: Final = 40
"""Mentions back: within a sentence, so that a page without full stops costs no more."""
NAMED: Final = frozenset({"name", "nominal"})


def join_constructions(page: Page, chains: Chains) -> None:
    """Join each mention with the one that a construction makes it the same as."""
    every = chains.candidates
    for right, one in enumerate(every):
        if one.form not in NAMED:
            continue
        for left in neighbours(every, right):
            rule = construction(page, every, left, right)
            if rule and (rule == "sieve.called" or not other_names(chains, left, right)):
                chains.join(left, right, rule)
                break
        else:
            left, rule = predicate(page, chains, right)
            if rule and not other_names(chains, left, right):
                chains.join(left, right, rule)


def other_names(chains: Chains, left: int, right: int) -> bool:
    """Both chains hold names of persons, and no name of one shares a part with a name of the other."""
    every = chains.candidates
    first, second = (
        {part for one in chains.members(index) if every[one].kind == "person" for part in every[one].names}
        for index in (left, right)
    )
    return bool(first and second and not first & second)


def neighbours(every: tuple[Candidate, ...], right: int) -> Iterator[int]:
    """The mentions that end just before this one starts, in the same sentence, the longest first."""
    one = every[right]
    near = [
        left
        for left in range(right - 1, max(right - NEAR, 0) - 1, -1)
        if every[left].end <= one.start
        and every[left].sentence == one.sentence
        and one.first - every[left].last <= LONGEST_GAP
    ]
    if near:
        closest = max(every[left].last for left in near)
        yield from sorted((left for left in near if every[left].last == closest), key=lambda left: every[left].start)


def construction(page: Page, every: tuple[Candidate, ...], left: int, right: int) -> str:
    """The rule by which two neighbours are the same; empty when nothing tells so."""
    one, other = every[left], every[right]
    if one.form not in NAMED or not may_be_same(one, other) or one.number == "plural" != other.number:
        return ""
    between = page.between(one.last, other.first)
    lists = page.tables.lists
    if one.form != other.form and (one.form == "name" or other.shown != "indefinite"):
        if between == "" and one.form == "nominal" and not one.shown:
            return "sieve.title"
        if between == "," and not listed(page, other):
            return "sieve.apposition"
    if between.strip('"“” ,(–-') in lists["called"] and other.form == "name":
        return "sieve.called"
    if between == "(" and other.form == "name" and page.between(other.last, other.last + 1) == ")":
        return "sieve.bracket" if one.form == "nominal" or is_short(one, other) else ""
    return ""


def listed(page: Page, other: Candidate) -> bool:
    """A further comma item with `dan` behind: the two are items of a list."""
    after = page.tokens.keys[other.last : other.last + 2]
    and_words = page.tables.lists["and"]
    return bool(after) and (after[0] in and_words or (after[0] == "," and after[-1] in and_words))


def is_short(one: Candidate, other: Candidate) -> bool:
    """`KPK` behind `Komisi Pemberantasan Korupsi`: initials in order, or a part of the name."""
    short = "".join(other.words)
    initials = "".join(word[0] for word in one.words)
    return short in (initials, "".join(word[0] for word in one.names)) or bool({*one.names} & {*other.names})


def predicate(page: Page, chains: Chains, right: int) -> tuple[int, str]:
    """The subject that a copula before this mention makes it the same as: `X adalah …`, `X (…), juga merupakan …`."""
    every = chains.candidates
    other = every[right]
    lists = page.tables.lists
    room = other.first - page.sentences[other.sentence].first_token
    sizes = range(min(LONGEST_CUE, room), 0, -1)
    cue = next((size for size in sizes if page.between(other.first - size, other.first) in lists["copula"]), 0)
    if not cue:
        return -1, ""
    before = [
        left
        for left in range(max(0, right - REACH), right)
        if every[left].sentence == other.sentence
        and every[left].last <= other.first - cue
        and not every[left].oblique
        and every[left].form != "clitic"
        and may_be_same(every[left], other)
    ]
    outer = [left for left in before if not any(inside(every[left], every[whole]) for whole in before)]
    if not outer:
        return -1, ""
    return outer[-1], "sieve.copula"


def inside(one: Candidate, whole: Candidate) -> bool:
    """The first stands within the second and is shorter."""
    return whole.start <= one.start and one.end <= whole.end and whole.end - whole.start > one.end - one.start


def may_be_same(one: Candidate, other: Candidate) -> bool:
    """Kind, number and gender do not speak against it, and neither stands inside the other."""
    if one.start < other.end and other.start < one.end:
        return False
    same = agree(one.number, other.number) and agree(one.gender or "any", other.gender or "any")
    return same and kinds_agree(one.kind, other.kind)


def agree(left: str, right: str) -> bool:
    """Two values of a feature, `any` with all."""
    return left == right or "any" in (left, right)


ALIKE: Final = frozenset(
    {
        frozenset({"country", "place"}),
        frozenset({"country", "organisation"}),
        frozenset({"group", "organisation"}),
        frozenset({"group", "person"}),
        frozenset({"event", "thing"}),
    }
)
"""Kinds that one character is called by now and then."""


def kinds_agree(left: str, right: str) -> bool:
    """Two kinds that one character may have."""
    return agree(left, right) or frozenset({left, right}) in ALIKE
