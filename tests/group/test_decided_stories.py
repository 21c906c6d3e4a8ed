"""Stories that people merged and split."""

import pytest

from semeja.group.decided_stories import Stories, decided_stories
from semeja.records.decision import Decision, Kind

GIVEN: Stories = (("a", "b"), ("c", "d", "e"), ("f",))


def row(kind: Kind, articles: str, parted: str = "") -> Decision:
    return Decision(1, kind, "Ratna", "2026-03-01", articles=tuple(articles), parted=tuple(parted))


@pytest.mark.parametrize(
    ("decisions", "stories"),
    [
        ([], GIVEN),
        ([row("merge-stories", "af")], (("a", "b", "f"), ("c", "d", "e"))),
        ([row("merge-stories", "xy")], GIVEN),
        ([row("split-story", "cde", "e")], (("a", "b"), ("c", "d"), ("e",), ("f",))),
        ([row("split-story", "ce", "e")], (("a", "b"), ("c", "d"), ("e",), ("f",))),
        ([row("split-story", "ab", "ab")], GIVEN),
        ([row("split-story", "cde", "x")], GIVEN),
        ([row("merge-stories", "ac"), row("split-story", "abcde", "ab")], GIVEN),
        ([row("split-story", "cde", "e"), row("merge-stories", "ce")], GIVEN),
        ([row("alias", "abc")], GIVEN),
    ],
)
def test_stories_are_as_decided(decisions: list[Decision], stories: Stories) -> None:
    assert decided_stories(GIVEN, decisions) == stories


def test_an_article_that_came_later_stays_where_grouping_put_it() -> None:
    later = (("a", "b"), ("c", "d", "e", "g"), ("f",))
    assert decided_stories(later, [row("split-story", "cde", "e")]) == (("a", "b"), ("c", "d", "g"), ("e",), ("f",))
