"""What a language fills in so that `read` knows how page noise and furniture look."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import msgspec

from semeja.lang.table import column, read_table

# Groups that stand in patterns only.
FORMS = (
    *(
        "counter",
        "counted",
        "short_number",
        "embed",
        "copyright",
        "clock",
        "shout",
        "picture_agency",
        "picture_stock",
        "glued",
        "page_of",
    ),
    *("month", "weekday", "zone", "role", "is"),
)
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


class CleaningTables(msgspec.Struct, frozen=True):
    """Tables of one language, or of several merged. Phrases are lower-case words without marks.

    `whole` and `heads` give the removal reason of a line that consists of the phrase; a head opens a list or box.
    `starts`, `edges` and `inside` hold (words, reason) by their first word: `edges` and `inside` count only outside
    the article's own sentences. `keep` holds what a newsroom says of its text, which is never noise; `relays` open a
    line that says where the text appeared first. `menu`, `share` and `form` make up whole lines, `published` may
    surround a date, `revised` says that it is that of a later version, `places` are cities, regions and states, which
    a dateline names. `forms` are the words of `FORMS` that patterns are made of. `openings` is whatever counts at the
    start of a line. The last six hold the first words of credits, of photo credits, of whole-line words, of glued
    links, of breaks set large, and of all that counts amid a line: a line without any is not looked at further.
    `stocked` holds the last words of archives of pictures, which close a caption; `agencies` those and the last words
    of agencies, one of which stands in every line that names either.
    """

    codes: tuple[str, ...]
    whole: Mapping[str, str]
    heads: Mapping[str, str]
    starts: Phrases
    edges: Phrases
    inside: Phrases
    keep: Phrases
    openings: Phrases
    bylines: Phrases
    editors: Phrases
    sources: Phrases
    photos: Phrases
    menu: frozenset[str]
    share: frozenset[str]
    form: frozenset[str]
    published: frozenset[str]
    revised: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    zones: frozenset[str]
    small: frozenset[str]
    outlet_words: frozenset[str]
    network_words: Phrases
    address: frozenset[str]
    relays: Phrases
    forms: Mapping[str, tuple[str, ...]]
    places: frozenset[str]
    credited: frozenset[str]
    pictured: frozenset[str]
    listed: frozenset[str]
    linked: frozenset[str]
    shouted: frozenset[str]
    hinting: frozenset[str]
    stocked: frozenset[str]
    agencies: frozenset[str]


def load(code: str) -> CleaningTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return merged((code,))


@cache
def merged(codes: tuple[str, ...]) -> CleaningTables:
    """The tables of several languages as one, so that a page that mixes them is cleaned in one pass."""
    credits = [_phrases(codes, group) for group in ("byline", "editor", "source")]
    photos, glued = _phrases(codes, "photo"), _phrases(codes, "glued")
    stocked, agencies = _last_words(codes, "picture_stock"), _last_words(codes, "picture_agency")
    menu, share, form = (_words(codes, group) for group in ("menu", "share", "form"))
    return CleaningTables(
        codes=codes,
        whole=_reasons(codes, "whole"),
        heads=_reasons(codes, "head"),
        starts=_phrases(codes, "start"),
        edges=_phrases(codes, "edge"),
        inside=_phrases(codes, "inside"),
        keep=_phrases(codes, "keep"),
        openings=_phrases(codes, "start", "edge", "keep", "relay", "head"),
        bylines=credits[0],
        editors=credits[1],
        sources=credits[2],
        photos=photos,
        menu=menu,
        share=share,
        form=form,
        published=_words(codes, "published"),
        revised=_words(codes, "revised"),
        months=_words(codes, "month"),
        weekdays=_words(codes, "weekday"),
        zones=_words(codes, "zone"),
        small=_words(codes, "small"),
        outlet_words=_words(codes, "outlet"),
        network_words=_phrases(codes, "network"),
        address=_words(codes, "address"),
        relays=_phrases(codes, "relay"),
        forms={group: tuple(sorted(_words(codes, group))) for group in FORMS},
        places=_places(),
        credited=frozenset().union(*credits),
        pictured=frozenset(photos),
        listed=menu | share | form,
        linked=frozenset(glued),
        shouted=frozenset(_phrases(codes, "shout")),
        stocked=stocked,
        agencies=stocked | agencies,
        hinting=frozenset().union(*credits, photos, _phrases(codes, "inside"), stocked, agencies),
    )


def _words(codes: tuple[str, ...], group: str) -> frozenset[str]:
    return frozenset().union(*(column(code, "cleaning", group) for code in codes))


def _last_words(codes: tuple[str, ...], group: str) -> frozenset[str]:
    return frozenset(form.lower().split()[-1] for form in _words(codes, group))


def _reasons(codes: tuple[str, ...], group: str) -> dict[str, str]:
    """Phrase → reason of the rows of a group; the first language wins."""
    rows = [row for code in codes for row in read_table(code, "cleaning") if row[0] == group]
    return {row[1]: row[2] for row in reversed(rows)}


def _phrases(codes: tuple[str, ...], *groups: str) -> Phrases:
    """Rows of some groups by their first word, longest first."""
    index: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for code in codes:
        for row in read_table(code, "cleaning"):
            if row[0] in groups:
                words = tuple(row[1].lower().split())
                index[words[0]].append((words, row[2] if len(row) > 2 else row[0]))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in sorted(index.items())}


# Columns of the tables of the world that hold names of places.
PLACE_COLUMNS = (("regions", (1,)), ("places", (2, 3)), ("countries", (4, 5)), ("country_names", (1, 2)))


@cache
def _places() -> frozenset[str]:
    rows = [(row, columns) for name, columns in PLACE_COLUMNS for row in read_table("world", name)]
    cells = [row[column] for row, columns in rows for column in columns if column < len(row)]
    return frozenset(form.lower() for cell in cells for form in cell.split("|") if form != "-")
