"""Bodies that carry their kind in their name: `Kementerian X`, `Badan X (Y) Z`, `X Party`."""

from typing import Final

from semeja.lang.naming import Phrase
from semeja.read.names.found import Found
from semeja.read.names.linked import OF, large_from
from semeja.read.names.page import Page
from semeja.read.names.persons import name_end
from semeja.text.keys import slug

STATES: Final = frozenset({"country", "adjective"})
FOREIGN: Final = frozenset({"country", "adjective", "capital", "place"})
NAMES: Final = frozenset(
    {"country", "adjective", "capital", "seat", "organisation", "media", "place", "title", "group"}
)
MEDIA: Final = frozenset({"media", "organisation"})
REGIONS: Final = frozenset({"country", "adjective", "capital", "place"})
TITLES: Final = frozenset({"title"})
BODY_HEAD: Final = frozenset({"organisation_head"})
PLACE_HEAD: Final = frozenset({"place_head"})
REGION: Final = frozenset({"place", "capital"})
DIGNITIES: Final = frozenset({"office", "head", "spokesperson", "rank"})
GOVERNMENT: Final = frozenset({"pemerintah", "government of"})
AND: Final = frozenset({"dan", "and", "&"})
# How many words a person's name most likely has, the likeliest first.
NAME_SIZES: Final = (2, 3, 1)
LONGEST_PLAIN_NAME: Final = 3
LONGEST_REGION: Final = 2
# How many words a kind of body has that the table of abbreviations knows, the longest first.
KIND_SIZES: Final = (3, 2, 1)
MINISTRIES: Final = frozenset({"ministry", "department"})
STOP: Final = frozenset({"."})
COMMA: Final = frozenset({","})


def body_at(page: Page, i: int, head: Phrase, wants_person: bool) -> Found | None:
    """The body whose kind word stands at `i`, or None. `wants_person`: a title leads, a name may follow in one run."""
    start = i + len(head.words)
    if page.is_key(start, STOP) and head.words[0] in page.lists["dropped_head"]:
        start += 1
    last = body_end(page, start)
    if page.listed("definite", start) and page.capital(start + 1):
        start += 1
        office = page.known(start, TITLES)
        last = max(body_end(page, start), start + len(office.words) if office is not None else start)
    spelt = bracket(page, last)[0]
    if last > start and not (spelt and abbreviates(page, i, last, spelt)):
        last = start + tail(page, start, last, wants_person)
    last = for_cause(page, head, last) if last > start else last
    inner = page.known(start, MEDIA)
    if inner is not None and start + len(inner.words) == last:
        return Found(i, last, start, last, "organisation", "name", f"table.{inner.type}", id=inner.id)
    short, after = bracket(page, last)
    if last == start and not short:
        return None
    if short and page.capital(after) and not page.alone(after):
        region = after + behind_bracket(page, after, wants_person)
        return made(page, i, region, page.words[i:last] + page.words[after:region], head, short)
    return made(page, i, after, page.words[i:last], head, short)


def for_cause(page: Page, head: Phrase, last: int) -> int:
    """`Koalisi Masyarakat Sipil untuk Hutan Lestari`, `Ministry of Health of Tarvia`: what the body is for or of."""
    if page.tables.titles_first:
        joins = page.listed("for_word", last) and head.words[0] in page.lists["cause_head"]
        return body_end(page, last + 1) if joins and page.capital(last + 1) else last
    if page.names is not None:
        return last
    if head.words[0] in MINISTRIES and page.is_key(last, AND) and page.capital(last + 1) and page.common(last + 1):
        last = page.run(last + 1)
    return max(last, large_from(page, last + 1)) if page.is_key(last, OF) else last


def behind_bracket(page: Page, first: int, wants_person: bool) -> int:
    """How many capitalised words behind `(BPBD)` are its region; behind a title up to three unknown ones are a name."""
    last = capitals_end(page, first)
    if wants_person and last - first <= LONGEST_PLAIN_NAME and told_end(page, first, last, wants_person) is None:
        return place_words(page, first, last) - first
    return tail(page, first, last, wants_person)


