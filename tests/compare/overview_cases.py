"""What the tables of `tests/golden/comparing` expect of timeline, coverage, gaps, corrections and headline, and what
the dossier of a case has instead: each function gives the differences in words, none when the case is exactly right."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from tests.compare.mini_stories import CASES, Case, dossier_of, story_of

from semeja.compare.sentence_cuts import shorten
from semeja.records.dossier import Claim, Correction, Dossier, Gap, TimelineRow

LONGEST_EXTRA = 24
"""Characters that a value may have beside the words that a person wrote down."""


def timeline_wrong(case: Case) -> list[str]:
    """Rows in order: date, words, report or preview, kind of the conflict pointed at."""
    dossier = dossier_of(case)
    rows, wanted = list(dossier.timeline), case["rows"]
    if len(rows) == len(wanted) and all(_row_fits(dossier, *pair) for pair in zip(wanted, rows, strict=True)):
        return []
    return [f"want {wanted}", *(f"have {_shown(row)}" for row in rows)]


def _row_fits(dossier: Dossier, wanted: list[str], row: TimelineRow) -> bool:
    kinds = {conflict.id: conflict.kind for conflict in dossier.conflicts}
    date, words, told, *conflict = wanted
    return (
        row.date.value == date
        and words in row.text.text
        and row.told == told
        and (kinds.get(row.conflict) if row.conflict else None) == (conflict[0] if conflict else None)
    )


def _shown(row: TimelineRow) -> str:
    return f"{row.date.value} {row.told} {row.text.article} {len(row.events)} {row.text.text}"


def coverage_wrong(case: Case) -> list[str]:
    """Of the claims that have the words, each must have the word and the reason in the column of the article."""
    dossier = dossier_of(case)
    coverage, found = dossier.coverage, []
    not_read = {one.article for one in coverage.not_read}
    before = {(one.claim, article) for one in coverage.told_before for article in one.articles}
    for words, article, word, reason in case["cells"]:
        claims = [claim for claim in dossier.claims if _tells(dossier, claim, words)]
        claims = [claim for claim in claims if claim.kind == "quantity" and words[:1].isdigit()] or claims
        column = coverage.articles.index(article)
        for claim in claims:
            cell = coverage.cells[coverage.claims.index(claim.id)][column]
            why = "not_read" if article in not_read else "told_before" if (claim.id, article) in before else "left_out"
            have = cell, why if cell == "silent" else ""
            if have != (word, reason):
                found.append(f"{words} {article}: want {word} {reason}, have {have} ({claim.evidence[0].text})")
        if not claims:
            found.append(f"{words}: no claim")
    return found


def _tells(dossier: Dossier, claim: Claim, words: str) -> bool:
    events = {event.id: event for event in dossier.events}
    return any(words in one.text or (claim.kind == "quantity" and one.text in words) for one in claim.evidence) and all(
        events[one].modality in ("actual", "historical") for one in claim.ref if one in events
    )


def gaps_wrong(case: Case) -> list[str]:
    """Each gap is expected and each expected one found."""
    dossier = dossier_of(case)
    names = {entity.id: entity.name for entity in dossier.entities}
    left = [tuple(one) for one in case["gaps"]]
    found = []
    for gap in dossier.gaps:
        if gap.kind == "single_lineage" and not case.get("single"):
            continue
        fits = [one for one in left if one[0] == gap.kind and _is_about(names, gap, one[1])]
        if fits:
            left.remove(fits[0])
        else:
            found.append(f"too many: {gap.kind} {names.get(gap.about, gap.about)} {[one.text for one in gap.evidence]}")
    return found + [f"missing: {one}" for one in left]


def _is_about(names: Mapping[str, str], gap: Gap, words: str) -> bool:
    return words in names.get(gap.about, "") or any(words in one.text for one in gap.evidence)


def corrections_wrong(case: Case) -> list[str]:
    """Rows as a set."""
    dossier = dossier_of(case)
    have, wanted = list(dossier.provenance.corrections), list(case["rows"])
    if len(have) == len(wanted) and all(_is_correction(*pair) for pair in zip(wanted, _in_order(have), strict=True)):
        return []
    return [f"want {one}" for one in wanted] + [f"have {one}" for one in have]


def _in_order(rows: list[Correction]) -> list[Correction]:
    return sorted(rows, key=lambda row: row.article)


def _is_correction(wanted: Mapping[str, Any], row: Correction) -> bool:
    return (
        (row.article, row.corrects or "", row.kind) == (wanted["article"], wanted["corrects"], wanted["kind"])
        and _is_value(wanted["old"], row.old.text if row.old else "")
        and _is_value(wanted["new"], row.new.text if row.new else "")
        and sorted(row.followed_by) == wanted["followed"]
        and sorted(row.not_followed_by) == wanted["left"]
    )


def _is_value(wanted: str, have: str) -> bool:
    return wanted == have or (bool(wanted) and wanted in have and len(have) - len(wanted) <= LONGEST_EXTRA)


def headline_wrong(case: Case) -> list[str]:
    """Title, main event, and what the lines of the summary must and must not have."""
    dossier = dossier_of(case)
    head, lines = dossier.story, [line.text for line in dossier.story.summary]
    found = []
    if "title" in case and (head.title is None or head.title.article != case["title"]):
        found.append(f"title of {case['title']}, have {head.title and head.title.text}")
    if "main" in case:
        main = next((event for event in dossier.events if event.id == head.main_event), None)
        if main is None or not any(
            _in_sentence(dossier, one.article, one.start, case["main"]) for one in main.evidence
        ):
            found.append(f"main {case['main']}, have {main and [one.text for one in main.evidence]}")
    for words in case.get("tells", ()):
        if sum(words in line for line in lines) < 1:
            found.append(f"no line with {words}: {lines}")
    for words in case.get("never", ()):
        if any(words in line for line in lines):
            found.append(f"a line with {words}: {lines}")
    fewest, most = case.get("lines", (0, 7))
    if not fewest <= len(lines) <= most:
        found.append(f"{fewest} to {most} lines: {lines}")
    if "first" in case and not (lines and case["first"] in lines[0]):
        found.append(f"first {case['first']}: {lines}")
    return found


def _in_sentence(dossier: Dossier, article: str, start: int, words: str) -> bool:
    text = next(one.text or "" for one in dossier.articles if one.id == article)
    before = text.rfind(". ", 0, start) + 1
    after = text.find(". ", start)
    return words.casefold() in text[before : after if after >= 0 else len(text)].casefold()


@cache
def shortenings() -> tuple[Case, ...]:
    """The sentences of `summary.toml` with what is left of them."""
    return tuple(tomllib.loads((CASES / "summary.toml").read_text("utf-8"))["shorten"])


def shortening_wrong(case: Case) -> list[str]:
    """The line that is left of the sentence as the only one of an article."""
    story = story_of(
        {
            "article": [
                {
                    "id": "a",
                    "outlet": "Meja",
                    "published": "2025-03-05",
                    "text": case["sentence"],
                    "language": case.get("language"),
                }
            ]
        }
    )
    body = [place for place, one in enumerate(story.readings[0].sentences) if one.zone == "body"]
    have = shorten(story, 0, body[0], bool(case.get("spoken_for"))) if len(body) == 1 else None
    wanted = case["line"] if "impossible" not in case else ""
    return [] if (have or "") == wanted else [f"want {wanted}", f"have {have}"]


PARTS: Mapping[str, Callable[[Case], list[str]]] = {
    "timeline": timeline_wrong,
    "coverage": coverage_wrong,
    "gaps": gaps_wrong,
    "corrections": corrections_wrong,
    "summary": headline_wrong,
}
