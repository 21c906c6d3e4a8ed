"""Which decisions the dossier of each story depends on."""

from collections.abc import Iterable

from semeja.compare.decided_outlets import outlet_forms, owner_forms
from semeja.compare.decided_readings import concerning
from semeja.records.decision import Decision, holding
from semeja.run.furniture import kept_house
from semeja.store.protocol import Store


def decisions_of_stories(
    store: Store, stories: Iterable[tuple[str, ...]], rules: str
) -> tuple[tuple[Decision, ...], ...]:
    """For each story those that hold and concern it, in order; a dossier without any depends on none."""
    held = holding(store.decisions())
    owners = [one for one in held if one.kind == "same-owner"]
    return tuple(
        tuple(sorted((*concerning(held, members), *_owners_of(store, members, owners, rules)), key=_number))
        for members in stories
    )


def _owners_of(store: Store, members: Iterable[str], owners: list[Decision], rules: str) -> tuple[Decision, ...]:
    """The decisions on owners that name the outlet of an article."""
    if not owners:
        return ()
    forms = {form for one in members for form in outlet_forms(kept_house(store.article(one), store, rules).outlet)}
    return tuple(one for one in owners if forms & owner_forms([one]).keys())


def _number(decision: Decision) -> int:
    return decision.number
