"""Where the negotiation stands: acts of the parties towards each other, their status, its history and the answers."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from semeja.compare.acts import Draft, acts_of
from semeja.compare.answers import answers_of
from semeja.compare.counterparts import other_parties
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent
from semeja.compare.expectations import expectations
from semeja.compare.history import Finding, articles_in_time, history_of
from semeja.compare.outcomes import outcomes_of
from semeja.compare.same_answer import one_answer_each
from semeja.compare.withdrawals import withdrawals_of
from semeja.records.dossier import LedgerItem
from semeja.records.story import Story


def keep_ledger(story: Story, cast: Cast, events: Iterable[MergedEvent]) -> tuple[LedgerItem, ...]:
    """Every act of every party, answered where a cited refusal, acceptance or promised reply names it."""
    events = tuple(events)
    drafts = acts_of(story, cast, events)
    tellings = [telling for merged in events for telling in merged.tellings]
    findings: dict[str, list[Finding]] = {draft.item.id: [] for draft in drafts}
    for found in (answers_of(story, drafts), withdrawals_of(story, drafts, tellings)):
        for item, more in found.items():
            findings[item] += more
    for item, outcome in outcomes_of(story, cast, drafts, tellings).items():
        findings[item].append(outcome)
    drafts, findings = one_answer_each(drafts, findings)
    order = articles_in_time(story)
    others = other_parties(drafts, findings)
    items = [
        _settled(story, order, draft, findings[draft.item.id], others)
        for draft in drafts
        if not draft.tentative or draft.item.id in others
    ]
    items += expectations(story, cast)
    return tuple(sorted(items, key=lambda one: (one.evidence[0], one.id)))


def _settled(
    story: Story, order: Sequence[int], draft: Draft, findings: Sequence[Finding], others: Mapping[str, tuple[str, ...]]
) -> LedgerItem:
    item = draft.item
    first = min(draft.tellings, key=lambda one: (order[one.index], one.in_title, one.index, one.coded.start))
    evidence = story.evidence(first.index, first.coded.start, first.coded.end)
    history = history_of(
        story, order, Finding(item.status, item.party, first.index, evidence), findings, item.counterpart
    )
    return replace(
        item,
        counterpart=item.counterpart or others.get(item.id, ()),
        status=history[-1].status,
        responses=tuple(sorted({finding.answer for finding in findings if finding.answer})),
        history=history,
    )
