"""Indonesian texts and their annotations from which the naming model learns: see shared/data for their licences."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

Pair = tuple[list[str], list[str]]
"""Words and tags of a sentence."""

WORD = re.compile(r"\w+|[^\w\s]")
INDONLI = ("train", "val", "test_lay")
TREEBANKS = ("csui/id_csui-ud-train", "gsd/id_gsd-ud-dev")
NAMED = re.compile(r'jenis="named-entity (person|place|organisasi)" ?(?:\{M\d+:jenis="[^"]*" ?)*([^{}]+)\}')
LONGEST_NAME = 6


def tagged(path: Path) -> Iterator[Pair]:
    """Sentences of `word<tab>tag` lines; a token with a space inside is as many words."""
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            word, _, tag = line.rstrip("\n").partition("\t")
            for place, part in enumerate(word.split()):
                words.append(part)
                tags.append(f"I-{tag[2:]}" if place and tag != "O" else tag)
            if not line.strip() and words:
                yield words, tags
                words, tags = [], []
    if words:
        yield words, tags


def lines(path: Path) -> Iterator[str]:
    """The lines of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


def cased(data: Path) -> Iterator[list[str]]:
    """Sentences and passages with their capitals, as words: IndoNLI, two treebanks, IndoCoref."""
    seen: set[str] = set()
    for part in INDONLI:
        for line in lines(data / "nli" / "indonli" / f"{part}.jsonl.gz"):
            record = json.loads(line)
            for text in (record["premise"], record["hypothesis"]):
                if text not in seen:
                    seen.add(text)
                    yield WORD.findall(text)
    for bank in TREEBANKS:
        for line in lines(data / "ud" / f"{bank}.conllu.gz"):
            if line.startswith("# text ="):
                yield WORD.findall(line.removeprefix("# text ="))
    for line in lines(data / "coref" / "indocoref" / "docs.jsonl.gz"):
        yield from (WORD.findall(text) for text in json.loads(line)["text"].split("\n"))


def marked(data: Path) -> Iterator[tuple[str, str]]:
    """(word in lower case, `person`, `place` or `organisasi`) of the words with capitals in names of IndoCoref."""
    for line in lines(data / "coref" / "indocoref" / "docs.jsonl.gz"):
        for kind, text in NAMED.findall(json.loads(line)["sacr"]):
            words = WORD.findall(text)
            if len(words) <= LONGEST_NAME:
                yield from ((word.lower(), kind) for word in words if word[0].isupper())


def regions(data: Path) -> Iterator[tuple[int, list[str]]]:
    """(level, words in lower case) of the names of provinces and regencies (1), districts (2), villages (3)."""
    for line in lines(data / "gazetteers" / "wilayah" / "wilayah.csv.gz"):
        code, _, name = line.strip().partition(",")
        words = name.strip('"').lower().removeprefix("kabupaten ").removeprefix("kota ").split()
        yield max(1, code.count(".")), words
