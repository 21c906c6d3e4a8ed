"""What a language fills in so that `compare` tells outlets from other names, networks and corrected values."""

from functools import cache

import msgspec

from semeja.lang.table import column, read_table

Words = tuple[str, ...]


class TracingTables(msgspec.Struct, frozen=True):
    """Folded words and phrases of all languages together: pages mix them (`Part of Jaringan …`, `Foto: Handout`).

    `network_noun` and `network` stand before the name of a network, `network_end` closes one. `generic` says that a
    name is an outlet's and not whose (`Kantor Berita`, `News Agency`). `press_office` marks a body that hands out
    pictures, `no_origin` credits that name nobody, `archive` pictures from the drawer, `body_head` names of bodies
    that publish nothing. `right_value` stands before a corrected value, `wrong_value` before the one it replaces,
    `wrong_alone` where no right one need follow; `contrast` stands between the two. `value_filler` words open a value
    without belonging to it, `value_end` words begin what follows it. `error_word`: what an update mends if it is a
    correction. `press_word`: a newsroom names itself. `correction_title`: words with which the title of a correction
    opens. `own_text`: an article speaks of itself.
    """

    network_noun: tuple[str, ...]
    network: tuple[str, ...]
    network_end: tuple[str, ...]
    generic: frozenset[str]
    press_office: frozenset[Words]
    media_word: frozenset[str]
    no_origin: frozenset[str]
    archive: frozenset[str]
    body_head: frozenset[str]
    right_value: tuple[str, ...]
    wrong_value: tuple[str, ...]
    wrong_alone: tuple[str, ...]
    contrast: tuple[str, ...]
    value_filler: tuple[str, ...]
    value_end: tuple[str, ...]
    error_word: frozenset[str]
    press_word: frozenset[str]
    correction_title: frozenset[str]
    own_text: tuple[str, ...]


@cache
def tracing_tables(codes: tuple[str, ...]) -> TracingTables:
    """The tables of the languages `codes`, merged; phrases the longest first."""

    def words(group: str) -> frozenset[str]:
        return frozenset().union(*(column(code, "tracing", group) for code in codes))

    def phrases(group: str) -> tuple[str, ...]:
        return tuple(sorted(words(group), key=lambda phrase: (-len(phrase), phrase)))

    return TracingTables(
        network_noun=phrases("network_noun"),
        network=phrases("network"),
        network_end=phrases("network_end"),
        generic=words("generic"),
        press_office=frozenset(tuple(phrase.split()) for phrase in words("press_office")),
        media_word=frozenset().union(*(column(code, "crediting", "media_word") for code in codes)),
        no_origin=words("no_origin"),
        archive=words("archive"),
        body_head=words("body_head"),
        right_value=phrases("right_value"),
        wrong_value=phrases("wrong_value"),
        wrong_alone=phrases("wrong_alone"),
        contrast=phrases("contrast"),
        value_filler=phrases("value_filler"),
        value_end=phrases("value_end"),
        error_word=words("error_word"),
        press_word=words("press_word"),
        correction_title=words("correction_title"),
        own_text=phrases("own_text"),
    )


@cache
def public_suffixes() -> frozenset[str]:
    """Domain endings below which anybody may publish: two labels, as in `co.id` or `blogspot.com`."""
    return frozenset(row[0] for row in read_table("world", "domain_endings"))
