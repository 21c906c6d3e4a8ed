"""Patterns made of the words of some languages."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from semeja.lang.cleaning import merged


class Patterns(msgspec.Struct, frozen=True):
    """`date` has the groups `late` and `early` for a clock time behind or before it; `owner` has `name`.

    One of `copyright_words` stands, in one case, wherever `copyright` is found.
    """

    date: re.Pattern[str]
    credit: re.Pattern[str]
    agency: re.Pattern[str]
    signed: re.Pattern[str]
    counter: re.Pattern[str]
    embed: re.Pattern[str]
    copyright: re.Pattern[str]
    copyright_words: tuple[str, ...]
    owner: re.Pattern[str]
    shout: re.Pattern[str]
    glued: re.Pattern[str]
    author_note: re.Pattern[str]


@cache
def patterns(codes: tuple[str, ...]) -> Patterns:
    """The patterns for the languages `codes`."""
    tables = merged(codes)
    words = {group: any_of(forms) for group, forms in tables.forms.items()}
    photos = [" ".join(phrase) for rows in tables.photos.values() for phrase, _ in rows]
    return Patterns(
        date=re.compile(_date(words), re.I),
        credit=re.compile(_credit(photos), re.I),
        agency=re.compile(_agency(words["picture_agency"], words["picture_stock"])),
        signed=re.compile(
            rf"[(\[][A-Z][\w .]{{1,30}}/\s?(?!(?:{words['picture_agency']})\b)[A-Z][\w .]{{2,30}}[)\]]\W*$"
        ),
        counter=re.compile(_counter(words), re.I),
        embed=re.compile(rf"\[/?(?:{words['embed']})\b[^\]\n]{{0,120}}\]", re.I),
        copyright=re.compile(rf"©|\(c\)\s|{words['copyright']}", re.I),
        copyright_words=("©", "(c)", *sorted({max(form.split(), key=len) for form in tables.forms["copyright"]})),
        owner=re.compile(_owner(words), re.I),
        shout=re.compile(rf"\b(?:{words['shout']})\b"),
        glued=re.compile(_glued(words), re.I),
        author_note=re.compile(
            rf"(?P<name>[A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{0,20}}){{1,3}}) (?:{words['is']}) "
            rf"(?:[\w-]{{1,20}} ){{0,4}}(?:{words['role']})\b"
        ),
    )


def names_owner(text: str, known: Patterns) -> bool:
    """Whether a mark or words of copyright stand in the text."""
    folded = text.casefold()
    return any(map(folded.__contains__, known.copyright_words)) and known.copyright.search(text) is not None


def any_of(forms: Iterable[str]) -> str:
    """Alternatives, longest first; a blank stands for one to three of any kind."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in ordered) or r"(?!)"


def _date(words: dict[str, str]) -> str:
    month, day = words["month"], words["weekday"]
    date = (
        rf"(?:(?:{day})\b\W{{0,3}})?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{month})\b\.?,?\s+\d{{4}}"
        rf"|(?:{month})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
        r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2})(?!\d)\)?"
    )
    zone = rf"\(?(?:{words['zone']})\b(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?\)?"
    clock = rf"\d{{1,2}}(?:[.:]\d{{2}}){{1,2}}(?!\d)\s*(?:[ap]\.?m\b\.?)?(?:\s*{zone})?"
    between = rf"(?:[\s,|•·/@T–—-]|\b(?:{words['clock']})\b){{0,8}}"
    return rf"(?<!\w)(?:{date}(?:{between}(?P<late>{clock}))?|(?P<early>{clock}){between}{date})"


def _credit(forms: list[str]) -> str:
    """A photo word with a colon or bar behind it, or in brackets at the end; `Sumber gambar,` at the line's start."""
    photos, long = any_of(forms), any_of(form for form in forms if " " in form)
    # Amid a line the word must stand large or behind a mark: "mengunggah foto/video" is no credit.
    before = r"(?:^|[(\[|.,;–—-]\s?|\s(?-i:(?=[A-Z])))"
    return (
        rf"^(?:{long})\s?,|{before}(?:{photos})\.?\s?(?::(?!//)|/(?-i:(?=[A-Z]))|oleh\b|by\b)"
        rf"|[(\[](?:{photos})\b[^)\]]{{0,80}}[)\]]\W*$"
    )


def _agency(agencies: str, stocks: str) -> str:
    """An agency, a bar and a photographer's name; two agencies or a reporter's initials say where the text is from."""
    return (
        rf"\b(?:{agencies})\s?/\s?(?!(?:{agencies}|Reuters|Antara)\b)[A-Z]"
        rf"|\b(?:{agencies})\s?/\s?Getty|\(AP\)\.?$|\b(?i:{stocks})(?:\s?/\s?[\w .]{{2,30}})?\)?\.?$"
    )


def _counter(words: dict[str, str]) -> str:
    number = rf"\W{{0,9}}\d[\d.,]{{0,12}}\s*(?:{words['short_number']})?\s*"
    pages = rf"\W{{0,9}}\d{{1,3}}\s{{0,3}}(?:{words['page_of']})\s{{0,3}}\d{{1,3}}(?:\s[^\W\d_]{{2,12}})?\W{{0,9}}"
    named = rf"(?:{words['counter']}|{words['counted']})\s?[:(]\s?\d[\d.,]{{0,12}}\)?\W{{0,9}}"
    return rf"^(?:{named}|{number}(?:{words['counter']})\b(?:\s+(?:{words['counted']}))?\W{{0,9}}|{pages})$"


def _owner(words: dict[str, str]) -> str:
    mark = rf"(?:©|\(c\)|{words['copyright']})"
    return rf"{mark}(?:[\s©,–-]|\(c\)|copyright|by|oleh|\d{{4}}){{1,40}}(?P<name>[^\W\d_][^|,;\n•·]{{1,60}})"


def _glued(words: dict[str, str]) -> str:
    """A link cue before a colon, or in brackets."""
    return rf"[(\[]?(?<![^\W_])(?:{words['glued']})(?:\s[^\W\d_]{{2,12}})?\s{{0,3}}[:：]\s*"
