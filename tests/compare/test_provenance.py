"""Edges lead to origins and articles; lineages part the articles and no spam changes how honest ones stand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.pages import Page, page, tell
from tests.compare.texts import EDITED, INDEPENDENT, OWN, REWRITTEN, UNRELATED, WIRE

from semeja.compare.provenance import Chains, trace
from semeja.records.dossier import Edge

DAY = "2024-03-04T"
AGENCY = "Kantor Berita Jala"
SOURCE_LINE = ("Sumber: Kantor Berita Jala", AGENCY, "relays", "article")


def credited(body: str, mark: str) -> str:
    return f"{body}\n\n{mark}"


def edges_of(chains: Chains, relation: str) -> list[Edge]:
    return [edge for edge in chains.provenance.edges if edge.relation == relation]


def together(chains: Chains, *pages: Page) -> bool:
    return chains.lineages(one[0].id for one in pages) == 1


@pytest.mark.parametrize(
    ("mark", "name", "origin"),
    [
        ("Foto: Reuters", "Reuters", "origin:reuters"),
        ("Foto: Lensa Nusa/Bima", "Lensa Nusa", "origin:lensa-nusa"),
        ("Foto: Yoga P./Antara", "Yoga P", "origin:antara"),
        ("Foto: Humas Pemkab", "Humas Pemkab", "origin:humas-pemkab"),
        ("Foto: KBX", "KBX", "origin:kbx"),
        ("Foto: Harian Muara/Ani", "Harian Muara", "origin:harian-muara"),
        ("(Dok. Harian Muara)", "Harian Muara", None),
        ("Foto: Yoga P", "Yoga P", None),
        ("Photo: S. Pulou", "S", None),
        ("Foto: Istimewa", "Istimewa", None),
        ("Foto: Dewi Lestari", "Dewi Lestari", None),
    ],
)
def test_photo_credits_name_agencies_and_no_photographers(mark: str, name: str, origin: str | None) -> None:
    shown = page(f"{mark}\n{WIRE}", "Harian Muara", credits=[(mark, name, "photo_credit", "photo")])
    chains = trace(tell(shown))
    assert [edge.to for edge in edges_of(chains, "photo_credit")] == ([origin] if origin else [])
    assert [one.id for one in chains.provenance.origins] == ([origin] if origin else [])


@pytest.mark.parametrize(
    ("mark", "name", "origin"),
    [
        ("dilansir dari Reuters", "Reuters", "origin:reuters"),
        ("dikutip dari AP", "AP", "origin:ap"),
        ("dikutip dari Kabar Hulu", "Kabar Hulu", "origin:kabar-hulu"),
        ("kepada Harian Muara", "Harian Muara", None),
        ("kepada Partai Lentera Rakyat", "Partai Lentera Rakyat", None),
        ("menurut Kementerian Pelayaran", "Kementerian Pelayaran", None),
    ],
)
def test_relays_name_outlets_and_never_ones_own(mark: str, name: str, origin: str | None) -> None:
    shown = page(f"Hal itu {mark}.\n{WIRE}", "Harian Muara", credits=[(mark, name, "relays", "sentence")])
    assert [edge.to for edge in edges_of(trace(tell(shown)), "relays")] == ([origin] if origin else [])


def test_two_that_relay_one_source_are_one_chain_under_any_of_its_names() -> None:
    first = page(credited(OWN, "Sumber: KBJ"), "Alfa", credits=[("Sumber: KBJ", "KBJ", "relays", "article")])
    second = page(credited(INDEPENDENT, SOURCE_LINE[0]), "Beta", credits=[SOURCE_LINE])
    third = page(UNRELATED, "Gama")
    chains = trace(tell(first, second, third))
    assert together(chains, first, second)
    assert not together(chains, first, third)
    assert [origin.name for origin in chains.provenance.origins] == [AGENCY]


def test_a_credit_to_an_outlet_leads_to_its_own_article() -> None:
    agency = page(WIRE, AGENCY, DAY + "08:00+07:00")
    relay = page(
        f"Dilansir {AGENCY}, {OWN}",
        "Beta",
        DAY + "09:00+07:00",
        credits=[(f"Dilansir {AGENCY}", AGENCY, "relays", "sentence")],
    )
    chains = trace(tell(agency, relay))
    assert [(edge.from_, edge.to) for edge in edges_of(chains, "cites")] == [(relay[0].id, agency[0].id)]
    assert together(chains, agency, relay)


def test_a_sentence_of_another_outlet_at_the_end_leaves_a_text_its_own_chain() -> None:
    other = page(WIRE, "Mimbar Hulu", DAY + "08:00+07:00")
    mark = "lapor Mimbar Hulu"
    own = page(
        f"{INDEPENDENT}\n\nJembatan ditutup, {mark}.", "Beta", credits=[(mark, "Mimbar Hulu", "relays", "sentence")]
    )
    chains = trace(tell(other, own))
    assert edges_of(chains, "relays")
    assert edges_of(chains, "cites")
    assert not together(chains, other, own)


def test_a_text_with_two_sources_welds_no_chains_together() -> None:
    first = page(credited(OWN, SOURCE_LINE[0]), "Alfa", credits=[SOURCE_LINE])
    second = page(
        credited(INDEPENDENT, "Sumber: Reuters"), "Beta", credits=[("Sumber: Reuters", "Reuters", "relays", "article")]
    )
    mark = "Sumber: Kantor Berita Jala, Reuters"
    both = page(
        credited(UNRELATED, mark),
        "Gama",
        credits=[(SOURCE_LINE), ("Reuters", "Reuters", "relays", "article")],
    )
    chains = trace(tell(first, second, both))
    assert not together(chains, first, second)
    assert len(chains.provenance.lineages) == 2


@pytest.mark.parametrize(("body", "folded"), [(EDITED, True), (OWN, False)])
def test_outlets_of_one_owner_fold_only_when_they_share_the_text(body: str, folded: bool) -> None:
    first = page(WIRE, "Kabar Hulu", DAY + "08:00+07:00", masthead="Jaringan Nusa Media")
    second = page(body, "Kabar Hilir", DAY + "09:00+07:00", masthead="Bagian dari Jaringan Nusa Media")
    chains = trace(tell(first, second))
    assert [(edge.from_, edge.to) for edge in edges_of(chains, "same_group")] == [(second[0].id, first[0].id)]
    assert together(chains, first, second) is folded


def test_a_domain_tells_a_group_too() -> None:
    first = page(WIRE, url="https://hulu.kabar.example/a")
    second = page(OWN, url="https://hilir.kabar.example/b")
    assert [edge.rule for edge in edges_of(trace(tell(first, second)), "same_group")] == ["syndication.domain"]


def test_two_texts_of_one_newsroom_are_one_chain() -> None:
    first, second = page(WIRE, "Kabar Hulu", DAY + "08:00+07:00"), page(OWN, "KABAR HULU", DAY + "12:00+07:00")
    assert together(trace(tell(first, second)), first, second)


def test_an_outlet_welds_the_chains_of_its_sources_no_more_than_a_text_does() -> None:
    marks = [("Sumber: Reuters", "Reuters", "relays", "article"), ("Sumber: AFP", "AFP", "relays", "article")]
    first, second = (
        page(credited(body, mark[0]), "Alfa", credits=[mark]) for body, mark in zip((OWN, WIRE), marks, strict=True)
    )
    assert not together(trace(tell(first, second)), first, second)


RETOLD = """Redaksi mendatangi tiga rumah di tepi seberang sungai, lalu menghitung perahu yang ada.

