"""From bytes to text. What this returns is the article's text: nothing is trimmed, no line end is translated."""

import codecs
import re

import chardet

from semeja.errors import Undecodable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 stands before UTF-16 because its little-endian mark starts with that of UTF-16."""

SAMPLE = 4096
"""Bytes that are enough to see the pattern of UTF-16, or the character set that a page declares."""

DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})", re.I)

MEANS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What pages that state the encoding on the left are written in (WHATWG Encoding Standard, section 4.2)."""

TRUSTED = frozenset(
    (
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5", "big5hkscs", "cp932", "cp949", "euc_jp"),
        *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp866", "cp874"),
        *("koi8-r", "koi8-u", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7"),
        *("iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "mac-roman"),
    )
)
"""Python's names of the encodings that stand on the web; a page can't choose any other codec."""

LIKELY = "cp1252"
"""What Indonesian and English text is in when nothing else can be told."""

SURE = 0.05
"""Below this confidence chardet's answer for a few accented letters is chance; Windows-1252 is the likely one."""

WRONG_BYTES = 0.1
"""UTF-8 with at most this many undecodable bytes for each good multi-byte character is UTF-8 with a fault in it."""

BINARY = 0.02
"""A share of control characters above which bytes are no text, one being allowed in any text; compressed data read as
a one-byte encoding has 0.1."""

CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def to_text(body: bytes, declares: bool = False) -> str:
    """The text that the bytes stand for, its byte order mark dropped. Raises `Undecodable`.

    In this order: byte order mark; strict UTF-8; UTF-16 without a mark (its zeros); with `declares`, the character set
    that a page names in its head; UTF-8 with few faults; chardet; Windows-1252. Bytes that the encoding has no
    character for, and NULs, become U+FFFD one for one, so that an article with one bad byte is kept and the bad place
    shows; the raw bytes are kept beside it. Where control characters pass `BINARY`, it is no text.
    """
    text = _decode(body, declares)
    controls = len(CONTROL.findall(text))
    if controls > 1 + BINARY * len(text):
        raise Undecodable("this is no text", f"{controls:,} of {len(text):,} characters are control characters")
    return storable(text)


def storable(text: str) -> str:
    """The text with each NUL and each lone surrogate as U+FFFD: no store and no JSON holds those."""
    return UNSTORABLE.sub(REPLACEMENT, text) if UNSTORABLE.search(text) else text


def _decode(body: bytes, declares: bool) -> str:
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    wide = _wide(body[:SAMPLE])
    if wide:
        return body.decode(wide, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(body, _declared(body) if declares else None)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is zero, and they stand on one side."""
    half = len(sample) // 2
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    few, many = sorted((even, odd))
    if many < 0.4 * half or few > 0.02 * half or half == 0:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared(body: bytes) -> str | None:
    found = DECLARED.search(body[:SAMPLE])
    return _trusted(found[1].decode("ascii")) if found else None


def _trusted(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    known = MEANS.get(known, known)
    return known if known in TRUSTED else None


def _decode_legacy(body: bytes, declared: str | None) -> str:
    if declared and declared != "utf-8":
        return body.decode(declared, "replace")
    text = body.decode("utf-8", "replace")
    faults = text.count(REPLACEMENT)
    if faults <= WRONG_BYTES * (len(text) - len(text.encode("ascii", "ignore")) - faults):
        return text
    guess = chardet.detect(body, encoding_era=chardet.EncodingEra.MODERN_WEB)
    name = _trusted(guess["encoding"] or "")
    if guess["encoding"] is None:
        raise Undecodable("this is no text", "its bytes fit no encoding")
    return body.decode(name if name and guess["confidence"] >= SURE else LIKELY, "replace")
