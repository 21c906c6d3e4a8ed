"""Spam as twenty outlets that act together would make it out of honest reports. All of it is seeded."""

import hashlib
import random
import re
from collections.abc import Callable
from datetime import date, timedelta

from semeja.compare.articles import describe
from semeja.compare.times import day_range
from semeja.records.article import Article
from semeja.records.story import Story
from semeja.text.mask import mask

OUTLETS = tuple(
    f"{first} {second}"
    for first in ("Gema", "Sorot", "Kilat", "Viral", "Lensa")
    for second in ("Rakyat", "Kini", "Daerah", "Terkini")
)
SYNONYMS = {
    "mengatakan": "menyatakan",
    "kata": "ujar",
    "ujar": "tutur",
    "karena": "sebab",
    "setelah": "usai",
    "seusai": "sesudah",
    "sebanyak": "sejumlah",
    "hingga": "sampai",
    "sejumlah": "beberapa",
    "menggelar": "mengadakan",
    "tersebut": "itu",
    "yang": "yang",
    "warga": "penduduk",
    "said": "stated",
    "after": "following",
}
FILLER = (
    "Kabar ini menyebar cepat di berbagai grup percakapan warga sejak pagi.",
    "Simak terus perkembangan berita selanjutnya hanya di kanal kami.",
    "Banyak pembaca bertanya kepada redaksi bagaimana kelanjutan perkara ini.",
    "Peristiwa itu ramai dibicarakan di media sosial sepanjang hari.",
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d/.,:])\d{1,3}(?![\d/.,:])")

Maker = Callable[[random.Random, "Target"], tuple[str, int]]
"""Body paragraphs and the days by which the spam is dated after its source."""


class Target:
    """The honest report that is copied, another one of another chain, and the day of the first."""

    def __init__(self, story: Story, index: int, other: int) -> None:
        self.title, self.paragraphs = _parts(story, index)
        self.other_title, self.other_paragraphs = _parts(story, other)
        self.outlet = story.articles[index].outlet or story.readings[index].structure.outlet_name or "Kantor Berita"
        self.other_outlet = story.articles[other].outlet or story.readings[other].structure.outlet_name or "Antara"
        days = [_day(story, one) for one in (index, other, *range(len(story.articles)))]
        known = [day for day in days if day]
        self.own_day = days[0] or known[0]
        self.day = max(day for day in (*days[:2], known[0]) if day)


def _parts(story: Story, index: int) -> tuple[str, list[str]]:
    article, reading = story.articles[index], story.readings[index]
    view = mask(article.text, reading.removed)
    title = reading.structure.title
    body = [" ".join(view[one.start : one.end].split()) for one in reading.paragraphs if one.zone == "body"]
    return article.text[title.start : title.end] if title else "", [one for one in body if one]


def _day(story: Story, index: int) -> date | None:
    """The day of an article; of one that states none the latest that it tells of."""
    stands_at = describe(story, index).stands_at
    days = day_range(stands_at.value) if stands_at else None
    return days[1] if days else None


def exact(chance: random.Random, target: Target) -> tuple[str, int]:
    return "\n\n".join(target.paragraphs), 1


def paraphrased(chance: random.Random, target: Target) -> tuple[str, int]:
    paragraphs = [_reworded(one) for one in target.paragraphs if chance.random() > 0.1]
    chance.shuffle(paragraphs)
    paragraphs.insert(chance.randrange(len(paragraphs) + 1), chance.choice(FILLER))
    return "\n\n".join(paragraphs), 1


def crediting(chance: random.Random, target: Target) -> tuple[str, int]:
    credit = chance.choice((f"Dilansir dari {target.other_outlet}, ", f"Mengutip {target.other_outlet}, "))
    first, *rest = target.paragraphs
    return "\n\n".join([credit + first, *rest, f"Sumber: {target.other_outlet}"]), 1


def backdated(chance: random.Random, target: Target) -> tuple[str, int]:
    return "\n\n".join(target.paragraphs), (target.own_day - target.day).days - chance.randint(1, 9)


def collage(chance: random.Random, target: Target) -> tuple[str, int]:
    mine, theirs = target.paragraphs, target.other_paragraphs
    return "\n\n".join([*mine[: (len(mine) + 1) // 2], *theirs[len(theirs) // 2 :]]), 1


def changed(chance: random.Random, target: Target) -> tuple[str, int]:
    return "\n\n".join(
        _NUMBER.sub(lambda match: str(int(match.group()) + chance.randint(1, 9)), one) for one in target.paragraphs
    ), 1


def correcting(chance: random.Random, target: Target) -> tuple[str, int]:
    notice = f"Ralat: berita {target.outlet} dan {target.other_outlet} tentang hal ini keliru dan telah dicabut."
    denial = "Pejabat yang disebut dalam berita itu membantah semua pernyataan tersebut dan menyebutnya bohong."
    return "\n\n".join([notice, *target.paragraphs, denial]), 1


def flooding(chance: random.Random, target: Target) -> tuple[str, int]:
    """One text of the spammers' own with the names of the report, the same from all."""
    names = " ".join(dict.fromkeys(_WORD.findall(" ".join(target.paragraphs)))).split()
    named = [word for word in names if word[0].isupper()][:12]
    lines = [
        f"Inilah kebenaran yang tidak berani ditulis media lain tentang {name} dan semua orang di belakangnya."
        for name in named
    ]
    return "\n\n".join([*lines, *FILLER]), 1


MAKERS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (exact, paraphrased, crediting, backdated, collage, changed, correcting, flooding)
}


def make_spam(kind: str, count: int, targets: list[Target]) -> list[Article]:
    """`count` articles of a kind; the twenty outlets take turns, and so do the targets."""
    return [_spam(kind, number, targets[number % len(targets)]) for number in range(count)]


def _spam(kind: str, number: int, target: Target) -> Article:
    chance = random.Random(f"{kind}/{number}")
    body, days = MAKERS[kind](chance, target)
    moment = f"{target.day + timedelta(days)}T{number % 24:02}:{number % 60:02}:00+07:00"
    text = f"{target.title}\n\n{body}\n"
    outlet = OUTLETS[number % len(OUTLETS)]
    return Article(
        id=f"spam-{kind}-{number:04}",
        source=f"spam/{kind}/{number}.json",
        text=text,
        text_sha256=hashlib.sha256(f"{number}{text}".encode()).hexdigest(),
        outlet=outlet,
        published=moment,
        title=target.title,
        url=f"https://{outlet.replace(' ', '').lower()}.example/{kind}/{number}",
    )


def _reworded(paragraph: str) -> str:
    return _WORD.sub(lambda match: SYNONYMS.get(match.group(), match.group()), paragraph)
