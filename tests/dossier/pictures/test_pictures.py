"""Every picture: valid XML, hostile names escaped, no request, the same bytes, and nothing, one thing or 200 things."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from semeja.dossier.html import explained_cells
from semeja.dossier.naming import Naming, naming
from semeja.dossier.pictures import acts_graph, coverage_map, figure_lines, time_strip, wants_matrix
from semeja.dossier.pictures.drawing import fitted, width_of
from semeja.dossier.pictures.page import pictures
from semeja.records.dossier import Claim, Dossier
from semeja.records.figures import FigureSeries

HOSTILE = "</text><script>alert(1)</script><image href='http://x.invalid/'/>\"'&\x00\u202e"
SVG = "{http://www.w3.org/2000/svg}"


def rows_of(dossier: Dossier) -> list[tuple[Claim, tuple[str, ...]]]:
    claims = {claim.id: claim for claim in dossier.claims}
    cells = explained_cells(dossier.coverage)
    return [(claims[claim], row) for claim, row in zip(dossier.coverage.claims, cells, strict=True)]


def drawn(dossier: Dossier, language: str = "id") -> dict[str, str]:
    return pictures(dossier, rows_of(dossier), naming(dossier, language))


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def hostile(dossier: Dossier) -> Dossier:
    """The story with names, outlets and sentences that want to break out of the markup."""
    entities = tuple(replace(one, name=HOSTILE) for one in dossier.entities)
    outlets = [replace(one.outlet, name=HOSTILE) if one.outlet else None for one in dossier.articles]
    articles = tuple(replace(one, outlet=out) for one, out in zip(dossier.articles, outlets, strict=True))
    timeline = tuple(replace(row, text=replace(row.text, text=HOSTILE)) for row in dossier.timeline)
    ledger = tuple(replace(item, content=replace(item.content, text=HOSTILE)) for item in dossier.ledger)
    claims = tuple(replace(one, evidence=(replace(one.evidence[0], text=HOSTILE),)) for one in dossier.claims)
    figures = tuple(replace(one, of=HOSTILE) for one in dossier.figures)
    origins = tuple(replace(one, name=HOSTILE) for one in dossier.provenance.origins)
    provenance = replace(dossier.provenance, origins=origins)
    return replace(
        dossier, entities=entities, articles=articles, timeline=timeline, ledger=ledger, claims=claims,
        figures=figures, provenance=provenance,
    )  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_picture_is_valid_names_itself_and_is_told_in_words(
    sample_dossiers: list[Dossier], language: str
) -> None:
    seen: set[str] = set()
    for dossier in sample_dossiers:
        for name, svg in drawn(dossier, language).items():
            if not svg:
                continue
            seen.add(name.partition(":")[0])
            root = parsed(svg)
            ids = {one.get("id") for one in root.iter() if one.get("id")}
            assert {root.get("aria-labelledby"), root.get("aria-describedby")} == ids
            assert all((root.findtext(f"{SVG}{part}") or "").strip() for part in ("title", "desc"))
    assert {"wants", "acts", "timeline", "sources", "coverage"} < seen


def test_ids_of_the_pictures_of_a_page_differ(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        ids = re.findall(r' id="([^"]+)"', "".join(drawn(dossier).values()))
        assert len(ids) == len(set(ids))


def test_pictures_ask_nobody_and_bring_no_style_or_script(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        for svg in drawn(dossier).values():
            assert re.findall(r"<(?:script|style|image|use|foreignObject)\b|\bstyle=|\bon[a-z]+=|url\(", svg) == []
            assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', svg))


def test_hostile_names_stay_words(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        for svg in drawn(hostile(dossier)).values():
            assert "<script" not in svg
            assert "<image" not in svg
            if svg:
                parsed(svg.replace("\x00", ""))


def test_the_same_story_gives_the_same_bytes(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        assert drawn(dossier) == drawn(dossier)


def empty(dossier: Dossier) -> Dossier:
    coverage = replace(dossier.coverage, claims=(), articles=(), cells=(), not_read=(), told_before=())
    provenance = replace(dossier.provenance, edges=(), lineages=(), corrections=(), folds=())
    return replace(dossier, figures=(), ledger=(), timeline=(), coverage=coverage, provenance=provenance)


def test_a_story_without_anything_has_no_picture(sample_dossiers: list[Dossier]) -> None:
    assert set(drawn(empty(sample_dossiers[0])).values()) == {""}


def _one(dossier: Dossier) -> Dossier:
    one = replace(dossier, ledger=dossier.ledger[:1], timeline=dossier.timeline[:1])
    return replace(one, figures=tuple(replace(series, points=series.points[:1]) for series in one.figures[:1]))


def test_one_act_one_day_and_one_figure_need_no_picture(sample_dossiers: list[Dossier]) -> None:
    for dossier in sample_dossiers:
        made = drawn(_one(dossier))
        assert [made[name] for name in made if name not in ("sources", "coverage")] == [""] * (len(made) - 2)


def many_acts(dossier: Dossier) -> Dossier:
    ledger = tuple(
        replace(
            dossier.ledger[0], id=f"act:{at}", party=f"p:{at % 40}", counterpart=(f"p:{at % 37 + 1}",),
            act=("demand", "threat", "denial", "offer", "request", "criticism", "promise")[at % 6],
        )
        for at in range(200)
    )  # fmt: skip
    return replace(dossier, ledger=ledger)


def many_days(dossier: Dossier) -> Dossier:
    row = dossier.timeline[0]
    dates = [f"{2000 + at // 4}-0{1 + at % 9}-11" for at in range(200)]
    return replace(
        dossier, timeline=tuple(replace(row, date=replace(row.date, value=dates[at])) for at in range(200)) * 9
    )


def many_points(series: FigureSeries) -> FigureSeries:
    point = next(one for one in series.points if one.as_of is not None)
    assert point.as_of is not None
    points = tuple(
        replace(
            point, low=at * 10**9, high=at * 10**9, authority=(f"organisation:{at % 50}",),
            as_of=replace(point.as_of, value=f"{2000 + at}-01-01T00:00+07:00"),
        )
        for at in range(200)
    )  # fmt: skip
    return replace(series, points=points, newest=(), differ_now=())


def _wide(svg: str) -> tuple[int, int]:
    root = parsed(svg)
    return int(root.get("width") or 0), int(root.get("height") or 0)


def _shown(dossier: Dossier) -> Naming:
    return naming(dossier, "id")


@pytest.mark.parametrize(
    ("draw", "width", "height"),
    [
        pytest.param(lambda d: wants_matrix.wants_matrix(many_acts(d), _shown(d)), 1_600, 1_700, id="wants"),
        pytest.param(lambda d: acts_graph.acts_graph(many_acts(d), _shown(d)), 800, 500, id="acts"),
        pytest.param(lambda d: time_strip.time_strip(many_days(d), _shown(d)), 4_200, 250, id="days"),
        pytest.param(
            lambda d: figure_lines.figure_lines(many_points(d.figures[0]), "f", _shown(d)), 2_400, 1_000, id="figures"
        ),
        pytest.param(
            lambda d: coverage_map.coverage_map(d, rows_of(d)[:1] * 200, _shown(d)), 2_000, 1_700, id="coverage"
        ),
    ],
)
def test_two_hundred_things_stay_in_bounds(
    sample_dossiers: list[Dossier], draw: Callable[[Dossier], str], width: int, height: int
) -> None:
    svg = draw(sample_dossiers[0])
    assert svg
    assert len(svg) < 150_000
    assert _wide(svg)[0] <= width
    assert _wide(svg)[1] <= height


@pytest.mark.parametrize("text", ["", "a", "Pemerintah Kabupaten Muara Lindu", "W" * 500, "a\n b" * 300, "漢字" * 90])
@pytest.mark.parametrize("room", [0, 20, 100, 580])
def test_fitted_text_is_not_wider_than_its_room(text: str, room: int) -> None:
    shown = fitted(text, room)
    assert "\n" not in shown
    assert width_of(shown) <= room or shown in ("", "…")
    assert shown == " ".join(text.split()) or shown.endswith("…")
