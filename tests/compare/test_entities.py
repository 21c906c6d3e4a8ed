"""One cast for a story: who is one person or one body, and who stays two."""

from collections import Counter

import pytest
from tests.compare.telling import Page, story_of

from semeja.compare.entities import merge_casts
from semeja.compare.persons import merge_names


@pytest.mark.parametrize(
    ("names", "same"),
    [
        ({"person:sergei-lanang": "Sergei Lanang", "person:sergey-lanang": "Sergey Lanang"}, True),
        ({"person:rudi-lanang": "Rudi Lanang", "person:lanang": "Lanang"}, True),
        ({"person:rudi-m-lanang": "Rudi M. Lanang", "person:rudi-lanang": "Rudi Lanang"}, True),
        ({"person:rudi-lanang": "Rudi Lanang", "person:sari-lanang": "Sari Lanang"}, False),
        ({"person:rudi-lanang": "Rudi Lanang", "person:sari-lanang": "Sari Lanang", "person:lanang": "Lanang"}, False),
    ],
)
def test_persons(names: dict[str, str], same: bool) -> None:
    merged = merge_names(Counter(dict.fromkeys(names.items(), 1)))
    assert (len(set(merged.values())) == 1) is same
    assert len(set(merged.values())) == (1 if same else len(names))


@pytest.mark.parametrize(
    ("left", "right", "party", "same"),
    [
        ("Karim Mahmud", "Karim Mehmood", "country:UTR", True),
        ("Karim Mahmud", "Karim Mehmood", None, False),
        ("Karim Mahmud", "Karim Hamid", "country:UTR", False),
        ("Rina Sari", "Rani Sari", "country:UTR", False),
    ],
)
def test_other_vowels_of_one_party(left: str, right: str, party: str | None, same: bool) -> None:
    pages = [Page(f"a{at}", f"{name} tiba.").who(f"person:{at}", name, party) for at, name in enumerate((left, right))]
    cast = merge_casts(story_of(*pages))
    assert (cast.ids["a0", "person:0"] == cast.ids["a1", "person:1"]) is same


def bodies(*named: tuple[str, str, str | None]) -> dict[str, str]:
    """Entity of each organisation, each named in an article of its own."""
    pages = []
    for number, (local, name, represents) in enumerate(named):
        pages.append(Page(f"a{number}", f"Kantor {name} buka.").who(local, name, represents))
    cast = merge_casts(story_of(*pages))
    return {local: cast.ids[f"a{number}", local] for number, (local, _, _) in enumerate(named)}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Himpunan Nelayan Teluk (HNT)", "HNT", True),
        ("Himpunan Nelayan Teluk", "HNT", True),
        ("Komisi Integritas Negara (KIN)", "Integrity Commission (KIN)", True),
        ("Otoritas Pelabuhan Port Halden", "Port Halden Harbour Authority", True),
        ("Dinas Perdagangan", "Dinas Perdagangan Lembah Arum", True),
        ("Dinas Perdagangan Lembah Arum", "Dinas Kesehatan Lembah Arum", False),
        ("Partai Lentera Rakyat", "Partai Bina Samudra", False),
    ],
)
def test_bodies(left: str, right: str, same: bool) -> None:
    found = bodies(("organisation:kiri", left, None), ("organisation:kanan", right, None))
    assert (len(set(found.values())) == 1) is same


def test_a_short_name_of_two_bodies_is_neither() -> None:
    found = bodies(
        ("organisation:a", "Dinas Perdagangan", None),
        ("organisation:b", "Dinas Perdagangan Lembah Arum", None),
        ("organisation:c", "Dinas Perdagangan Kota Seroja", None),
    )
    assert len(set(found.values())) == 3


def test_ministries_of_two_countries_stay_two() -> None:
    found = bodies(
        ("organisation:a", "Kementerian Luar Negeri", "country:UTR"),
        ("organisation:b", "Kementerian Luar Negeri Selatan", "country:SLT"),
    )
    assert len(set(found.values())) == 2


@pytest.mark.parametrize(("foreigner", "party"), [("country:SLT", "country:UTR"), (None, "organisation:kementerian")])
def test_a_ministry_is_its_country_abroad_and_itself_at_home(foreigner: str | None, party: str) -> None:
    page = Page("a", "Rudi Lanang dan Sari Melati bertemu.")
    page.who("organisation:kementerian", "Kementerian Pelayaran", "country:UTR")
    page.who("person:rudi", "Rudi Lanang", "organisation:kementerian").who("person:sari", "Sari Melati", foreigner)
    assert merge_casts(story_of(page)).party("person:rudi") == party
