"""Which quotes render one utterance."""

import pytest
from tests.compare.telling import Page, story_of

from semeja.compare.entities import merge_casts
from semeja.compare.quotes import collect_quotes, group_quotes

SPEAKER, OTHER = "person:rudi-lanang", "person:sari-melati"


def said(name: str, words: str, language: str = "id", speaker: str = SPEAKER, kind: str = "direct") -> Page:
    made = Page(name, f"{words} kata Rudi Lanang dan Sari Melati.", language=language)
    made.who(SPEAKER, "Rudi Lanang").who(OTHER, "Sari Melati")
    return made.quote(words, speaker, kind)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (("Kami tidak akan mundur dari perundingan ini", "id"), ("We will not withdraw from these talks", "en"), True),
        (
            ("Kami datang untuk melihat apakah pintu ke laut bersama masih terbuka", "id"),
            ("We came to see whether the door to a shared ocean is still open", "en"),
            True,
        ),
        (("Jalan itu dibuka malam ini", "id"), ("Jalan itu dibuka malam ini juga", "id"), True),
        (("Kami ingin damai di laut ini", "id"), ("Perang tidak menguntungkan nelayan kami", "id"), False),
        (("Harga beras naik", "id"), ("Harga ikan turun", "id"), False),
    ],
)
def test_one_utterance(left: tuple[str, str], right: tuple[str, str], one: bool) -> None:
    story = story_of(said("alfa", *left), said("beta", *right))
    cast = merge_casts(story)
    quotes, groups = group_quotes(story, cast, collect_quotes(story, cast, {}))
    assert bool(groups) is one
    assert all((quote.group is not None) is one for quote in quotes)


def test_the_same_words_of_two_speakers_are_two_utterances() -> None:
    words = "Jembatan itu dibuka kembali bulan depan"
    story = story_of(said("alfa", words), said("beta", words, speaker=OTHER))
    cast = merge_casts(story)
    assert group_quotes(story, cast, collect_quotes(story, cast, {}))[1] == ()


@pytest.mark.parametrize(
    ("left", "right", "only"),
    [
        (
            ("Harga beras naik tajam bulan ini", "id"),
            ("Harga beras turun tajam bulan ini juga", "id"),
            None,
        ),
        (
            ("Kami membuka pelabuhan besok dengan izin gubernur", "id"),
            ("We open the port tomorrow with a licence", "en"),
            (["gubernur"], []),
        ),
        (
            ("Jembatan lama itu akan kami bangun kembali", "id"),
            ("Jembatan itu akan kami bangun kembali bersama warga desa", "id"),
            (["lama"], ["bersama warga desa"]),
        ),
    ],
)
def test_the_words_that_one_version_alone_has(
    left: tuple[str, str], right: tuple[str, str], only: tuple[list[str], list[str]] | None
) -> None:
    story = story_of(said("alfa", *left), said("beta", *right))
    cast = merge_casts(story)
    quotes, groups = group_quotes(story, cast, collect_quotes(story, cast, {}))
    assert bool(groups) is (only is not None)
    for group in groups:
        article = {quote.id: quote.article for quote in quotes}
        told = {article[one.quote]: [place.text for place in one.only] for one in group.words}
        assert only is not None
        assert told == {"alfa": only[0], "beta": only[1]}
