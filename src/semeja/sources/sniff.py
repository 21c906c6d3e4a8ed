"""What kind of text a stream without a name holds, told by its head."""

import json
import re

from semeja.errors import Undecodable
from semeja.sources.decode import to_text
from semeja.sources.kinds import Kind

HEAD = 65_536
"""Bytes of the head that are looked at."""

PAGE_START = re.compile(
    r"\s{0,200}+(?:<\?xml[^>]{0,200}>\s{0,200}+)?(?:<!--.{0,2000}?-->\s{0,200}+)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)


def sniff(head: bytes) -> Kind:
    """JSON lines if the first line is a whole JSON object, else JSON, HTML or plain text by the first characters.

    A text may well begin with a bracket (`[Foto: …]`): JSON that is read here begins with `{"`, `[{`, `{}` or `[]`.
    """
    try:
        text = to_text(head[:HEAD], declares=True)
    except Undecodable:
        return Kind("text")
    start = text.lstrip()
    following = start[1:].lstrip()[:1]
    if start.startswith("{") and following in ('"', "}"):
        return Kind("json", lines=_whole_object(start, len(head) > HEAD))
    if start.startswith("[") and following in ("{", "]"):
        return Kind("json")
    return Kind("html" if PAGE_START.match(text) else "text")


def _whole_object(text: str, cut: bool) -> bool:
    """Whether the first line is an object by itself; a first line longer than the head is taken for one."""
    line, end, _ = text.partition("\n")
    if cut and not end:
        return True
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
