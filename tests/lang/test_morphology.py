"""Word forms: what the morphologies make of roots, and that frames and classes fit together."""

import pytest

from semeja.lang.en import morphology as english
from semeja.lang.id import morphology as indonesian
from semeja.lang.pack import CODES
from semeja.lang.table import read_table
from semeja.read.events.contents import CONTENT_TESTS


@pytest.mark.parametrize(
    ("root", "affix", "surface"),
    [
        ("tolak", "me", "menolak"),
        ("serang", "di", "diserang"),
        ("kutuk", "me", "mengutuk"),
        ("kritik", "me", "mengkritik"),
        ("protes", "me", "memprotes"),
        ("puji", "me", "memuji"),
        ("sita", "me", "menyita"),
        ("bom", "me", "mengebom"),
        ("bom", "me", "membom"),
        ("sah", "me-kan", "mengesahkan"),
        ("lucut", "me-i", "melucuti"),
        ("nafi", "me-kan", "menafikan"),
        ("invasi", "me", "menginvasi"),
        ("gempur", "me", "menggempur"),
        ("jamin", "me", "menjamin"),
        ("veto", "me", "memveto"),
        ("ratifikasi", "di", "diratifikasi"),
        ("ingat", "memper-kan", "memperingatkan"),
        ("ingat", "per-an", "peringatan"),
        ("tolak", "peN-an", "penolakan"),
        ("bom", "peN-an", "pengeboman"),
        ("tuntut", "an", "tuntutan"),
        ("sepakat", "ke-an", "kesepakatan"),
        ("sepakat", "di-i", "disepakati"),
        ("runding", "ber", "berunding"),
        ("kerja sama", "ber", "bekerja sama"),
        ("terima kasih", "ber", "berterima kasih"),
        ("jabat tangan", "ber", "berjabat tangan"),
        ("undur diri", "me-kan", "mengundurkan diri"),
        ("temu", "i", "temui"),
        ("janji", "kan", "janjikan"),
    ],
)
def test_indonesian_form(root: str, affix: str, surface: str) -> None:
    assert surface in {form.surface for form in indonesian.surface_forms(root, affix)}


def test_indonesian_clitics_hang_on_the_last_word() -> None:
    forms = {form.surface: form for form in indonesian.surface_forms("jabat tangan", "ber")}
    assert set(forms) == {"berjabat tangan", "berjabat tangannya"}
    assert forms["berjabat tangannya"].clitic


@pytest.mark.parametrize(
    ("surface", "voice"), [("menolaknya", "active"), ("ditolaknya", "passive"), ("kutolak", "passive")]
)
def test_indonesian_clitic_and_voice(surface: str, voice: str) -> None:
    forms = [form for affix in ("me", "di", "bare") for form in indonesian.surface_forms("tolak", affix)]
    assert [(form.voice, form.clitic) for form in forms if form.surface == surface] == [(voice, True)]


@pytest.mark.parametrize(
    ("lemma", "third", "past", "gerund"),
    [
        ("reject", "rejects", "rejected", "rejecting"),
        ("deny", "denies", "denied", "denying"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("promise", "promises", "promised", "promising"),
        ("ban", "bans", "banned", "banning"),
        ("offer", "offers", "offered", "offering"),
        ("visit", "visits", "visited", "visiting"),
        ("commit", "commits", "committed", "committing"),
        ("push", "pushes", "pushed", "pushing"),
        ("die", "dies", "died", "dying"),
        ("veto", "vetoes", "vetoed", "vetoing"),
    ],
)
def test_english_verb(lemma: str, third: str, past: str, gerund: str) -> None:
    made = (english.third_person(lemma), english.regular_past(lemma), english.gerund(lemma))
    assert made == (third, past, gerund)


def test_english_irregular_verb_has_past_and_participle() -> None:
    voices = dict(english.verb_forms("withdraw", {"withdraw": ("withdrew", "withdrawn")}))
    assert (voices["withdrew"], voices["withdrawn"]) == ("active", "participle")


def test_english_l_is_doubled_or_not() -> None:
    assert {"canceled", "cancelled"} <= {form for form, _ in english.verb_forms("cancel", {})}


@pytest.mark.parametrize("code", CODES)
def test_frames_and_content_classes_name_each_other(code: str) -> None:
    asked = {test for row in read_table(code, "frames") for cell in row[6:] for test in cell.replace("~", " ").split()}
    known = {row[0] for row in read_table(code, "contents")}
    assert asked - {"-"} - CONTENT_TESTS.keys() - known == set()
    assert known - asked - {"border"} == set()
