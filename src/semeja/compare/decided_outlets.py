"""Owners of outlets as people decided them."""

from collections.abc import Iterable

from semeja.group.components import components
from semeja.records.decision import Decision
from semeja.records.dossier import Outlet
from semeja.text.keys import fold


def decided_owner(decisions: Iterable[Decision], outlet: Outlet | None) -> str | None:
    """The owner that decisions give an outlet, named after the first of its outlets; None: nobody decided."""
    if outlet is None:
        return None
    forms = owner_forms(decisions)
    return next((forms[form] for form in outlet_forms(outlet.name, outlet.domain) if form in forms), None)


def owner_forms(decisions: Iterable[Decision]) -> dict[str, str]:
    """Name or domain of an outlet, folded -> its owner; owners that share an outlet are one."""
    links: set[tuple[str, str]] = set()
    for decision in decisions:
        forms = [form for outlet in decision.outlets for form in outlet_forms(*outlet)]
        links |= {(forms[0], form) for form in forms}
    return {form: members[0] for members in components(links) for form in members}


def outlet_forms(*written: str | None) -> list[str]:
    """What an outlet is looked up by: its name and its domain, folded."""
    return [fold(form) for form in written if form]
