"""With whom a party deals where no article says to whom an act is put: by what answers it, and by what it hangs on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from semeja.compare.acts import Draft
from semeja.compare.history import Finding
from semeja.compare.same_event import SAME_CONTENT
from semeja.text.similarity import overlap

ANSWERED = frozenset({"demand", "request", "offer"})
"""Acts that, where nobody is named, were put to whoever answers them."""
REPLIES = frozenset({"rejection", "acceptance", "commitment"})
"""Acts that, where nobody is named, are said to those whom they answer."""


def other_parties(drafts: Sequence[Draft], findings: Mapping[str, Iterable[Finding]]) -> dict[str, tuple[str, ...]]:
    """Id of an entry -> the parties that it is put to, as far as its answers, what it answers or its condition tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        for finding in findings[draft.item.id]:
            if finding.answer:
                found[finding.answer] |= {draft.item.party}
                found[draft.item.id] |= {finding.by} if draft.item.act in ANSWERED else set()
    named = {key: tuple(sorted(parties)) for key, parties in found.items()}
    demands = _demands(drafts, named)
    threatening, pressing = _pressing(drafts, ("threat",)), _pressing(drafts, ("threat", "demand"))
    for draft in drafts:
        if draft.item.act == "threat" and not draft.item.counterpart:
            party = draft.item.party
            named[draft.item.id] = _behind(draft, demands) or _only(threatening, party) or _only(pressing, party)
    return {
        draft.item.id: tuple(one for one in named[draft.item.id] if one != draft.item.party)
        for draft in drafts
        if named.get(draft.item.id)
    }


def _demands(
    drafts: Sequence[Draft], named: Mapping[str, tuple[str, ...]]
) -> dict[str, list[tuple[Draft, tuple[str, ...]]]]:
    """Party -> what it demands, with those of whom it does."""
    found: dict[str, list[tuple[Draft, tuple[str, ...]]]] = defaultdict(list)
    for draft in drafts:
        others = draft.item.counterpart or named.get(draft.item.id, ())
        if draft.item.act in ("demand", "request") and others:
            found[draft.item.party].append((draft, others))
    return found


def _pressing(drafts: Sequence[Draft], acts: tuple[str, ...]) -> dict[str, set[str]]:
    """Party -> those who threaten it or demand something of it: against them its own threat stands."""
    found: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        for other in draft.item.counterpart if draft.item.act in acts else ():
            found[other].add(draft.item.party)
    return found


def _only(pressing: Mapping[str, set[str]], party: str) -> tuple[str, ...]:
    others = pressing.get(party, set())
    return tuple(others) if len(others) == 1 else ()


def _behind(threat: Draft, demands: Mapping[str, list[tuple[Draft, tuple[str, ...]]]]) -> tuple[str, ...]:
    """`… jika upah tidak dinaikkan`: of whom its party demands what the threat hangs on; else the only one it asks."""
    own = demands.get(threat.item.party, [])
    keys = frozenset[str]().union(*(telling.condition_keys for telling in threat.tellings))
    meant = {
        others
        for draft, others in own
        if any(overlap(telling.content_keys, keys) >= SAME_CONTENT for telling in draft.tellings)
    } or {others for _, others in own}
    return next(iter(meant)) if len(meant) == 1 else ()
