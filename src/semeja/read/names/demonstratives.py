"""Whom `negara itu`, `otoritas tersebut` or `the alliance` point back at (field guide, section 4, S6)."""

from collections.abc import Callable
from typing import Final

from semeja.lang.naming import NamingTables
from semeja.read.names.found import Found, Office
from semeja.records.reading import Tokens

FIRMS: Final = frozenset({"company"})

OwnerOf = Callable[[Office], str | None]
Settled = list[tuple[int, Found, tuple[str, ...]]]


def point_back(settled: Settled, owner_of: OwnerOf, tokens: Tokens, tables: NamingTables) -> None:
    """Give the demonstratives among `settled` (sentence, mention, ids; in order) what they point back at, in place.

    `owner_of`: the body that an office is of, which a person's mention names as well.
    """
    for at, (sentence, one, ids) in enumerate(settled):
        if ids or one.rule != "demonstrative":
            continue
        noun = tokens.keys[one.head_first]
        before = [item for item in settled[:at] if len(item[2]) == 1]
        if one.kind == "country":
            id = last_country(before, sentence)
        elif one.kind == "organisation":
            id = last_body(before, noun, owner_of, tokens, tables)
        else:
            id = None
        if id is not None:
            settled[at] = sentence, one, (id,)


def last_country(before: Settled, sentence: int) -> str | None:
    """The state that an earlier sentence named last and that does not act in this one."""
    acting = {ids[0] for index, _, ids in before if index == sentence}
    named = [ids[0] for index, one, ids in before if index < sentence and one.kind == "country"]
    return next((id for id in reversed(named) if id not in acting), None)


def last_body(before: Settled, noun: str, owner_of: OwnerOf, tokens: Tokens, tables: NamingTables) -> str | None:
    """The body named last whose name holds the noun, or that is of the class that the noun stands for."""
    called = {phrase.id for phrase in tables.phrases.get(noun, ()) if phrase.type == "described"}
    # Firms are of one class; where the tables tell airlines from banks, the class says nothing.
    classes = tables.noun_classes.get(noun, frozenset()) - (FIRMS if called else frozenset())
    shown = tables.noun_words.get(noun, frozenset())
    for _, one, ids in reversed(before):
        owners = [owner for office in one.offices if office.owner and (owner := owner_of(office))]
        for owner in owners:
            if tables.classes.get(owner) in classes or owner.partition(":")[2].startswith(f"{noun}-"):
                return owner
        if one.kind == "organisation" and one.form == "name":
            words = (one.name or "").casefold().split() or tokens.keys[one.head_first : one.head_last]
            words = [*words, *ids[0].partition(":")[2].split("-")]
            if noun in words or ids[0] in called or tables.classes.get(ids[0]) in classes or shown & {*words}:
                return ids[0]
    return None
