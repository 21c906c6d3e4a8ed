"""Articles with paragraphs in several languages: which paragraph is read by which pack, and what the reading holds."""

from pathlib import Path

import pytest

from semeja.lang.pack import load_packs
from semeja.read.mixed import parts
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Reading, Structure

GOLDEN = Path(__file__).parents[1] / "golden" / "mixed.tsv"
ROWS = [line.split("\t") for line in GOLDEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
NEAR = {"ms": "id"}
"""Languages that are not parted from the one that they are near to."""

OPENING, FOREIGN, CLOSING = (part.strip() for part in ROWS[0][2].split("¶"))


def reading_of(*paragraphs: str) -> Reading:
    text = "\n\n".join(paragraphs) + "\n"
    return read(Article(id="a", source="a.txt", text=text, text_sha256=""), load_packs())


@pytest.mark.parametrize(("language", "expected", "text"), ROWS)
def test_each_paragraph_is_read_in_its_language(language: str, expected: str, text: str) -> None:
    paragraphs = [part.strip() for part in text.split("¶")]
    whole = "\n\n".join(paragraphs)
    places = [(whole.index(part), whole.index(part) + len(part)) for part in paragraphs]
    view = CleanView(whole, tuple(Paragraph(start, end, "body") for start, end in places), (), Structure())
    found = parts(view, language, load_packs().keys())
    told = {part.start: code for code, own in found.items() for part in own.paragraphs}
    readable = {start: NEAR.get(code, code) for (start, _), code in zip(places, expected.split(), strict=True)}
    assert told == {start: code for start, code in readable.items() if code in load_packs()}
    assert all(len(own.text) == len(whole) for own in found.values())


def test_a_foreign_paragraph_is_read_and_keeps_its_places() -> None:
    text = "\n\n".join((OPENING, FOREIGN, CLOSING)) + "\n"
    reading = reading_of(OPENING, FOREIGN, CLOSING)
    sentences = [text[one.start : one.end] for one in reading.sentences]
    assert reading.language == "id"
    assert FOREIGN in sentences
    assert [one.start for one in reading.sentences] == sorted(one.start for one in reading.sentences)
    quote = next(one for one in reading.quotes if one.speaker == ("person:wong-li-fen",))
    assert text[quote.start : quote.end].startswith("the new quota would help")
    assert reading.sentences[quote.sentence].start <= quote.start < reading.sentences[quote.sentence].end


def test_a_foreign_paragraph_changes_nothing_else() -> None:
    """What is read of the other paragraphs is what is read of them without it."""
    mixed, alone = reading_of(OPENING, CLOSING, FOREIGN), reading_of(OPENING, CLOSING)
    end = alone.sentences[-1].end
    assert [one for one in mixed.mentions if one.start < end] == list(alone.mentions)
    assert [one for one in mixed.sentences if one.start < end] == list(alone.sentences)


def test_the_other_language_calls_a_person_by_one_word_of_his_name() -> None:
    later = "Dewanti said on Monday that the ministers would meet again in the spring, and that she would be there."
    reading = reading_of(OPENING, CLOSING, later)
    assert {id for one in reading.quotes for id in one.speaker} == {"person:ratna-dewanti"}
    assert [one.id for one in reading.cast if one.id.startswith("person:")] == ["person:ratna-dewanti"]


def test_times_and_what_points_at_them_are_those_of_the_whole() -> None:
    text = "\n\n".join((OPENING, FOREIGN, CLOSING)) + "\n"
    reading = reading_of(OPENING, FOREIGN, CLOSING)
    assert [text[one.start : one.end] for one in reading.times] == ["Senin", "Monday", "Jumat"]
    for event in reading.events:
        for index in (event.date, event.deadline):
            assert index is None or reading.times[index].value is None or 0 <= index < len(reading.times)
