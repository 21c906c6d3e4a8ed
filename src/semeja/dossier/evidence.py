"""Every evidence in a record, wherever it stands."""

from collections.abc import Iterator

import msgspec

from semeja.records.dossier import Evidence


def evidence_in(record: object) -> Iterator[Evidence]:
    """Evidence at any depth of a record, in the order of its fields; each as often as it stands there."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, msgspec.Struct):
        for field in record.__struct_fields__:
            yield from evidence_in(getattr(record, field))
    elif isinstance(record, tuple):
        for part in record:
            yield from evidence_in(part)
