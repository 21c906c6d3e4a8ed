"""Build the word lists by which names are told from common words.

    build_word_lists.py NERGRIT_TRAIN NERP_TRAIN POSP_TRAIN ENGLISH_ARTICLES

The first three are the train files of IndoNLU (word, tab, tag; gzip), the last JSON lines with a field `text` (gzip).
Only single words with their counts above a bar are kept; no sentence goes into the lists.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LANG = Path(__file__).resolve().parents[1] / "src" / "semeja" / "lang"
DATE = "2026-11-22"
INDONLU = "counted by data/build_word_lists.py in IndoNLU at ce728f6926"
# At least so many times, and in at least so great a share of all its places.
PERSON_COUNT, PERSON_SHARE = 2, 0.75
COMMON_COUNT, COMMON_SHARE = 2, 0.9
ENGLISH_COUNT, ENGLISH_SHARE = 3, 0.9
_MIDDLE = re.compile(r"(?<=[a-z,;] )([A-Za-z][a-z]+)\b")


def tagged(path: Path) -> Iterator[tuple[str, str]]:
    """Case-folded words and tags of a file of `word<tab>tag` lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            word, _, tag = line.rstrip("\n").partition("\t")
            if tag and word.isalpha() and len(word) > 2:
                yield word.casefold(), tag


def given_names(*paths: Path) -> list[str]:
    """Words that are part of a person's name wherever they stand, nearly."""
    everywhere: Counter[str] = Counter()
    person: Counter[str] = Counter()
    for path in paths:
        for word, tag in tagged(path):
            everywhere[word] += 1
            person[word] += tag.endswith(("-PERSON", "-PPL"))
    return sorted(w for w, n in person.items() if n >= PERSON_COUNT and n / everywhere[w] >= PERSON_SHARE)


def common_words(path: Path) -> list[str]:
    """Words that are hardly ever tagged as proper nouns."""
    everywhere: Counter[str] = Counter()
    proper: Counter[str] = Counter()
    for word, tag in tagged(path):
        everywhere[word] += 1
        proper[word] += tag.endswith("NNP")
    return sorted(w for w, n in everywhere.items() if n >= COMMON_COUNT and 1 - proper[w] / n >= COMMON_SHARE)


def english_words(path: Path) -> list[str]:
    """Words that stand in lower case in the middle of sentences."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            for word in _MIDDLE.findall(json.loads(line)["text"]):
                (small if word.islower() else large)[word.casefold()] += 1
    return sorted(w for w, n in small.items() if n >= ENGLISH_COUNT and n / (n + large[w]) >= ENGLISH_SHARE)


def write(code: str, name: str, about: str, source: str, licence: str, words: list[str]) -> None:
    head = f"# about: {about}\n# source: {source}\n# licence: {licence}\n# date: {DATE}\n"
    body = "".join(f"{word}\n" for word in words)
    (LANG / code / "data" / f"{name}.tsv").write_text(head + body, encoding="utf-8")


def main(nergrit: Path, nerp: Path, posp: Path, english: Path) -> None:
    names = given_names(nergrit, nerp)
    common = [word for word in common_words(posp) if word not in set(names)]
    about = "words that are part of a person's name wherever they were seen: one a line, lower case"
    write("world", "given_names", about, f"{INDONLU}, NERGrit and NERP train", "Apache-2.0", names)
    about = "words that are no names: one a line, lower case"
    write("id", "common_words", about, f"{INDONLU}, POSP train", "Apache-2.0", common)
    source = "counted by data/build_word_lists.py in Giveme5W1H at fb427b8ed9, news_cluster, the half used here"
    write("en", "common_words", about, source, "Apache-2.0", english_words(english))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
