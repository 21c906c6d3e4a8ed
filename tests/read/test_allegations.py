"""What one party says of another: who says it, of whom, and which deed."""

import pytest

from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article


def allegations(text: str) -> set[tuple[tuple[str, ...], tuple[str, ...], str]]:
    article = Article(id="a", source="a.txt", text=text, text_sha256="")
    return {(one.speaker, one.actor, one.type) for one in read(article, load_packs()).allegations}


LEAD = "Jakarta - Rapat berlangsung di Jakarta pada Senin dan dihadiri banyak orang dari kedua negara itu.\n\n"


@pytest.mark.parametrize(
    ("sentence", "speaker", "actor", "type_"),
    [
        ("Jepang mengatakan invasi Rusia akan segera terjadi.", "country:JPN", "country:RUS", "ASSAULT"),
        ("Fiji menuduh Jepang mencuri ikan di perairannya.", "country:FJI", "country:JPN", ""),
    ],
)
def test_who_says_what_of_whom(sentence: str, speaker: str, actor: str, type_: str) -> None:
    found = allegations(LEAD + sentence + "\n")
    assert ((speaker,), (actor,)) in {(one[0], one[1]) for one in found}
    if type_:
        assert type_ in {one[2] for one in found if one[1] == (actor,)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Jepang menuntut Rusia menarik pasukannya.",
        "Jepang berjanji akan mengirim bantuan ke Fiji.",
        "Rusia membantah menyerang Jepang.",
    ],
)
def test_demands_promises_and_denials_allege_nothing_of_another(sentence: str) -> None:
    assert not {one for one in allegations(LEAD + sentence + "\n") if one[1]}
