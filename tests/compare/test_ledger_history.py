"""Since when an entry of the ledger has had which status."""

import pytest
from tests.compare.telling import NORTH, SOUTH, Page, between, story_of

from semeja.compare.entities import merge_casts
from semeja.compare.events import collect_tellings, merge_events
from semeja.compare.ledger import keep_ledger
from semeja.records.dossier import LedgerItem


def page(name: str, published: str | None, text: str) -> Page:
    made = between(name, text)
    return Page(name, text, published).who(NORTH, "Utara").who(SOUTH, "Selatan") if published else made


def asked(name: str, published: str | None) -> Page:
    return page(name, published, "Utara menuntut Selatan mengurangi kuota ikan.").event(
        "REQUEST", "Utara menuntut Selatan", NORTH, SOUTH, "mengurangi kuota ikan", act="demand"
    )


def answered(name: str, published: str | None, verb: str, type_: str, act: str) -> Page:
    text = f"Selatan {verb} mengurangi kuota ikan."
    return page(name, published, text).event(type_, text[:-1], SOUTH, NORTH, "mengurangi kuota ikan", act=act)


def refused(name: str, published: str | None) -> Page:
    return answered(name, published, "menolak", "REJECT", "rejection")


def accepted(name: str, published: str | None) -> Page:
    return answered(name, published, "setuju", "AGREE", "acceptance")


def demand(*pages: Page) -> LedgerItem:
    story = story_of(*pages)
    cast = merge_casts(story)
    items = keep_ledger(story, cast, merge_events(story, cast, collect_tellings(story, cast)))
    return next(item for item in items if item.act == "demand")


def history(item: LedgerItem) -> list[str]:
    return [f"{one.status} {one.since.value if one.since else '-'} {one.article}" for one in item.history]


DAYS = "2025-03-01", "2025-03-03", "2025-03-05"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([asked("a", DAYS[0])], ["open 2025-03-01 a"]),
        ([asked("a", DAYS[0]), refused("b", DAYS[1])], ["open 2025-03-01 a", "rejected 2025-03-03 b"]),
        (
            [asked("a", DAYS[0]), refused("b", DAYS[1]), accepted("c", DAYS[2])],
            ["open 2025-03-01 a", "rejected 2025-03-03 b", "accepted 2025-03-05 c"],
        ),
        (
            [asked("a", DAYS[0]), refused("b", DAYS[1]), accepted("c", DAYS[1])],
            ["open 2025-03-01 a", "partly_accepted 2025-03-03 c"],
        ),
        ([refused("b", DAYS[0]), asked("a", DAYS[1])], ["rejected 2025-03-01 b"]),
        ([asked("a", None), refused("b", None)], ["rejected - b"]),
    ],
)
def test_each_status_stands_from_the_article_that_tells_it(pages: list[Page], expected: list[str]) -> None:
    item = demand(*pages)
    assert history(item) == expected
    assert item.history[-1].status == item.status
    assert history(demand(*reversed(pages))) == expected