Pemilik dua perahu kayu di sana hanya menaikkan ongkos, sekali jalan lima ribu.

Sampai ada kepastian alat angkut aman, sekolah seberang memilih meliburkan semua muridnya.

Dari beranda rumah seorang guru mengajar lewat telepon genggam; sinyal datang, lalu pergi, sepanjang hari.

Petugas desa menyimpan persediaan obat kesehatan sepekan: jalan ke puskesmas memakan setengah hari."""


@pytest.mark.parametrize(
    ("retold", "expected"),
    [
        (RETOLD, True),
        ("\n\n".join(reversed(RETOLD.split("\n\n"))), False),
        ("\n\n".join(RETOLD.split("\n\n")[:2]), False),
    ],
)
def test_reworded_sentences_in_one_order_show_a_common_source(retold: str, expected: bool) -> None:
    first, second = page(OWN, "Alfa", DAY + "08:00+07:00"), page(retold, "Beta", DAY + "09:00+07:00")
    chains = trace(tell(first, second, page(UNRELATED, "Gama")))
    found = edges_of(chains, "common_source")
    assert [(edge.from_, edge.to) for edge in found] == ([(second[0].id, first[0].id)] if expected else [])
    assert all(len(edge.shared) >= 3 for edge in found)
    assert not edges_of(chains, "copy_of")
    assert together(chains, first, second) is expected


def test_what_a_third_report_tells_too_shows_no_common_source() -> None:
    bodies = {"Alfa": OWN, "Beta": RETOLD, "Gama": RETOLD.replace("; ", ", ")}
    pages = [page(body, name) for name, body in bodies.items()]
    assert not edges_of(trace(tell(*pages)), "common_source")


def test_a_report_in_other_words_is_no_second_witness() -> None:
    first, second = page(WIRE, "Alfa", DAY + "08:00+07:00"), page(REWRITTEN, "Beta", DAY + "09:00+07:00")
    chains = trace(tell(first, second))
    assert [(edge.from_, edge.to, edge.rule) for edge in edges_of(chains, "common_source")] == [
        (second[0].id, first[0].id, "common-sources.retelling")
    ]
    assert together(chains, first, second)


def test_a_witness_of_ones_own_stays_one() -> None:
    first, second = page(WIRE, "Alfa"), page(INDEPENDENT, "Beta")
    assert not together(trace(tell(first, second)), first, second)


HONEST = [
    page(credited(WIRE, SOURCE_LINE[0]), "Alfa", DAY + "08:00+07:00", credits=[SOURCE_LINE]),
    page(credited(OWN, SOURCE_LINE[0]), "Beta", DAY + "08:10+07:00", credits=[SOURCE_LINE]),
    page(INDEPENDENT, "Gama", DAY + "08:20+07:00"),
    page(UNRELATED, "Delta", DAY + "08:30+07:00"),
]


def spam(seed: int, copies: int = 200, outlets: int = 20) -> list[Page]:
    """Copies of honest texts by colluding outlets: verbatim, shuffled, put together from two; late or backdated; some
    credit the outlet that they copy."""
    dice = random.Random(seed)
    pages = []
    for number in range(copies):
        article, reading = dice.choice(HONEST)
        body = article.text.strip()
        paragraphs = body.split("\n\n")
        hour = dice.choice(["05", "11", "23"])
        if dice.random() < 0.3:
            dice.shuffle(paragraphs)
        if dice.random() < 0.2:
            paragraphs += dice.choice(HONEST)[0].text.strip().split("\n\n")
        mark = dice.choice(["", f"Sumber: {reading.structure.outlet_name}"])
        paragraphs += [mark] if mark else []
        pages.append(
            page(
                "\n\n".join([*paragraphs, f"Salinan {number}."]),
                f"Sebar {number % outlets}",
                f"{DAY}{hour}:{number % 60:02}+07:00",
                credits=_credits("\n\n".join(paragraphs)),
            )
        )
    return pages


def _credits(body: str) -> list[tuple[str, str, str, str]]:
    """The source lines that stand in a body."""
    lines = dict.fromkeys(line for line in body.split("\n\n") if line.startswith("Sumber: "))
    return [(line, line.removeprefix("Sumber: "), "relays", "article") for line in lines]


@pytest.mark.parametrize("seed", range(8))
def test_two_hundred_spam_copies_change_no_independent_count(seed: int) -> None:
    alone, poisoned = trace(tell(*HONEST)), trace(tell(*HONEST, *spam(seed)))
    for one in HONEST:
        for other in HONEST:
            assert together(alone, one, other) == together(poisoned, one, other)
    assert alone.lineages(one[0].id for one in HONEST) == 3
    assert len(poisoned.provenance.lineages) == 3


def test_a_backdated_copy_that_credits_another_is_not_the_first() -> None:
    honest = page(WIRE, "Kabar Hulu", DAY + "08:00+07:00")
    mark = "Sumber: Kabar Hulu"
    backdated = page(
        credited(WIRE, mark), "Sebar", "2024-01-01T00:00+07:00", credits=[(mark, "Kabar Hulu", "relays", "article")]
    )
    edges = edges_of(trace(tell(honest, backdated)), "copy_of")
    assert [(edge.from_, edge.to) for edge in edges] == [(backdated[0].id, honest[0].id)]


def test_what_a_collage_took_adds_no_witness() -> None:
    first, second = page(WIRE, "Alfa", DAY + "08:00+07:00"), page(OWN, "Beta", DAY + "08:10+07:00")
    collage = page(f"{WIRE}\n\n{OWN}", "Sebar", DAY + "23:00+07:00")
    story = tell(first, second, collage)
    chains = trace(story)
    assert not together(chains, first, second)
    for said in ("Warga yang biasa menyeberang", "menghitung sendiri perahu"):
        places = [(index, article.text.find(said)) for index, article in enumerate(story.articles)]
        evidence = [story.evidence(index, at, at + len(said)) for index, at in places if at >= 0]
        assert len(evidence) == 2
        assert chains.lineages_behind(evidence) == 1


def test_a_false_credit_never_makes_a_chain() -> None:
    honest = page(WIRE, "Kabar Hulu", DAY + "08:00+07:00")
    false = [
        page(
            credited(WIRE, f"Sumber: {name}"),
            f"Sebar {name}",
            DAY + "09:00+07:00",
            credits=[(f"Sumber: {name}", name, "relays", "article")],
        )
        for name in ("Reuters", "AFP", "Xinhua")
    ]
    assert len(trace(tell(honest, *false)).provenance.lineages) == 1


BODIES = [WIRE, EDITED, REWRITTEN, INDEPENDENT, UNRELATED, OWN, WIRE + "\n\n" + OWN, ""]
PAGES = st.lists(
    st.tuples(st.sampled_from(BODIES), st.sampled_from("ABCD"), st.sampled_from(["08", "09", None])), max_size=8
)


@settings(deadline=None)
@given(PAGES, st.randoms(use_true_random=False))
def test_lineages_part_the_articles_in_any_order(drawn: list[tuple[str, str, str | None]], dice: random.Random) -> None:
    pages = [
        page(f"{body} {number}", f"Outlet {outlet}", hour and f"{DAY}{hour}:00+07:00")
        for number, (body, outlet, hour) in enumerate(drawn)
    ]
    chains = trace(tell(*pages))
    assert sorted(one for members in chains.provenance.lineages for one in members) == sorted(
        one[0].id for one in pages
    )
    assert all(0 <= chains.lineage_of[one[0].id] < len(chains.provenance.lineages) for one in pages)
    dice.shuffle(pages)
    assert trace(tell(*pages)).provenance == chains.provenance
