"""Stories: what belongs together is together, whatever the order of arrival, and no flood of copies moves it."""

import random
from collections.abc import Sequence
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from semeja.group import neighbours, stories
from semeja.group.agglomeration import agglomerate
from semeja.group.kept import Kept
from semeja.group.stories import Features, Pile, group_stories

WORDS = [f"kata{number}" for number in range(30)]
NAMES = [f"person:tokoh-{number}" for number in range(8)]


def planted(count: int, articles: int, seed: int = 7) -> tuple[list[Features], set[tuple[str, ...]]]:
    """Articles with words of their story, words that all news share, names of their story and figures."""
    chance = random.Random(seed)
    made, truth = [], set()
    for story in range(count):
        own = [f"s{story}w{number}" for number in range(40)]
        names = [f"person:tokoh-{story}-{number}" for number in range(4)] + [
            f"{story}00{number}" for number in range(4)
        ]
        members = []
        for number in range(articles):
            words = chance.sample(own, 25) + chance.sample([f"berita{one}" for one in range(150)], 15)
            name = f"s{story}a{number}"
            terms = {word: float(chance.randint(1, 3)) for word in words + chance.sample(names, 7)}
            made.append(Features(name, 100 + story + number, terms))
            members.append(name)
        truth.add(tuple(sorted(members)))
    return made, truth


@pytest.mark.parametrize(("count", "articles"), [(1, 6), (4, 6), (30, 5), (12, 40)])
def test_planted_stories_are_found(count: int, articles: int) -> None:
    made, truth = planted(count, articles)
    assert set(group_stories(made)) == truth


@st.composite
def piles(draw: st.DrawFn) -> list[Features]:
    """Articles of few words, so that they meet in every way: linked, pushed apart, copied."""
    terms = st.dictionaries(st.sampled_from(WORDS + NAMES), st.integers(1, 4).map(float), min_size=1, max_size=12)
    rows = draw(st.lists(st.tuples(st.one_of(st.none(), st.integers(1, 40)), terms), max_size=24))
    return [Features(f"a{number:02}", day, terms) for number, (day, terms) in enumerate(rows)]


@given(piles(), st.data())
@settings(max_examples=150, deadline=None)
def test_any_order_and_any_pieces_give_the_stories_of_the_whole(pile: list[Features], data: st.DataObject) -> None:
    order = data.draw(st.permutations(pile))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
    gone = data.draw(st.sets(st.sampled_from(range(len(order))))) if order else set()
    with patch.object(neighbours, "WINDOW", 2):
        growing = Pile()
        for cut in cuts:
            growing.update(order[:cut])
        assert growing.update(order) == group_stories(pile)
        left = [article for number, article in enumerate(order) if number not in gone]
        assert growing.update(left) == group_stories(left)


@given(piles(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_kept_pile_goes_on_where_it_stopped(pile: list[Features], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(pile)))
    days = data.draw(st.lists(st.integers(1, 40), min_size=len(pile), max_size=len(pile)))
    changed = data.draw(st.sets(st.sampled_from([one.article for one in pile]))) if pile else set()
    later = [replace(one, day=day) if one.article in changed else one for one, day in zip(pile, days, strict=True)]
    with (
        patch.object(neighbours, "WINDOW", 2),
        patch.object(stories, "UNSEEN", data.draw(st.sampled_from([0, 9, 900]))),
    ):
        before = Pile()
        before.update(pile[:cut])
        kept = msgspec.msgpack.decode(msgspec.msgpack.encode(before.to_record()), type=Kept)
        after, whole = Pile(kept), Pile()
        assert after.update(later) == whole.update(later)
        assert after.to_record() == whole.to_record()


def test_what_is_not_touched_is_not_gathered_anew() -> None:
    made, truth = planted(6, 5)
    last = made.pop()
    pile = Pile()
    pile.update(made)
    with patch("semeja.group.stories.agglomerate", wraps=agglomerate) as gathering:
        assert set(pile.update([*made, last])) == truth
    gathered = [sorted(call.args[0]) for call in gathering.call_args_list]
    assert gathered == [sorted(next(story for story in truth if last.article in story))]


def test_distance_in_time_asks_for_more() -> None:
    figures = {"77031": 1.0, "77131": 1.0}
    old = {f"kata{number}": 1.0 for number in range(98)} | figures
    new = {f"kata{number}": 1.0 for number in range(100, 198)} | figures
    near, far = Features("b", 101, new), Features("b", 190, new)
    assert group_stories((Features("a", 100, old), near)) == (("a", "b"),)
    assert group_stories((Features("a", 100, old), far)) == (("a",), ("b",))


def test_unknown_day_keeps_nobody_out() -> None:
    terms = {f"{number}": 1.0 for number in range(30)}
    assert group_stories((Features("a", None, terms), Features("b", 900, terms))) == (("a", "b"),)


def test_the_same_subject_without_a_common_name_is_no_story() -> None:
    words = {f"kata{number}": 1.0 for number in range(12)}
    other = {f"kata{number}": 1.0 for number in range(6, 18)}
    names = [{f"person:{letter}-{number}": 1.0 for number in range(6)} for letter in "ab"]
    articles = (Features("a", 100, words | names[0]), Features("b", 100, other | names[1]))
    assert group_stories(articles) == (("a",), ("b",))


def test_nothing_and_empty_articles() -> None:
    assert group_stories(()) == ()
    assert group_stories((Features("a", None, {}), Features("b", None, {}))) == (("a",), ("b",))


@pytest.mark.parametrize("copies", [1, 30, 300])
@pytest.mark.parametrize("mixed", [False, True])
def test_copies_of_one_article_move_no_other(copies: int, mixed: bool) -> None:
    """Copies of a member, or of a text made of two stories, each copy with words of its own."""
    made, _ = planted(20, 6)
    spam = dict(made[0].terms) | (dict(made[7].terms) if mixed else {})
    flood = [
        Features(f"spam{number:03}", 90 + number % 40, spam | {f"khas{number}": 1.0, f"lain{number}": 1.0})
        for number in range(copies)
    ]
    assert moved(made, flood) <= 0.01 * len(made)


def moved(honest: Sequence[Features], flood: Sequence[Features]) -> int:
    """Honest articles that are with others, of the honest ones, than without the flood."""
    before = {one: set(story) for story in group_stories(honest) for one in story}
    names = {article.article for article in honest}
    after = {one: set(story) & names for story in group_stories([*honest, *flood]) for one in story}
    return sum(after[one] != before[one] for one in names)


def test_one_article_on_two_stories_does_not_join_them() -> None:
    made, truth = planted(2, 5)
    both = Features("c", 103, {term: count for one in (made[0], made[5]) for term, count in one.terms.items()})
    found = group_stories([*made, both])
    assert {tuple(one for one in story if one != "c") for story in found} - {()} == truth
