"""Times: golden tables of both languages, publication, anchors, stance, properties."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.read.golden_drafts import bracketed, draft_of, golden_rows

from semeja.lang.pack import CODES
from semeja.read.times import find_times, nearest_time
from semeja.records.reading import Credit, Structure, TimeExpression
from semeja.records.span import Span


def written(time: TimeExpression) -> str:
    if time.value is None:
        return "-"
    return " ".join(part for part in (time.value, time.granularity, time.modifier) if part)


@pytest.mark.parametrize(
    ("code", "published", "sentence", "values"), golden_rows("id", "times") + golden_rows("en", "times")
)
def test_golden(code: str, published: str, sentence: str, values: str) -> None:
    plain, spans = bracketed(sentence)
    times, _, _ = find_times(draft_of(code, plain, published=published))
    assert [plain[time.start : time.end] for time in times] == spans
    assert [written(time) for time in times] == [value for value in values.split("; ") if value]


@pytest.mark.parametrize(
    ("code", "line", "value"),
    [
        ("id", "Jum'at, 21 Januari 2022 - 19:21 WIB", "2022-01-21T19:21+07:00"),
        ("id", "- 21 Januari 2022, 21:53 WIB", "2022-01-21T21:53+07:00"),
        ("id", "Minggu, 18 Juni 2023 | 09:15 WIB", "2023-06-18T09:15+07:00"),
        ("id", "Minggu, 10 September 2023 19:10 WITA", "2023-09-10T19:10+08:00"),
        ("id", "11/09/2023 06:30 WIT", "2023-09-11T06:30+09:00"),
        ("id", "Senin, 11 Sep 2023 09:45 WIB", "2023-09-11T09:45+07:00"),
        ("id", "Oleh: Rukmini - Jumat (8/9/2023) - 16.05 WITA", "2023-09-08T16:05+08:00"),
        ("id", "17 Juni 2023, 12.30 WIB", "2023-06-17T12:30+07:00"),
        ("id", "15 Juni 2023 08:02", "2023-06-15T08:02"),
        ("id", "15 Juni 2023", "2023-06-15"),
        ("en", "Sunday 10 September 2023, 7:30am ACST", "2023-09-10T07:30+09:30"),
        ("en", "June 18, 2023 7:20 pm WIB", "2023-06-18T19:20+07:00"),
        ("en", "Published 14:05 GMT, 21 January 2022", "2022-01-21T14:05+00:00"),
        ("en", "Updated 21 Jan. 2022 at 14:05 CET", "2022-01-21T14:05+01:00"),
    ],
)
def test_date_line(code: str, line: str, value: str) -> None:
    draft = draft_of(code, line, zones=("metadata",))
    structure = Structure(published=Span(0, len(line)))
    for one in (draft, replace(draft, view=replace(draft.view, structure=structure))):
        times, published, _ = find_times(one)
        assert published is not None
        assert (published.value, published.role) == (value, "publication")
        assert published in times


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2023-09-11T14:20:00+08:00", "2023-09-11T14:20+08:00"),
        ("2023-09-11T14:20:00.000Z", "2023-09-11T14:20+00:00"),
        ("2023-09-11 14:20", "2023-09-11T14:20"),
        ("2023-09-11", "2023-09-11"),
        ("Mon, 11 Sep 2023 14:20:00 GMT", "2023-09-11T14:20+00:00"),
        ("Senin, 11 September 2023 14:20 WITA", "2023-09-11T14:20+08:00"),
    ],
)
def test_metadata_alone(stated: str, value: str) -> None:
    code = "en" if stated.endswith("GMT") else "id"
    times, published, _ = find_times(draft_of(code, "Kapal tiba.", published=stated))
    assert published is not None
    assert (published.value, published.start, published.end, published.rule) == (value, 0, 0, "metadata")
    assert times == ()


@pytest.mark.parametrize("stated", ["", "kemarin", "3 jam lalu", "2023-13-40", "99999-01-01", "T"])
def test_a_date_that_is_none_is_not_made_up(stated: str) -> None:
    assert find_times(draft_of("id", "Kapal tiba kemarin.", published=stated))[1] is None


def test_utc_metadata_counts_days_at_home() -> None:
    times, _, _ = find_times(draft_of("id", "Hari ini kapal tiba.", published="2022-01-20T23:30:00Z"))
    assert times[0].value == "2022-01-21"


def test_a_caption_gives_the_year_but_never_the_publication() -> None:
    lines = ("Kapal di dermaga, 20 Januari 2022.", "Kapal tiba pada Jumat (21/1).", "Kapten tidur pada Rabu (18/1).")
    times, published, _ = find_times(draft_of("id", *lines, zones=("caption", "body", "body")))
    assert published is None
    assert [time.value for time in times] == ["2022-01-20", "2022-01-21", "2022-01-19"]
    assert [time.role for time in times] == ["other", "event", "event"]
    assert times[2].alternative == "2022-01-18"


def test_without_any_year_nothing_is_made_up() -> None:
    times, _, _ = find_times(draft_of("id", "Kapal tiba pada Kamis (15/6) dan pergi keesokan harinya."))
    assert [time.value for time in times] == [None, None]


def test_other_articles_of_the_story_can_lend_the_year() -> None:
    draft = draft_of("id", "Kapal tiba pada Kamis (15/6) dan pergi keesokan harinya.")
    times, published, _ = find_times(draft, around=date(2023, 6, 18))
    assert [time.value for time in times] == ["2023-06-15", "2023-06-16"]
    assert published is None


def test_the_weekday_yields_where_it_would_lie_after_the_article() -> None:
    times, _, _ = find_times(draft_of("id", "Gempa terjadi Rabu (11/3) dini hari.", published="2025-03-11"))
    assert (times[0].value, times[0].alternative) == ("2025-03-11", "2025-03-12")


def test_a_clock_takes_the_day_told_before_but_not_that_of_an_utterance() -> None:
    lines = (
        "Kapal berangkat Sabtu (9/9/2023).",
        "Jala putus, kata Sutarmi, Minggu (10/9).",
        "Kapal berangkat pukul 09.15 WITA.",
    )
    times, _, _ = find_times(draft_of("id", *lines, published="2023-09-10"))
    assert times[-1].value == "2023-09-09T09:15+08:00"


def test_today_in_a_quotation_is_the_day_of_the_utterance() -> None:
    lines = ("Kapal berangkat Sabtu (9/9/2023).", '"Hari ini laut tenang," kata Sutarmi.')
    times, _, _ = find_times(draft_of("id", *lines, published="2023-09-11"))
    assert times[-1].value == "2023-09-09"


def test_the_day_of_a_relay_is_no_event() -> None:
    line = "Kapal tiba, dilansir Warta Teluk, Minggu (10/9)."
    draft = draft_of("id", line, published="2023-09-11")
    relay = Credit(12, 32, "Warta Teluk", None, "relays", "sentence", "id.relay")
    assert [time.role for time in find_times(replace(draft, credits=(relay,)))[0]] == ["other"]
    assert [time.role for time in find_times(draft)[0]] == ["event"]


@pytest.mark.parametrize(
    ("code", "lines", "stance"),
    [
        ("id", ("Kapal akan berangkat besok.", "Kapal itu baru."), "before"),
        ("id", ("Besok, Kapal Berangkat", "Kapal akan berangkat Sabtu (22/1)."), "before"),
        ("id", ("Kapal berangkat Kamis (20/1).", "Kapal akan kembali Sabtu (22/1)."), "after"),
        ("id", ("Kapal berangkat hari ini.",), "after"),
        ("id", ("Kapal akan berangkat hari ini.",), "before"),
        ("id", ("Perundingan masih berlangsung di Palu.",), "during"),
        ("id", ("Kapal itu baru.",), "unknown"),
        ("en", ("The ferry will leave tomorrow.",), "before"),
        ("en", ("The ferry left on Thursday.",), "after"),
        ("en", ("The talks are still underway.",), "during"),
    ],
)
def test_told_from(code: str, lines: tuple[str, ...], stance: str) -> None:
    assert find_times(draft_of(code, *lines, published="2022-01-21"))[2] == stance


def test_nearest_time_stays_in_its_sentence_and_takes_event_times_only() -> None:
    lines = ("Kapal tiba Rabu (19/1) dan pergi Kamis (20/1) setelah tiga hari.", "Kapten tidur Jumat (21/1).")
    draft = draft_of("id", *lines, published="2022-01-21")
    times, _, _ = find_times(draft)
    first, second = draft.sentences
    assert times[nearest_time(times, first, lines[0].index("tiba")) or 0].value == "2022-01-19"
    assert times[nearest_time(times, first, lines[0].index("pergi")) or 0].value == "2022-01-20"
    assert times[nearest_time(times, second, second.start) or 0].value == "2022-01-21"
    assert nearest_time((), first, 0) is None


SCRAPS = st.sampled_from(
    """
    Senin Minggu Jumat (21/1) 21/1/2022 31/2 30/13/2022 pukul jam 19.21 25.99 WIB WITA malam pagi dini hari lalu
    depan ini awal akhir tahun bulan pekan sejak hingga antara dan - / ( ) , . 2022 0000 9999 99 tanggal kuartal
    IV setiap tiga January May 30 29 February next last week ago o'clock p.m. am GMT the of in noon mid-January
    1990s
    """.split()  # noqa: SIM905
)


@given(
    code=st.sampled_from(CODES),
    text=st.one_of(st.text(max_size=80), st.lists(SCRAPS, max_size=14).map(" ".join)),
    published=st.one_of(st.none(), st.dates().map(str), st.text(max_size=30)),
)
def test_any_text_gives_times_that_reslice_and_parse(code: str, text: str, published: str | None) -> None:
    line = text.replace("\n", " ")
    times, found, _ = find_times(draft_of(code, line, published=published))
    for time in (*times, *((found,) if found else ())):
        assert 0 <= time.start <= time.end <= len(line)
        assert (time.value is None) == (time.granularity is None)
        if time.value is not None:
            assert all(is_iso(part) for part in time.value.split("/"))
    assert list(times) == sorted(times, key=lambda time: time.start)


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (("She signed on 2/1/2022.",), ["2022-02-01"]),
        (("She signed on 2/1/2022.", "He signed on 25/1/2022."), ["2022-01-02", "2022-01-25"]),
        (("She signed on 2/1/2022.", "He signed at 10:30 WIB."), ["2022-01-02", "2022-01-02T10:30+07:00"]),
    ],
)
def test_slashed_dates_are_read_as_the_text_writes_them(lines: tuple[str, ...], values: list[str]) -> None:
    times, _, _ = find_times(draft_of("en", *lines, published="2022-03-21"))
    assert [time.value for time in times] == values
    assert times[0].rule == "en.time.numeric-date-ambiguous"


def is_iso(value: str) -> bool:
    """A prefix of an ISO 8601 date, a week, or a date with a clock."""
    year, _, rest = value.partition("-")
    day, _, clock = rest.partition("T")
    shape = "".join("9" if mark.isdecimal() else mark for mark in f"{day}T{clock}" if mark not in "+-")
    return len(year) == 4 and year.isdecimal() and shape.startswith(("T", "99T", "9999T", "W99T"))


def test_a_long_line_is_read_in_linear_time() -> None:
    line = "Senin (21/1) pukul 19.21 WIB hingga 12 Januari dan " * 4000
    times, _, _ = find_times(draft_of("id", line, published="2022-01-21"))
    assert len(times) == 8000


def test_a_clock_that_bounds_what_is_known_counts_from_the_day_of_the_utterance() -> None:
    told = ("Banjir menerjang pada Minggu (17/11/2024) malam.", "Air meluap sekitar pukul 20.30 WIB.")
    said = '"Hingga pukul 10.00 WIB, delapan warga meninggal," kata Hatta, Senin (18/11/2024).'
    times, _, _ = find_times(draft_of("id", *told, said, published="2024-11-18"))
    values = [time.value for time in times]
    assert values == ["2024-11-17", "2024-11-17T20:30+07:00", "2024-11-18T10:00+07:00", "2024-11-18"]
