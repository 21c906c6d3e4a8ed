"""The unit tests of PETRARCH2, and its dictionary of verbs as a simple baseline.

The tests are about the program and not about the codes: some verbs are invented, some codes are made up, and most of
the others are of the older scheme WEIS (so say the notes of PETR.Validate.verbs). A code is read as WEIS or as CAMEO,
whichever the project's real dictionary (CAMEO.2.0) bears out for the very words that stand in the sentence, by the code
of a verb's block or by one of its patterns. A sentence one of whose codes neither reading bears out is left out; codes
of comments and of appeals (02) are no PLOVER records and are passed over. The codes do not tell what was done from what
is to come; PLOVER codes all cooperation to come as AGREE, and so it is counted after `will` and `about to`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from benchmarks.quality.parts.data import DATA, text_of
from benchmarks.quality.parts.events_scoring import Case, Record

FOLDER = DATA / "petrarch2"

WEIS = {
    "011": "RETREAT", "012": "RETREAT", "013": "CONCEDE", "03": "CONSULT", "04": "SUPPORT", "05": "AGREE",
    "061": "CONCEDE", "062": "AGREE", "063": "AID", "064": "SUPPORT", "065": "CONCEDE", "066": "RETREAT",
    "07": "AID", "08": "AGREE", "09": "REQUEST", "102": "REQUEST", "11": "REJECT", "12": "ACCUSE", "13": "ACCUSE",
    "14": "DENY", "15": "REQUEST", "16": "THREATEN", "17": "THREATEN", "181": "PROTEST", "182": "MOBILIZE",
    "191": "REJECT", "192": "SANCTION", "193": "SANCTION", "194": "SANCTION", "195": "SANCTION", "20": "SANCTION",
    "21": "COERCE", "22": "ASSAULT",
}  # fmt: skip
"""PLOVER type of a WEIS code, by its category or, where that is parted, by its leaf (McClelland's code book)."""

_SENTENCE = re.compile(r"<Sentence ([^>]{0,300})>(.{0,9000}?)</Sentence>", re.DOTALL)
_CODING = re.compile(r'<EventCoding[^>]{0,200}?eventcode="(\w+)"')
_TEXT = re.compile(r"<Text>(.{0,3000}?)</Text>", re.DOTALL)
_BLOCK = re.compile(r"^---\s*(\S+)\s*\[([^\]:]*)")
_CODE = re.compile(r"\[(\d{2,4})")
_AHEAD = re.compile(r"\b(?:will(?! not\b)|about to)\b")
_TO_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_WORD = re.compile(r"[a-z]+")


class Verb(msgspec.Struct):
    """One block of the dictionary: its code (or None), its verb forms, its patterns as (words, code)."""

    code: str | None
    forms: set[str]
    patterns: list[tuple[frozenset[str], str]]


def actors() -> dict[str, str]:
    """The names of the tests' own list, case-folded, with their codes."""
    found: dict[str, str] = {}
    code = ""
    for line in text_of(FOLDER / "dictionaries" / "PETR.Validate.actors.txt").splitlines():
        name, _, rest = line.partition("#")[0].partition("[")
        if rest:
            code = rest.partition("]")[0].split()[0] if rest.strip("] ") else ""
        words = " ".join(name.strip("+ \t").replace("_", " ").split()).casefold()
        if words and not words.startswith("<") and code and "-" not in code:
            found[words] = code
    return found


def cases(types: Mapping[str, str], verbs: Sequence[Verb]) -> tuple[list[Case], int]:
    """The tests that are kept, each sentence once, and how many sentences there are in all."""
    found: dict[str, tuple[str, ...]] = {}
    for _, body in _SENTENCE.findall(text_of(FOLDER / "unit_tests" / "PETR.UnitTest.records.xml.gz")):
        text = _TEXT.search(body)
        if text:
            found[" ".join(text[1].split())] = tuple(_CODING.findall(body))
    kept = []
    for at, (text_, codes) in enumerate(found.items()):
        possible = types_of(frozenset(_WORD.findall(text_.casefold())), types, verbs)
        read = [_read(code, types, possible) for code in codes if not code.startswith("02")]
        if _AHEAD.search(text_):
            read = ["AGREE" if kind in _TO_AGREE else kind for kind in read]
        if read and all(read):
            kept.append(Case(f"petrarch-{at}", text_, tuple(Record(kind) for kind in dict.fromkeys(read))))
    return kept, len(found)


def _read(code: str, types: Mapping[str, str], possible: frozenset[str]) -> str:
    """The type of a code in the scheme that the words bear out; empty: neither."""
    weis = WEIS.get(code[:3]) or WEIS.get(code[:2]) if len(code) == 3 else None
    return next((kind for kind in (weis, types.get(code)) if kind in possible and kind), "")


def types_of(words: frozenset[str], types: Mapping[str, str], verbs: Sequence[Verb]) -> frozenset[str]:
    """The PLOVER types that the dictionary gives to the words of a sentence."""
    codes = set()
    for verb in verbs:
        if verb.forms & words:
            codes.add(verb.code or "")
            codes |= {own for needed, own in verb.patterns if needed <= words}
    return frozenset(types[code] for code in codes if code in types)


def dictionary() -> list[Verb]:
    """The blocks of CAMEO.2.0; of a verb of several words the first stands for it."""
    found: list[Verb] = []
    for line in _lines():
        block = _BLOCK.match(line)
        if block:
            found.append(Verb(block[2] if block[2].isdigit() else None, set(), []))
        elif line.startswith("- ") and found:
            code = _CODE.search(line)
            if code and "&" not in line:
                needed = frozenset(_WORD.findall(line.partition("[")[0].casefold()))
                found[-1].patterns.append((needed, code[1]))
        elif found and line[:1].isalpha():
            found[-1].forms |= set(_forms(line))
    return found


def _lines() -> Iterator[str]:
    for line in text_of(FOLDER / "dictionaries" / "CAMEO.2.0.txt.gz").splitlines():
        yield line.partition("#")[0].strip()


def _forms(line: str) -> list[str]:
    """`TELL {TELLS TELLING TOLD}`, or the regular forms of a verb that lists none."""
    head, _, listed = line.partition("{")
    lemma = head.split()[0].strip("_").casefold() if head.split() else ""
    if listed:
        return [lemma, *listed.partition("}")[0].casefold().split()]
    stem = lemma.removesuffix("e")
    return [lemma, lemma + "s", lemma + "es", stem + "ed", stem + "ing"]


def first_verb(types: Mapping[str, str], verbs: Sequence[Verb]) -> dict[str, str]:
    """PLOVER type of each verb form whose block has a code: what codes the first such word of a sentence."""
    return {form: types[verb.code] for verb in verbs if verb.code and verb.code in types for form in sorted(verb.forms)}


def code_first(case: Case, table: Mapping[str, str]) -> list[Record]:
    """The baseline: the type of the first word of the sentence that is in the dictionary."""
    return [Record(table[word]) for word in _WORD.findall(case.text.casefold()) if word in table][:1]
