"""Pages that stand alone: one report per story and an index, without a request to anywhere and without a script."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files

import jinja2
import msgspec
from msgspec.structs import replace

from semeja.dossier.aligned import aligned_quotes, single_quotes
from semeja.dossier.counted import counted_word, unit_word
from semeja.dossier.evidence import evidence_in
from semeja.dossier.figure_rows import all_figures, point_rows
from semeja.dossier.labels import labels, most_used
from semeja.dossier.marks import anchor, marked_up, marks_by_article, pieces
from semeja.dossier.naming import clock as clock
from semeja.dossier.naming import flat as flat
from semeja.dossier.naming import naming
from semeja.dossier.naming import short_names as short_names
from semeja.dossier.pictures.page import pictures
from semeja.dossier.relations import taken_from
from semeja.records.dossier import Account, Coverage, Dossier, DossierArticle, Evidence, LedgerItem
from semeja.version import VERSION

SECTIONS = (
    "bottom_line", "wants", "differs", "disputed", "quotes_aligned", "figures", "timeline", "sources", "coverage",
    "articles", "gaps",
)  # fmt: skip
"""The order of a story page: what one needs first stands first."""


_LINK = re.compile(r'href="#([^"]+)"')


class Listed(msgspec.Struct, frozen=True):
    """A story as the index shows it."""

    slug: str
    title: str
    counts: str
    conflicts: int
    published: str
    line: str


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
    made.filters.update(flat=flat, clock=clock, counted=counted_word, unit=unit_word)
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
    shown = naming(dossier, language)
    claims = {claim.id: claim for claim in dossier.claims}
    coverage = [
        (claims[claim], cells)
        for claim, cells in zip(dossier.coverage.claims, explained_cells(dossier.coverage), strict=True)
        if claims[claim].kind == "event"
    ]
    return {
        "d": dossier,
        "language": language,
        "label": shown.words,
        "title": flat(dossier.story.title.text) if dossier.story.title else dossier.story.id,
        "short": shown.short,
        "names": shown.names,
        "claims": claims,
        "items": {item.id: item for item in dossier.ledger},
        "ledger": _by_weight(dossier.ledger),
        "aligned": aligned_quotes(dossier),
        "single_quotes": single_quotes(dossier),
        "figures": all_figures(dossier),
        "points": {series.id: point_rows(series) for series in dossier.figures},
        "taken": taken_from(dossier),
        "coverage": [(claim, _by_cell(cells, dossier.coverage.articles)) for claim, cells in coverage],
        "gaps": [gap for gap in dossier.gaps if gap.kind != "single_lineage"],
        "pictures": pictures(dossier, coverage, shown),
        "texts": partial(marked_texts, dossier, dossier.articles, language),
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


def _by_cell(cells: tuple[str, ...], articles: tuple[str, ...]) -> dict[str, list[str]]:
    """The articles of a row by what they do with its claim."""
    found: dict[str, list[str]] = defaultdict(list)
    for article, cell in zip(articles, cells, strict=True):
        found[cell].append(article)
    return found


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


def _by_weight(ledger: tuple[LedgerItem, ...]) -> list[LedgerItem]:
    """Demands and their like first, then promises and threats, then the rest; by party within."""
    order = (
        "demand", "request", "offer", "threat", "commitment", "agreement", "next_step", "rejection", "acceptance",
        "denial", "criticism", "expectation",
    )  # fmt: skip
    return sorted(ledger, key=lambda item: (order.index(item.act), item.party, item.evidence[0]))


def marked_texts(
    dossier: Dossier, articles: tuple[DossierArticle, ...], language: str | None = None, linking: str | None = None
) -> list[dict[str, object]]:
    """Articles of a dossier (`a`) with a `link` to their address, if it is one of the web, and their `text` as HTML,
    whose marks are named in `language`. `linking`: the HTML whose links lead into them; without it every evidence can
    be led to."""
    words = labels(language or language_of(dossier))
    targets: dict[str, set[int]] = defaultdict(set)
    linked = None if linking is None else frozenset(_LINK.findall(linking))
    for evidence in _pointed_at(dossier):
        if linked is None or anchor(evidence) in linked:
            targets[evidence.article].add(evidence.start)
    marks = marks_by_article(dossier, words)
    return [
        {
            "a": article,
            "link": article.url if (article.url or "").startswith(("http://", "https://")) else None,
            "text": marked_up(pieces(article, marks.get(article.id, ()), frozenset(targets[article.id]), words)),
        }
        for article in articles
    ]


def _pointed_at(dossier: Dossier) -> Iterator[Evidence]:
    """The places that a link may lead to: all evidence but that of names and times, which stand everywhere and are
    marked in the text, the words around quotes, and the passages that texts share, of which the first is enough."""
    edges = tuple(replace(edge, shared=edge.shared[:1]) for edge in dossier.provenance.edges)
    kept = replace(dossier, entities=(), times=(), quotes=(), provenance=replace(dossier.provenance, edges=edges))
    yield from evidence_in(kept)
    yield from (quote.content for quote in dossier.quotes)
