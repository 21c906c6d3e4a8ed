"""What is counted: the noun at the figure and the state that its clause gives it."""

from typing import Final

import msgspec

from semeja.lang.counting import State, Thing
from semeja.lang.phrases import match
from semeja.read.quantities.amounts import Amount, Line
from semeja.read.quantities.measures import Measure

BEFORE, AFTER, TOPIC_BEFORE, TOPIC_AFTER, NOUN_REACH = 18, 6, 10, 5, 4
"""How many tokens a state, a topic or a noun may stand from the figure."""
_BREAKS: Final = frozenset(".;?!")
_DIGITS: Final = frozenset("0123456789")
_PERSONS: Final = frozenset({"people", "person", "body", "family"})


class Counted(msgspec.Struct, frozen=True):
    """What is counted (`of`; None: people of no state), its unit, and the token after the noun.

    `thing` and `state` are the two parts of `of`.
    """

    of: str | None
    unit: str | None
    last: int
    rule: str
    thing: str | None = None
    state: str | None = None


def counted_by(line: Line, amount: Amount, start: int, end: int) -> Counted | None:
    """What a plain count counts; None when neither noun nor state says."""
    noun = _noun(line, amount, end)
    if noun is None:
        return _without_noun(line, amount, start, end)
    thing, last, rule = noun
    if thing.kind == "abstract":
        return None
    after = _state_after(line, thing, last, end)
    state = after or _state_before(line, thing, amount, start)
    unit = "person" if thing.kind in _PERSONS or thing.key == "members" or (state and state.kind == "ballot") else None
    side = "-state-after" if after else "-state" if state else ""
    return Counted(_key(thing, state), unit, last, rule + side, thing.key, state.key if state else None)


def _key(thing: Thing, state: State | None) -> str | None:
    """`dead`, `troops.dead`, `houses.damaged`, `votes.for`; the state alone for people in general."""
    if state is None:
        return thing.key
    if thing.kind == "people":
        return state.key
    if thing.kind == "ballot" and state.kind == "ballot":
        return f"votes.{state.key}"
    return thing.key if thing.key == state.key else f"{thing.key}.{state.key}"


def _fits(thing: Thing, state: State) -> bool:
    if state.kind == "person":
        return thing.kind in ("people", "person", "ballot")
    return state.kind == thing.kind


_ABSTRACT: Final = Thing("abstract", None)


def _noun(line: Line, amount: Amount, end: int) -> tuple[Thing, int, str] | None:
    """The thing counted, the token after it, the rule. A noun may stand behind adjectives (`two wooden boats`)."""
    table, keys, at = line.table, line.keys, amount.last
    groups = table.groups
    stops = groups["stop"]
    if at + 1 < end:
        at += keys[at] in groups["classifier"] and keys[at + 1] not in stops
    if at + 1 < end and keys[at] in groups["of_all"] and keys[at + 1] in groups["article"]:
        at += 2
    reach = NOUN_REACH if groups["noun_last"] else 1
    for step in range(at, min(end, at + reach)):
        key = keys[step]
        if key in stops or not key[0].isalpha():
            break
        if step == at and key in groups["abstract"]:
            return _ABSTRACT, step + 1, "abstract"
        known = match(table.things, keys, step, end) if key in table.things else None
        if known is not None:
            return known[0], known[1], "noun"
        if key in table.states and match(table.states, keys, step, end):
            break
    return _unknown(line, amount, at, end)


def _unknown(line: Line, amount: Amount, at: int, end: int) -> tuple[Thing, int, str] | None:
    """A noun that the tables lack: its own key. A capital or a verb right after a figure is none."""
    last = _plural(line, at, end) if line.table.groups["noun_last"] else at
    if last is None or last >= end or (amount.high is not None and amount.high <= 1):
        return None
    key = line.keys[last]
    verb = key.startswith(line.table.verb_prefixes) or key.endswith(line.table.verb_suffixes)
    if verb or not _may_be_noun(line, last, end):
        return None
    return Thing("thing", key), last + 1, "other-noun"


def _plural(line: Line, at: int, end: int) -> int | None:
    """The first plural of a run of words where the noun stands last: `27 busy harbours`."""
    for step in range(at, min(end, at + NOUN_REACH)):
        if not _may_be_noun(line, step, end):
            return None
        if line.keys[step].endswith("s"):
            return step
    return None


def _may_be_noun(line: Line, at: int, end: int) -> bool:
    key, table = line.keys[at], line.table
    if len(key) <= 2 or not key.isalpha() or not line.words[at][0].islower() or key in table.groups["stop"]:
        return False
    return key not in table.states or match(table.states, line.keys, at, end) is None


