"""The cast as people decided it: which entities are one, and who is another one in which articles."""

from collections.abc import Mapping

from semeja.compare.decided_readings import own_id
from semeja.records.decision import Decision
from semeja.records.story import Story
from semeja.text.keys import slug

Ids = Mapping[tuple[str, str], str]
"""(article id, local id) -> the entity that it is."""


def decided_ids(story: Story, ids: Ids) -> dict[tuple[str, str], str]:
    """The entities after `merge`, `split`, `alias` and `not-alias`, one decision after the other."""
    found = dict(ids)
    for decision in story.decisions:
        if decision.kind == "merge":
            found = {key: _one(entity, decision) for key, entity in found.items()}
        elif decision.kind == "split":
            found = _split(found, decision)
        elif decision.kind == "alias":
            found = {key: decision.entities[0] if _parted(key, decision) else entity for key, entity in found.items()}
        elif decision.kind == "not-alias":
            found = _apart(found, decision)
    return found


def decided_names(merged: Mapping[str, str], story: Story) -> dict[str, str]:
    """Local id -> entity, after the decisions that make entities one; for what represents whom."""
    found = dict(merged)
    for decision in story.decisions:
        if decision.kind == "merge":
            found = {local: _one(entity, decision) for local, entity in found.items()}
            found |= dict.fromkeys(decision.entities[1:], decision.entities[0])
    return found


def decided_rules(story: Story, ids: Ids) -> dict[str, str]:
    """Local id -> the rule that says that a person decided whom it means."""
    merged = {entity: "decided.merge" for one in story.decisions if one.kind == "merge" for entity in one.entities[1:]}
    forms = [one for one in story.decisions if one.kind in ("alias", "not-alias")]
    return merged | {key[1]: f"decided.{one.kind}" for key in ids for one in forms if _parted(key, one)}


def _one(entity: str, decision: Decision) -> str:
    return decision.entities[0] if entity in decision.entities else entity


def _split(ids: dict[tuple[str, str], str], decision: Decision) -> dict[tuple[str, str], str]:
    old = decision.entities[0]
    new = numbered(old, ids)
    return {key: new if entity == old and key[0] in decision.parted else entity for key, entity in ids.items()}


def _apart(ids: dict[tuple[str, str], str], decision: Decision) -> dict[tuple[str, str], str]:
    kind = decision.entities[0].partition(":")[0]
    wanted = f"{kind}:{slug(decision.text or '')}"
    own = numbered(wanted, ids) if wanted in ids.values() else wanted
    return {key: own if _parted(key, decision) else entity for key, entity in ids.items()}


def _parted(key: tuple[str, str], decision: Decision) -> bool:
    return key[1] == own_id(decision, key[1].partition(":")[0])


def numbered(entity: str, ids: Ids) -> str:
    """The first free id of those that end in a number: `person:rahmat-2`."""
    taken = set(ids.values())
    number = 2
    while f"{entity}-{number}" in taken:
        number += 1
    return f"{entity}-{number}"
