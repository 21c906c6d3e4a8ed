"""What a language fills in so that `read` knows marks of provenance and correction."""

from collections.abc import Mapping

import msgspec

from semeja.lang.table import column
from semeja.text.tokens import tokenise

Keys = tuple[str, ...]


class CreditingTables(msgspec.Struct, frozen=True):
    """Tables of one language: marks of provenance and correction.

    `relay` takes any capitalised name after it, `weak` only an outlet that is known or described as one, `telling` only
    one that has an article of its own in the story (`tulis Lentera Hukum`), `before` follows the outlet
    (`Reuters melaporkan`). `starts` and `phrases` give the kind of a correction by its words.
    An article without any of `signals`, or of `correcting`, has no relay mark, or no correction.
    """

    code: str
    relay: frozenset[str]
    weak: frozenset[str]
    telling: frozenset[str]
    before: frozenset[str]
    translation: frozenset[str]
    lead: frozenset[str]
    link: frozenset[str]
    kind: frozenset[str]
    document: frozenset[str]
    no_source: frozenset[str]
    media_word: frozenset[str]
    joint: frozenset[str]
    source_line: frozenset[str]
    source_head: frozenset[str]
    photo: frozenset[str]
    elsewhere: Mapping[str, tuple[Keys, ...]]
    starts: Mapping[str, tuple[tuple[Keys, str], ...]]
    phrases: Mapping[str, tuple[tuple[Keys, str], ...]]
    correcting: frozenset[str]
    signals: frozenset[str]


def load(code: str) -> CreditingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    names = (
        "relay",
        "weak",
        "telling",
        "before",
        "translation",
        "lead",
        "link",
        "kind",
        "document",
        "no_source",
        "media_word",
        "joint",
    )
    words = {name: column(code, "crediting", name) for name in (*names, "source_line", "source_head", "photo")}
    elsewhere = _phrases(code, {"elsewhere": "elsewhere"})
    starts = _phrases(
        code,
        {
            "correction_start": "correction",
            "note_start": "note",
            "reply_start": "reply",
            "retraction_start": "retraction",
        },
    )
    phrases = _phrases(
        code, {"correction": "correction", "retraction": "retraction", "update": "update", "correction_hint": "hint"}
    )
    signals = words["relay"] | words["weak"] | words["before"] | frozenset(elsewhere) | {"http", "https"}
    return CreditingTables(
        code=code,
        **words,
        elsewhere={first: tuple(keys for keys, _ in rows) for first, rows in elsewhere.items()},
        starts=starts,
        phrases=phrases,
        correcting=frozenset(starts) | frozenset(phrases),
        signals=signals,
    )


def _phrases(code: str, kinds: Mapping[str, str]) -> dict[str, tuple[tuple[Keys, str], ...]]:
    """Phrases of the groups in `kinds` by their first key."""
    found: dict[str, list[tuple[Keys, str]]] = {}
    for group, kind in kinds.items():
        for phrase in sorted(column(code, "crediting", group)):
            keys = tokenise(phrase).keys
            found.setdefault(keys[0], []).append((keys, kind))
    return {first: tuple(rows) for first, rows in found.items()}
