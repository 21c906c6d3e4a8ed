"""Which clauses tell one event."""

import pytest
from tests.compare.telling import NORTH, SOUTH, Page, between, story_of

from semeja.compare.entities import merge_casts
from semeja.compare.events import MergedEvent, collect_tellings, merge_events


def merged(*pages: Page) -> tuple[MergedEvent, ...]:
    story = story_of(*pages)
    cast = merge_casts(story)
    return merge_events(story, cast, collect_tellings(story, cast))


def asks(name: str, text: str, content: str, language: str = "id") -> Page:
    """One demand of the north on the south."""
    return between(name, text, language).event(
        "REQUEST", text.rstrip("."), NORTH, SOUTH, content, act="demand", mode="yield"
    )


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (
            ("Utara menuntut Selatan mengurangi kuota ikan 30 persen.", "mengurangi kuota ikan 30 persen", "id"),
            (
                "Northland demanded that Southland cut its fish quota by 30 percent.",
                "cut its fish quota by 30 percent",
                "en",
            ),
            True,
        ),
        (
            ("Utara menuntut Selatan menarik kapal patroli.", "menarik kapal patroli", "id"),
            (
                "Utara mendesak Selatan supaya kapal patrolinya ditarik dari teluk.",
                "kapal patrolinya ditarik dari teluk",
                "id",
            ),
            True,
        ),
        (
            ("Utara menuntut Selatan mengurangi kuota ikan.", "mengurangi kuota ikan", "id"),
            ("Utara menuntut Selatan membebaskan dua nelayan.", "membebaskan dua nelayan", "id"),
            False,
        ),
        (
            ("Utara menuntut Selatan menghentikan serangan itu.", "serangan itu", "id"),
            ("Utara menuntut Selatan menarik kapal serang dari teluk.", "menarik kapal serang dari teluk", "id"),
            False,
        ),
    ],
)
def test_demands_meet_by_what_they_ask(left: tuple[str, str, str], right: tuple[str, str, str], one: bool) -> None:
    found = merged(asks("alfa", *left), asks("beta", *right))
    assert (len(found) == 1) is one
    if one:
        assert found[0].event.articles == ("alfa", "beta")


def test_other_parties_make_another_event() -> None:
    text = "Utara menuntut Selatan menarik kapal patroli."
    turned = "Selatan menuntut Utara menarik kapal patroli."
    other = between("beta", turned).event("REQUEST", turned[:-1], SOUTH, NORTH, "menarik kapal patroli", act="demand")
    assert len(merged(asks("alfa", text, "menarik kapal patroli"), other)) == 2


def test_a_minister_and_his_country_tell_one_refusal() -> None:
    person = "person:rudi-lanang"
    first = between("alfa", "Menteri Rudi Lanang menolak tuntutan pengurangan kuota ikan.").who(
        person, "Rudi Lanang", SOUTH
    )
    first.event("REJECT", "Menteri Rudi Lanang menolak tuntutan", person, NORTH, "tuntutan pengurangan kuota ikan")
    second = between("beta", "Selatan telah menolak tuntutan itu.")
    second.event("REJECT", "Selatan telah menolak tuntutan itu", SOUTH, NORTH, "tuntutan itu", back=True)
    (one,) = merged(first, second)
    assert one.event.actor == (person,)
    assert one.event.articles == ("alfa", "beta")


def test_deeds_of_two_days_stay_two() -> None:
    pages = []
    for name, day, value in (("alfa", "Senin", "2024-05-06"), ("beta", "Rabu", "2024-05-08")):
        one = between(name, f"Utara menahan kapal Selatan pada {day}.")
        date = one.time(day, value)
        pages.append(
            one.event("COERCE", f"Utara menahan kapal Selatan pada {day}", NORTH, SOUTH, mode="seize", date=date)
        )
    assert len(merged(*pages)) == 2


def test_what_happened_and_what_is_feared_for_later_stay_two() -> None:
    done = between("alfa", "Utara menyerang Selatan.").event("ASSAULT", "Utara menyerang Selatan", NORTH, SOUTH)
    ahead = between("beta", "Utara akan menyerang Selatan.").event(
        "ASSAULT", "Utara akan menyerang Selatan", NORTH, SOUTH, modality="future"
    )
    assert len(merged(done, ahead)) == 2


def test_order_of_articles_changes_nothing() -> None:
    pages = [
        asks("alfa", "Utara menuntut Selatan menarik kapal patroli.", "menarik kapal patroli"),
        asks("beta", "Northland urged Southland to withdraw its patrol boats.", "to withdraw its patrol boats", "en"),
        asks("gama", "Utara menuntut Selatan mengurangi kuota ikan.", "mengurangi kuota ikan"),
    ]
    assert merged(*pages) == merged(*reversed(pages))
