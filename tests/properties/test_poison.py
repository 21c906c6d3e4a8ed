"""Spam of outlets that act together: it moves no honest article, counts as no witness, and never comes first."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.properties.spam import MAKERS, Target, make_spam

import semeja
from semeja.compare.features import features
from semeja.dossier.build import build
from semeja.group.stories import group_stories
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.dossier import Account, Claim, Dossier, Evidence
from semeja.records.reading import Reading
from semeja.records.story import Story, make_story

SAMPLES = Path(semeja.__file__).parent / "samples"


class Left(NamedTuple):
    """What of the harm is still done by twenty spam articles: honest articles moved, stories whose chains change,
    claims that count otherwise, honest texts that come after spam, chains of spam alone in one story."""

    moved: int = 0
    chains: int = 0
    counts: int = 0
    first: int = 0
    own: int = 0


LEFT = {
    # Halves of two texts: less than half of either, so that what was taken from the second counts as told by the first.
    "collage": Left(moved=1, chains=1, counts=56),
    # Texts that date nothing that happened cannot show that an earlier date is false.
    "backdated": Left(counts=1, first=8),
    "changed": Left(counts=2),
    # Rewordings below the likeness of one voice still raise the bar of their story somewhat.
    "paraphrased": Left(moved=1, chains=1, counts=20),
    # A text of their own is one more chain, however many print it.
    "flooding": Left(counts=6, own=1),
}
Readings = Mapping[str, tuple[Article, Reading]]
Counts = tuple[int, int, str]
"""Lineages, origins and grade of a claim."""


class Honest(NamedTuple):
    """The sample stories without spam: readings, stories, and what stands behind each claim."""

    readings: Readings
    stories: tuple[tuple[str, ...], ...]
    dossiers: dict[tuple[str, ...], Dossier]


class Harm(NamedTuple):
    """What spam has done: honest articles in another story, chains more or fewer, claims that count otherwise, honest
    texts that now come after spam; how many chains of spam alone each story has."""

    moved: list[str]
    chains: list[str]
    counts: list[str]
    first: list[str]
    own: list[int]


@cache
def honest() -> Honest:
    """The honest articles, read, gathered and compared."""
    readings: dict[str, tuple[Article, Reading]] = {}
    for path in sorted(SAMPLES.glob("*/*.txt")):
        text = path.read_text("utf-8")
        readings |= _read([Article(id=path.stem, source=path.name, text=text, text_sha256=path.stem)])
    stories = _grouped(readings)
    return Honest(readings, stories, {one: _compared(readings, one) for one in stories})


def _read(articles: Iterable[Article]) -> dict[str, tuple[Article, Reading]]:
    packs = load_packs()
    return {article.id: (article, read(article, packs)) for article in articles}


def _grouped(readings: Readings) -> tuple[tuple[str, ...], ...]:
    return group_stories(tuple(features(*pair) for pair in readings.values()))


def _story(readings: Readings, members: Iterable[str]) -> Story:
    articles, read_ones = zip(*(readings[one] for one in members), strict=True)
    return make_story(articles, read_ones)


def _compared(readings: Readings, members: Iterable[str]) -> Dossier:
    return build(_story(readings, members), "test", Account(0, 0, 0, ()))


def poisoned(clean: Honest, kind: str, count: int) -> Harm:
    """What `count` spam articles of a kind do to the stories, all attacked at once."""
    targets = [target for story in clean.stories if len(story) > 1 for target in _targets(clean, story)]
    readings = {**clean.readings, **_read(make_spam(kind, count, targets))}
    harm = Harm([], [], [], [], [])
    stories = _grouped(readings)
    homes = {one: story for story in stories for one in story}
    for members in clean.stories:
        hosts = [homes[one] for one in members]
        host = max(set(hosts), key=lambda story: (hosts.count(story), story))
        others = {one for one in host if one in clean.readings} - set(members)
        harm.moved.extend([one for one, home in zip(members, hosts, strict=True) if home != host])
        harm.moved.extend(sorted(others) if len(others) < len(members) else [])
        if len(members) > 1:
            _compare(clean.dossiers[members], _compared(readings, host), set(members), harm)
    return harm


def _targets(clean: Honest, members: tuple[str, ...]) -> list[Target]:
    """The first article of the largest chain with the first of another chain, and the other way round."""
    story = _story(clean.readings, members)
    place = {article.id: index for index, article in enumerate(story.articles)}
    chains = sorted(clean.dossiers[members].provenance.lineages, key=len, reverse=True)
    heads = [min(place[one] for one in chain) for chain in chains]
    if len(heads) == 1:
        return [Target(story, heads[0], heads[0])]
    return [Target(story, heads[0], heads[1]), Target(story, heads[-1], heads[0])]


def _compare(before: Dossier, after: Dossier, members: set[str], harm: Harm) -> None:
    chains = {tuple(sorted(members.intersection(chain))) for chain in after.provenance.lineages} - {()}
    if chains != set(before.provenance.lineages):
        harm.chains.append(f"{sorted(before.provenance.lineages)} -> {sorted(chains)}")
    own = [chain for chain in after.provenance.lineages if members.isdisjoint(chain)]
    harm.own.append(len(own))
    now = {(claim.kind, place): claim for claim in after.claims for place in claim.evidence}
    for claim in before.claims:
        found = {
            now[claim.kind, place].id: now[claim.kind, place] for place in claim.evidence if (claim.kind, place) in now
        }
        if [_counts(one) for one in found.values()] != [_counts(claim)]:
            harm.counts.append(f"{_shown(claim)} -> {[_shown(one) for one in found.values()]}")
    dated = {article.id for article in after.articles if article.published and article.id in members}
    harm.first.extend(
        f"{edge.from_} {edge.relation} {edge.to}"
        for edge in after.provenance.edges
        if edge.from_ in dated and edge.relation == "copy_of" and edge.to not in members
    )
    if after.story.first_published != before.story.first_published:
        harm.first.append(f"{before.story.first_published} -> {after.story.first_published}")


def _counts(claim: Claim) -> Counts:
    return claim.support.lineages, claim.support.origins, claim.grade


def _shown(claim: Claim) -> str:
    evidence: Evidence = claim.evidence[0]
    return f"{claim.kind} {_counts(claim)} {evidence.article} {evidence.text[:60]!r}"


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_spam_does_no_more_harm_than_is_known(kind: str, spam: int) -> None:
    harm = poisoned(honest(), kind, spam)
    left = LEFT.get(kind, Left())
    assert len(harm.moved) <= left.moved, harm.moved
    assert len(harm.chains) <= left.chains, harm.chains
    assert len(harm.counts) <= left.counts, harm.counts
    assert len(harm.first) <= left.first, harm.first
    assert max(harm.own) <= left.own
