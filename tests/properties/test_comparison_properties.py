"""What holds of every comparison: references that lead somewhere, two sides to a dispute, no order that counts."""

import random
from itertools import combinations
from pathlib import Path

import pytest

import semeja
from semeja.dossier.build import build
from semeja.dossier.evidence import evidence_in
from semeja.dossier.json import encode
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.dossier import Account, Dossier
from semeja.records.reading import Reading
from semeja.records.story import make_story

SAMPLES = Path(semeja.__file__).parent / "samples"
STORIES = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())


def readings_of(story: str) -> list[tuple[Article, Reading]]:
    """The plain texts of a sample story, read."""
    packs = load_packs()
    pairs = []
    for number, path in enumerate(sorted((SAMPLES / story).glob("*.txt"))):
        text = path.read_text("utf-8")
        article = Article(id=f"a{number}", source=path.name, text=text, text_sha256="")
        pairs.append((article, read(article, packs)))
    return pairs


def compared(pairs: list[tuple[Article, Reading]]) -> Dossier:
    articles, readings = zip(*pairs, strict=True)
    return build(make_story(articles, readings), "test", Account(len(pairs), len(pairs), 0, ()))


@pytest.fixture(scope="module", params=STORIES)
def read_story(request: pytest.FixtureRequest) -> list[tuple[Article, Reading]]:
    """The readings of one sample story."""
    return readings_of(request.param)


def test_any_order_of_articles_gives_the_same_bytes(read_story: list[tuple[Article, Reading]]) -> None:
    expected = encode(compared(read_story))
    for seed in range(3):
        shuffled = random.Random(seed).sample(read_story, len(read_story))
        assert encode(compared(shuffled)) == expected


def test_every_reference_leads_to_a_record(read_story: list[tuple[Article, Reading]]) -> None:
    dossier = compared(read_story)
    events, quotes = {one.id for one in dossier.events}, {one.id for one in dossier.quotes}
    entities, items = {one.id for one in dossier.entities}, {one.id for one in dossier.ledger}
    known = {"event": events, "quote": quotes, "quantity": {one.id for one in dossier.quantities}}
    for claim in dossier.claims:
        assert claim.ref
        assert set(claim.ref) <= known[claim.kind]
    for event in dossier.events:
        assert {*event.actor, *event.recipient, *event.attributed_to} <= entities
    for item in dossier.ledger:
        assert set(item.responses) <= items - {item.id}
        assert {item.party, *item.counterpart} <= entities
        assert item.party not in item.counterpart
    for group in dossier.quote_groups:
        assert len(group.quotes) > 1
        assert set(group.quotes) <= quotes


def test_ids_are_unique(read_story: list[tuple[Article, Reading]]) -> None:
    dossier = compared(read_story)
    for records in (
        dossier.events,
        dossier.quotes,
        dossier.claims,
        dossier.conflicts,
        dossier.disputes,
        dossier.ledger,
    ):
        ids = [one.id for one in records]
        assert len(ids) == len(set(ids))


def test_a_dispute_has_two_stances_of_different_parties(read_story: list[tuple[Article, Reading]]) -> None:
    for dispute in compared(read_story).disputes:
        sides = {
            stance: {one.party for one in dispute.parties if one.stance == stance} for stance in ("asserts", "denies")
        }
        assert sides["asserts"]
        assert sides["denies"]
        assert not sides["asserts"] & sides["denies"]


def test_what_is_superseded_never_held_at_the_moment_of_what_replaced_it(
    read_story: list[tuple[Article, Reading]],
) -> None:
    dossier = compared(read_story)
    held = {one.evidence: one.as_of.value if one.as_of else None for one in dossier.quantities}
    for conflict in dossier.conflicts:
        if conflict.resolution == "superseded":
            moments = [
                {(place.article, held[place]) for place in side.evidence if held.get(place)} for side in conflict.sides
            ]
            for left, right in combinations(moments, 2):
                assert not {moment for _, moment in left} & {moment for _, moment in right} or {
                    article for article, _ in left
                } & {article for article, _ in right}


def test_every_conflict_has_two_sides_with_evidence(read_story: list[tuple[Article, Reading]]) -> None:
    dossier = compared(read_story)
    texts = {article.id: article.text or "" for article in dossier.articles}
    for conflict in dossier.conflicts:
        assert len(conflict.sides) > 1
        for place in evidence_in(conflict):
            assert texts[place.article][place.start : place.end] == place.text


def test_a_denial_answers_no_demand(read_story: list[tuple[Article, Reading]]) -> None:
    ledger = {one.id: one for one in compared(read_story).ledger}
    for item in ledger.values():
        assert all(ledger[answer].act != "denial" for answer in item.responses)
        assert item.status != "missed"
