"""A figure with what is needed to compare it, the series that figures make, and which of them are only parts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from semeja.compare.counting_sentences import words_of
from semeja.compare.instants import has_clock, sort_key
from semeja.lang import differing
from semeja.records.dossier import DossierQuantity, Time
from semeja.records.reading import Reading

GROWING = frozenset(
    {"dead", "injured", "missing", "displaced", "rescued", "bodies", "arrested", "houses.damaged", "houses.destroyed",
     "cases", "patients", "infected", "magnitude", "evacuated", "victims", "villages", "homeless", "civilians.dead",
     "troops.dead", "houses.flooded", "houses.burned", "buildings.damaged", "affected", "hostages.freed", "treated",
     "trapped", "stranded", "isolated"}
)  # fmt: skip
"""What is counted anew while a happening goes on: a later figure replaces an earlier one."""


SAME_PEOPLE = frozenset({"workers", "miners", "employees", "fishermen", "farmers", "residents", "tourists", "migrants"})
"""Nouns for people of a story that another article may call by another noun, or just people."""


class Count(msgspec.Struct, frozen=True):
    """A quantity with what its series needs to know.

    `counts`: what is counted (`of`, but those who protest are `demonstrators`). `held`: when the count held, as stated
    for it, else for the count before it in its article, else empty; `told`: the publication of its article, else empty.
    `period`: the month or year that it is told for; `as_of`: the time that the text gives for the count itself.
    `parties`: whose word it is. `keys`: what its sentence speaks of. `wanted`: it is asked for, offered or refused by
    `parties`. `revised`: its sentence, or a mark of its article, says that something was put right; `changed`: its
    sentence tells of an older and a newer figure.
    `comparable`: it counts the whole, now.
    """

    quantity: DossierQuantity
    counts: str | None
    held: str
    told: str
    period: str
    as_of: Time | None
    parties: frozenset[str]
    keys: frozenset[str]
    wanted: bool
    revised: bool
    changed: bool
    comparable: bool

    @property
    def stated(self) -> bool:
        """Whether the text says when the count held."""
        return bool(self.held)

    @property
    def moment(self) -> str:
        """When it held, as finely as is known: of the day of its article it is known since the article is."""
        if not self.held or (not has_clock(self.held) and self.held[:10] == self.told[:10]):
            return self.told or self.held
        return self.held


def with_one_noun(counts: Sequence[Count]) -> tuple[Count, ...]:
    """Counts in which one state of people that articles call by different nouns is one thing counted.

    `9 pekerja terjebak` and `12 miners trapped` are the trapped, unless an article counts two of such nouns apart.
    """
    nouns: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in counts:
        noun, _, state = (one.counts or "").rpartition(".")
        if one.counts and (noun in SAME_PEOPLE or not noun):
            nouns[state][one.quantity.article].add(noun)
    merged = {state for state, told in nouns.items() if all(len(names) == 1 for names in told.values())}
    return tuple(_with_state(one, merged) for one in counts)


def _with_state(one: Count, merged: Collection[str]) -> Count:
    noun, _, state = (one.counts or "").rpartition(".")
    return replace(one, counts=state) if noun in SAME_PEOPLE and state in merged else one


def series(counts: Iterable[Count]) -> dict[tuple[str, str], tuple[Count, ...]]:
    """Comparable counts by (what is counted, unit), in order of moment, article and place.

    Only what the tables know how to count makes a series; an unknown noun is counted but not compared.
    """
    found: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        if count.counts and count.comparable:
            found[count.counts, _unit(count)].append(count)
    return {key: in_order(members) for key, members in sorted(found.items())}


def in_order(members: Iterable[Count]) -> tuple[Count, ...]:
    """Counts in order of moment, article and place."""
    return tuple(sorted(members, key=lambda one: (sort_key(one.moment), one.quantity.evidence)))


def _unit(count: Count) -> str:
    """The unit; of those who protest the person, though `drivers` be a noun that the tables lack."""
    return "person" if count.counts == "demonstrators" else count.quantity.unit or ""


def without_parts(text: str, reading: Reading, counts: Sequence[Count]) -> list[Count]:
    """The counts of an article; of figures that one sentence lists without saying that one became another, only the
    one that is the sum of the others is the whole."""
    listed: dict[tuple[int, str, str], list[Count]] = defaultdict(list)
    body = max((one.end for one in reading.sentences if one.zone == "title"), default=0)
    for count in counts:
        if count.counts and count.comparable:
            at = reading.sentence_at(count.quantity.evidence.start)
            listed[at, count.counts, count.quantity.unit or ""].append(count)
    parts = {part.quantity.id for members in listed.values() for part in _parts(text, reading.language, members)}
    parts |= {
        part.quantity.id for part in _below_the_whole([one for one in counts if one.quantity.id not in parts], body)
    }
    return [replace(count, comparable=False) if count.quantity.id in parts else count for count in counts]


def _below_the_whole(counts: Sequence[Count], body: int) -> list[Count]:
    """Of what is counted anew: figures below the highest that an article gives for one moment, by one voice and
    without saying that one became the other. They count a part (`12 kasus di SD Karang`). `body`: where it begins."""
    same: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    for one in counts:
        if one.counts in GROWING and one.counts and one.comparable and one.quantity.evidence.start >= body:
            same[one.counts, one.quantity.unit or "", one.moment].append(one)
    found = []
    for (of, _, _), members in same.items():
        voices = {one.parties for one in members if one.parties}
        if of == "magnitude" or len(voices) > 1 or any(one.changed or one.revised for one in members):
            continue
        whole = max(_bound(one) for one in members)
        found += [one for one in members if _bound(one) < whole]
    return found


def _parts(text: str, language: str | None, members: Sequence[Count]) -> list[Count]:
    values = [_bound(one) for one in members]
    if len(set(values)) < 2 or len({one.parties for one in members if one.parties}) > 1:
        return []
    turned, changed = (differing.load(language).of(group) for group in ("turned", "changed"))
    for one, other in pairwise(members):
        between = text[one.quantity.evidence.end : other.quantity.evidence.end]
        last = between.split()[-1:]
        if not words_of(between).isdisjoint(changed) or not turned.isdisjoint(word.casefold() for word in last):
            return []
    return [one for one, value in zip(members, values, strict=True) if value * 2 != sum(values)]


def _bound(one: Count) -> float:
    return float(one.quantity.low or one.quantity.high or 0)
