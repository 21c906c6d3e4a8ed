"""From mentions to the cast: which of them are one character, and what each stands for (field guide, section 4)."""

from typing import Final

from semeja.read.draft import Draft
from semeja.read.names.characters import Casting
from semeja.read.names.demonstratives import point_back
from semeja.read.names.found import Found
from semeja.read.names.known_bodies import Bodies
from semeja.read.names.people import People
from semeja.read.names.settling import Settler, Zoned, settle
from semeja.records.reading import Character, Mention, Tokens

NAMING: Final = frozenset({"name", "metonym"})
OWNER: Final = "title-owner"


def cast_of(found: Zoned, draft: Draft) -> tuple[tuple[Character, ...], tuple[Mention, ...]]:
    """The cast and the mentions with their local ids."""
    tables, tokens = draft.pack.naming, draft.tokens
    inside = [one for sentence, one in found if draft.sentences[sentence].zone == "body"]
    bodies = Bodies(inside, tokens, tables)
    named = [one for one in inside if one.kind == "person" and one.form == "name"]
    people = People(named, tokens, tables, bodies.owner)
    settled = settle(found, Settler(people, bodies), draft)
    point_back(settled, bodies.owner, tokens, tables)
    mentions = [(one, ids) for sentence, one, ids in settled if kept(one, ids, draft.sentences[sentence].zone)]
    records: list[Mention] = []
    prefix = f"{draft.pack.code}.name."
    for one, ids in mentions:
        records.append(mention(one, ids, tokens, prefix))
        if one.offices:
            records += owners(one, records[-1], bodies, tokens, prefix)
    return Casting(mentions, people, bodies, draft).characters(), tuple(records)


def kept(one: Found, ids: tuple[str, ...], zone: str) -> bool:
    """Names need a character; pointers stay unresolved, but not in captions; a bare role stays in the body alone."""
    if ids:
        return True
    pointing = one.form not in NAMING and one.kind != "group" and one.rule != "described"
    return pointing and (zone == "body" or (zone == "title" and one.form != "role"))


def mention(one: Found, ids: tuple[str, ...], tokens: Tokens, prefix: str) -> Mention:
    """The record of one mention; a role that only its owner resolves is a mention of the owner."""
    first, last, head_first, head_last = one.first, one.last, one.head_first, one.head_last
    kind, form, rule = one.kind, one.form, one.rule
    if ids and kind != "country":
        person = ids[0].startswith("person:")
        if form == "role" and kind == "person" and not person:
            owner = one.offices[0].owner
            if owner is not None:
                first, last = head_first, head_last = owner
            kind, form, rule = ids[0].partition(":")[0], "metonym", "role.owner"
        elif kind == "organisation" and person:
            kind = "person"
        if rule == "table.media" and ids[0] != one.id:
            rule = "body.short"
    starts, ends = tokens.starts, tokens.ends
    start, end = starts[first], ends[last - 1]
    head_start, head_end = starts[head_first], ends[head_last - 1]
    if form == "clitic":
        start = head_start = end - len("nya")
        head_end = end
    return Mention(start, end, head_start, head_end, kind, form, ids, prefix + rule.replace(".", "-"))


def owners(one: Found, around: Mention, bodies: Bodies, tokens: Tokens, prefix: str) -> list[Mention]:
    """The bodies and states that the titles of a person are of, as mentions inside that of the person.

    Their rule ends in `title-owner`: who reads the person's mention as one whole passes them over.
    """
    found = []
    for office in one.offices:
        id = bodies.owner(office) if office.owner and around.kind == "person" else None
        if office.owner and id is not None and id == bodies.settle(office.of or ""):
            span = tokens.starts[office.owner[0]], tokens.ends[office.owner[1] - 1]
            found.append(Mention(*span, *span, id.partition(":")[0], "name", (id,), prefix + OWNER))
    return found
