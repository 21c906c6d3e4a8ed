"""How a refused input becomes the record that is kept and counted."""

from semeja.errors import InputRefused
from semeja.records.article import Raw, Rejected


def rejected(source: str, stage: str, error: InputRefused) -> Rejected:
    """The record of a refusal. `stage` is `open`, `decode`, `record` or `extract`."""
    return Rejected(source, stage, error.reason, ": ".join(part for part in (error.what, error.why) if part))


def label(raw: Raw) -> str:
    """What a person reads as the source of an input: the path, with `#12` for the twelfth record or line in it."""
    return raw.source if raw.member is None else f"{raw.source}#{raw.member}"
