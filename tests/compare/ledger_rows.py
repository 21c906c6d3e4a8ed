"""The rows that a person expects in the ledger of a small story, beside the items that are there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from tests.compare.mini_stories import Case

from semeja.records.dossier import Dossier, LedgerItem

MUTUAL = frozenset({"agreement", "next_step"})
"""Acts of two parties: either may stand first."""
NEUTRAL = frozenset({"criticism", "expectation"})
"""Acts that may be there without a row."""
SAME_WORDS = 0.5
"""Share of the expected words that the content must hold."""
_WORD = re.compile(r"[\w%$]+")

Row = Mapping[str, Any]


class Comparison(msgspec.Struct):
    """What a case expects beside what came: `pairs` of rows and items, rows that nothing matched, items too many."""

    dossier: Dossier
    pairs: list[tuple[Row, LedgerItem]]
    missed: list[Row]
    extra: list[LedgerItem]


def compared(case: Case, dossier: Dossier) -> Comparison:
    """Rows and items that share act and party, those with most words in common first."""
    rows, free = list(case["rows"]), list(dossier.ledger)
    ranked = sorted(
        (
            (-_in_content(row, item), -_held(row, item), n, m)
            for n, row in enumerate(rows)
            for m, item in enumerate(free)
            if _fits(dossier, row, item) and _held(row, item) >= SAME_WORDS
        ),
    )
    of_row: dict[int, int] = {}
    for _, _, n, m in ranked:
        if n not in of_row and m not in of_row.values():
            of_row[n] = m
    return Comparison(
        dossier,
        [(rows[n], free[m]) for n, m in sorted(of_row.items())],
        [row for n, row in enumerate(rows) if n not in of_row and not row.get("optional")],
        [item for m, item in enumerate(free) if m not in of_row.values() and item.act not in NEUTRAL],
    )


def differences(found: Comparison) -> Iterator[str]:
    """In words, whatever differs between what is expected and what came."""
    for row in found.missed:
        yield f"missed: {row['party']} {row['act']}: {row['content']}"
    for item in found.extra:
        yield f"extra: {item.party} {item.act} {','.join(item.counterpart)}: {item.content.text}"
    for row, item in found.pairs:
        for field in FIELDS:
            if field in row and not FIELDS[field](found.dossier, row, item):
                yield f"{row['party']} {row['act']}: {field} {row[field]!r}, got {shown(field, item)!r}"


def shown(field: str, item: LedgerItem) -> object:
    """A field of an item as a row would give it."""
    if field == "history":
        return [f"{one.status} {(one.since.value or '')[:10] if one.since else ''}" for one in item.history]
    name = {"to": "counterpart", "answered_by": "responses"}.get(field, field)
    value = getattr(item, name)
    return value.text if hasattr(value, "text") else value.value if hasattr(value, "value") else value


def names_of(dossier: Dossier, entity: str) -> set[str]:
    """Every name of an entity, casefolded."""
    found = {entity.partition(":")[2].replace("-", " ")}
    for one in dossier.entities:
        if one.id == entity:
            found |= {one.name.casefold(), *(alias.text.casefold() for alias in one.aliases)}
    return found


def _named(dossier: Dossier, entity: str, expected: str) -> bool:
    return not names_of(dossier, entity).isdisjoint(name.casefold() for name in expected.split("|"))


def _fits(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    if item.act not in row["act"].split("|"):
        return False
    around = (item.party, *item.counterpart) if item.act in MUTUAL else (item.party,)
    return any(_named(dossier, one, row["party"]) for one in around)


def _held(row: Row, item: LedgerItem) -> float:
    """Share of the expected words in the content, or in the whole act where that holds more of them."""
    words = _words(row["content"])
    texts = (item.content.text, *(one.text for one in item.evidence))
    return max(len(words & _words(text)) / len(words) for text in texts)


def _in_content(row: Row, item: LedgerItem) -> float:
    words = _words(row["content"])
    return len(words & _words(item.content.text)) / len(words)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _same_counterpart(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    expected: Sequence[str] = row["to"] if isinstance(row["to"], list) else [row["to"]]
    others = [one for one in (item.party, *item.counterpart) if not _named(dossier, one, row["party"])]
    return len(others) == len(expected) and all(any(_named(dossier, one, name) for one in others) for name in expected)


def _same_deadline(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    return item.deadline is not None and (item.deadline.value or "").startswith(row["deadline"])


def _same_condition(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    words = _words(row["condition"])
    return item.condition is not None and len(words & _words(item.condition.text)) / len(words) >= SAME_WORDS


def _same_status(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    return item.status in row["status"].split("|")


def _same_answers(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    """Every expected response is linked, and no act that is none of them."""
    by_id = {one.id: one for one in dossier.ledger}
    linked = [by_id[one] for one in item.responses]
    expected = [tuple(one.rsplit(" ", 1)) for one in row["answered_by"]]

    def is_one(answer: LedgerItem, party: str, acts: str) -> bool:
        return answer.act in acts.split("|") and _named(dossier, answer.party, party)

    return all(any(is_one(one, *want) for one in linked) for want in expected) and all(
        any(is_one(one, *want) for want in expected) for one in linked
    )


def _same_history(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    return shown("history", item) == list(row["history"])


def _same_content(dossier: Dossier, row: Row, item: LedgerItem) -> bool:
    return _in_content(row, item) >= SAME_WORDS


FIELDS = {
    "to": _same_counterpart,
    "content": _same_content,
    "deadline": _same_deadline,
    "condition": _same_condition,
    "status": _same_status,
    "answered_by": _same_answers,
    "history": _same_history,
}
"""What is compared of a row and its item, where the row gives it."""
