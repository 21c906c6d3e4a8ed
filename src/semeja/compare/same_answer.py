"""Answers that are told in several ways (`Permintaan itu dikabulkan`, `B memenuhi permintaan A`) and are one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from semeja.compare.acts import Draft
from semeja.compare.answers import SETTLES
from semeja.compare.history import Finding


def one_answer_each(
    drafts: Sequence[Draft], findings: Mapping[str, list[Finding]]
) -> tuple[list[Draft], dict[str, list[Finding]]]:
    """Drafts and findings with one refusal, and one acceptance, of each party to each thing that it answers."""
    settled: dict[str, set[str]] = defaultdict(set)
    for asked, found in findings.items():
        for finding in found:
            if finding.answer:
                settled[finding.answer].add(asked)
    groups: dict[tuple[str, str, tuple[str, ...]], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.item.act in SETTLES and settled[draft.item.id]:
            groups[draft.item.act, draft.item.party, tuple(sorted(settled[draft.item.id]))].append(draft)
    heads = {one.item.id: group[0].item.id for group in groups.values() for one in group}
    merged = {group[0].item.id: _merged(group) for group in groups.values()}
    kept = [merged.get(one.item.id, one) for one in drafts if heads.get(one.item.id, one.item.id) == one.item.id]
    return kept, {asked: _remapped(found, heads) for asked, found in findings.items()}


def _merged(group: Sequence[Draft]) -> Draft:
    """The first telling's entry with the places of all, and what the others tell besides."""
    if len(group) == 1:
        return group[0]
    items = [draft.item for draft in group]
    item = replace(
        items[0],
        counterpart=next((one.counterpart for one in items if one.counterpart), ()),
        condition=next((one.condition for one in items if one.condition), None),
        evidence=tuple(sorted({one for item in items for one in item.evidence})),
        articles=tuple(sorted({one for item in items for one in item.articles})),
    )
    tellings = sorted((one for draft in group for one in draft.tellings), key=lambda one: (one.index, one.coded.start))
    return Draft(item, tuple(tellings), all(draft.tentative for draft in group))


def _remapped(found: Sequence[Finding], heads: Mapping[str, str]) -> list[Finding]:
    return [replace(one, answer=heads.get(one.answer, one.answer)) if one.answer else one for one in found]