def _state_after(line: Line, thing: Thing, at: int, end: int) -> State | None:
    """A state behind the noun, past fillers and names (`anggota DPRD Lembah Arum menyetujui`)."""
    keys, states, filler = line.keys, line.table.states, line.table.groups["filler"]
    for step in range(at, min(end, at + AFTER)):
        key = keys[step]
        found = match(states, keys, step, end) if key in states else None
        if found and found[0].side in ("after", "both") and _fits(thing, found[0]):
            return found[0]
        if key not in filler and not line.words[step][0].isupper():
            return None
        if key[0] in _DIGITS:
            return None
    return None


def _state_before(line: Line, thing: Thing, amount: Amount, start: int) -> State | None:
    """A state or act before the figure: `menewaskan 12 orang`, `korban tewas mencapai 12 orang`."""
    keys, states, parts = line.keys, line.table.states, line.table.numbers.parts
    lowest = max(start, amount.first - BEFORE)
    for step in range(amount.first - 1, lowest - 1, -1):
        key = keys[step]
        if key in _BREAKS or ((key in parts or key[0] in _DIGITS) and not _is_placed(line, step, start)):
            return None
        found = match(states, keys, step, amount.first) if key in states else None
        if found and _fits(thing, found[0]) and found[0].side != "after":
            if found[0].key != "missing" and step > start and keys[step - 1] in line.table.groups["unreal"]:
                return None
            near = found[0].side != "near" or amount.first - found[1] <= 1
            loose = found[0].side == "near" or _reaches(line, found[1], amount.first, found[0])
            return found[0] if near and loose else None
    return None


def _is_placed(line: Line, at: int, start: int) -> bool:
    """A number that says where (`pengungsi di enam titik berjumlah …`) does not part a state from its figure."""
    return at > start and line.keys[at - 1] in line.table.groups["place_lead"]


def _reaches(line: Line, at: int, first: int, state: State) -> bool:
    """Whether the words between a state and the figure are few or end in a link (`menjadi`, `mencapai`, `to`)."""
    if state.side == "before" or first - at <= 1:
        return True
    return any(line.keys[step] in line.table.groups["link"] for step in range(max(at, first - 3), first))


_PEOPLE: Final = Thing("people", None)


def _without_noun(line: Line, amount: Amount, start: int, end: int) -> Counted | None:
    """`112 were injured`, `tewas menjadi sembilan`, `13 menolak`: only a state says what is counted."""
    after, states = None, line.table.states
    if any(map(states.__contains__, line.keys[amount.last : min(end, amount.last + AFTER)])):
        after = _state_after(line, _PEOPLE, amount.last, end) or _state_after(line, _BALLOT, amount.last, end)
    if after is not None:
        thing = _BALLOT if after.kind == "ballot" else _PEOPLE
        return Counted(_key(thing, after), "person", amount.last, "state-after")
    if match(line.table.subset, line.keys, amount.last, end) is not None:
        return Counted(None, None, amount.last, "subset")
    if amount.first == start or not _is_linked(line, amount):
        return None
    before = _state_before(line, _PEOPLE, amount, start)
    if before is None:
        return None
    return Counted(_key(_PEOPLE, before), "person", amount.last, "state-before")


_BALLOT: Final = Thing("ballot", "votes")
_TOLLS: Final = ("dead", "injured")


def _is_linked(line: Line, amount: Amount) -> bool:
    """Whether a link or a transitive act stands right before the figure."""
    before = line.keys[amount.first - 1]
    if before in line.table.groups["link"] or before in line.table.groups["chain"]:
        return True
    states = line.table.states.get(before, ())
    return any(state.side == "before" or (state.side == "both" and state.key in _TOLLS) for _, state in states)


def topic_of(line: Line, measure: Measure, start: int, end: int) -> str | None:
    """What money, a share or a measure is about: the nearest topic before it in the sentence, else after it.

    A share tells of a change first (`pengurangan kuota 30 persen`: the reduction).
    """
    topics = _topics(line, measure.first - 1, max(start, measure.first - TOPIC_BEFORE) - 1, -1, end)
    topics = topics or _topics(line, measure.last, min(end, measure.last + TOPIC_AFTER), 1, end)
    for kind in _KINDS_OF_TOPIC.get(measure.unit, _EXTENT if measure.unit in EXTENTS else _MATTER):
        for topic in topics:
            if topic.kind == kind:
                return topic.key
    return None


EXTENTS: Final = frozenset(
    ("km", "m", "cm", "mm", "mile", "nautical_mile", "yard", "foot", "inch", "km2", "m2", "mi2", "ha", "acre")
)
_EXTENT, _MATTER = ("extent",), ("topic", "weak")
_KINDS_OF_TOPIC: Final = {"percent": ("change", *_MATTER)}


def _topics(line: Line, first: int, stop: int, step: int, end: int) -> list[Thing]:
    keys, table, topics = line.keys, line.table.topics, []
    for at in range(first, stop, step):
        key = keys[at]
        if key in _BREAKS or (step > 0 and key == ","):
            break
        found = match(table, keys, at, end) if key in table else None
        if found:
            topics.append(found[0])
    return topics
