"""From what people type into a search box to an expression of SQLite's full-text search, and to what is marked."""

import re

from semeja.errors import UsageError

LONGEST_QUERY = 300
"""Characters: a sentence and more; what is longer was not typed."""
MOST_TERMS = 16
SHORTEST_START = 2
"""Characters before `*`: the start of a word that every text has costs a walk through all of them."""

_TERM = re.compile(r'(-?)"([^"]*)"?|(-?)([^\s"]+)')


def match_expression(query: str) -> str:
    """Words that all must stand there, `"phrases"`, `-words` that must not, `starts*`; empty for no word to look for.

    Every term goes in as a quoted string, so nothing in it is an operator. UsageError for a query past the limits.
    """
    wanted, refused = _terms(query)
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in refused)


def marking(query: str) -> re.Pattern[str] | None:
    """A pattern of the wanted words and phrases, each with any continuation of its last word only for `starts*`."""
    wanted, _ = _terms(query)
    parts = [_as_pattern(term) for term in wanted]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.I) if parts else None


def _terms(query: str) -> tuple[list[str], list[str]]:
    if len(query) > LONGEST_QUERY:
        raise UsageError("search", f"it is longer than {LONGEST_QUERY} characters", "search for a few words of it")
    wanted: list[str] = []
    refused: list[str] = []
    for match in _TERM.finditer(query.replace("\0", " ")):
        minus, phrase = (match[1], match[2]) if match[2] is not None else (match[3], match[4])
        start = match[2] is None and phrase.endswith("*")
        words = re.findall(r"[^\W_]+", phrase)
        if words:
            short = start and len(words[-1]) < SHORTEST_START
            (refused if minus else wanted).append(f'"{" ".join(words)}"' + ("*" if start and not short else ""))
    if len(wanted) + len(refused) > MOST_TERMS:
        raise UsageError("search", f"it has more than {MOST_TERMS} words", "search for a few of them")
    return wanted, refused


def _as_pattern(term: str) -> str:
    words = term.rstrip("*").strip('"').split(" ")
    return r"[\W_]{1,3}".join(re.escape(word) for word in words) + (r"\w*" if term.endswith("*") else r"(?!\w)")
