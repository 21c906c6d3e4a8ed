"""The JSON form of an article: the fields, all but one of `text` and `html` optional, each a string or null.

| field | meaning |
|---|---|
| `text` | the article's text, exactly; it is never changed |
| `html` | the page, where there is no `text`; what the other fields state goes before what the page states |
| `title` | the headline |
| `url` | where it was published; kept if it is http or https |
| `outlet` | who published it |
| `published`, `modified` | ISO 8601, kept as given |
| `author` | as given |
| `language` | as given, for example `id` |
| `next_page` | where the article goes on, if `text` or `html` is only its first page |
| `id` | your own identifier, a string or a number; semeja's ids are digests of content and do not use it |

Other fields are left alone.
"""

import json
from typing import Any

from semeja.errors import BadRecord, NoText, TooLarge
from semeja.sources import limits
from semeja.sources.addresses import web_address
from semeja.sources.decode import storable, to_text
from semeja.sources.statements import Page

BODIES = ("text", "html")
STATEMENTS = ("url", "outlet", "title", "published", "modified", "author", "language", "next_page")


def read_record(body: bytes) -> tuple[str, Page]:
    """Whether the text is `text` or `html`, and the record with that as its text.

    Raises `Undecodable`, `BadRecord` (no JSON, no object, a field of a wrong type), `NoText` (neither `text` nor
    `html`), `TooLarge` (a statement past `MAX_FIELD`).
    """
    fields = _object(to_text(body))
    if not isinstance(fields.get("id"), str | int | float | None) or isinstance(fields.get("id"), bool):
        raise BadRecord("the field id has the wrong type", "it is a string or a number")
    texts = {name: _string(fields, name) for name in BODIES}
    stated = {name: _statement(fields, name) for name in STATEMENTS}
    media = next((name for name in BODIES if (texts[name] or "").strip()), None)
    if media is None:
        raise NoText("the record has no text", "it needs text or html")
    page = Page(text=texts[media] or "", **stated)
    return media, page


def _object(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text)
    except RecursionError as error:
        raise BadRecord("the record is no JSON", "it is nested too deep") from error
    except ValueError as error:
        raise BadRecord("the record is no JSON", str(error)) from error
    if not isinstance(fields, dict):
        raise BadRecord("the record is no JSON object", f"it is a {type(fields).__name__}")
    return fields


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if not isinstance(value, str | None):
        raise BadRecord(f"the field {name} has the wrong type", f"it is a {type(value).__name__}, not a string")
    return None if value is None else storable(value)


def _statement(fields: dict[str, Any], name: str) -> str | None:
    value = (_string(fields, name) or "").strip()
    if len(value) > limits.MAX_FIELD:
        raise TooLarge(f"the field {name} is too long", f"the limit is {limits.MAX_FIELD:,} characters")
    return (web_address(value) if name == "url" else value) or None
