"""Count in which share of news articles the terms of stories stand: `document_shares.tsv` of each language.

    count_documents.py DATA

DATA is the folder of the public data sets. Only keys with their shares are kept; no sentence goes into the tables.
Indonesian: sentences of IndoNLU (NERGRIT, NERP), as articles of `SENTENCES` sentences each. English: articles of ECB+
(train) and Wikinews (MEANTIME); an event that many articles report counts by the square root of their number, since a
pile of one subject says little about the news.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from semeja.compare.wording import content_keys

LANG = Path(__file__).resolve().parents[1] / "src" / "semeja" / "lang"
SENTENCES = 12
LEAST_COUNT = 2
LEAST_SHARE = 0.005
ABOUT = "in how many of a thousand news articles a term stands, for weighing what two articles share"
SCRIPT = "counted by data/count_documents.py in"
HEAD = "# about: {about}\n# source: {script} {source}\n# licence: {licence}\n# date: 2026-11-23\n"


def sentences(path: Path) -> Iterator[str]:
    """The sentences of a file of `word<tab>tag` lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            yield " ".join(line.partition("\t")[0] for line in block.splitlines())


def indonesian(data: Path) -> dict[str, float]:
    """Shares of articles, from those of sentences."""
    found = [set(content_keys(one, "id")) for name in ("nerp", "nergrit") for one in sentences(_train(data, name))]
    counts = Counter(key for keys in found for key in keys)
    return {key: 1 - (1 - count / len(found)) ** SENTENCES for key, count in counts.items() if count >= LEAST_COUNT}


def english(data: Path) -> dict[str, float]:
    """Shares of articles, each subject weighed by the square root of its articles."""
    subjects: defaultdict[str, list[set[str]]] = defaultdict(list)
    for row in _rows(data / "clustering" / "ecbplus" / "docs.jsonl.gz"):
        if row["split"] == "train":
            subjects[f"topic {row['topic']}"].append(set(content_keys(row["text"], "en")))
    for row in _rows(data / "meantime" / "docs.jsonl.gz"):
        subjects[row["corpus"]].append(set(content_keys(row["text"], "en")))
    shares: Counter[str] = Counter()
    for articles in subjects.values():
        for key, count in Counter(key for keys in articles for key in keys).items():
            shares[key] += count / len(articles) ** 0.5
    whole = sum(len(articles) ** 0.5 for articles in subjects.values())
    return {key: share / whole for key, share in shares.items()}


def write(code: str, shares: dict[str, float], source: str, licence: str) -> None:
    rows = sorted((key, round(share * 1000)) for key, share in shares.items() if share >= LEAST_SHARE)
    head = HEAD.format(about=ABOUT, script=SCRIPT, source=source, licence=licence)
    path = LANG / code / "data" / "document_shares.tsv"
    path.write_text(head + "".join(f"{key}\t{share}\n" for key, share in rows), encoding="utf-8")


def _train(data: Path, name: str) -> Path:
    return data / "ner" / name / "train.tsv.gz"


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write("id", indonesian(folder), "IndoNLU at ce728f6926, NERGRIT and NERP train", "Apache-2.0")
    write("en", english(folder), "ECB+ at 9dfb462845 (train) and MEANTIME at d6518a5a79", "CC-BY-4.0")
