"""Labelled pairs of articles: `tests/golden/comparing/pairs/HALF/CLASS.toml`, over the texts of `texts/HALF.toml`.

A `[[pair]]` names the texts `left` and `right`; `outlet` and `published` replace those of the right one, and `edits`
make it a copy that is not quite the text, each step as the head of `copied.toml` says.
"""

import hashlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from semeja.compare.features import features
from semeja.compare.provenance import trace
from semeja.group.stories import group_stories
from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.reading import Reading
from semeja.records.story import make_story

PAIRS = Path(__file__).parents[1] / "golden" / "comparing" / "pairs"
HALVES = ("first", "second")
CLASSES = ("copied", "edited", "rewritten", "translation", "independent", "unrelated")
COARSE = {
    "copied": "copied",
    "edited": "copied",
    "rewritten": "common source",
    "translation": "common source",
    "independent": "same event",
    "unrelated": "unrelated",
}
"""The four classes that a reader of a dossier tells apart."""
LATER = "T23:30:00+07:00"
"""Hour of an edited text whose case gives none: after all others of its day."""


class Pair(msgspec.Struct, frozen=True):
    """Two articles and their class; `name` says where the pair stands."""

    name: str
    half: str
    label: str
    left: Article
    right: Article


@cache
def pairs() -> tuple[Pair, ...]:
    """Every pair, in the order of the files."""
    return tuple(
        _pair(half, label, number, row)
        for half in HALVES
        for label in CLASSES
        if (PAIRS / half / f"{label}.toml").exists()
        for number, row in enumerate(_rows(PAIRS / half / f"{label}.toml", "pair"), 1)
    )


def told(pair: Pair) -> str:
    """The class that the comparison gives: by the edges and chains of the two as one story, and by the stories of all
    texts of the set as one pile. Two texts that no story puts together are unrelated, unless one copies the other."""
    story = make_story((pair.left, pair.right), (_reading(pair.left), _reading(pair.right)))
    chains = trace(story)
    ids = {pair.left.id, pair.right.id}
    between = [edge for edge in chains.provenance.edges if {edge.from_, edge.to} == ids]
    copies = [edge for edge in between if edge.relation == "copy_of"]
    if copies:
        return "copied" if copies[0].rule == "copies.exact" else "edited"
    if not _one_story(pair):
        return "unrelated"
    if any(edge.relation == "translation_of" for edge in between):
        return "translation"
    return "rewritten" if len(chains.provenance.lineages) == 1 else "independent"


@cache
def texts() -> Mapping[str, Mapping[str, Any]]:
    """The texts of both halves by id."""
    files = [PAIRS / "texts" / f"{half}.toml" for half in HALVES]
    return {row["id"]: row for file in files if file.exists() for row in _rows(file, "text")}


@cache
def stories() -> Mapping[str, int]:
    """Text id -> number of the story into which the pile of all texts puts it."""
    articles = {name: _article(name, row) for name, row in texts().items()}
    grouped = group_stories(tuple(features(article, _reading(article)) for article in articles.values()))
    number = {article: at for at, members in enumerate(grouped) for article in members}
    return {name: number[article.id] for name, article in articles.items()}


def _one_story(pair: Pair) -> bool:
    left, right = (article.source.partition("#")[0] for article in (pair.left, pair.right))
    return stories()[left] == stories()[right]


@cache
def _reading(article: Article) -> Reading:
    return read(article, load_packs())


def _rows(path: Path, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))[key]
    return rows


def _pair(half: str, label: str, number: int, row: Mapping[str, Any]) -> Pair:
    left, right = texts()[row["left"]], dict(texts()[row["right"]])
    if row.get("edits") or "outlet" in row:
        right["text"], right["title"] = _edited(right["text"], right["title"], row.get("edits", ()))
        if row["left"] == row["right"]:
            right["published"] = row.get("published", right["published"][:10] + LATER)
        right["outlet"] = row.get("outlet", right["outlet"])
    name = f"{half}/{label}#{number} {row['left']} {row['right']}"
    return Pair(name, half, label, _article(row["left"], left), _article(f"{row['right']}#{number}{label}", right))


def _article(name: str, row: Mapping[str, Any]) -> Article:
    text = f"{row['title']}\n\n{row['text'].strip()}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=f"article:{hashlib.sha256(name.encode()).hexdigest()[:12]}",
        source=name,
        text=text,
        text_sha256=sha256,
        outlet=row["outlet"],
        title=row["title"],
        published=row["published"],
        language=row.get("language", "id"),
    )


def _edited(text: str, title: str, edits: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    parts = text.strip().split("\n\n")
    for edit in edits:
        ((step, value),) = edit.items()
        if step == "title":
            title = value
        else:
            parts = STEPS[step](parts, value)
    return "\n\n".join(part for part in parts if part), title


def _replace(parts: list[str], value: list[str]) -> list[str]:
    old, new = value
    assert any(old in part for part in parts), f"no `{old}` to replace"
    return [part.replace(old, new) for part in parts]


def _block(parts: list[str], value: list[Any]) -> list[str]:
    at, name = value
    return [*parts[:at], *texts()[name]["text"].strip().split("\n\n"), *parts[at:]]


STEPS: Mapping[str, Callable[[list[str], Any], list[str]]] = {
    "lead": lambda parts, value: [value, *parts[1:]],
    "cut": lambda parts, value: [part for number, part in enumerate(parts, 1) if number not in value],
    "keep": lambda parts, value: [part for number, part in enumerate(parts, 1) if number in value],
    "order": lambda parts, value: [parts[number - 1] for number in value],
    "append": lambda parts, value: [*parts, value],
    "prepend": lambda parts, value: [value, *parts],
    "insert": lambda parts, value: [*parts[: value[0]], value[1], *parts[value[0] :]],
    "replace": _replace,
    "block": _block,
}
