"""Events: golden sentences that a person can read, the finer fields of a record, and input that is no prose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.event_notation import draft_of, told
from tests.read.golden_drafts import golden_rows

from semeja.lang.pack import CODES, load_pack
from semeja.read.events import find_events
from semeja.records.reading import CodedEvent
from semeja.records.span import Span

NORLANDIA, OSTORIA = "[[Norlandia|country:AAA]]", "[[Ostoria|country:BBB]]"


@pytest.mark.parametrize(
    ("code", "sentence", "speaker", "expected"), [row for code in CODES for row in golden_rows(code, "events")]
)
def test_a_sentence_gives_its_events(code: str, sentence: str, speaker: str, expected: str) -> None:
    events = find_events(draft_of(sentence, code, "" if speaker == "-" else speaker))
    assert told(events, expected) == expected


def coded(sentence: str, code: str = "id", speaker: str = "", zone: str = "body") -> tuple[str, tuple[CodedEvent, ...]]:
    """The text without its marks and its events."""
    draft = draft_of(sentence, code, speaker, zone)
    return draft.article.text, find_events(draft)


def cut(text: str, span: Span | None) -> str | None:
    """The words of a span."""
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("sentence", "content", "condition"),
    [
        (
            f"{NORLANDIA} menuntut {OSTORIA} untuk menarik pasukan dari pulau itu.",
            "menarik pasukan dari pulau itu",
            None,
        ),
        (f"{NORLANDIA} ingin {OSTORIA} berjanji tidak menyerang.", "Ostoria berjanji tidak menyerang", None),
        (
            f"{NORLANDIA} mengancam menutup alur apabila jalur itu tidak digeser.",
            "menutup alur",
            "apabila jalur itu tidak digeser",
        ),
        (
            f"Jika itu terjadi, [[Menlu Tirta|person:tirta]] mengatakan {OSTORIA} akan membayar mahal.",
            "Ostoria akan membayar mahal",
            "Jika itu terjadi",
        ),
        (
            f"{NORLANDIA} memperingatkan {OSTORIA} bahwa setiap serangannya akan dibalas dengan keras.",
            "setiap serangannya akan dibalas dengan keras",
            "setiap serangannya",
        ),
        (f"{NORLANDIA} membantah rencana serangan, kata juru bicara.", "rencana serangan", None),
    ],
)
def test_content_and_condition_are_cut_to_the_words_that_say_them(
    sentence: str, content: str, condition: str | None
) -> None:
    text, events = coded(sentence)
    assert (cut(text, events[0].content), cut(text, events[0].condition)) == (content, condition)


def test_a_refusal_of_that_demand_points_back_to_who_made_it() -> None:
    _, events = coded(f"{OSTORIA} menuntut ganti rugi dari {NORLANDIA}. {NORLANDIA} menolak tuntutan tersebut.")
    refusal = events[-1]
    assert refusal.refers_back
    assert refusal.recipient == ("country:BBB",)


def test_a_demand_without_addressee_goes_to_the_other_side_of_the_talks() -> None:
    text = "[[Tirta|person:tirta]] bertemu [[Boris|person:boris]]. [[Tirta|person:tirta]] menuntut jawaban tertulis."
    assert coded(text)[1][-1].recipient == ("person:boris",)


def test_both_sides_are_those_of_the_talks() -> None:
    _, events = coded("[[Tirta|person:tirta]] bertemu [[Boris|person:boris]]. Kedua pihak sepakat membentuk tim.")
    assert events[-1].actor == ("country:AAA", "country:BBB")


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        (f"{NORLANDIA} membantah menyerang kapal itu.", "ASSAULT"),
        (f"{NORLANDIA} membantah mengirim pasukan ke pulau itu.", "MOBILIZE"),
        (f"[[Tirta|person:tirta]] mengatakan {NORLANDIA} tidak berencana menyerang {OSTORIA}.", "ASSAULT"),
        (f"{NORLANDIA} membantah kabar itu.", None),
    ],
)
def test_a_denial_names_the_type_that_it_denies(sentence: str, denied: str | None) -> None:
    assert coded(sentence)[1][0].denies == denied


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("[[Tirta|person:tirta]] meminta [[Boris|person:boris]] menjawab sebelum {{30 Juni|2023-06-30}}.", 0),
        ("[[Tirta|person:tirta]] berjanji menjawab paling lambat pada {{30 Juni|2023-06-30}}.", 0),
        ("[[Tirta|person:tirta]] akan bertemu [[Boris|person:boris]] pada {{12 Juli|2023-07-12}}.", 0),
        ("[[Tirta|person:tirta]] meminta [[Boris|person:boris]] menjawab, {{Senin|2023-06-19}}.", None),
    ],
)
def test_a_limit_or_a_time_to_come_is_the_deadline(sentence: str, deadline: int | None) -> None:
    assert coded(sentence)[1][0].deadline == deadline


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        (f"{NORLANDIA} menuntut {OSTORIA} menarik pasukan.", "yield"),
        (f"{NORLANDIA} mengajak {OSTORIA} berunding.", "meet"),
        (f"{NORLANDIA} meminta {OSTORIA} mengirim bantuan pangan.", "assist"),
        (f"{NORLANDIA} menuntut {OSTORIA} mengubah aturan.", "change"),
        (f"{NORLANDIA} mengancam menyerang {OSTORIA}.", "violence"),
    ],
)
def test_the_content_gives_the_mode(sentence: str, mode: str) -> None:
    assert coded(sentence)[1][0].mode == mode


def test_strength_follows_the_verb() -> None:
    verbs = ("menuntut", "meminta", "mengimbau")
    strengths = [coded(f"{NORLANDIA} {verb} {OSTORIA} menarik pasukan.")[1][0].strength for verb in verbs]
    assert strengths == ["strong", "normal", "weak"]


def test_a_headline_is_coded_last_and_marked() -> None:
    _, events = coded(f"{NORLANDIA} Tolak Usulan {OSTORIA}", zone="title")
    assert [(event.type, event.rule) for event in events] == [("REJECT", "id.event.tolak.reject.title")]


def test_nothing_is_read_from_a_caption() -> None:
    assert coded(f"{NORLANDIA} menyerang {OSTORIA}.", zone="caption")[1] == ()


def test_words_of_a_speaker_are_attributed() -> None:
    _, events = coded(f"“{OSTORIA} menyerang kapal kami,” kata Tirta.", speaker="person:tirta")
    assert (events[0].type, events[0].attributed_to) == ("ASSAULT", ("person:tirta",))


WORDS = [word for code in CODES for word in sorted(load_pack(code).coding.words)[::9]]
SOUP = st.lists(
    st.sampled_from([*WORDS, ",", ".", "“", "”", "(", ")", "-", NORLANDIA, OSTORIA, "{{Senin|2023-06-19}}"])
)


@settings(max_examples=150, deadline=None)
@given(words=SOUP, code=st.sampled_from(CODES), zone=st.sampled_from(["body", "title"]))
def test_any_words_give_spans_inside_the_text(words: list[str], code: str, zone: str) -> None:
    text, events = coded(" ".join(words), code, zone=zone)
    assert list(events) == sorted(events, key=lambda event: (event.start, event.trigger.start))
    for event in events:
        assert 0 <= event.start <= event.trigger.start < event.trigger.end <= event.end <= len(text)
        for span in (event.content, event.condition):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("code", CODES)
def test_a_line_of_a_hundred_thousand_triggers_ends(code: str) -> None:
    assert len(coded("menyerang attack “ " * 30_000, code)[1]) < 1_000
