"""Signs in a text that it was translated from English, for the languages that have a table of them."""

import re
from functools import cache

from semeja.lang.table import column

TRANSLATED = ("id",)
"""Languages with a table of signs."""


@cache
def translation_signs(code: str | None) -> tuple[re.Pattern[str], ...]:
    """Patterns of the signs in a text of the language `code`; none for a language without a table."""
    if code not in TRANSLATED:
        return ()
    credits, nouns = _either(code, "credit"), _either(code, "outlet_noun")
    return (
        # "berharap dan berharap" renders one English doublet (hope and expect): nobody writes it in Indonesian.
        re.compile(rf"\b([^\W\d_]{{5,}}) (?:{_either(code, 'and')}) \1\b", re.IGNORECASE),
        # 100,000 in an Indonesian text: the English thousands comma stayed.
        re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)"),
        # A full stop before a lower-case word: a sentence that a machine cut.
        re.compile(r"(?:\b[^\W\d_]{4,40}|\b\d{4})\. [^\W\d_A-Z]{4,40}"),
        # "bahwa itu tidak menimbulkan ancaman": the dummy subject of English.
        re.compile(rf"\b(?:{_either(code, 'dummy')}) (?:{_either(code, 'predicate')})\b"),
        # "dilansir Penjaga": the name of an outlet was translated as a common noun.
        re.compile(rf"\b(?:{credits}) (?:dari )?(?:{nouns})\b(?! [A-Z])"),
        # "( )": a name or a link was lost between the brackets.
        re.compile(r"\([ ,;]{0,9}\)"),
    )


def _either(code: str, group: str) -> str:
    return "|".join(re.escape(word) for word in sorted(column(code, "translating", group)))
