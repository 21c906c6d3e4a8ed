"""Bodies and places that carry their kind in their name: `Kementerian X`, `X Party`, `Kabupaten X`."""

from semeja.lang.naming import Phrase
from semeja.read.names.found import Found
from semeja.read.names.page import Page
from semeja.text.keys import slug

STATES = frozenset({"country", "adjective"})
REGIONS = frozenset({"country", "adjective", "capital", "place"})
TITLES = frozenset({"title"})
GOVERNMENT = frozenset({"pemerintah", "government of"})
COMPANY = frozenset({"pt", "cv", "perum"})


def body_at(page: Page, i: int, head: Phrase, wants_person: bool) -> Found | None:
    """The body whose kind word stands at `i`. `wants_person`: a title stands before it, a name may follow in one run."""
    start = i + len(head.words)
    if start < page.passage.last and page.words[start] == "." and head.words[0] in COMPANY:
        start += 1
    last = body_end(page, start)
    if last > start:
        last = start + tail(page, start, last, wants_person)
    acronym, after = bracket(page, last)
    if acronym and page.capital(after) and not person_starts(page, after):
        region = after + tail(page, after, place_end(page, after), wants_person)
        return made(page, i, region, head, acronym, last) if region > after else made(page, i, last, head, acronym)
    if last == start and not acronym:
        return None
    return made(page, i, last, head, acronym)


def made(page: Page, first: int, last: int, head: Phrase, acronym: str | None, inner: int | None = None) -> Found:
    """The mention of a body; a government is the state itself."""
    state = next((hit.of for j in range(first + 1, last) if (hit := page.known(j, STATES))), None)
    end = last if inner is not None or acronym is None else last + 3
    if state and " ".join(head.words) in GOVERNMENT:
        return Found(first, end, first, last, "country", "metonym", "government", id=f"country:{state}")
    words = page.words[first:last]
    if inner is not None:
        words = page.words[first:inner] + page.words[inner + 3 : last]
    if head.words[0] in COMPANY:
        words = [word for word in words[len(head.words) :] if word != "."] or words
    represents = f"country:{state}" if state else home_office(page, head)
    return Found(
        first,
        end,
        first,
        end,
        "organisation",
        "name",
        "body.head",
        id=f"organisation:{slug(' '.join(words))}",
        represents=represents,
        acronym=acronym,
    )


def home_office(page: Page, head: Phrase) -> str | None:
    """A ministry that names no state acts for the state of the press."""
    home = page.tables.home
    return f"country:{home}" if home and head.words[0] in ("kementerian", "kementrian") else None


def body_end(page: Page, i: int) -> int:
    """The end of the capitalised words that follow a kind word; a title or a bracket ends them."""
    end, limit = i, page.passage.last
    while end < limit:
        if (page.capital(end) and not title_starts(page, end)) or (
            end > i and page.listed("portfolio", end) and page.words[end] == page.keys[end]
        ):
            end += 1
        elif end > i and joined(page, end):
            end += 2 if page.capital(end + 1) else 3
        else:
            break
    return end


def joined(page: Page, i: int) -> bool:
    """`Kebudayaan, Riset, dan Teknologi`: a comma or `dan` between words of office."""
    if page.keys[i] in (",", "dan", "&", "and") and page.listed("portfolio", i - 1):
        after = (
            i + 2 if page.keys[i] == "," and i + 1 < page.passage.last and page.keys[i + 1] in ("dan", "and") else i + 1
        )
        return page.capital(after) and page.listed("portfolio", after)
    return False


def title_starts(page: Page, i: int) -> bool:
    """A title in capitals that is no word of office: the name before it has ended."""
    return page.known(i, TITLES) is not None and not page.listed("portfolio", i)


def person_starts(page: Page, i: int) -> bool:
    """The word at `i` stands alone elsewhere as a name, so a person's name may start here."""
    return page.evidence.singles[page.keys[i]] > 0


def tail(page: Page, first: int, last: int, wants_person: bool) -> int:
    """How many of the words `[first, last)` belong to the body; what follows is a person's name."""
    keys = page.keys
    for i in range(first + 1, last):
        if page.evidence.singles[keys[i]] and not page.listed("portfolio", i):
            return i - first
        if wants_person and last - i > 1 and page.evidence.wholes[tuple(keys[i:last])]:
            return i - first
        if wants_person and page.evidence.wholes[tuple(keys[first:i])] and i - first > 1:
            return i - first
    if wants_person:
        return office_words(page, first, last) - first
    return last - first


def office_words(page: Page, first: int, last: int) -> int:
    """Behind a title: words of office, regions and acronyms belong to the body, the rest is a name."""
    i = first
    while i < last and (page.listed("portfolio", i) or page.keys[i] in ("dan", ",", "&") or page.is_acronym(i)):
        i += 1
    region = page.known(i, REGIONS)
    if region:
        i += len(region.words)
    if i == first:
        return last if last - first < 3 else last - 2
    return i


def bracket(page: Page, i: int) -> tuple[str | None, int]:
    """The short name in brackets at `i` and where the text goes on."""
    words = page.words
    if i + 2 < page.passage.last and words[i] == "(" and words[i + 2] == ")" and short_name(words[i + 1]):
        return words[i + 1], i + 3
    return None, i


def short_name(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and 2 <= len(word) <= 10 and sum(mark.isupper() for mark in word) >= 1


def place_at(page: Page, i: int, head: Phrase, wants_person: bool = False) -> Found | None:
    """The place whose kind word stands at `i`: `Kecamatan Sindangsari`, `Mount X`."""
    start = i + len(head.words)
    if start < page.passage.last and page.words[start] == "." and len(head.words[0]) <= 3:
        start += 1
    last = place_end(page, start)
    if last == start:
        return None
    last = start + tail(page, start, last, wants_person)
    inner = page.known(start, REGIONS)
    if inner and start + len(inner.words) == last:
        return Found(i, last, start, last, "place", "name", "place.known", id=inner.id)
    return Found(i, last, i, last, "place", "name", "place.head", id=f"place:{slug(' '.join(page.words[i:last]))}")


def place_end(page: Page, i: int) -> int:
    end = i
    while page.capital(end) and not title_starts(page, end):
        end += 1
    return end