def abbreviates(page: Page, i: int, end: int, short: str) -> bool:
    """The short name's letters come in the order of the words: `Himpunan Nelayan Seroja (HNS)`."""
    rest = iter(short.casefold())
    return end - i > 1 and all(page.keys[j][0] in rest for j in range(i, end) if page.capital(j))


def made(page: Page, first: int, last: int, words: tuple[str, ...], head: Phrase, short: str | None) -> Found:
    """The mention of a body by its words; the government of a state is the state itself."""
    state = next((hit.of for j in range(first + 1, last) if (hit := page.known(j, STATES))), None)
    if state and (" ".join(head.words) in GOVERNMENT or is_force(page, first, last, head)):
        return Found(first, last, first, last, "country", "metonym", "body.government", id=f"country:{state}")
    return Found(
        *(first, last, first, last),
        "organisation",
        "name",
        "body.head",
        id=body_id(page, with_region_written_out(page, last, words)),
        name=" ".join(word for word in words if word != "." and word.casefold() not in page.lists["faction"]),
        represents=None if is_civil(page, head) else f"country:{state}" if state else ministry(page, head),
        acronym=short,
    )


def is_civil(page: Page, head: Phrase) -> bool:
    """A union, firm, party or school acts for nobody but itself, though a state stands in its name."""
    return head.words[0] in page.lists["civil_head"]


def is_force(page: Page, first: int, last: int, head: Phrase) -> bool:
    """`Pasukan Rusia`, `Angkatan Laut Fiji`: nothing but the kind of force and its state."""
    state = page.known(first + len(head.words), STATES)
    if state is None or head.words[0] not in page.lists["force_head"]:
        return False
    return first + len(head.words) + len(state.words) == last


def body_id(page: Page, words: tuple[str, ...]) -> str:
    """The local id by one writing of its kind: `Pemkab X` is `Pemerintah Kabupaten X`, `PT X` and `Fraksi X` `X`."""
    words = plain_words(page, words)
    for size in KIND_SIZES:
        known = page.tables.abbreviations.get(" ".join(words[:size]).casefold())
        if known:
            return f"organisation:{slug(' '.join([known, *words[size:]]))}"
    return f"organisation:{slug(' '.join(words))}"


