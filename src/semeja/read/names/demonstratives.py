"""Whom `negara itu`, `otoritas tersebut` or `the alliance` point back at (field guide, section 4, S6)."""

from semeja.lang.naming import NamingTables
from semeja.read.names.found import Found
from semeja.records.reading import Tokens

Settled = list[tuple[int, Found, tuple[str, ...]]]


def point_back(settled: Settled, tokens: Tokens, tables: NamingTables) -> None:
    """Give the demonstratives among `settled` (sentence, mention, ids; in order) what they point back at, in place."""
    for at, (sentence, one, ids) in enumerate(settled):
        if ids or one.rule != "demonstrative":
            continue
        noun = tokens.keys[one.head_first]
        before = [item for item in settled[:at] if len(item[2]) == 1]
        if one.kind == "country":
            id = last_country(before, sentence)
        elif one.kind == "organisation":
            id = last_body(before, noun, tokens, tables)
        else:
            id = None
        if id is not None:
            settled[at] = sentence, one, (id,)


def last_country(before: Settled, sentence: int) -> str | None:
    """The state that an earlier sentence named last and that does not act in this one."""
    acting = {ids[0] for index, _, ids in before if index == sentence}
    named = [ids[0] for index, one, ids in before if index < sentence and one.kind == "country"]
    return next((id for id in reversed(named) if id not in acting), None)


def last_body(before: Settled, noun: str, tokens: Tokens, tables: NamingTables) -> str | None:
    """The body named last whose name holds the noun, or that is of the class that the noun stands for."""
    classes = tables.noun_classes.get(noun, frozenset())
    for _, one, ids in reversed(before):
        if one.kind == "organisation" and one.form == "name":
            words = (one.name or "").casefold().split() or tokens.keys[one.head_first : one.head_last]
            if noun in words or tables.classes.get(ids[0]) in classes:
                return ids[0]
    return None
