"""Stories as people decided them, over what the likeness of the articles gives."""

from collections.abc import Iterable

from semeja.records.decision import Decision

Stories = tuple[tuple[str, ...], ...]
"""Article ids by story, members sorted, stories sorted by their first member."""


def decided_stories(stories: Stories, decisions: Iterable[Decision]) -> Stories:
    """The stories after `merge-stories` and `split-story`, one decision after the other: the later one wins.

    An article that neither names stays with the members that grouping put it with; after a split that is the story
    that was split.
    """
    for decision in decisions:
        if decision.kind == "merge-stories":
            stories = _merged(stories, frozenset(decision.articles))
        elif decision.kind == "split-story":
            stories = _parted(stories, frozenset(decision.articles), frozenset(decision.parted))
    return stories


def _merged(stories: Stories, named: frozenset[str]) -> Stories:
    joined = [story for story in stories if named.intersection(story)]
    rest = [story for story in stories if not named.intersection(story)]
    return _in_order([*rest, tuple(one for story in joined for one in story)] if joined else rest)


def _parted(stories: Stories, named: frozenset[str], parted: frozenset[str]) -> Stories:
    found: list[tuple[str, ...]] = []
    for story in stories:
        leaving = parted.intersection(story)
        if leaving and (named - parted).intersection(story):
            found += [tuple(leaving), tuple(one for one in story if one not in leaving)]
        else:
            found.append(story)
    return _in_order(found)


def _in_order(stories: Iterable[tuple[str, ...]]) -> Stories:
    return tuple(sorted(tuple(sorted(story)) for story in stories))
