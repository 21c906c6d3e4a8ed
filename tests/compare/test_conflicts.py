"""Conflicts of dates and of headlines."""

import pytest
from tests.compare.telling import Page, story_of

from semeja.compare.date_conflicts import date_conflicts
from semeja.compare.entities import merge_casts
from semeja.compare.headline_conflicts import headline_conflicts
from semeja.compare.quotes import collect_quotes
from semeja.compare.speaker_conflicts import speaker_conflicts


def dated(name: str, text: str, date: str, value: str) -> Page:
    made = Page(name, text)
    made.time(date, value)
    return made


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            (
                "Panitia menyerahkan laporan kepada dewan paling lambat 30 September 2023.",
                "30 September 2023",
                "2023-09-30",
            ),
            (
                "Panitia itu akan menyerahkan laporan kepada dewan paling lambat 31 Agustus 2023.",
                "31 Agustus 2023",
                "2023-08-31",
            ),
            True,
        ),
        (
            (
                "Panitia menyerahkan laporan kepada dewan paling lambat 30 September 2023.",
                "30 September 2023",
                "2023-09-30",
            ),
            ("Warga membuka pasar baru di tepi sungai pada 31 Agustus 2023.", "31 Agustus 2023", "2023-08-31"),
            False,
        ),
        (
            (
                "Panitia menyerahkan laporan kepada dewan paling lambat 30 September 2023.",
                "30 September 2023",
                "2023-09-30",
            ),
            ("Panitia menyerahkan laporan kepada dewan paling lambat September 2023.", "September 2023", "2023-09"),
            False,
        ),
    ],
)
def test_one_statement_with_two_dates(left: tuple[str, str, str], right: tuple[str, str, str], found: bool) -> None:
    conflicts = date_conflicts(story_of(dated("a", *left), dated("b", *right)), ())
    assert [one.kind for one in conflicts] == ["date"] * found


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("Bupati Jadi Tersangka Suap", "Bupati diperiksa sebagai saksi. Belum ada tersangka.", True),
        ("Bupati Jadi Tersangka Suap", "Bupati ditetapkan sebagai tersangka kemarin.", False),
        ("Bupati Diperiksa sebagai Saksi", "Bupati hadir sebagai saksi.", False),
        ("Bupati Buka Pasar", "Seorang saksi hadir.", False),
    ],
)
def test_a_headline_that_makes_a_witness_a_suspect(title: str, body: str, found: bool) -> None:
    conflicts = headline_conflicts(story_of(Page("a", body, title=title)), ())
    assert [one.resolution for one in conflicts] == ["internal"] * found


def quoted(name: str, speaker: str) -> Page:
    made = Page(name, "Kami membuka jembatan lama malam ini setelah banjir surut, kata Rudi Lanang dan Sari Melati.")
    made.who("person:rudi-lanang", "Rudi Lanang", "country:UTR").who("person:sari-melati", "Sari Melati")
    made.who("country:UTR", "Utara")
    return made.quote("Kami membuka jembatan lama malam ini setelah banjir surut", speaker)


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("person:rudi-lanang", "person:sari-melati", True),
        ("person:rudi-lanang", "person:rudi-lanang", False),
        ("person:rudi-lanang", "country:UTR", False),
    ],
)
def test_the_same_words_under_two_names(left: str, right: str, found: bool) -> None:
    story = story_of(quoted("a", left), quoted("b", right))
    cast = merge_casts(story)
    conflicts = speaker_conflicts(story, cast.entities, collect_quotes(story, cast, {}))
    assert [one.kind for one in conflicts] == ["speaker"] * found
