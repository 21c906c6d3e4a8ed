"""Quotations on golden tables that a person can read.

A text names its mentions `[[Naya Prawira|person:naya-prawira]]`, with an office as third part; pronouns have no id
(`[[ia|]]`), descriptions a question mark (`[[menteri itu|?]]`), media the prefix `media:`. `{{Jumat}}` is a time and
`¶` parts paragraphs. A row holds one quotation: content, kind, speaker, cue, and what else is worth stating. A row
without a text goes on with the text above; the content `-` says that nothing is quoted.
"""

import re
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from semeja.lang.pack import load_pack
from semeja.read.credits import find_credits
from semeja.read.draft import Draft
from semeja.read.quotes import complete_speakers, find_quotes
from semeja.read.sentences import split
from semeja.records.article import Article
from semeja.records.reading import Character, CleanView, Mention, Paragraph, Quotation, Role, Structure, TimeExpression

GOLDEN = Path(__file__).parents[1] / "golden"
MARK = re.compile(r"\[\[(?P<name>[^|\]]+)\|(?P<id>[^|\]]*)(?:\|(?P<role>[^\]]*))?\]\]|\{\{(?P<time>[^}]*)\}\}")

Row = tuple[str, ...]


def draft_of(code: str, marked: str) -> Draft:
    """A draft of a marked text with real sentences and credits; mentions, cast and times are those of the marks."""
    plain = ""
    mentions: list[Mention] = []
    cast: dict[str, Character] = {}
    times: list[TimeExpression] = []
    position = 0
    for match in MARK.finditer(marked):
        plain += marked[position : match.start()].replace("¶", "\n")
        start, position = len(plain), match.end()
        if match["time"] is not None:
            plain += match["time"]
            times.append(TimeExpression(start, len(plain), None, None, None, "other", "test.time"))
            continue
        plain += match["name"]
        mention = mention_of(match, start, len(plain))
        mentions.append(mention)
        for entity in mention.entities:
            role = Role(match["role"], None, start, len(plain)) if match["role"] else None
            cast.setdefault(entity, Character(entity, mention.kind, match["name"], roles=(role,) if role else ()))
    plain += marked[position:].replace("¶", "\n")
    draft = bare_draft(code, plain)
    draft = replace(draft, mentions=tuple(mentions), cast=tuple(cast.values()), times=tuple(times))
    return replace(draft, quotes=find_quotes(draft))


