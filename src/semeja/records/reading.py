"""What one article says: the `Reading` and its parts.

All places are code points of `Article.text`. Ids of characters are local to the article (`person:antony-blinken`,
`country:USA`, `organisation:nato`, `group:…`, `place:geneva`); `compare.entities` merges them across articles.
"""

from bisect import bisect_right

import msgspec

from semeja.records.span import Removed, Span


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A block of text that is read as one. `zone` is `title`, `body`, `caption` or `metadata`.

    `metadata` is what a page says about the article (date line, byline, editor, source line): it is not body, and
    only times and provenance marks are read from it. A caption is read for nothing but its credit and its times.
    """

    start: int
    end: int
    zone: str


class Structure(msgspec.Struct, frozen=True):
    """Where the article keeps its furniture. None means: the text has none, and none is made up."""

    title: Span | None = None
    published: Span | None = None
    dateline: Span | None = None
    byline: Span | None = None
    editor: Span | None = None
    outlet: Span | None = None
    outlet_name: str | None = None
    captions: tuple[Span, ...] = ()


class CleanView(msgspec.Struct, frozen=True):
    """The text that a reading works on: as long as the raw text, so an offset in one is the offset in the other.

    Removed characters are blanked (a space inside a line, a line feed for a whole line), odd blanks such as NBSP
    become a plain space, one for one. Nothing is ever inserted or moved.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    structure: Structure


class Tokens(msgspec.Struct, frozen=True):
    """The words and marks of a view in order, as parallel columns; `keys` are the case-folded forms for comparing.

    Clitics stay attached (`pasukannya` is one token). A number with its separators is one token (`100.000`, `21/1`).
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence: span, the paragraph it stands in, its zone, and its tokens `[first_token, last_token)`."""

    start: int
    end: int
    paragraph: int
    zone: str
    first_token: int
    last_token: int


class Role(msgspec.Struct, frozen=True):
    """An office that the article gives a character: `title` as written, `of` a local id or None."""

    title: str
    of: str | None
    start: int
    end: int


class Character(msgspec.Struct, frozen=True):
    """Somebody or something of the article's cast. `represents`: the country or organisation that it acts for."""

    id: str
    kind: str
    name: str
    represents: str | None = None
    iso3: str | None = None
    roles: tuple[Role, ...] = ()


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A place where the article names, describes or points at characters.

    `form`: `name` (any proper name, with or without title), `metonym` (a capital, palace or adjective for a state),
    `role` (office or description only), `demonstrative` (`negara itu`), `pronoun` (`ia`, `mereka`, `keduanya`),
    `clitic` (`-nya`: the span covers the clitic alone). `entities` are local ids; empty: unresolved.
    `start:end` covers the whole phrase with its title, `head_start:head_end` the name proper.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    kind: str
    form: str
    entities: tuple[str, ...]
    rule: str


class Quotation(msgspec.Struct, frozen=True):
    """Somebody's words or reported words. `start:end` is the content without its marks.

    `kind`: `direct`, `partial`, `indirect`, `attitude`. `speaker`, `addressee`: local ids; empty: unresolved.
    `relayed_via`: the outlet or agency that the article took it from, as written. `polarity`: `denied` when the cue
    denies the content (`membantah`), else `affirmed`. `sentence`: index of the sentence in which the content starts.
    """

    start: int
    end: int
    kind: str
    speaker: tuple[str, ...]
    addressee: tuple[str, ...]
    cue: Span | None
    setting: Span | None
    relayed_via: str | None
    polarity: str
    sentence: int
    rule: str


class TimeExpression(msgspec.Struct, frozen=True):
    """A temporal expression with its value in ISO 8601 (see the contract's `Time`); `value` None: vague or unanchored.

    `role`: `publication`, `event`, `other`. `alternative`: the second value when weekday and date disagree.
    """

    start: int
    end: int
    value: str | None
    granularity: str | None
    modifier: str | None
    role: str
    rule: str
    alternative: str | None = None


class Quantity(msgspec.Struct, frozen=True):
    """A counted or measured amount: the interval `low..high` (None: open), what is counted, and by whose word.

    `of` is a lemma key (`troops`, `dead`, `houses.damaged`); `as_of` indexes `Reading.times`.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    modifier: str | None
    unit: str | None
    of: str | None
    about: tuple[str, ...]
    as_of: int | None
    attributed_to: tuple[str, ...]
    rule: str


class CountedDeadline(msgspec.Struct, frozen=True):
    """A day until which, counted from the publication: `dalam 3x24 jam`, `within two weeks`; `value` in ISO 8601."""

    start: int
    end: int
    value: str


class CodedEvent(msgspec.Struct, frozen=True):
    """An event record in PLOVER terms (plus `DENY`, `OCCUR`), told by one clause of the article.

    `start:end` is the clause, `trigger` the word that coded it. `act` is the ledger act that the frame stands for, if
    any, and `strength` (`strong`, `normal`, `weak`) how hard it is put. `refers_back`: the content is an anaphor
    (`tuntutan tersebut`). `denies`: type of the denied event. `date` indexes `Reading.times`, `deadline` too.
    `operators`: scope operators that applied. `parts`: the things asked, promised or refused one by one, where the
    content joins several (`menaikkan upah dan menghapus sistem kontrak`). `counted`: a deadline that is no date.
    """

    start: int
    end: int
    trigger: Span
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    content: Span | None
    polarity: str
    modality: str
    condition: Span | None
    attributed_to: tuple[str, ...]
    date: int | None
    deadline: int | None
    place: str | None
    act: str | None
    strength: str
    refers_back: bool
    denies: str | None
    operators: tuple[str, ...]
    sentence: int
    rule: str
    parts: tuple[Span, ...] = ()
    counted: CountedDeadline | None = None


class Credit(msgspec.Struct, frozen=True):
    """A mark of where a text comes from: `seperti dilansir dari X`, `Sumber: X`, `Foto: X`, `X/AFP`.

    `start:end` is the whole mark, `name` the outlet or agency as written, `url` if the mark is one.
    `relation`: `relays`, `cites`, `links`, `photo_credit`, `translation_of`. `scope`: `article`, `quote`, `sentence`,
    `photo`. A photo credit says nothing about the text.
    """

    start: int
    end: int
    name: str
    url: str | None
    relation: str
    scope: str
    rule: str


class CorrectionMark(msgspec.Struct, frozen=True):
    """A place where an article says that it, or another, is corrected (`Ralat`, `Koreksi`, `Correction`)."""

    start: int
    end: int
    kind: str
    rule: str


class Allegation(msgspec.Struct, frozen=True):
    """A deed that somebody reports, fears or predicts of somebody else: no event, but one side of a dispute.

    `start:end` is the content of the quotation or clause, `speaker` who says it, `actor` who is said to do it, `type`
    the PLOVER type of the deed.
    """

    start: int
    end: int
    speaker: tuple[str, ...]
    actor: tuple[str, ...]
    type: str
    rule: str


class Reading(msgspec.Struct, frozen=True):
    """Everything that the reading of one article found; spans only, the article itself is not repeated."""

    article: str
    language: str | None
    structure: Structure
    removed: tuple[Removed, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    cast: tuple[Character, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[CodedEvent, ...]
    credits: tuple[Credit, ...]
    corrections: tuple[CorrectionMark, ...]
    allegations: tuple[Allegation, ...]
    published: TimeExpression | None
    told_from: str

    def sentence_at(self, place: int) -> int:
        """Index of the last sentence that starts at or before the character `place`; -1 before the first."""
        return bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1
