"""A correction leads to the article that it corrects, and tells who followed by the value that they carry."""

import pytest
from tests.compare.pages import Page, page, tell
from tests.compare.texts import OWN, UNRELATED, WIRE

from semeja.compare.provenance import trace
from semeja.records.dossier import Correction

TITLE = "Jembatan gantung di hulu ditutup malam ini"
WRONG = page(WIRE, "Kabar Hulu", "2024-03-04T08:00+07:00", TITLE)
COPY = page(WIRE, "Sebar Satu", "2024-03-04T09:00+07:00")
FOLLOWER = page(WIRE.replace("Rp12", "Rp21"), "Sebar Dua", "2024-03-05T09:00+07:00")
SILENT = page(OWN, "Kabar Hilir", "2024-03-05T10:00+07:00")


def correcting(body: str, outlet: str = "Kabar Hulu", mark: str = "Ralat") -> Page:
    return page(f"{mark}: {body}", outlet, "2024-03-05T08:00+07:00", correction=mark)


def rows_of(*pages: Page) -> tuple[Correction, ...]:
    return trace(tell(*pages)).provenance.corrections


@pytest.mark.parametrize(
    "body",
    [
        "Biaya perbaikan seharusnya Rp21 miliar, bukan Rp12 miliar.",
        "Biaya perbaikan bukan Rp12 miliar melainkan Rp21 miliar.",
        "Kami menulis biaya Rp12 miliar. Angka yang benar adalah Rp21 miliar.",
        "Biaya itu dikoreksi dari Rp12 miliar menjadi Rp21 miliar.",
        "The cost should be Rp21 miliar, not Rp12 miliar.",
        "Tertulis Rp12 miliar, seharusnya Rp21 miliar.",
    ],
)
def test_the_corrected_value_tells_who_followed(body: str) -> None:
    right = correcting(body)
    (row,) = rows_of(WRONG, COPY, FOLLOWER, SILENT, right)
    assert (row.article, row.corrects) == (right[0].id, WRONG[0].id)
    assert row.followed_by == (FOLLOWER[0].id,)
    assert row.not_followed_by == (COPY[0].id,)
    assert "21" in row.evidence.text


def test_a_quoted_title_names_the_article() -> None:
    other = page(UNRELATED, "Kabar Hulu", "2024-03-04T20:00+07:00", "Tim voli putri menang tiga set")
    right = correcting(f'Dalam berita "{TITLE}" nama jembatan keliru.')
    (row,) = rows_of(WRONG, other, right)
    assert row.corrects == WRONG[0].id
    assert row.followed_by == row.not_followed_by == ()


def test_of_several_articles_of_the_outlet_the_one_with_the_wrong_value_is_corrected() -> None:
    other = page(UNRELATED, "Kabar Hulu", "2024-03-04T20:00+07:00")
    (row,) = rows_of(WRONG, other, correcting("Biaya perbaikan seharusnya Rp21 miliar, bukan Rp12 miliar."))
    assert row.corrects == WRONG[0].id


def test_a_correction_of_something_outside_the_story_corrects_nothing_in_it() -> None:
    (row,) = rows_of(WRONG, correcting("Nama pelatih keliru.", "Kabar Jauh"))
    assert row.corrects is None
    assert row.followed_by == row.not_followed_by == ()


def test_no_mark_no_correction() -> None:
    assert rows_of(WRONG, COPY, FOLLOWER) == ()
