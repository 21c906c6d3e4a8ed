"""Which addresses of a source are kept."""

import re

from semeja.sources import limits

WEB_ADDRESS = re.compile(r"https?://[^\s/?#<>\"'\\\x00-\x1f]+[^\s<>\"\x00-\x1f]*", re.I)


def web_address(stated: str | None) -> str | None:
    """The address if it is http or https and has a host, else None: a page may state `javascript:` or `data:`."""
    stated = (stated or "").strip()
    return stated if len(stated) <= limits.MAX_FIELD and WEB_ADDRESS.fullmatch(stated) else None
