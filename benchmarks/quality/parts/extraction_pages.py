"""Article pages of our own in the manner of Indonesian portals: eight sites by five articles, with their gold text.

`benchmarks/quality/pages/` holds a file for each invented site and `texts.txt` with the articles. A site's file is the
page with places in double braces, then behind comments how it writes a paragraph (`p`), its boxes between paragraphs
(`inline`) and what it writes before the first sentence (`dateline`).
"""

import re
from html import escape

import msgspec
from benchmarks.quality.cases import ROOT

PAGES = ROOT / "benchmarks" / "quality" / "pages"
_PART = re.compile(r"<!-- (p|inline|dateline) -->\n")
DATE = "Kamis, 12 Maret 2026 09:15 WIB"


class Story(msgspec.Struct, frozen=True):
    """An article: `fields` by name, `blocks` as (kind, text) with kinds `p`, `h`, `l` (item) and `t` (table row)."""

    fields: dict[str, str]
    blocks: tuple[tuple[str, str], ...]

    @property
    def gold(self) -> str:
        """What a reader calls the article: its paragraphs, subheadings, items and cells."""
        return "\n".join(text.replace(" | ", " ") for _, text in self.blocks)


class Site(msgspec.Struct, frozen=True):
    """`page` with its places; how a paragraph is written; the boxes between paragraphs; what precedes the first."""

    name: str
    page: str
    paragraph: str
    inline: tuple[str, ...]
    dateline: str


def own_pages() -> list[tuple[str, str]]:
    """Every article on every site, as (HTML, gold text)."""
    told = stories()
    return [
        (page_of(site, told, index), _dateline(site, told[index]) + told[index].gold)
        for site in sites()
        for index in range(len(told))
    ]


def _dateline(site: Site, story: Story) -> str:
    """What the site writes before the first sentence of an article."""
    place = story.fields["place"]
    return _filled(site.dateline, {"place": place, "PLACE": place.upper()}) + " "


def stories() -> list[Story]:
    """The articles of `texts.txt`."""
    found = []
    for block in (PAGES / "texts.txt").read_text("utf-8").split("\n= "):
        title, *lines = block.removeprefix("= ").strip().split("\n")
        parts = [tuple(line.split(": ", 1)) for line in lines]
        fields = {"title": title} | {kind: text for kind, text in parts if len(kind) > 1}
        found.append(Story(fields, tuple((kind, text) for kind, text in parts if len(kind) == 1)))
    return found


def sites() -> list[Site]:
    """The sites, by name."""
    found = []
    for path in sorted(PAGES.glob("*.html")):
        page, *parts = _PART.split(path.read_text("utf-8"))
        kinds = list(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))
        paragraph = next(part for kind, part in kinds if kind == "p")
        dateline = next((part for kind, part in kinds if kind == "dateline"), "")
        found.append(
            Site(path.stem, page, paragraph, tuple(part for kind, part in kinds if kind == "inline"), dateline)
        )
    return found


def page_of(site: Site, told: list[Story], index: int) -> str:
    """One article as one site shows it; boxes and lists name the other articles in turn."""
    story = told[index]
    others = [told[(index + step) % len(told)].fields["title"] for step in range(1, len(told))]
    separate = "{{first}}" in site.page
    places = {name: escape(text) for name, text in story.fields.items()}
    places |= {
        "first": escape(story.blocks[0][1]),
        "body": _body(site, story.blocks[separate:], others),
        "PLACE": story.fields["place"].upper(),
        "date": DATE,
        "number": str(7_000_000 + index),
        "slug": "-".join(re.findall(r"[a-z0-9]+", story.fields["title"].lower())),
        "related": "".join(f'<li><a href="/{place}">{escape(one)}</a></li>' for place, one in enumerate(others)),
        "popular": "".join(f'<li><a href="/p{place}">{escape(one)}</a></li>' for place, one in enumerate(others[::-1])),
        "plainrelated": "".join(f'- <a href="/{place}">{escape(one)}</a><br>' for place, one in enumerate(others)),
        "cards": "".join(
            f'<div class="card"><a href="/k{place}"><h4>{escape(one)}</h4></a><span>2 jam lalu</span></div>'
            for place, one in enumerate(others)
        ),
    }
    return _filled(site.page, places)


def _body(site: Site, blocks: tuple[tuple[str, str], ...], others: list[str]) -> str:
    """The blocks as HTML with the site's boxes behind the second, fourth, … paragraph."""
    written: list[str] = []
    paragraphs = 0
    for place, (kind, text) in enumerate(blocks):
        before = blocks[place - 1][0] if place else ""
        after = blocks[place + 1][0] if place + 1 < len(blocks) else ""
        written.append(_block(site, kind, text, kind != before, kind != after))
        paragraphs += kind == "p"
        if kind == "p" and paragraphs % 2 == 0 and after and site.inline:
            box = site.inline[(paragraphs // 2 - 1) % len(site.inline)]
            written.append(_filled(box, {"other": escape(others[paragraphs // 2 % len(others)])}))
    return "\n".join(written)


def _block(site: Site, kind: str, text: str, opens: bool, closes: bool) -> str:
    if kind == "p":
        return _filled(site.paragraph, {"text": escape(text)})
    if kind == "h":
        return f"<h3>{escape(text)}</h3>"
    if kind == "l":
        return f"{'<ul>' * opens}<li>{escape(text)}</li>{'</ul>' * closes}"
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in text.split(" | "))
    return f"{'<table>' * opens}<tr>{cells}</tr>{'</table>' * closes}"


def _filled(template: str, places: dict[str, str]) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda match: places[match[1]], template)
