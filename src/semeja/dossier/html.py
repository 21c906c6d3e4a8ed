"""Pages that stand alone: one report per story and an index, without a request to anywhere and without a script."""

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

import jinja2
import msgspec

from semeja.dossier.evidence import evidence_in
from semeja.dossier.graph import lineage_graph
from semeja.dossier.labels import labels, most_used
from semeja.dossier.marks import anchor, marked_up, marks_by_article, pieces
from semeja.dossier.wording import Word, compare_wording, mark_words
from semeja.records.dossier import (
    Account,
    Coverage,
    Dossier,
    DossierArticle,
    DossierQuantity,
    Evidence,
    LedgerItem,
    Quote,
)
from semeja.version import VERSION

SECTIONS = (
    "bottom_line", "wants", "differs", "disputed", "quotes_aligned", "figures", "timeline", "sources", "coverage",
    "gaps", "articles",
)  # fmt: skip
"""The order of a story page: what one needs first stands first."""

_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")
_ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT", "Z": "UTC", "+00:00": "UTC"}


class Version(msgspec.Struct, frozen=True):
    """One article's version of an utterance, word by word beside the longest version."""

    quote: Quote
    words: tuple[Word, ...]


class AlignedQuotes(msgspec.Struct, frozen=True):
    """An utterance and its versions."""

    speaker: tuple[str, ...]
    versions: tuple[Version, ...]


class Listed(msgspec.Struct, frozen=True):
    """A story as the index shows it."""

    slug: str
    title: str
    counts: str
    conflicts: int
    published: str
    line: str


def flat(text: str) -> str:
    """One line: runs of blanks and line feeds as one space."""
    return " ".join(text.split())


def clock(value: str | None) -> str:
    """An ISO value as people write it: `2022-01-21 19:21 WIB`; a prefix or range stays as it is."""
    if not value:
        return ""
    return _CLOCK.sub(lambda match: f" {match[1]} {_ZONES.get(match[2] or '', match[2] or '')}".rstrip(), value)


def style() -> str:
    """The style sheet of all pages."""
    return (files("semeja") / "dossier" / "templates" / "style.css").read_text("utf-8")


@cache
def environment(*rooms: str) -> jinja2.Environment:
    """Templates of `rooms` above, whose templates may extend those of the dossier; everything is escaped."""
    folders = [files("semeja") / room / "templates" for room in (*rooms, "dossier")]

    def load(name: str) -> str | None:
        found = [folder / name for folder in folders if (folder / name).is_file()]
        return found[0].read_text("utf-8") if found else None

    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(flat=flat, clock=clock)
    made.globals.update(anchor=anchor, style=style(), version=VERSION, sections=SECTIONS)
    return made


def language_of(dossier: Dossier) -> str:
    """The page's language: that of most articles, where there are labels in it; Indonesian before English on a tie."""
    return most_used(article.language for article in dossier.articles)


def report(dossier: Dossier, language: str | None = None) -> bytes:
    """`report.html` of a story, UTF-8."""
    return environment().get_template("report.html.j2").render(report_values(dossier, language)).encode()


def report_values(dossier: Dossier, language: str | None = None) -> dict[str, object]:
    """What the template of a report, or one that extends it, shows."""
    language = language or language_of(dossier)
    words = labels(language)
    short = short_names(dossier)
    names = {entity.id: entity.name for entity in dossier.entities}
    claims = {claim.id: claim for claim in dossier.claims}
    return {
        "d": dossier,
        "language": language,
        "label": words,
        "title": flat(dossier.story.title.text) if dossier.story.title else dossier.story.id,
        "short": short,
        "names": names,
        "origins": {origin.id: origin.name for origin in dossier.provenance.origins},
        "claims": claims,
        "items": {item.id: item for item in dossier.ledger},
        "ledger": _by_weight(dossier.ledger),
        "aligned": _aligned(dossier),
        "single_quotes": [quote for quote in dossier.quotes if quote.group is None],
        "figures": sorted(dossier.quantities, key=lambda one: (one.of is None, one.of or "", _moment(one), one.id)),
        "coverage": [
            {"claim": claims[claim], "cells": cells}
            for claim, cells in zip(dossier.coverage.claims, explained_cells(dossier.coverage), strict=True)
            if claims[claim].kind == "event"
        ],
        "gaps": [gap for gap in dossier.gaps if gap.kind != "single_lineage"],
        "graph": lineage_graph(dossier, short, words),
        "texts": marked_texts(dossier, dossier.articles),
        "counts": counts(dossier, language),
        "account_line": account_line(dossier.account, language),
    }


def index(listed: tuple[Listed, ...], account: Account, language: str) -> bytes:
    """`index.html` of a build, UTF-8."""
    page = environment().get_template("index.html.j2").render(
        language=language,
        label=labels(language),
        title=labels(language)["title_index"],
        stories=listed,
        rejected=account.rejected,
        account_line=account_line(account, language),
    )  # fmt: skip
    return page.encode()


