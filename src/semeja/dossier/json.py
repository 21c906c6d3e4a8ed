"""The dossier as bytes and back, and the JSON Schema that states the contract formally."""

from typing import Any

import msgspec

from semeja.errors import DossierInvalid
from semeja.records.dossier import SCHEMA, Dossier

_DECODER = msgspec.json.Decoder(Dossier, strict=True)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def encode(dossier: Dossier) -> bytes:
    """The bytes of `dossier.json`: UTF-8, indented by one space, keys in the order of the contract, a final newline."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=1) + b"\n"


def decode(data: bytes) -> Dossier:
    """The dossier of `encode`; raises DossierInvalid when bytes, types or words are not those of the contract."""
    try:
        dossier = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DossierInvalid("dossier", str(error), "build it again") from error
    if dossier.schema != SCHEMA:
        raise DossierInvalid("dossier", f"schema is {dossier.schema}, not {SCHEMA}", "use the semeja that wrote it")
    return dossier


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the contract, generated from the records."""
    schema = msgspec.json.schema(Dossier)
    head = {"$schema": DIALECT, "$id": SCHEMA, "title": "semeja dossier"}
    return head | schema


def schema_bytes() -> bytes:
    """The bytes of `docs/dossier.schema.json`."""
    return msgspec.json.format(msgspec.json.encode(json_schema(), order="deterministic"), indent=1) + b"\n"
