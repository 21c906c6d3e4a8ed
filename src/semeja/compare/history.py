"""The status of an entry of the ledger, article by article in the order of their times."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from semeja.compare.instants import earlier
from semeja.compare.times import to_time
from semeja.records.dossier import Evidence, StatusChange, Time
from semeja.records.story import Story

FINAL = ("fulfilled", "missed", "withdrawn")
"""What became of it; no answer counts any more."""


class Finding(msgspec.Struct, frozen=True):
    """What bears on an entry: the `status` that it gives, `by` which party, where it is told.

    `answer` is the entry of the ledger that says so; None: an article reports it.
    """

    status: str
    by: str
    index: int
    evidence: Evidence
    answer: str | None = None


def history_of(
    story: Story, order: Sequence[int], opened: Finding, findings: Iterable[Finding], asked: Collection[str] = ()
) -> tuple[StatusChange, ...]:
    """The statuses in order of time, each with the first article that tells it.

    `order`: of `articles_in_time`. `opened`: the first telling and the status before anything else is known.
    `asked`: the parties that it is put to. What an earlier article tells counts from the moment at which the entry
    itself is first told.
    """
    start = order[opened.index]
    by_moment: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_moment[max(start, order[finding.index])].append(finding)
    known: list[Finding] = []
    changes: list[StatusChange] = []
    for moment in sorted({start, *by_moment}):
        known += sorted(by_moment[moment], key=lambda one: (order[one.index], one.evidence, one.status))
        status = status_of(order, known, opened.status, asked)
        if not changes or changes[-1].status != status:
            shown = next((one for one in reversed(known) if one.status == status), known[-1] if known else opened)
            changes.append(_change(story, status, shown))
    return tuple(changes)


def articles_in_time(story: Story) -> list[int]:
    """The rank of each article in time; articles that do not tell which came first share one."""
    ranks: list[int] = []
    for index in range(len(story.articles)):
        later = index > 0 and earlier(told_at(story, index - 1), told_at(story, index)) is True
        ranks.append(ranks[-1] + later if ranks else 0)
    return ranks


def told_at(story: Story, index: int) -> str | None:
    """When the article at `index` was published, as an ISO 8601 value; None: it does not say."""
    published = story.readings[index].published
    return published.value if published else None


def status_of(order: Sequence[int], known: Sequence[Finding], unanswered: str, asked: Collection[str]) -> str:
    """What the findings up to a moment make of an entry: its outcome, else the last answer of each who gave one.

    What several were asked is accepted in part while some of them have not answered.
    """
    outcomes = {one.status for one in known if one.status in FINAL}
    if outcomes:
        return min(outcomes, key=FINAL.index)
    last: dict[str, tuple[int, set[str]]] = {}
    for one in known:
        moment, said = last.get(one.by, (-1, set()))
        if order[one.index] >= moment:
            said = said if order[one.index] == moment else set()
            last[one.by] = order[one.index], said | {one.status}
    given = set[str]().union(*(said for _, said in last.values()))
    silent = len(asked) > 1 and not last.keys() >= set(asked)
    if "partly_accepted" in given or {"rejected", "accepted"} <= given or ("accepted" in given and silent):
        return "partly_accepted"
    return next((status for status in ("accepted", "rejected", "pending") if status in given), unanswered)


def _change(story: Story, status: str, finding: Finding) -> StatusChange:
    published = story.readings[finding.index].published
    since: Time | None = to_time(story, finding.index, published) if published else None
    return StatusChange(status, since, finding.evidence.article, finding.evidence)  # type: ignore[arg-type]
