"""Every dossier keeps the contract: schema, round trip, evidence, references, account."""

import hashlib
import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from semeja.dossier.evidence import evidence_in
from semeja.dossier.json import decode, encode, json_schema, schema_bytes
from semeja.errors import DossierInvalid
from semeja.records.dossier import SCHEMA, Dossier

ROOT = Path(__file__).parents[2]


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_published_schema_is_current() -> None:
    assert (ROOT / "docs" / "dossier.schema.json").read_bytes() == schema_bytes()


def test_dossiers_validate(sample_build: Path) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    files = sorted(sample_build.glob("*/dossier.json"))
    assert len(files) >= 4
    for file in files:
        assert [error.message for error in validator.iter_errors(json.loads(file.read_bytes()))] == []


def test_round_trip_gives_the_same_bytes(sample_build: Path) -> None:
    for file in sorted(sample_build.glob("*/dossier.json")):
        assert encode(decode(file.read_bytes())) == file.read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(SCHEMA.encode(), b"semeja.dossier/2"),
        lambda data: data.replace(b'"kind": "person"', b'"kind": "hero"'),
        lambda data: data.replace(b'"gaps":', b'"holes":'),
        lambda data: data[:-20],
        lambda data: b"",
    ],
    ids=["schema", "word", "key", "cut", "empty"],
)
def test_what_breaks_the_contract_is_refused(spoil, sample_build: Path) -> None:  # type: ignore[no-untyped-def]
    data = spoil(sorted(sample_build.glob("*/dossier.json"))[0].read_bytes())
    with pytest.raises(DossierInvalid):
        decode(data)


def test_every_evidence_stands_in_its_article(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        texts = {article.id: article.text or "" for article in dossier.articles}
        found = list(evidence_in(dossier))
        assert len(found) > 50
        assert [one for one in found if texts[one.article][one.start : one.end] != one.text] == []


def test_texts_are_those_of_the_files(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        for article in dossier.articles:
            assert article.text is not None
            assert article.text_sha256 == hashlib.sha256(article.text.encode()).hexdigest()
            assert article.length == len(article.text)
            if article.source.endswith((".txt", ".md")):
                assert article.text == Path(article.source).read_bytes().decode()


def test_every_id_that_is_named_exists(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        known = {getattr(record, "id", "") for family in _families(dossier) for record in family}
        known |= {origin.id for origin in dossier.provenance.origins}
        named = {entity for quote in dossier.quotes for entity in (*quote.speaker, *quote.addressee)}
        named |= {entity for event in dossier.events for entity in (*event.actor, *event.recipient)}
        named |= {item.party for item in dossier.ledger} | {one for item in dossier.ledger for one in item.responses}
        named |= {one for claim in dossier.claims for one in (*claim.ref, *claim.support.articles)}
        named |= {one for row in dossier.timeline for one in row.events}
        named |= {entity.represents for entity in dossier.entities if entity.represents}
        named |= {one for edge in dossier.provenance.edges for one in (edge.from_, edge.to)}
        named |= {quote.group for quote in dossier.quotes if quote.group}
        named |= {quote.relayed_via for quote in dossier.quotes if quote.relayed_via}
        assert named - known == set()


def _families(dossier: Dossier) -> list[tuple[msgspec.Struct, ...]]:
    values = (getattr(dossier, field) for field in dossier.__struct_fields__)
    return [value for value in values if isinstance(value, tuple) and value and hasattr(value[0], "id")]


def test_no_family_is_empty_over_the_samples(sample_dossiers: list[Dossier]) -> None:
    for field in Dossier.__struct_fields__:
        assert any(getattr(dossier, field) for dossier in sample_dossiers) is (field != "decisions"), field


def test_account_adds_up(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        account = dossier.account
        assert account.inputs == account.stored + account.duplicates + len(account.rejected)


def test_lineages_part_the_articles(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        members = [one for chain in dossier.provenance.lineages for one in chain]
        assert sorted(members) == sorted(article.id for article in dossier.articles)


def test_coverage_has_a_cell_for_each_claim_and_article(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        coverage = dossier.coverage
        assert set(coverage.claims) == {claim.id for claim in dossier.claims}
        assert len(coverage.cells) == len(coverage.claims)
        assert {len(row) for row in coverage.cells} == {len(coverage.articles)}
