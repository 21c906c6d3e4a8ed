"""Timeline, coverage, gaps, corrections, titles and summaries: own small stories told as a person tells them."""

from benchmarks.quality.parts.figures import Figure, PartFigures
from tests.compare.mini_stories import cases
from tests.compare.overview_cases import PARTS, shortening_wrong, shortenings

SHOWN = {
    "timeline": ("small stories: timeline", "every row, in order, report or preview"),
    "coverage": ("small stories: coverage", "every cell asked for, with why it is silent"),
    "gaps": ("small stories: gaps", "every gap and none besides"),
    "corrections": ("small stories: corrections", "corrected article, values, copies that followed or did not"),
    "summary": ("small stories: title, main event, summary", "all that is asked of the story"),
}
FLOORS = {"timeline": 0.9, "coverage": 0.8, "gaps": 0.8, "corrections": 0.9, "summary": 0.9}


def measure(baselines: bool) -> PartFigures:
    """Share of stories that are exactly right, part by part, and of sentences shortened as a person would."""
    del baselines
    figures = []
    for part, (name, measure_) in SHOWN.items():
        right = [not PARTS[part](case) for case in cases(part)]
        figures.append(Figure(name, measure_, len(right), sum(right) / len(right), FLOORS[part]))
    shortened = [not shortening_wrong(case) for case in shortenings()]
    exact = sum(shortened) / len(shortened)
    figures.append(Figure("own sentences", "the line that is left, or none", len(shortened), exact, 0.9))
    return PartFigures("overview", tuple(figures), MISSES, NOTES)


NOTES = (
    "Stories of one to four short articles, both languages, run through the whole reading and comparison.",
    "First run of timeline 15 of 24 (reports and previews not yet told apart), coverage 9 of 12, gaps 11 of 17.",
    "First run of corrections 46 of 53, summary 16 of 21 (18 when lines were shortened), sentences 46 of 52.",
    "A second batch, first run: timeline 5 of 6, coverage 3 of 3, gaps 4 of 4, summary 2 of 4.",
    "A second batch, first run: corrections 8 of 10, sentences 13 of 16.",
    "Four expectations of the timeline were changed on sight: a weekday against its date goes by the weekday.",
    "And a row shows the sentence that tells the act, or what was said, not the one that only gives it its day.",
    "One input of the shortened sentences was changed too; coverage takes figures where a case names a figure.",
    "Nothing stands beside them: no library that we know of tells coverage, gaps or followed corrections.",
)
MISSES = (
    "acts of parties that no table knows and no office introduces are not read, so neither row nor gap comes of them",
    "a deed that no frame codes (a ruling, a closing) cannot be the main event, nor a row without a date of its own",
    "a note that gives the right value in a clause of another shape than the wrong one",
    "a main event whose every sentence has a figure that no longer holds gets no line",
    "happenings told in two languages without a coded event in either stay two rows of the timeline",
)
