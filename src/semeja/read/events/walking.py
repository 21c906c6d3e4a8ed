"""Reading leftwards from a predicate: its subject, its operators, and the word that links its clause."""

from collections.abc import Sequence
from typing import Final

from semeja.lang.coding import Word
from semeja.read.events.items import CLAUSE_LINKS, Item

FLAGS: Final = frozenset(["neg", "notyet", "never", "future", "perfect", "progress", "modal", "must", "self", "be"])
_LINKING: Final = CLAUSE_LINKS | {"prep"}
_PASSED_OVER: Final = frozenset({"adverb", "demonstrative"})
_NEITHER: Final = frozenset({"cond", "that"})
_NONE: Final = frozenset[str]()
_MAX_GAP: Final = 5


class Walk:
    """What stands left of a predicate in its own clause. Item indices; -1: none.

    `origin`: the mention that tells where the subject noun is from (`doctors from Norlandia`).
    """

    def __init__(
        self,
        flags: frozenset[str],
        subject: int = -1,
        head: int = -1,
        partner: int = -1,
        noun: bool = False,
        link: str = "",
        link_at: int = -1,
        joined: bool = False,
        comma: bool = False,
        reached: bool = False,
        start: int = 0,
        join_at: int = -1,
        origin: int = -1,
    ) -> None:
        self.flags = flags
        self.subject = subject
        self.head = head
        self.partner = partner
        self.noun = noun
        self.link = link
        self.link_at = link_at
        self.joined = joined
        self.comma = comma
        self.reached = reached
        self.start = start
        self.join_at = join_at
        self.origin = origin


def walk_left(items: Sequence[Item], at: int, floor: int, owner_first: bool) -> Walk:
    """What stands between a predicate and the previous one (item `floor`), read from right to left."""
    walk = Walk(_NONE)
    walk.start = floor + 1
    steps = _Steps(items, at, floor, owner_first)
    while steps.at > floor:
        item = items[steps.at]
        kind = item.kind
        if kind == "other":
            steps.gap += 1
        elif kind != "time" and not steps.take(walk, item):
            break
        steps.at -= 1
    walk.reached = steps.at <= floor or (walk.joined and walk.subject < 0 and floor >= 0)
    walk.noun = walk.subject < 0 and (steps.gap > 0 or walk.head >= 0)
    walk.flags = steps.flags
    return walk


