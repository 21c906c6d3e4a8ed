"""Stories: what belongs together is together, whatever the order of arrival."""

import random

import pytest

from semeja.group.stories import MOST_DAYS, Features, group_stories


def planted(stories: int, articles: int, seed: int = 7) -> tuple[list[Features], set[tuple[str, ...]]]:
    """Articles with words of their story, words that all news share, and one name."""
    chance = random.Random(seed)
    made, truth = [], set()
    for story in range(stories):
        own = [f"s{story}w{number}" for number in range(40)]
        members = []
        for number in range(articles):
            words = chance.sample(own, 25) + chance.sample([f"berita{one}" for one in range(150)], 15)
            name = f"s{story}a{number}"
            terms = {word: float(chance.randint(1, 3)) for word in words} | {f"person:tokoh-{story}": 2.0}
            made.append(Features(name, 100 + story + number, terms))
            members.append(name)
        truth.add(tuple(sorted(members)))
    return made, truth


@pytest.mark.parametrize(("stories", "articles"), [(1, 6), (4, 6), (30, 5), (12, 40)])
def test_planted_stories_are_found(stories: int, articles: int) -> None:
    made, truth = planted(stories, articles)
    assert set(group_stories(tuple(made))) == truth


@pytest.mark.parametrize("seed", range(5))
def test_order_of_arrival_does_not_matter(seed: int) -> None:
    made, _ = planted(8, 6)
    before = group_stories(tuple(made))
    random.Random(seed).shuffle(made)
    assert group_stories(tuple(made)) == before


def test_distance_in_time_asks_for_more() -> None:
    old = {f"kata{number}": 1.0 for number in range(60)}
    new = {f"kata{number}": 1.0 for number in range(50, 110)}
    near, far = Features("b", 101, new), Features("b", 100 + MOST_DAYS, new)
    assert group_stories((Features("a", 100, old), near)) == (("a", "b"),)
    assert group_stories((Features("a", 100, old), far)) == (("a",), ("b",))


def test_unknown_day_keeps_nobody_out() -> None:
    terms = {f"kata{number}": 1.0 for number in range(30)}
    assert group_stories((Features("a", None, terms), Features("b", 900, terms))) == (("a", "b"),)


def test_nothing_and_empty_articles() -> None:
    assert group_stories(()) == ()
    assert group_stories((Features("a", None, {}), Features("b", None, {}))) == (("a",), ("b",))
