"""What answers what: refusals, acceptances and promised replies beside the demands, requests and offers they settle."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.tellings import Telling
from semeja.records.dossier import LedgerItem
from semeja.text.similarity import overlap

SETTLES = {"rejection": "rejected", "acceptance": "accepted"}
"""Act -> the status that it gives to what it answers. A denial is in no row: it answers no demand."""
REPLY = "answer"
"""Meaning of a content that promises a reply (`jawaban tertulis`, `a written reply`)."""
REACH = 6
"""Sentences back in which an answer to `tuntutan tersebut` looks for what it answers."""
MOST_CANDIDATES = 24


class Draft(msgspec.Struct, frozen=True):
    """A ledger item with the tellings that it rests on."""

    item: LedgerItem
    tellings: tuple[Telling, ...]


def answers_of(drafts: Sequence[Draft]) -> dict[str, dict[str, str]]:
    """Id of what was asked -> ids of the items that answer it, each with the status that it gives."""
    asked = Asked([draft for draft in drafts if draft.item.act in ("demand", "request", "offer")])
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for draft in drafts:
        status = SETTLES.get(draft.item.act) or ("pending" if _promises_reply(draft) else None)
        for settled in _settled(draft, asked) if status else ():
            found[settled][draft.item.id] = status or "pending"
    return found


def status_of(given: Iterable[str], unanswered: str) -> str:
    """One status of several answers: a refusal and an acceptance together accept in part."""
    kinds = set(given)
    if {"rejected", "accepted"} <= kinds:
        return "partly_accepted"
    return next((status for status in ("accepted", "rejected", "pending") if status in kinds), unanswered)


class Asked:
    """What was asked, by article and by content key."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.of_article: dict[int, list[tuple[Telling, int]]] = defaultdict(list)
        self.under: dict[str, list[int]] = defaultdict(list)
        self.by_party: dict[str, list[int]] = defaultdict(list)
        for number, draft in enumerate(drafts):
            self.by_party[draft.item.party].append(number)
            for telling in draft.tellings:
                self.of_article[telling.index].append((telling, number))
            for key in sorted(frozenset().union(*(telling.content_keys for telling in draft.tellings))):
                self.under[key].append(number)


def _promises_reply(draft: Draft) -> bool:
    promised = draft.item.act in ("commitment", "offer")
    return promised and any(REPLY in telling.content_keys for telling in draft.tellings)


def _settled(answer: Draft, asked: Asked) -> set[str]:
    """Ids of what the answer names, or of what its anaphor points back to."""
    numbers: set[int] = set()
    for telling in answer.tellings:
        if telling.points_back or REPLY in telling.content_keys:
            numbers |= _pointed_at(answer, telling, asked) or _only_one(answer, asked)
        else:
            numbers |= _named(answer, telling, asked)
    return {asked.drafts[number].item.id for number in numbers}


def _named(answer: Draft, telling: Telling, asked: Asked) -> set[int]:
    """What the content names. A general refusal settles only the demands that it names."""
    shared = Counter(number for key in telling.content_keys for number in asked.under.get(key, ()))
    ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    return {
        number
        for number in ranked
        if _between(answer, asked.drafts[number], by_content=True)
        and any(_covers(telling, other) for other in asked.drafts[number].tellings)
    }


def _covers(answer: Telling, asked: Telling) -> bool:
    return bool(asked.content_keys) and overlap(answer.content_keys, asked.content_keys) >= SAME_CONTENT


def _pointed_at(answer: Draft, telling: Telling, asked: Asked) -> set[int]:
    """What stands in the nearest sentence before that holds something asked of the one who answers."""
    before = [
        (other.coded.sentence, number)
        for other, number in asked.of_article.get(telling.index, ())
        if 0 <= telling.coded.sentence - other.coded.sentence <= REACH
        and other.coded.start < telling.coded.start
        and _between(answer, asked.drafts[number], by_content=False)
    ]
    nearest = max((sentence for sentence, _ in before), default=-1)
    return {number for sentence, number in before if sentence == nearest}


def _only_one(answer: Draft, asked: Asked) -> set[int]:
    """Told in an article without the demand: the one thing that this party has asked of that one, if it is one."""
    if answer.item.act not in SETTLES:
        return set()
    open_between = {
        number
        for party in answer.item.counterpart
        for number in asked.by_party.get(party, ())
        if answer.item.party in asked.drafts[number].item.counterpart
    }
    return open_between if len(open_between) == 1 else set()


def _between(answer: Draft, asked: Draft, by_content: bool) -> bool:
    """Whether the one who answers was asked, and answers the one who asked.

    With the same content it is enough that the one who answers was asked: who refuses to resign refuses it to all who
    ask it. A person of whom no article says whom she speaks for may answer for the one who was asked.
    """
    party, counterpart = answer.item.party, answer.item.counterpart
    if party == asked.item.party:
        return False
    was_asked = party in asked.item.counterpart
    answers_asker = not counterpart or asked.item.party in counterpart
    if by_content:
        return was_asked or (answers_asker and (not asked.item.counterpart or _speaks_for_nobody(answer)))
    return answers_asker and (was_asked or not asked.item.counterpart)


def _speaks_for_nobody(answer: Draft) -> bool:
    return answer.item.party.startswith("person:") and bool(answer.item.counterpart)
