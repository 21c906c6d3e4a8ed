"""Names of outlets and agencies as one story writes them: which of them are one outlet, and what it is called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.outlets import outlet_of
from semeja.group.components import components
from semeja.lang.outlets import Outlet, find_outlet
from semeja.lang.pack import CODES
from semeja.lang.tracing import tracing_tables
from semeja.records.dossier import Origin
from semeja.records.story import Story
from semeja.text.keys import plain, slug

AGENCY_WORDS = ("kantor berita", "news agency", "agency")
"""Words of a name that tell an agency from an outlet where the table does not know it."""
_ENDING = re.compile(r"(?<=\w)(?:\.[a-z]{2,7}){1,3}$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
MOST_NAMES = 200
"""Names whose short forms are looked for, the longest: a pile of invented names must cost no more."""
_SHORTEST_PART = 4
_FEWEST_INITIALS = 3


class Press(msgspec.Struct, frozen=True):
    """The outlets of one story: a name as written -> its origin, and the origin id of each article's own outlet."""

    by_name: Mapping[str, Origin]
    own: tuple[str | None, ...]
    articles: Mapping[str, tuple[int, ...]]
    by_form: Mapping[str, Origin]

    def find(self, name: str) -> Origin | None:
        """The origin that the story knows by that name, however it is spaced or cased."""
        return self.by_name.get(name) or self.by_form.get(squeezed(name))

    def articles_of(self, origin: str) -> tuple[int, ...]:
        """Indices of the articles that this outlet or agency itself published, in the story's order."""
        return self.articles.get(origin, ())


def name_press(story: Story) -> Press:
    """One origin per outlet or agency that an article comes from or credits, whatever form of its name is used."""
    outlets = [outlet_of(*pair) for pair in zip(story.articles, story.readings, strict=True)]
    written = {outlet.name for outlet in outlets if outlet}
    written |= {credit.name for reading in story.readings for credit in reading.credits if credit.name}
    by_name = unite_names(written, _stated_short_forms(story, written))
    own = tuple(by_name[outlet.name].id if outlet else None for outlet in outlets)
    articles: dict[str, list[int]] = defaultdict(list)
    for index, origin in enumerate(own):
        if origin:
            articles[origin].append(index)
    by_form = {squeezed(name): by_name[name] for name in sorted(by_name, reverse=True)}
    return Press(by_name, own, {origin: tuple(indices) for origin, indices in articles.items()}, by_form)


def unite_names(written: Iterable[str], stated: Iterable[tuple[str, str]] = ()) -> Mapping[str, Origin]:
    """The origin of each name. Two names are one outlet when the table says so, when they differ by case, blanks,
    domain ending or a word such as `Kantor Berita`, when one opens the other (`Meridian`, `Meridian News Agency`) or
    is its initials (`KBS`). A short form that fits two outlets stays alone. `stated`: names that a text puts beside
    one another (`Northern Newswire (NN)`)."""
    names = sorted(set(written))
    rows = {name: table_row(name) for name in names}
    links = {(name, name) for name in names}
    for forms in (_by_form(names, rows), _by_squeezed(names)):
        links |= {(members[0], member) for members in forms.values() for member in members}
    links |= _short_forms(names, rows, components(links)) | set(stated)
    return {name: origin for members in components(links) for origin in (_origin(members, rows),) for name in members}


def _stated_short_forms(story: Story, written: set[str]) -> set[tuple[str, str]]:
    """Pairs of names of which a text gives one in brackets after the other."""
    longer = sorted((name for name in written if " " in name), key=lambda name: (-len(name), name))[:MOST_NAMES]
    if not longer:
        return set()
    pattern = re.compile(rf"({'|'.join(map(re.escape, longer))}) \(([A-Z]{{2,8}})\)")
    found = {match.groups() for article in story.articles for match in pattern.finditer(article.text)}
    return {(name, short) for name, short in found if short in written and not table_row(short)}


def squeezed(name: str) -> str:
    """A name without case, blanks, domain ending and article: the key under which its spellings meet."""
    return "".join(_words(name)) or name


def table_row(name: str) -> Outlet | None:
    """The table's outlet of that name, also without domain ending and without words such as `Foto`, `News Agency`."""
    words = _words(name)
    while words:
        row = find_outlet(" ".join(words))
        if row is not None:
            return row
        if words[-1] in tracing_tables(CODES).generic:
            words = words[:-1]
        elif words[0] in tracing_tables(CODES).generic:
            words = words[1:]
        else:
            break
    return find_outlet(name)


def _words(name: str) -> list[str]:
    """`WartaArum.id` -> `warta arum`; `The Strait Monitor` -> `strait monitor`."""
    words = plain(_CAMEL.sub(" ", _ENDING.sub("", name.strip(" @")))).split()
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _core(name: str) -> str:
    generic = tracing_tables(CODES).generic
    return "".join(word for word in _words(name) if word not in generic)


def _by_form(names: list[str], rows: Mapping[str, Outlet | None]) -> dict[str, list[str]]:
    """Names by their row of the table; unknown names by nothing but themselves."""
    forms: dict[str, list[str]] = defaultdict(list)
    for name in names:
        row = rows[name]
        forms[row.id if row else f" {name}"].append(name)
    return forms


def _by_squeezed(names: list[str]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for name in names:
        forms[squeezed(name)].append(name)
    return forms


def _short_forms(
    names: list[str], rows: Mapping[str, Outlet | None], groups: tuple[tuple[str, ...], ...]
) -> set[tuple[str, str]]:
    """Links from a short form to the one outlet that it may stand for."""
    group_of = {name: number for number, members in enumerate(groups) for name in members}
    longer: dict[str, set[int]] = defaultdict(set)
    for name in names:
        for form in _forms(name):
            longer[form].add(group_of[name])
    links = set()
    for name in names:
        others = longer["".join(_words(name))] - {group_of[name]}
        if len(others) == 1 and not rows[name]:
            links.add((name, groups[others.pop()][0]))
    return links


def _forms(name: str) -> set[str]:
    """What a longer name may be shortened to: its opening words, its core, its initials."""
    words, generic = _words(name), tracing_tables(CODES).generic
    forms = {"".join(words[:length]) for length in range(1, len(words)) if set(words[:length]) - generic}
    forms = {form for form in forms | {_core(name)} if len(form) >= _SHORTEST_PART}
    if len(words) >= _FEWEST_INITIALS:
        forms.add("".join(word[0] for word in words))
    return forms


def _origin(names: tuple[str, ...], rows: Mapping[str, Outlet | None]) -> Origin:
    row = next((row for name in names if (row := rows[name])), None)
    if row:
        return Origin(id=f"origin:{row.id}", name=row.name, kind=row.kind)  # type: ignore[arg-type]
    name = max(names, key=lambda name: (not name.isupper(), not _ENDING.search(name), len(name), name))
    agency = any(plain(name).startswith(AGENCY_WORDS) or plain(name).endswith(AGENCY_WORDS) for name in names)
    return Origin(id=f"origin:{slug(name)}", name=name, kind="agency" if agency else "outlet")