class _Steps:
    """The walk leftwards: place, words passed since the last thing understood, operators met."""

    def __init__(self, items: Sequence[Item], at: int, floor: int, owner_first: bool) -> None:
        self.owner_first = owner_first
        self.items, self.from_at, self.at, self.floor = items, at, at - 1, floor
        self.gap, self.flags, self.voices = 0, _NONE, items[at].word.voices

    def take(self, walk: Walk, item: Item) -> bool:
        """Understand the item at hand, which is neither a time nor an unknown word; False: the clause begins here."""
        kind = item.kind
        if kind == "word":
            return self._word(walk, item.word)
        if kind == "mention":
            return self._mention(walk)
        if kind == "comma":
            return self._comma(walk)
        walk.start = self.at + 1
        return False

    def _mention(self, walk: Walk) -> bool:
        prep = _preposition(self.items, self.at, self.floor)
        if prep >= 0:
            walk.partner = self.at if "with" in self.items[prep].word.roles else walk.partner
            walk.origin = self.at if "origin" in self.items[prep].word.roles else walk.origin
            self.gap, self.at = 0, prep
        elif (self.gap and self._modifies()) or (
            self.at > 0 and "follower" in self.items[self.at - 1].word.roles and self.at - 1 > self.floor
        ):
            self.gap += 1
        elif walk.subject < 0 and self.gap <= _MAX_GAP and not (walk.joined and self.floor >= 0):
            walk.subject, self.gap = self.at, 0
        return True

    def _modifies(self) -> bool:
        """`police union boss`: a body before nouns only tells which (where owners stand first)."""
        mention = self.items[self.at].mention
        return self.owner_first and mention is not None and mention.kind == "group"

    def _comma(self, walk: Walk) -> bool:
        if walk.subject >= 0 or self.gap:
            walk.start, walk.comma = self.at + 1, True
            return False
        walk.joined = walk.comma = True
        walk.join_at = self.at
        return self.floor < 0

    def _word(self, walk: Walk, word: Word) -> bool:
        roles = word.roles
        if not roles.isdisjoint(_LINKING) and self._links(roles):
            walk.link, walk.link_at, walk.start = _link(roles) or "purpose", self.at, self.at + 1
            return False
        if "and" in roles:
            return self._and(walk)
        if not self.gap and not roles.isdisjoint(FLAGS) and self._reaches(walk):
            self.flags |= roles & FLAGS
        elif "prep" in roles and not ("about" in roles and self.items[self.at + 1].kind == "other"):
            self.gap = 0
        elif roles.isdisjoint(_PASSED_OVER):
            self.gap += 1
            if word.senses and walk.head < 0:
                walk.head = self.at
        return True

    def _reaches(self, walk: Walk) -> bool:
        """Does an operator here stand over the predicate: is there no subject but one right before a bare stem?"""
        return walk.subject < 0 or (walk.subject == self.from_at - 1 and "bare" in self.voices)

    def _links(self, roles: frozenset[str]) -> bool:
        """Does the word link the clause? `to` only right before a verb, another preposition only before a gerund."""
        if "prep" in roles:
            if self.at == self.from_at - 1 and "gerund" in self.voices:
                return True
            if "infinitive" in roles and "definite" not in roles:
                return self.at >= self.from_at - 2 and not self.gap
        return not roles.isdisjoint(CLAUSE_LINKS) and not _is_plain(self.items, self.at, roles)

    def _and(self, walk: Walk) -> bool:
        if walk.subject < 0 and self.gap and self.floor < 0 and self.items[self.at - 1].kind == "mention":
            self.gap = 0
            return True
        if walk.subject < 0 and self.gap and self._lists_trades():
            return True
        if walk.subject >= 0 or self.gap:
            walk.start, walk.joined = self.at + 1, True
            return False
        walk.joined, walk.join_at = True, self.at
        if self.floor >= 0:
            walk.comma = self.items[self.at - 1].kind == "comma"
        return self.floor < 0

    def _lists_trades(self) -> bool:
        """`buruh garmen dan logam mogok`: words after a group tell which, on both sides of `and`."""
        for at in range(self.at - 1, max(self.floor, self.at - 4), -1):
            item = self.items[at]
            if item.kind == "mention":
                group = item.mention is not None and item.mention.kind == "group"
                return group and at < self.at - 1 and _preposition(self.items, at, self.floor) < 0
            if item.kind != "other":
                break
        return False


def _preposition(items: Sequence[Item], at: int, floor: int) -> int:
    """The preposition that a mention hangs on, over at most two nouns between (`di kota Jenewa`); -1: none.

    `sekitar`, `about` before a number and what is counted are no prepositions.
    """
    if at - 3 > floor and "and" in items[at - 1].word.roles and items[at - 2].kind == "other":
        # `bentrokan antara petugas dan mahasiswa`: the second of two partners.
        return at - 3 if {"with", "prep"} <= items[at - 3].word.roles else -1
    for i in range(at - 1, max(floor, at - 4), -1):
        if items[i].kind == "other":
            continue
        roles = items[i].word.roles
        if "about" in roles and i + 1 < at:
            continue
        if "prep" in roles and roles.isdisjoint(_NEITHER):
            return -1 if "partitive" in roles and i > 0 and "quantity" in items[i - 1].word.roles else i
        if "article" in roles and i - 1 > floor and "prep" in items[i - 1].word.roles:
            continue
        if roles or items[i].kind != "word" or items[i].word.verbal:
            return -1
    return -1


def _is_plain(items: Sequence[Item], at: int, roles: frozenset[str]) -> bool:
    """Words that link only at the head of a clause (`sementara`, `selama`) and stand inside this one.

    `kapal akan berangkat begitu jalan dibuka`: `begitu` before a noun and its verb links in the middle as well.
    """
    if "midway" in roles and any(item.word.verbal for item in items[at + 2 : at + 6]):
        return False
    return "initial" in roles and at > 0 and items[at - 1].kind not in ("comma", "stop", "quote")


def _link(roles: frozenset[str]) -> str:
    for name in ("relative", "where", "purpose", "that", "cond", "before", "time", "cause", "concede", "contrast"):
        if name in roles:
            return name
    return ""
