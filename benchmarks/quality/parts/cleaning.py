"""The cleaning of text that comes with page noise: golden lines, golden pages, the stories of the gate."""

import re
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.quality.cases import cases
from benchmarks.quality.gate import dossier_for, dossiers_of, figures, score
from benchmarks.quality.parts.cleaning_lines import GOLDEN, KEPT, Outcome, outcomes
from benchmarks.quality.parts.figures import Figure, PartFigures

from semeja.lang.pack import load_packs
from semeja.read.cleaning import clean
from semeja.records.article import Article

STORY_ROWS = {"noise": 0.97, "noise.body_kept": 1.0, "duplicates": 1.0, "duplicates.single": 1.0}
"""Rows of the scorer, with the floors that Geneva must reach."""

FIRST = {"id": (0.838, 0.906), "en": (0.940, 0.984)}
"""What cleaning made of the golden lines when they were new: share of noise removed, share of text kept."""

_MARK = re.compile(r"\{\{\w+\|([^{}]*)\}\}")
NOTES = (
    "lines: 135 kinds of noise and 128 sentences that look like noise, each alone in an article of our own; "
    "they were written before any was tried, and the rules mended on them since: at first "
    + "; ".join(f"{code} {noise:.3f} of the noise, {text:.3f} of the text" for code, (noise, text) in FIRST.items())
    + ".",
    "unseen lines: 72 more of the same kinds, written later; no rule was mended on them.",
    "pages: every line of the golden pages of tests/golden/*/cleaning, which the rules were made on.",
    "stories: the lowest of the sample stories and of Geneva, as the quality gate scores them.",
)


def measure(baselines: bool) -> PartFigures:
    """No library tells the parts of a page apart without its markup: nothing stands beside, `baselines` is unused."""
    del baselines
    found: list[Figure] = []
    misses: list[str] = []
    for language in ("id", "en"):
        lines, unseen = outcomes(language), outcomes(language, unseen=True)
        found += _line_figures(f"lines, {language}", lines) + _line_figures(f"unseen lines, {language}", unseen)
        misses += _missed(language, [*lines, *unseen])
    return PartFigures("cleaning", (*found, _pages(), *_stories()), tuple(misses), NOTES)


def _line_figures(name: str, lines: list[Outcome]) -> list[Figure]:
    noise = [one for one in lines if one.label not in KEPT]
    text = [one for one in lines if one.label in KEPT]
    named = sum(one.found == one.label for one in noise)
    return [
        Figure(name, "noise removed", len(noise), _share(sum(one.right for one in noise), len(noise))),
        Figure(name, "noise with its reason", len(noise), _share(named, len(noise))),
        Figure(name, "text kept", len(text), _share(sum(one.right for one in text), len(text))),
    ]


def _missed(language: str, lines: list[Outcome]) -> list[str]:
    """Kinds of misses, most frequent first."""
    wrong = Counter((one.label, one.found) for one in lines if one.found != one.label)
    return [
        f"{language}: {count} × {label} taken for {found}"
        for (label, found), count in sorted(wrong.items(), key=lambda row: (-row[1], row))
    ]


def _pages() -> Figure:
    """Share of lines of the golden pages whose zone or reason is right."""
    right = lines = 0
    for path in sorted(GOLDEN.glob("*/cleaning/*.tsv")):
        rows = [row.partition("\t")[::2] for row in path.read_text("utf-8").splitlines() if not row.startswith("# ")]
        labels = _labels([(label, _bare(text)) for label, text in rows])
        right += sum(label == found for label, found in labels)
        lines += len(labels)
    return Figure("golden pages", "lines with the right label", lines, _share(right, lines))


def _bare(text: str) -> str:
    """The line without the marks of its furniture, which may nest."""
    while _MARK.search(text):
        text = _MARK.sub(r"\1", text)
    return text


def _labels(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Expected and found label of each line that is not blank; `+` goes on with the label before."""
    text = "\n".join(line for _, line in rows)
    article = Article(id="a", source="page.txt", text=text, text_sha256="")
    view = clean(article, tuple(pack.cleaning for pack in load_packs().values()))
    found, position, before = [], 0, ""
    for label, line in rows:
        before = before if label == "+" else label.partition(" ")[0]
        if line:
            end = position + len(line)
            reason = next((cut.reason for cut in view.removed if cut.start <= position and end <= cut.end), None)
            zones = [(min(end, part.end) - max(position, part.start), part.zone) for part in view.paragraphs]
            found.append((before, reason or max(zones)[1]))
        position += len(line) + 1
    return found


def _stories() -> list[Figure]:
    """The scorer's rows, lowest of all stories."""
    scores: dict[str, list[float]] = {name: [] for name in STORY_ROWS}
    chosen = list(cases())
    for build in sorted({case.build for case in chosen}):
        with tempfile.TemporaryDirectory() as scratch:
            dossiers = dossiers_of(build, Path(scratch))
        for case in chosen:
            if case.build == build:
                rows = figures(score(case, dossier_for(case, dossiers)).rows)
                for name in STORY_ROWS:
                    scores[name] += [rows[name]] if name in rows else []
    return [
        Figure("stories", name, len(values), min(values), STORY_ROWS[name]) for name, values in scores.items() if values
    ]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