def bare_draft(code: str, plain: str) -> Draft:
    """A draft of body paragraphs, one a line, with sentences, tokens and credits."""
    paragraphs = [Paragraph(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]*\S[^\n]*", plain)]
    view = CleanView(plain, tuple(paragraphs), (), Structure())
    article = Article(id="a", source="test", text=plain, text_sha256="")
    draft = Draft(article=article, pack=load_pack(code), view=view)
    sentences, tokens = split(view, draft.pack)
    draft = replace(draft, sentences=sentences, tokens=tokens)
    return replace(draft, credits=find_credits(draft))


def mention_of(match: re.Match[str], start: int, end: int) -> Mention:
    """The mention that a mark stands for."""
    identifier = match["id"]
    if identifier == "":
        return Mention(start, end, start, end, "person", "pronoun", (), "test.pronoun")
    if identifier == "?":
        return Mention(start, end, start, end, "person", "demonstrative", (), "test.demonstrative")
    kind, _, slug = identifier.partition(":")
    if kind == "media":
        return Mention(start, end, start, end, "organisation", "name", (f"organisation:{slug}",), "test.name.media")
    return Mention(start, end, start, end, kind, "name", (identifier,), "test.name")


def rows_of(draft: Draft) -> list[Row]:
    """The quotations of a draft as rows of the table."""
    return [row_of(draft.view.text, quote) for quote in draft.quotes]


def row_of(text: str, quote: Quotation) -> Row:
    notes = [f"to {', '.join(quote.addressee)}"] if quote.addressee else []
    notes += [f"in {text[quote.setting.start : quote.setting.end]}"] if quote.setting else []
    notes += [f"via {quote.relayed_via}"] if quote.relayed_via else []
    notes += ["denied"] if quote.polarity == "denied" else []
    cue = text[quote.cue.start : quote.cue.end] if quote.cue else ""
    return (text[quote.start : quote.end], quote.kind, ", ".join(quote.speaker), cue, "; ".join(notes))


def golden(code: str) -> list[tuple[str, str, list[Row]]]:
    """Texts of a language with their rows."""
    lines = (GOLDEN / code / "quotes.tsv").read_text("utf-8").splitlines()
    cells = [tuple((line + "\t" * 5).split("\t")[:6]) for line in lines if line.strip() and not line.startswith("#")]
    texts: list[tuple[str, str, list[Row]]] = []
    for text, group in groupby(_filled(cells), key=lambda row: row[0]):
        texts.append((code, text, [row[1:] for row in group if row[1] != "-"]))
    return texts


def _filled(cells: list[Row]) -> list[Row]:
    filled: list[Row] = []
    for row in cells:
        filled.append(row if row[0] else (filled[-1][0], *row[1:]))
    return filled


@pytest.mark.parametrize(("code", "text", "expected"), [*golden("id"), *golden("en")])
def test_golden(code: str, text: str, expected: list[Row]) -> None:
    assert rows_of(draft_of(code, text)) == expected


def test_titles_captions_and_page_data_are_not_read() -> None:
    plain = '"Kami siap," kata Budi.\n"Kami siap," kata Budi.\n"Kami siap," kata Budi.'
    draft = bare_draft("id", plain)
    zones = ("title", "caption", "metadata")
    paragraphs = [Paragraph(p.start, p.end, zone) for p, zone in zip(draft.view.paragraphs, zones, strict=True)]
    view = replace(draft.view, paragraphs=tuple(paragraphs))
    sentences, tokens = split(view, draft.pack)
    assert find_quotes(replace(draft, view=view, sentences=sentences, tokens=tokens)) == ()


def test_a_resolved_description_completes_the_speaker() -> None:
    draft = draft_of("id", '"Kami siap," kata [[pejabat itu|?]].')
    assert draft.quotes[0].speaker == ()
    mention = replace(draft.mentions[0], entities=("person:naya-prawira",))
    assert complete_speakers(replace(draft, mentions=(mention,)))[0].speaker == ("person:naya-prawira",)


@pytest.mark.parametrize("code", ["id", "en"])
def test_ten_thousand_marks_and_no_full_stop(code: str) -> None:
    """Every other mark is a pair of three words; a quadratic rule would not come back."""
    plain = '"a b c" kata ' * 5000
    assert len(find_quotes(bare_draft(code, plain))) <= 5000


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("en", "said [[A|person:a]]'s "),
        ("en", ',, "'),
        ("en", "claim by [[A|person:a]] that "),
        ("en", "who [[A|person:a]], said that "),
        ("id", "[[A|person:a]] meminta x, tetapi [[B|person:b]] menolak "),
        ("id", "klaim [[A|person:a]] bahwa "),
        ("id", "[[ia|]] berkata "),
    ],
)
def test_a_thousand_repeats_in_one_sentence(code: str, part: str) -> None:
    """A rule that looks back without a bound, or calls itself at each repeat, would not come back."""
    assert len(draft_of(code, part * 1000).quotes) <= 2000


@given(
    st.lists(st.sampled_from(['"', "“", "”", "'", " kata ", "Budi", " berkata", ", ", ". ", "\n", "bahwa ", " ia "]))
)
def test_any_text_gives_spans_inside_the_text(parts: list[str]) -> None:
    plain = "".join(parts)
    for quote in find_quotes(bare_draft("id", plain)):
        assert 0 <= quote.start < quote.end <= len(plain)
        assert plain[quote.start : quote.end].strip()


@given(st.text(alphabet='“”"ab ., ', max_size=60))
def test_a_stray_mark_never_loses_the_other_paragraph(noise: str) -> None:
    plain = noise.replace("\n", " ") + '\n"Kami siap berangkat," kata dia.'
    found = [plain[quote.start : quote.end] for quote in find_quotes(bare_draft("id", plain))]
    assert "Kami siap berangkat," in found
