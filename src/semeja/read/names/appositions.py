"""What stands behind a name and says who or what it is: `X, Kepala BPBD Y`, `Ukraina, bekas negara Soviet`."""

from typing import Final

from semeja.read.names.found import Found, Office
from semeja.read.names.page import Page
from semeja.read.names.prefixed import owned_title
from semeja.read.names.titles import title_at

COMMA: Final = frozenset({","})
TITLE: Final = frozenset({"title"})
BODY: Final = frozenset({"organisation"})
OWNER: Final = frozenset({"country", "adjective", "seat", "organisation"})
LONGEST_STATE: Final = 6
MOST_ADJECTIVES: Final = 3


def with_apposition(page: Page, one: Found) -> Found:
    """The mention with what follows it: a person with an office, a state with what it is."""
    if one.kind == "country":
        return with_description(page, one)
    if one.kind != "person" or one.form != "name" or one.last >= page.last:
        return one
    key = page.keys[one.last]
    if key != "," and key not in page.lists["title_link"]:
        return one
    return with_body(page, one) or with_office(page, one) or one


def with_body(page: Page, one: Found) -> Found | None:
    """`Yonas Tirta dari Basarnas`: whom the person acts for."""
    body = page.known(one.last + 1, BODY) if page.listed("title_link", one.last) else None
    if body is None:
        return None
    end = one.last + 1 + len(body.words)
    return holding(one, Office(one.last, end, "", body.id, (one.last + 1, end)), one.last)


def with_office(page: Page, one: Found) -> Found | None:
    """`X, Kepala BPBD Y`, `X, secretary general of Y`, `X, a senior Hamas official`."""
    if not page.is_key(one.last, COMMA):
        return None
    i = one.last + 1
    for _ in range(MOST_ADJECTIVES):
        i += page.listed("definite", i) or page.listed("indefinite", i) or page.listed("appositive", i)
    title = page.known(i, TITLE)
    owner = page.known(i, OWNER) if not page.tables.titles_first else None
    behind = title_at(page, i, title) if title is not None else None
    if title is None and owner is not None:
        behind = owned_title(page, i, owner)
    if behind is None or behind.form != "role" or behind.offices[0].owner is None:
        return None
    return holding(one, behind.offices[0], behind.last)


def holding(one: Found, office: Office, last: int) -> Found:
    """The person with one more office; the mention ends at `last`."""
    place = one.first, last, one.head_first, one.head_last
    return Found(*place, one.kind, one.form, one.rule, one.id, one.name, (*one.offices, office))


def with_description(page: Page, one: Found) -> Found:
    """`Ukraina, bekas negara Soviet`."""
    i = one.last + 1
    if not page.is_key(one.last, COMMA):
        return one
    i += page.listed("leading", i)
    if not page.listed("demonstrative_country", i):
        return one
    end = i + 1
    while end < page.last and end - i < LONGEST_STATE and page.words[end][0].isalpha():
        if page.listed("clause", end):
            return one
        end += 1
    return Found(one.first, end, one.head_first, one.head_last, one.kind, one.form, one.rule, id=one.id)
