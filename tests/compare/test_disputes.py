"""Disputes: what one party says of another and that other denies."""

from tests.compare.telling import NORTH, SOUTH, Page, between, story_of

from semeja.compare.disputes import find_disputes
from semeja.compare.entities import merge_casts
from semeja.compare.events import collect_tellings, merge_events
from semeja.records.dossier import Dispute


def disputes(*pages: Page) -> tuple[Dispute, ...]:
    story = story_of(*pages)
    cast = merge_casts(story)
    return find_disputes(story, cast, merge_events(story, cast, collect_tellings(story, cast)), ())


def stances(dispute: Dispute) -> set[tuple[str, str]]:
    return {(one.party, one.stance) for one in dispute.parties}


def test_a_denial_that_points_back_takes_up_the_statement_before_it() -> None:
    text = "Utara menuduh Selatan mencuri ikan. Selatan membantah tuduhan itu."
    one = between("alfa", text).alleges("mencuri ikan", NORTH, SOUTH, rule="id.allegation.accused")
    one.event("DENY", "Selatan membantah tuduhan itu", SOUTH, content="tuduhan itu", act="denial", back=True)
    (found,) = disputes(one)
    assert stances(found) == {(SOUTH, "denies"), (NORTH, "asserts")}


def test_denials_and_statements_meet_across_articles_and_languages() -> None:
    said = between("alfa", "Selatan akan mengirim kapal perang ke teluk, kata Utara.")
    said.alleges("Selatan akan mengirim kapal perang ke teluk", NORTH, SOUTH)
    denied = between("beta", "Southland denied that it would send a warship to the gulf.", "en")
    denied.event("DENY", denied.text[:-1], SOUTH, content="that it would send a warship to the gulf", act="denial")
    (found,) = disputes(said, denied)
    assert {one.article for party in found.parties for one in party.evidence} == {"alfa", "beta"}


def test_the_kind_of_deed_is_enough_between_the_same_two() -> None:
    text = "Serangan Selatan segera terjadi, kata Utara. Selatan tidak berencana memulai perang."
    one = between("alfa", text).alleges("Serangan Selatan segera terjadi", NORTH, SOUTH, "ASSAULT")
    one.event(
        "DENY",
        "Selatan tidak berencana memulai perang",
        SOUTH,
        content="memulai perang",
        act="denial",
        denies="ASSAULT",
    )
    assert len(disputes(one)) == 1


def test_no_dispute_without_somebody_who_asserts() -> None:
    one = between("alfa", "Selatan membantah mencuri ikan. Utara mengirim bantuan.")
    one.event("DENY", "Selatan membantah mencuri ikan", SOUTH, content="mencuri ikan", act="denial")
    assert disputes(one) == ()


def test_nobody_disputes_with_himself_or_over_another_matter() -> None:
    one = between(
        "alfa",
        "Selatan mencuri ikan, kata Selatan. Harga ikan Selatan naik, kata Utara. Selatan membantah mencuri ikan.",
    )
    one.alleges("Selatan mencuri ikan", SOUTH, SOUTH).alleges("Harga ikan Selatan naik", NORTH, SOUTH)
    one.event("DENY", "Selatan membantah mencuri ikan", SOUTH, content="membantah mencuri", act="denial")
    assert disputes(one) == ()
