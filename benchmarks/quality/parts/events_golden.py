"""The project's own golden sentences: how many give exactly the events that a person wrote beside them."""

from benchmarks.quality.parts.figures import Figure
from tests.read.event_notation import draft_of, told
from tests.read.golden_drafts import golden_rows

from semeja.lang.pack import CODES
from semeja.read.events import find_events

_NAMES = {"id": "Indonesian", "en": "English"}


def golden_figures() -> list[Figure]:
    """One figure a language: the share of sentences whose records are all as written, field by field."""
    figures = []
    for code in CODES:
        rows = golden_rows(code, "events")
        right = sum(_is_right(*row) for row in rows)
        name = f"own golden sentences, {_NAMES.get(code, code)}"
        figures.append(Figure(name, "every record as written", len(rows), right / max(1, len(rows)), 1.0))
    return figures


def _is_right(code: str, sentence: str, speaker: str, expected: str) -> bool:
    events = find_events(draft_of(sentence, code, "" if speaker == "-" else speaker))
    return told(events, expected) == expected
