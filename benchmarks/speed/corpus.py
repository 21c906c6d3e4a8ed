"""Articles for the speed table: paragraphs of the sample stories recombined, names and numbers changed, seeded."""

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import semeja
from semeja.lang.identify import identify
from semeja.records.article import Article

SAMPLES = Path(semeja.__file__).parent / "samples"
WORDS = 400
"""Words of an article: the length that the published figures of the field are for."""
PER_STORY = 20
"""Articles of a synthetic story."""
SYLLABLES = ("ba", "ci", "du", "gra", "ha", "jo", "ka", "lu", "ma", "ni", "pra", "ra", "si", "ta", "wi", "yo")
FIRST_DAY = 738_000
"""Proleptic day number near which the synthetic stories begin: some day of 2021."""

KEPT_NAMES, KEPT_WORDS = 0.2, 0.4
"""Share of the names, and of the lower-case words of seven letters or more, that stay as they are."""

_LONG_WORD = re.compile(r"\b[a-z]{7,}\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{2,3}\b")


def paragraphs() -> dict[str, list[str]]:
    """Body-like lines of the Indonesian text files, by sample story: an article in one language is the usual case."""
    found: dict[str, list[str]] = {}
    for path in sorted(SAMPLES.glob("*/*.txt")):
        text = path.read_text("utf-8")
        lines = text.splitlines() if identify(text) == "id" else []
        found.setdefault(path.parent.name, []).extend(line.strip() for line in lines if len(line.split()) >= 8)
    return found


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """`count` articles of about `WORDS` words in stories of `PER_STORY`, the same for the same seed."""
    pool = paragraphs()
    names = sorted(pool)
    for number in range(count):
        story, place = divmod(number, PER_STORY)
        chance = random.Random(f"{seed}/{story}/{place}")
        renamed = _Renamed(f"{seed}/{story}")
        lines = _lines(pool[names[story % len(names)]], chance)
        body = "\n\n".join(_renumbered(renamed(line), chance) for line in lines)
        title = " ".join(body.split()[:9])
        day = 1 + (story + place // 7) % 28
        text = f"{title}\n\n{day} Maret 2021, {place % 24:02}:15 WIB\n\n{body}\n\nBaca Juga: Cara Merawat Tanaman\n"
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        yield Article(id=f"a{sha256[:12]}", source=f"{number:06}.txt", text=text, text_sha256=sha256)


def _renumbered(line: str, chance: random.Random) -> str:
    return _NUMBER.sub(lambda match: str(chance.randint(10, 999)), line)


def _lines(pool: list[str], chance: random.Random) -> list[str]:
    lines, words = [], 0
    while words < WORDS:
        line = chance.choice(pool)
        lines.append(line)
        words += len(line.split())
    return lines


class _Renamed:
    """Replaces names and some long words by invented ones, the same one for the same word within a story.

    Without new words all synthetic stories on one sample story would be one story, and rightly so.
    """

    def __init__(self, key: str) -> None:
        self.key = key

    def __call__(self, line: str) -> str:
        named = _NAME.sub(lambda match: self._other(match.group(), KEPT_NAMES).capitalize(), line)
        return _LONG_WORD.sub(lambda match: self._other(match.group(), KEPT_WORDS), named)

    def _other(self, word: str, kept: float) -> str:
        chance = random.Random(f"{self.key}/{word}")
        return word if chance.random() < kept else "".join(chance.choices(SYLLABLES, k=3))
