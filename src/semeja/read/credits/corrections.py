"""Places where an article says that it, or another, is corrected."""

from semeja.read.draft import Draft
from semeja.records.reading import CorrectionMark, Sentence


def find_corrections(draft: Draft) -> tuple[CorrectionMark, ...]:
    """Marks in order; `kind`: `correction`, `retraction`, `note` (of editors), `reply`, `update`, or `hint`: words that
    stand in corrections, but also where officials correct themselves."""
    tables = draft.pack.crediting
    keys, phrases = draft.tokens.keys, tables.phrases
    if tables.correcting.isdisjoint(keys):
        return ()
    found = [mark for sentence in draft.sentences for mark in _opening(draft, sentence)]
    hits = [] if phrases.keys().isdisjoint(keys) else [place for place, key in enumerate(keys) if key in phrases]
    for index in hits:
        for phrase, kind in tables.phrases[keys[index]]:
            if keys[index : index + len(phrase)] == phrase:
                span = draft.tokens.starts[index], draft.tokens.ends[index + len(phrase) - 1]
                found.append(CorrectionMark(*span, kind, f"{tables.code}.correction.phrase"))
                break
    return _apart(sorted(found, key=lambda mark: (mark.start, mark.end)))


def _apart(marks: list[CorrectionMark]) -> tuple[CorrectionMark, ...]:
    """Of overlapping marks the first."""
    kept: list[CorrectionMark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _opening(draft: Draft, sentence: Sentence) -> list[CorrectionMark]:
    """`Ralat:`, `Catatan Redaksi:`, `(Koreksi)` at the start of a sentence, before a colon, bracket or dash."""
    tables, keys = draft.pack.crediting, draft.tokens.keys
    first = sentence.first_token
    first += first < sentence.last_token and keys[first] in "([*"
    for phrase, kind in tables.starts.get(keys[first], ()) if first < sentence.last_token else ():
        after = first + len(phrase)
        closes = after >= sentence.last_token or keys[after] in ":)]-–—"
        if keys[first:after] == phrase and closes:
            span = draft.tokens.starts[first], draft.tokens.ends[after - 1]
            return [CorrectionMark(*span, kind, f"{tables.code}.correction.opening")]
    return []
