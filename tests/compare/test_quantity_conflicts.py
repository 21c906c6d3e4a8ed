"""Figures that replace one another, contradict one another, or differ only in how exact they are."""

import pytest
from tests.compare.telling import Page, story_of

from semeja.compare.entities import merge_casts
from semeja.compare.quantities import collect_quantities
from semeja.compare.quantity_conflicts import quantity_conflicts
from semeja.records.dossier import Conflict

MORNING, NOON, EVENING = "2024-05-06T09:00+07:00", "2024-05-06T12:00+07:00", "2024-05-06T18:00+07:00"
POLICE, ORGANISERS = "organisation:polres-utara", "organisation:panitia-aksi"


def conflicts(*pages: Page) -> list[Conflict]:
    story = story_of(*pages)
    return quantity_conflicts(collect_quantities(story, merge_casts(story)))


def toll(name: str, figure: int, of: str = "dead", published: str = NOON, as_of: str | None = None) -> Page:
    made = Page(name, f"Gempa di Lembah Utara menewaskan {figure} orang pada Senin.", published)
    held = made.time("Senin", as_of) if as_of else None
    return made.count(f"{figure} orang", figure, of, as_of=held)


@pytest.mark.parametrize(
    ("pages", "resolutions"),
    [
        ((toll("a", 4, as_of=MORNING), toll("b", 9, as_of=EVENING)), ["superseded"]),
        ((toll("a", 4, published=MORNING), toll("b", 9, published=EVENING)), ["superseded"]),
        ((toll("a", 4, as_of=NOON), toll("b", 9, as_of=NOON)), ["open"]),
        ((toll("a", 4, "passengers"), toll("b", 9, "passengers")), ["open"]),
        ((toll("a", 4), toll("b", 4)), []),
        ((toll("a", 4, "dead"), toll("b", 9, "injured")), []),
        ((toll("a", 4, as_of=MORNING), toll("b", 9, as_of=NOON), toll("c", 5, as_of=NOON)), ["open", "superseded"]),
        ((toll("a", 40, as_of="1998"), toll("b", 9)), []),
    ],
)
def test_moments_decide(pages: tuple[Page, ...], resolutions: list[str]) -> None:
    assert sorted(one.resolution for one in conflicts(*pages)) == resolutions
    assert sorted(one.resolution for one in conflicts(*reversed(pages))) == resolutions


def test_two_authorities_in_one_article_stay_open() -> None:
    one = Page("a", "Polisi menghitung 1.500 orang, panitia aksi menghitung 5.000 orang.", NOON)
    one.who(POLICE, "Polisi").who(ORGANISERS, "panitia aksi")
    one.count("1.500 orang", 1500, "demonstrators", by=POLICE).count(
        "5.000 orang", 5000, "demonstrators", by=ORGANISERS
    )
    (found,) = conflicts(one, Page("b", "Warga pulang.", NOON))
    assert found.resolution == "open"


def test_a_class_and_a_number_inside_it_differ_only_in_precision() -> None:
    vague = Page("a", "Ratusan rumah rusak.", NOON).count("Ratusan rumah", 200, "houses.damaged", 999, unit=None)
    exact = Page("b", "Sebanyak 214 rumah rusak.", EVENING).count("214 rumah", 214, "houses.damaged", unit=None)
    (found,) = conflicts(vague, exact)
    assert (found.resolution, len(found.sides)) == ("precision", 2)


def test_what_is_asked_for_does_not_contradict_what_is_promised() -> None:
    promised = Page("a", "Menteri menjanjikan kompensasi Rp60 juta.", NOON)
    promised.count("Rp60 juta", 6e7, "compensation", unit="IDR")
    asked = Page("b", "Bupati meminta kompensasi dinaikkan menjadi Rp100 juta.", NOON)
    asked.count("Rp100 juta", 1e8, "compensation", unit="IDR")
    asked.event("REQUEST", "Bupati meminta", content="kompensasi dinaikkan menjadi Rp100 juta")
    assert conflicts(promised, asked) == []


def test_people_inside_a_demand_are_there_whether_it_is_met_or_not() -> None:
    told = Page("a", "Sebanyak 300 keluarga nelayan tinggal di Lembah Utara.", NOON).count(
        "300 keluarga", 300, "families"
    )
    asked = Page("b", "Bupati meminta lahan bagi 450 keluarga nelayan di Lembah Utara.", NOON).count(
        "450 keluarga", 450, "families"
    )
    asked.event("REQUEST", "Bupati meminta", content="lahan bagi 450 keluarga nelayan di Lembah Utara")
    assert [one.resolution for one in conflicts(told, asked)] == ["open"]


def test_a_part_of_the_whole_is_no_other_count() -> None:
    one = toll("a", 17)
    other = Page("b", "Gempa di Lembah Utara menewaskan 17 orang. Sebanyak 2 di antaranya anak-anak.", NOON)
    other.count("17 orang", 17, "dead").count("2", 2, "dead")
    assert conflicts(one, other) == []


def test_a_rounded_figure_holds_the_exact_one() -> None:
    about = Page("a", "Polisi menghitung sekitar 1.500 orang.", NOON).count(
        "1.500 orang", 1500, "crowd", modifier="about"
    )
    exact = Page("b", "Polisi menghitung 1.480 orang.", NOON).count("1.480 orang", 1480, "crowd")
    assert conflicts(about, exact) == []
