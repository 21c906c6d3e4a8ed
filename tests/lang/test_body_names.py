"""Names of bodies as keys that two languages, short and full forms share."""

import pytest

from semeja.lang.body_names import load
from semeja.text.keys import plain


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("PN Seroja", "Seroja District Court", True),
        ("Pengadilan Negeri Seroja", "PN Seroja", True),
        ("Kementerian Kehutanan", "Ministry of Forestry", True),
        ("Polda Jawa", "Java Provincial Police", True),
        ("Kemlu", "Foreign Ministry", True),
        ("Pengadilan Tinggi Seroja", "Seroja District Court", False),
        ("Polres Seroja", "Polda Seroja", False),
        ("Kementerian Kesehatan", "Finance Ministry", False),
        ("Dinas Kesehatan", "Health Ministry", False),
    ],
)
def test_names_of_one_body_have_the_same_keys(left: str, right: str, same: bool) -> None:
    keys = [set(load().keys(plain(name).split())) for name in (left, right)]
    assert (keys[0] == keys[1]) is same


def test_a_state_is_one_key_in_both_languages_and_as_an_adjective() -> None:
    found = {load().keys(plain(name).split())[-1] for name in ("Jerman", "Germany", "German")}
    assert found == {"country:DEU"}
