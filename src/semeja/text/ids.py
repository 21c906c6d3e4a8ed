"""Ids that depend on content alone."""

import hashlib
from typing import Final

ID_DIGITS: Final = 12


def digest(*parts: object) -> str:
    """Hexadecimal SHA-256 over the parts as text, each ended by a unit separator; `ID_DIGITS` digits."""
    data = "".join(f"{part}\x1f" for part in parts).encode()
    return hashlib.sha256(data).hexdigest()[:ID_DIGITS]


def content_id(kind: str, *parts: object) -> str:
    """`kind:digest`, the form of every id that is not a readable key."""
    return f"{kind}:{digest(*parts)}"
