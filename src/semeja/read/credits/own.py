"""An outlet that names itself (`kata Daud kepada SerojaNusa.com`, `JAKARTA (KBS) -`) is no source of its article."""

from urllib.parse import urlsplit

from semeja.lang.outlets import find_outlet
from semeja.read.draft import Draft
from semeja.text.keys import letters


def own_names(draft: Draft) -> frozenset[str]:
    """The article's own outlet in the forms that `is_own` compares."""
    stated = (draft.view.structure.outlet_name, draft.article.outlet, _host(draft.article.url))
    names: set[str] = set()
    for name in stated:
        if name:
            names |= {letters(name), _initials(name), letters(name.removeprefix("www.").rsplit(".", 1)[0])}
            outlet = find_outlet(name)
            if outlet is not None:
                names |= {letters(other) for other in (outlet.name, *outlet.names, *outlet.marked_names)}
    return frozenset(name for name in names if len(name) > 1)


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether `name` is the outlet of the article itself."""
    return letters(name) in own or letters(name.rsplit(".", 1)[0]) in own


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isupper()]
    return "".join(word[0] for word in words).casefold() if len(words) > 2 else ""


def _host(url: str | None) -> str | None:
    return urlsplit(url).hostname if url and "//" in url else None