def listed(dossier: Dossier, slug: str, language: str | None = None) -> Listed:
    """A dossier's row of the index."""
    published = dossier.story.first_published
    return Listed(
        slug=slug,
        title=flat(dossier.story.title.text) if dossier.story.title else slug,
        counts=counts(dossier, language or language_of(dossier)),
        conflicts=len(dossier.conflicts),
        published=clock(published.value) if published else "",
        line=dossier.story.summary[0].text if dossier.story.summary else "",
    )


def explained_cells(coverage: Coverage) -> list[tuple[str, ...]]:
    """The cells with the reason in place of `silent` where one is known: `not_read` or `told_before`."""
    unread = {one.article for one in coverage.not_read}
    before = {(one.claim, article) for one in coverage.told_before for article in one.articles}

    def word(claim: str, article: str, cell: str) -> str:
        if cell != "silent":
            return cell
        return "not_read" if article in unread else "told_before" if (claim, article) in before else cell

    return [
        tuple(word(claim, article, cell) for article, cell in zip(coverage.articles, cells, strict=True))
        for claim, cells in zip(coverage.claims, coverage.cells, strict=True)
    ]


def counts(dossier: Dossier, language: str) -> str:
    """`5 articles · 4 outlets · 3 independent chains`."""
    return labels(language)["counts"].format(
        articles=len(dossier.articles),
        outlets=len(set(short_names(dossier, numbered=False).values())),
        lineages=len(dossier.provenance.lineages),
    )


def account_line(account: Account, language: str) -> str:
    """`5 in = 5 stored + 0 duplicates + 0 rejected`."""
    return labels(language)["account_line"].format(
        inputs=account.inputs,
        stored=account.stored,
        duplicates=account.duplicates,
        rejected=len(account.rejected),
    )


def short_names(dossier: Dossier, numbered: bool = True) -> dict[str, str]:
    """What to call each article: its outlet, else its file; numbered where an outlet has several."""
    names = {article.id: _short(article) for article in dossier.articles}
    seen: dict[str, list[str]] = defaultdict(list)
    for article, name in names.items():
        seen[name].append(article)
    if not numbered:
        return names
    return {
        article: f"{name} ({seen[name].index(article) + 1})" if len(seen[name]) > 1 else name
        for article, name in names.items()
    }


def _short(article: DossierArticle) -> str:
    return article.outlet.name if article.outlet else article.source.rsplit("/", 1)[-1]


def _by_weight(ledger: tuple[LedgerItem, ...]) -> list[LedgerItem]:
    """Demands and their like first, then promises and threats, then the rest; by party within."""
    order = (
        "demand", "request", "offer", "threat", "commitment", "agreement", "next_step", "rejection", "acceptance",
        "denial", "criticism", "expectation",
    )  # fmt: skip
    return sorted(ledger, key=lambda item: (order.index(item.act), item.party, item.evidence[0]))


def _moment(quantity: DossierQuantity) -> str:
    return (quantity.as_of.value if quantity.as_of else None) or ""


def _aligned(dossier: Dossier) -> list[AlignedQuotes]:
    by_id = {quote.id: quote for quote in dossier.quotes}
    languages = {article.id: article.language for article in dossier.articles}
    groups = []
    for group in dossier.quote_groups:
        members = sorted((by_id[one] for one in group.quotes), key=lambda one: (-len(one.content.text), one.id))
        own = {one.quote: one.only for one in group.words}
        abroad = len({languages.get(one.article) for one in members}) > 1
        versions = [
            Version(one, _marked(one, members[0] if at else members[1], own.get(one.id, ()) if abroad else None))
            for at, one in enumerate(members)
        ]
        groups.append(AlignedQuotes(group.speaker, tuple(versions)))
    return groups


def _marked(quote: Quote, reference: Quote, own: tuple[Evidence, ...] | None) -> tuple[Word, ...]:
    """The words of a version with those marked in which it differs: by meaning where there are two languages."""
    if own is not None:
        return mark_words(quote.content, own)
    return compare_wording(reference.content.text, quote.content.text)


def marked_texts(dossier: Dossier, articles: tuple[DossierArticle, ...]) -> list[dict[str, object]]:
    """Articles of a dossier (`a`) with a `link` to their address, if it is one of the web, and their `text` as HTML."""
    targets: dict[str, set[int]] = defaultdict(set)
    for evidence in evidence_in(dossier):
        targets[evidence.article].add(evidence.start)
    marks = marks_by_article(dossier)
    return [
        {
            "a": article,
            "link": article.url if (article.url or "").startswith(("http://", "https://")) else None,
            "text": marked_up(pieces(article, marks.get(article.id, ()), frozenset(targets[article.id]))),
        }
        for article in articles
    ]