def with_region_written_out(page: Page, last: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body that ends at `last`, its short region in full: `Polda Sumbar`, `Polda Sumatera Barat`."""
    region = page.known(last - 1, REGION)
    full = region.id.partition(":")[2].split("-") if region is not None and len(region.words) == 1 else ()
    return (*words[:-1], *full) if len(full) > 1 else words


def plain_words(page: Page, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a kind word that no name needs and without its full stop."""
    while len(words) > 1 and (words[0] == "." or words[0].casefold() in page.lists["dropped_head"]):
        words = words[1:]
    return words


def ministry(page: Page, head: Phrase) -> str | None:
    """A ministry that names no state acts for the state of the press."""
    home = page.tables.home
    return f"country:{home}" if home and head.words[0] in ("kementerian", "kementrian") else None


def body_end(page: Page, i: int) -> int:
    """The end of the capitalised words that follow a kind word; a title or a bracket ends them."""
    end = i
    while end < page.last:
        small = end > i and page.listed("portfolio", end) and not page.capital(end)
        if (
            (page.capital(end) and (end == i or not title_starts(page, end)))
            or (small and page.listed("portfolio", end - 1))
            or (page.keys[end].isdigit() and page.listed("numbered_head", end - 1))
        ):
            end += 1
        elif end > i and joined(page, end):
            end += 2
        else:
            break
    return end


def joined(page: Page, i: int) -> bool:
    """`Kebudayaan, Riset, dan Teknologi`: a comma or `dan` between words of office."""
    if not page.listed("portfolio", i - 1):
        return False
    if page.keys[i] in AND and page.known(i + 1, BODY_HEAD) is not None and page.capital(i + 2):
        return page.listed("portfolio", i + 1) and page.listed("portfolio", i + 2)
    if page.keys[i] in AND or (page.keys[i] == "," and not page.is_key(i + 1, AND)):
        return page.capital(i + 1) and page.listed("portfolio", i + 1)
    return page.keys[i] == "," and page.capital(i + 2) and page.listed("portfolio", i + 2)


def title_starts(page: Page, i: int) -> bool:
    """A title in capitals that is no word of office: the name before it has ended."""
    title = page.known(i, TITLES)
    return title is not None and title.id in DIGNITIES and not page.listed("portfolio", i)


def tail(page: Page, first: int, last: int, wants_person: bool, of_place: bool = False) -> int:
    """How many of the words `[first, last)` belong to the body or place; what follows is a person's name."""
    told = told_end(page, first, last, wants_person)
    if told is not None:
        return told - first
    if not wants_person or named_behind(page, last):
        return last - first
    start = place_words(page, first, last) if of_place else office_words(page, first, last)
    given = page.tables.given
    sizes = [size for size in NAME_SIZES if last - size > max(first, start) and (size > 1 or last - first == 2)]
    named = next((size for size in sizes if page.keys[last - size] in given), 0)
    if start > first and last - start <= LONGEST_PLAIN_NAME and (not named or page.keys[start] in given):
        return start - first
    if named:
        return last - named - first
    return last - first if last - first < 3 else last - 2 - first


def named_behind(page: Page, last: int) -> bool:
    """A name stands behind a comma: `Komando Teater Timur PLA, Kolonel Li Xi`, `Direktur PT Sinar Batu, Ana Sari`."""
    if not page.is_key(last, COMMA):
        return False
    title = page.known(last + 1, TITLES)
    if title is not None:
        return title.id in ("rank", "honorific")
    end = name_end(page, last + 1)
    known = page.known(last + 1, REGION) is not None or page.listed("portfolio", last + 1)
    listed = page.is_key(end, COMMA) and page.is_key(end + 1, AND)
    return 2 <= end - last - 1 <= LONGEST_PLAIN_NAME and not known and not listed and not page.is_key(end, AND)


def told_end(page: Page, first: int, last: int, wants_person: bool) -> int | None:
    """Where the body or place ends by how its words or those of the name stand elsewhere in the article."""
    placed = next((i for i in range(last, first, -1) if page.keys[first:i] in page.evidence.placed), None)
    if placed is not None:
        while placed < last and page.listed("compass", placed):
            placed += 1
        return placed
    wholes = page.evidence.wholes
    for i in range(first + 1, last):
        if page.keys[i].isdigit() or page.keys[i - 1].isdigit():
            continue
        if page.alone(i) and not page.listed("portfolio", i):
            return i + 1 if page.keys[i : i + 1] in page.evidence.placed else i
        if wants_person and last - i > 1 and page.keys[i:last] in wholes and not page.listed("portfolio", i):
            return i
        if wants_person and i - first > 1 and page.keys[first:i] in wholes:
            return i
    return None


def place_words(page: Page, first: int, last: int) -> int:
    """Behind a title: the end of a known region, else `first`."""
    region = page.known(first, REGIONS)
    return first if region is None else min(first + len(region.words), last)


def office_words(page: Page, first: int, last: int) -> int:
    """Behind a title: the end of words of office, acronyms and one region, which belong to the body."""
    i = first
    while i < last and (
        page.listed("portfolio", i) or page.keys[i] in AND or page.keys[i] == "," or page.is_acronym(i)
    ):
        i += 1
    region = page.known(i, REGIONS)
    if region:
        i += len(region.words)
    return min(i, last)


def bracket(page: Page, i: int) -> tuple[str | None, int]:
    """The short name in brackets at `i`, and where the text goes on."""
    words = page.words
    if i + 2 < page.last and words[i] == "(" and words[i + 2] == ")" and is_short(words[i + 1]):
        return words[i + 1], i + 3
    return None, i


def is_short(word: str) -> bool:
    """A word that can be a short name in brackets: letters, a capital first, two to twelve."""
    return word.isalpha() and word[0].isupper() and 2 <= len(word) <= 12


def capitals_end(page: Page, i: int) -> int:
    """The end of capitalised words from `i`; a title ends them."""
    end = i
    while page.capital(end) and not title_starts(page, end):
        end += 1
    return end


def place_at(page: Page, i: int, head: Phrase, wants_person: bool = False) -> Found | None:
    """The place whose kind word stands at `i`: `Kecamatan Sindangsari`, `Mount X`; None when no name follows."""
    start = i + len(head.words)
    if page.is_key(start, STOP) and len(head.words[0]) <= 3:
        start += 1
    last = capitals_end(page, start)
    if last == start or page.listed("dropped_head", start):
        return None
    if not page.tables.titles_first and page.listed("organisation_tail", last - 1):
        return None
    last = start + tail(page, start, last, wants_person, of_place=True)
    inner = page.known(start, REGIONS)
    if inner and start + len(inner.words) == last:
        kind = inner.id.partition(":")[0]
        return Found(i, last, start, last, kind, "name", f"table.{inner.type}", id=inner.id)
    named = start if head.words[0] in page.lists["plain_head"] else i
    return Found(i, last, named, last, "place", "name", "place.head", id=f"place:{slug(page.text(named, last))}")


def known_body(page: Page, i: int, phrase: Phrase, wants_person: bool = False) -> Found:
    """A body of the tables, with its short name in brackets and, where every region has one, its region.

    `wants_person`: a title leads, so that an unknown word behind the body may be a person's name.
    """
    end = i + len(phrase.words)
    if page.listed("portfolio", end) and page.capital(end) and page.listed("portfolio", end - 1):
        head = page.known(i, BODY_HEAD)
        longer = body_at(page, i, head, wants_person) if head is not None else None
        if longer is not None:
            return longer
    short, after = bracket(page, end)
    represents = f"country:{phrase.of}" if phrase.of else None
    state = page.known(after, FOREIGN)
    foreign = state is not None and state.of not in (None, "-", phrase.of)
    if page.tables.titles_first and state is not None and foreign and phrase.of == page.tables.home:
        last = after + len(state.words)
        words = page.words[i:last]
        id = body_id(page, words)
        name = page.text(i, last)
        return Found(i, last, i, last, "organisation", "name", "body.state", id, name, represents=f"country:{state.of}")
    id, last = phrase.id, after
    if id in page.tables.local or page.listed("branch_body", i):
        region = region_end(page, after)
        if region == after and not wants_person:
            region = unknown_region_end(page, after)
        if region > after:
            id, last = f"{id}-{slug(page.text(after + kind_words(page, after), region))}", region
    return Found(
        *(i, last, i, last), "organisation", "name", "table.organisation", id=id, represents=represents, acronym=short
    )


def region_end(page: Page, i: int) -> int:
    """The end of the region behind a local body: known, headed (`Kabupaten X`), or placed elsewhere in the article."""
    start = i + kind_words(page, i)
    region = page.known(start, REGION)
    if region is not None:
        return start + len(region.words)
    if start > i:
        return min(capitals_end(page, start), start + LONGEST_REGION)
    return next((j for j in range(page.run(start), start, -1) if page.keys[start:j] in page.evidence.placed), i)


def unknown_region_end(page: Page, i: int) -> int:
    """The end of one capitalised word behind a body that has branches, a word of the compass behind it; else `i`."""
    end = page.run(i)
    size = end - i - page.listed("compass", end - 1)
    told = page.known(i, NAMES) is None and not title_starts(page, i) and not page.is_acronym(i)
    return end if size == 1 and told and page.keys[i] not in page.tables.given else i


def kind_words(page: Page, i: int) -> int:
    """How many words of `Kabupaten X` only say what X is."""
    head = page.known(i, PLACE_HEAD)
    if head is None or head.words[0] not in page.lists["plain_head"]:
        return 0
    return len(head.words) if page.capital(i + len(head.words)) else 0
