"""What answers what: refusals, acceptances and promised replies beside the demands, requests and offers they settle."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from semeja.compare.acts import Draft
from semeja.compare.history import Finding, articles_in_time
from semeja.compare.same_event import SAME_CONTENT, differ_in_figures
from semeja.compare.tellings import Telling
from semeja.records.story import Story
from semeja.text.similarity import overlap

ASKING = frozenset({"demand", "request", "offer"})
SETTLES = {"rejection": "rejected", "acceptance": "accepted"}
"""Act -> the status that it gives to what it answers. A denial is in no row: it answers no demand."""
FULFILS = frozenset({"commitment", "offer", "agreement"})
"""Acts that accept what was asked when they promise just that; under a condition an offer leaves it pending."""
WHOLE = 0.6
"""Share of what was asked that a promise must name to accept it: who promises something near to it offers that."""
REPLY = "answer"
"""Meaning of a content that promises a reply (`jawaban tertulis`, `a written reply`)."""
REACH = 6
"""Sentences back in which an answer to `tuntutan tersebut` looks for what it answers."""
MOST_CANDIDATES = 24


def answers_of(story: Story, drafts: Sequence[Draft]) -> dict[str, list[Finding]]:
    """Id of what was asked -> what settles it, each with the status that it gives and where it first does so.

    A promise that was certainly told before the demand is no answer to it.
    """
    asked = Asked([draft for draft in drafts if draft.item.act in ASKING])
    order = articles_in_time(story)
    found: dict[str, list[Finding]] = defaultdict(list)
    for draft in drafts:
        status = _status_given(draft)
        for number, telling in _settled(draft, asked).items() if status else ():
            first = min(order[one.index] for one in asked.drafts[number].tellings)
            if draft.item.act in FULFILS and order[telling.index] < first:
                continue
            evidence = story.evidence(telling.index, telling.coded.start, telling.coded.end)
            finding = Finding(status or "pending", draft.item.party, telling.index, evidence, draft.item.id)
            found[asked.drafts[number].item.id].append(finding)
    return found


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


def _status_given(draft: Draft) -> str | None:
    """What an act makes of what it answers; None: it answers nothing. Who accepts on a condition accepts in part."""
    act = draft.item.act
    if act == "acceptance" and draft.item.condition:
        return "partly_accepted"
    if act in SETTLES:
        return SETTLES[act]
    if act not in FULFILS:
        return None
    return "pending" if _promises_reply(draft) or draft.item.condition else "accepted"


def _promises_reply(draft: Draft) -> bool:
    return draft.item.act != "agreement" and any(REPLY in telling.content_keys for telling in draft.tellings)


def _settled(answer: Draft, asked: Asked) -> dict[int, Telling]:
    """What the answer names, or what its anaphor points back to, each with the first telling that does so."""
    found: dict[int, Telling] = {}
    back = answer.item.act in SETTLES
    for telling in answer.tellings:
        if (back and telling.points_back) or (answer.item.act in FULFILS and REPLY in telling.content_keys):
            numbers = _pointed_at(answer, telling, asked) or _only_one(answer, asked)
        else:
            numbers = _named(answer, telling, asked)
        for number in sorted(numbers):
            found.setdefault(number, telling)
    return found


def _named(answer: Draft, telling: Telling, asked: Asked) -> set[int]:
    """What the content names. A general refusal settles only the demands that it names."""
    shared = Counter(number for key in telling.content_keys for number in asked.under.get(key, ()))
    ranked = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_CANDIDATES]
    between, covers = (_promised, _grants) if answer.item.act in FULFILS else (_names_it, _covers)
    return {
        number
        for number in ranked
        if between(answer, asked.drafts[number])
        and any(covers(telling, other) for other in asked.drafts[number].tellings)
    }


def _covers(answer: Telling, asked: Telling) -> bool:
    if differ_in_figures(answer, asked):
        return False
    return bool(asked.content_keys) and overlap(answer.content_keys, asked.content_keys) >= SAME_CONTENT


def _grants(answer: Telling, asked: Telling) -> bool:
    """Whether a promise is the very thing that was asked, figures and all, told in more than one word."""
    keys = asked.content_keys
    return len(keys) > 1 and len(keys & answer.content_keys) / len(keys) >= WHOLE


def _promised(answer: Draft, asked: Draft) -> bool:
    """Whether a promise or an agreement answers: by the one who was asked, and not to somebody else."""
    own, others = {answer.item.party}, {*answer.item.counterpart}
    if answer.item.act == "agreement":
        own = others = own | others
    if asked.item.party in own and answer.item.act != "agreement":
        return False
    return not own.isdisjoint(asked.item.counterpart) and (not others or asked.item.party in others)


def _pointed_at(answer: Draft, telling: Telling, asked: Asked) -> set[int]:
    """What stands in the nearest sentence before that holds something asked of the one who answers."""
    before = [
        (other.coded.sentence, number)
        for other, number in asked.of_article.get(telling.index, ())
        if 0 <= telling.coded.sentence - other.coded.sentence <= REACH
        and other.coded.start < telling.coded.start
        and _takes_up(answer, asked.drafts[number])
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


def _names_it(answer: Draft, asked: Draft) -> bool:
    """Whether the one who answers was asked, or answers the one who asked, of whom it is not told whom she asked.

    With the same content it is enough that the one who answers was asked: who refuses to resign refuses it to all who
    ask it. A person of whom no article says whom she speaks for may answer for the one who was asked.
    """
    if answer.item.party == asked.item.party:
        return False
    return answer.item.party in asked.item.counterpart or (
        _answers_asker(answer, asked) and (not asked.item.counterpart or _speaks_for_nobody(answer))
    )


def _takes_up(answer: Draft, asked: Draft) -> bool:
    """Whether the one who answers `tuntutan tersebut` was asked, and answers the one who asked."""
    if answer.item.party == asked.item.party or not _answers_asker(answer, asked):
        return False
    return answer.item.party in asked.item.counterpart or not asked.item.counterpart


def _answers_asker(answer: Draft, asked: Draft) -> bool:
    return not answer.item.counterpart or asked.item.party in answer.item.counterpart


def _speaks_for_nobody(answer: Draft) -> bool:
    return answer.item.party.startswith("person:") and bool(answer.item.counterpart)
