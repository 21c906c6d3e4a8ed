"""The project's own golden quotations: how many texts give exactly the rows that a person wrote beside them."""

from benchmarks.quality.parts.figures import Figure
from tests.read.test_quotes import draft_of, golden, rows_of

_NAMES = {"id": "Indonesian", "en": "English"}


def golden_figures() -> list[Figure]:
    """A figure for each language: every quotation with its kind, speaker, cue, addressee, setting and relay."""
    figures: list[Figure] = []
    for code, name in _NAMES.items():
        texts = golden(code)
        right = sum(rows_of(draft_of(code, text)) == expected for _, text, expected in texts)
        figures.append(Figure(f"own golden texts, {name}", "every row as written", len(texts), right / len(texts)))
    return figures
