"""Every evidence in a record, wherever it stands."""

from collections.abc import Iterable, Iterator

import msgspec

from semeja.records.dossier import Evidence

# Most fields are such values, which hold no evidence: two calls of three are saved.
_PLAIN = frozenset({str, int, float, bool, type(None)})


def evidence_in(record: object) -> Iterator[Evidence]:
    """Evidence at any depth of a record, in the order of its fields; each as often as it stands there."""
    found: list[Evidence] = []
    _collect(record, found)
    return iter(found)


def _collect(record: object, found: list[Evidence]) -> None:
    if isinstance(record, Evidence):
        found.append(record)
        return
    parts: Iterable[object] = ()
    if isinstance(record, msgspec.Struct):
        parts = [getattr(record, field) for field in record.__struct_fields__]
    elif isinstance(record, tuple):
        parts = record
    for part in parts:
        if part.__class__ not in _PLAIN:
            _collect(part, found)
