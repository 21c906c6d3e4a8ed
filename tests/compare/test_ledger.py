"""The ledger: what is asked, what answers it, and what answers nothing."""

import pytest
from tests.compare.telling import NORTH, SOUTH, Page, between, story_of

from semeja.compare.entities import merge_casts
from semeja.compare.events import collect_tellings, merge_events
from semeja.compare.ledger import keep_ledger
from semeja.records.dossier import LedgerItem


def ledger(*pages: Page) -> tuple[LedgerItem, ...]:
    story = story_of(*pages)
    cast = merge_casts(story)
    return keep_ledger(story, cast, merge_events(story, cast, collect_tellings(story, cast)))


def demand(name: str, rest: str, *, quota: bool = True, patrol: bool = False) -> Page:
    """A page with one or two demands of the north, and more text."""
    wanted = ["mengurangi kuota ikan"] * quota + ["menarik kapal patroli"] * patrol
    text = " ".join([f"Utara menuntut Selatan {one}." for one in wanted] + [rest])
    made = between(name, text)
    for one in wanted:
        made.event("REQUEST", f"Utara menuntut Selatan {one}", NORTH, SOUTH, one, act="demand")
    return made


def statuses(items: tuple[LedgerItem, ...]) -> list[str]:
    return sorted(one.status for one in items if one.act == "demand")


@pytest.mark.parametrize(
    ("type_", "clause", "content", "act", "back", "expected"),
    [
        ("REJECT", "Selatan menolak mengurangi kuota", "mengurangi kuota", "rejection", False, ["open", "rejected"]),
        ("AGREE", "Selatan bersedia mengurangi kuota", "mengurangi kuota", "acceptance", False, ["accepted", "open"]),
        ("REJECT", "Selatan menolak tuntutan itu", "tuntutan itu", "rejection", True, ["open", "rejected"]),
        ("REJECT", "Selatan menolak membayar denda", "membayar denda", "rejection", False, ["open", "open"]),
        ("DENY", "Selatan membantah tuduhan itu", "tuduhan itu", "denial", True, ["open", "open"]),
        ("AGREE", "Selatan menjanjikan jawaban", "jawaban", "commitment", False, ["open", "pending"]),
    ],
)
def test_an_answer_settles_what_it_names_and_no_more(
    type_: str, clause: str, content: str, act: str, back: bool, expected: list[str]
) -> None:
    one = demand("alfa", f"{clause}.", patrol=True).event(type_, clause, SOUTH, NORTH, content, act=act, back=back)
    items = ledger(one)
    assert statuses(items) == expected
    by_id = {item.id: item for item in items}
    for item in items:
        assert all(by_id[answer].act != "denial" for answer in item.responses)


def test_an_answer_of_another_article_in_another_language_is_found() -> None:
    other = between("beta", "Southland rejected Northland's call to cut the fish quota.", "en")
    other.event("REJECT", other.text[:-1], SOUTH, NORTH, "call to cut the fish quota", act="rejection")
    items = ledger(demand("alfa", "Warga menunggu."), other)
    assert statuses(items) == ["rejected"]


def test_refusal_and_acceptance_together_accept_in_part() -> None:
    one = demand("alfa", "Selatan menolak mengurangi kuota. Selatan setuju mengurangi kuota.")
    one.event("REJECT", "Selatan menolak mengurangi kuota", SOUTH, NORTH, "mengurangi kuota", act="rejection")
    one.event("AGREE", "Selatan setuju mengurangi kuota", SOUTH, NORTH, "mengurangi kuota", act="acceptance")
    assert statuses(ledger(one)) == ["partly_accepted"]


def test_a_party_that_takes_its_demand_back_leaves_it_withdrawn() -> None:
    one = demand("alfa", "Utara mencabut tuntutan mengurangi kuota.")
    one.event("CONCEDE", "Utara mencabut tuntutan", NORTH, SOUTH, "tuntutan mengurangi kuota")
    assert statuses(ledger(one)) == ["withdrawn"]


def test_the_minister_is_his_country_and_a_crowd_is_nobody() -> None:
    one = between("alfa", "Rudi Lanang menuntut Selatan menarik kapal. Warga menuntut ganti rugi.")
    one.who("person:rudi-lanang", "Rudi Lanang", NORTH).who("group:warga", "Warga")
    one.event(
        "REQUEST",
        "Rudi Lanang menuntut Selatan menarik kapal",
        "person:rudi-lanang",
        SOUTH,
        "menarik kapal",
        act="demand",
    )
    one.event("REQUEST", "Warga menuntut ganti rugi", "group:warga", "", "ganti rugi", act="demand")
    assert [item.party for item in ledger(one)] == [NORTH]


def test_a_hope_that_two_articles_tell_is_one_weak_entry() -> None:
    first = between("alfa", "Rudi Lanang tidak mengharapkan terobosan dalam perundingan ini.")
    second = between("beta", "Rudi Lanang does not expect a breakthrough in the talks.", "en")
    for one, words in (
        (first, "tidak mengharapkan terobosan dalam perundingan"),
        (second, "does not expect a breakthrough in the talks"),
    ):
        one.who("person:rudi-lanang", "Rudi Lanang", NORTH).quote(words, "person:rudi-lanang", "attitude")
    (item,) = ledger(first, second)
    assert (item.act, item.strength, item.party, item.articles) == ("expectation", "weak", NORTH, ("alfa", "beta"))
