"""What nobody writes in a language of his own accord: traces that a translation from English leaves."""

import re

_SIGNS = {
    "id": (
        # "berharap dan berharap" renders one English doublet (hope and expect).
        re.compile(r"\b([^\W\d_]{5,}) dan \1\b", re.IGNORECASE),
        # 100,000 in an Indonesian text: the English thousands comma stayed.
        re.compile(r"\b\d{1,3}(?:,\d{3})+\b(?!,)"),
        # A full stop before a lower-case word: a sentence that a machine cut.
        re.compile(r"[^\W\d_]{4,}\. [^\W\d_A-Z]{4,}"),
    )
}


def translation_signs(code: str | None) -> tuple[re.Pattern[str], ...]:
    """Patterns that show a translation in a sentence of this language; none for a language without any."""
    return _SIGNS.get(code or "", ())
