"""Why an article belongs: the terms that it shares, the weightiest first."""

from semeja.group.reasons import reasons_of
from semeja.group.stories import Features

STORY = (
    Features("a", 100, {"gempa": 2.0, "wanajaya": 3.0, "genteng": 1.0}, ("wanajaya",)),
    Features("b", 100, {"gempa": 1.0, "wanajaya": 2.0, "tenda": 1.0}, ("wanajaya",)),
    Features("c", 101, {"gempa": 1.0, "sekolah": 1.0}),
)


def test_reasons_are_what_is_shared_with_the_others() -> None:
    told = reasons_of(STORY[0], STORY)
    assert [(one.term, one.articles) for one in told.reasons] == [("gempa", 2), ("wanajaya", 1)]
    assert sum(one.part for one in told.reasons) == 1
    assert 0 < told.likeness < 1


def test_an_article_alone_has_none() -> None:
    assert reasons_of(STORY[0], STORY[:1]).reasons == ()
