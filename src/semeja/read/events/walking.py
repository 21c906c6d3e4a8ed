"""Reading leftwards from a predicate: its subject, its operators, and the word that links its clause."""

from collections.abc import Sequence

import msgspec

from semeja.read.events.items import CLAUSE_LINKS, Item

FLAGS = frozenset(["neg", "notyet", "never", "future", "perfect", "progress", "modal", "must", "self", "be"])
_MAX_GAP = 5


class Walk(msgspec.Struct, gc=False):
    """What stands left of a predicate in its own clause. Item indices; -1: none.

    `origin`: the mention that tells where the subject noun is from (`doctors from Norlandia`).
    """

    flags: frozenset[str]
    subject: int = -1
    head: int = -1
    partner: int = -1
    noun: bool = False
    link: str = ""
    link_at: int = -1
    joined: bool = False
    comma: bool = False
    reached: bool = False
    start: int = 0
    join_at: int = -1
    origin: int = -1


def walk_left(items: Sequence[Item], at: int, floor: int, owner_first: bool) -> Walk:
    """What stands between a predicate and the previous one (item `floor`), read from right to left."""
    walk, steps = Walk(frozenset(), start=floor + 1), _Steps(items, at, floor, owner_first)
    while steps.at > floor and steps.take(walk):
        steps.at -= 1
    walk.reached = steps.at <= floor or (walk.joined and walk.subject < 0 and floor >= 0)
    walk.noun = walk.subject < 0 and (steps.gap > 0 or walk.head >= 0)
    walk.flags = frozenset(steps.flags)
    return walk


class _Steps:
    """The walk leftwards: place, words passed since the last thing understood, operators met."""

    def __init__(self, items: Sequence[Item], at: int, floor: int, owner_first: bool) -> None:
        self.owner_first = owner_first
        self.items, self.from_at, self.at, self.floor = items, at, at - 1, floor
        self.gap, self.flags = 0, set[str]()
        voices = {sense.voice for sense in items[at].word.senses}
        self.gerund, self.bare = "gerund" in voices, "bare" in voices

    def take(self, walk: Walk) -> bool:
        """Understand the item at hand; False: the clause begins here."""
        kind = self.items[self.at].kind
        if kind == "mention":
            return self._mention(walk)
        if kind == "comma":
            return self._comma(walk)
        if kind in ("quote", "stop"):
            walk.start = self.at + 1
            return False
        return kind == "time" or self._word(walk)

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

    def _word(self, walk: Walk) -> bool:
        roles = self.items[self.at].word.roles
        if self._links(roles):
            walk.link, walk.link_at, walk.start = _link(roles) or "purpose", self.at, self.at + 1
            return False
        if "and" in roles:
            return self._and(walk)
        if roles & FLAGS and not self.gap and (walk.subject < 0 or (self.bare and walk.subject == self.from_at - 1)):
            self.flags |= roles & FLAGS
        elif "prep" in roles and not ("about" in roles and self.items[self.at + 1].kind == "other"):
            self.gap = 0
        elif not roles & {"adverb", "demonstrative"}:
            self.gap += 1
            if self.items[self.at].word.senses and walk.head < 0:
                walk.head = self.at
        return True

    def _links(self, roles: frozenset[str]) -> bool:
        """Does the word link the clause? `to` only right before a verb, another preposition only before a gerund."""
        if "prep" in roles and self.gerund and self.at == self.from_at - 1:
            return True
        if {"infinitive", "prep"} <= roles and "definite" not in roles:
            return self.at >= self.from_at - 2 and not self.gap
        return bool(roles & CLAUSE_LINKS) and not _is_plain(self.items, self.at, roles)

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
        roles = items[i].word.roles
        if "about" in roles and i + 1 < at:
            continue
        if "prep" in roles and not roles & {"cond", "that"}:
            return -1 if "partitive" in roles and i > 0 and "quantity" in items[i - 1].word.roles else i
        if "article" in roles and i - 1 > floor and "prep" in items[i - 1].word.roles:
            continue
        if items[i].kind != "other" and not (items[i].kind == "word" and not items[i].word.verbal and not roles):
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
