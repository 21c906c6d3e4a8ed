"""Who wants what of whom: parties down, whom they turn to across, in each cell the acts and what became of them."""

from collections import Counter

import msgspec

from semeja.dossier.naming import Naming, flat
from semeja.dossier.pictures.drawing import LINE, fitted, linked, picture, said, stroke
from semeja.records.dossier import Dossier, LedgerItem

MOST_PARTIES = 10
"""Parties that are drawn, those with most acts; the table has all."""
MOST_COUNTERPARTS = 7
"""Parties turned to that are drawn, those most turned to; the table has all."""
MOST_ACTS = 5
"""Kinds of acts of a cell that are drawn; of more the rest is a number."""
HEAD, PARTY, COLUMN = 34, 185, 172
"""Pixels: height of the head, width of the parties' names, of a column."""
STATUS_MARKS = {
    "open": "○", "pending": "◷", "rejected": "✕", "accepted": "✓", "partly_accepted": "◐", "withdrawn": "↩",
    "standing": "●", "fulfilled": "★", "missed": "!",
}  # fmt: skip
"""A mark for each status, which always stands beside its word."""
_NOBODY = ""


class _Acts(msgspec.Struct, frozen=True):
    """Acts of one kind and status in a cell."""

    act: str
    status: str
    items: tuple[LedgerItem, ...]


def wants_matrix(dossier: Dossier, shown: Naming) -> str:
    """The picture of the ledger; empty without two acts."""
    if len(dossier.ledger) < 2:
        return ""
    parties = _most(Counter(item.party for item in dossier.ledger), MOST_PARTIES)
    towards = _most(Counter(one for item in dossier.ledger for one in _towards(item)), MOST_COUNTERPARTS)
    towards.sort(key=lambda one: one == _NOBODY)
    cells = _cells(dossier, parties, towards)
    shapes = [said(PARTY + COLUMN * at, 20, _head(one, shown), "strong") for at, one in enumerate(towards)]
    top = HEAD
    for party in parties:
        rows = [cells.get((party, one), []) for one in towards]
        height = LINE * max(1, *(min(len(acts), MOST_ACTS + 1) for acts in rows)) + 8
        shapes += [stroke(f"M0,{top} H{PARTY + COLUMN * len(towards)}", "rule")]
        shapes.append(said(0, top + 20, fitted(shown.who((party,)), PARTY - 26), "strong"))
        shapes += [part for at, acts in enumerate(rows) for part in _cell(acts, PARTY + COLUMN * at, top, shown)]
        top += height
    told = [_told(item, shown) for item in dossier.ledger]
    return picture("wants-picture", shown.words["wants"], told, (PARTY + COLUMN * len(towards), top + 4), shapes)


def _most(counts: Counter[str], most: int) -> list[str]:
    return sorted(counts, key=lambda one: (-counts[one], one))[:most]


def _towards(item: LedgerItem) -> tuple[str, ...]:
    return item.counterpart or (_NOBODY,)


def _head(counterpart: str, shown: Naming) -> str:
    name = shown.who((counterpart,)) if counterpart else shown.words["to_nobody"]
    return fitted(f"→ {name}", COLUMN - 28)


def _cells(dossier: Dossier, parties: list[str], towards: list[str]) -> dict[tuple[str, str], list[_Acts]]:
    """(party, counterpart) -> its acts, those of one kind and status together, in the order of the ledger."""
    found: dict[tuple[str, str], dict[tuple[str, str], list[LedgerItem]]] = {}
    for item in dossier.ledger:
        for one in _towards(item):
            if item.party in parties and one in towards:
                found.setdefault((item.party, one), {}).setdefault((item.act, item.status), []).append(item)
    return {
        cell: [_Acts(act, status, tuple(items)) for (act, status), items in sorted(acts.items())]
        for cell, acts in found.items()
    }


def _cell(acts: list[_Acts], x: int, top: int, shown: Naming) -> list[str]:
    shapes = []
    for at, one in enumerate(acts[:MOST_ACTS]):
        times = f" ×{len(one.items)}" if len(one.items) > 1 else ""
        text = f"{STATUS_MARKS[one.status]} {shown.words[one.act]}{times}: {shown.words[one.status]}"
        kind = "warn" if one.status in ("rejected", "missed") else ""
        words = said(x, top + 20 + LINE * at, fitted(text, COLUMN - 8), kind)
        shapes.append(linked(one.items[0].id, words, "; ".join(_told(item, shown) for item in one.items[:3])))
    if len(acts) > MOST_ACTS:
        shapes.append(said(x, top + 20 + LINE * MOST_ACTS, f"+ {len(acts) - MOST_ACTS}", "soft"))
    return shapes


def _told(item: LedgerItem, shown: Naming) -> str:
    whom = f" → {shown.who(item.counterpart)}" if item.counterpart else ""
    content = flat(item.content.text[:160])
    return f"{shown.who((item.party,))} {shown.words[item.act]}{whom}: {content} ({shown.words[item.status]})"
