"""What a person decides on a page: looked up, signed, appended, and the project built again in its place."""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request

from semeja.errors import UsageError
from semeja.records.decision import Decision
from semeja.records.dossier import Dossier
from semeja.records.listing import Filters
from semeja.run import deciding
from semeja.run.building import open_project, rebuild
from semeja.run.deciding import Signature
from semeja.web.reader import Reader

LONGEST_FORM = 64 * 1024
MOST_FIELDS = 500
UNDO = "undo"
FORM = "application/x-www-form-urlencoded"

Form = Mapping[str, list[str]]
Make = Callable[[Reader, Form, Signature], Decision]


async def form_of(request: Request) -> Form:
    """The fields of a form. 413 for one past the limits, 415 for one of another kind, 400 for one that is none."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
        raise HTTPException(415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413)
    try:
        return parse_qs(body.decode("utf-8"), max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400) from error


def decide(reader: Reader, form: Form) -> Decision:
    """Append the row that a form means and build again what depends on it. Raises UsageError, `StoreBusy`."""
    kind = _one(form, "kind")
    if kind != UNDO and kind not in MAKERS:
        raise UsageError(f"kind {kind[:40]}", "nothing of that kind can be decided", ", ".join(MAKERS))
    signature = Signature(reader.by or "", reader.now(), _one(form, "note").strip()[:1000] or None)
    with reader.writing:
        draft = None if kind == UNDO else MAKERS[kind](reader, form, signature)
        with open_project(reader.out) as store:
            row = store.decide(draft or deciding.undo(store, _number(form), signature))
        rebuild(reader.out)
    return row


def _merge(reader: Reader, form: Form, signature: Signature) -> Decision:
    return deciding.merge(_stories(reader, form), tuple(form.get("id", ())), signature)


def _merge_stories(reader: Reader, form: Form, signature: Signature) -> Decision:
    dossiers = [*_stories(reader, form), *_in(reader.out, _one(form, "other"))]
    return deciding.merge(dossiers, tuple(dict.fromkeys(one.story.id for one in dossiers)), signature)


def _split(reader: Reader, form: Form, signature: Signature) -> Decision:
    return deciding.split(_stories(reader, form), _one(form, "id"), tuple(form.get("article", ())), signature)


def _split_story(reader: Reader, form: Form, signature: Signature) -> Decision:
    dossiers = _stories(reader, form)
    return deciding.split(dossiers, dossiers[0].story.id, tuple(form.get("article", ())), signature)


def _alias(reader: Reader, form: Form, signature: Signature) -> Decision:
    wrong = _one(form, "wrong") == "yes"
    return deciding.alias(_stories(reader, form), _one(form, "text"), _one(form, "id"), wrong, signature)


def _not_a_quote(reader: Reader, form: Form, signature: Signature) -> Decision:
    return deciding.not_a_quote(_stories(reader, form), _one(form, "quote"), signature)


def _speaker(reader: Reader, form: Form, signature: Signature) -> Decision:
    return deciding.speaker(_stories(reader, form), _one(form, "quote"), tuple(form.get("id", ())), signature)


def _same_owner(reader: Reader, form: Form, signature: Signature) -> Decision:
    names = tuple(form.get("outlet", ()))
    with reader.lists() as index:
        folders = {one.story for name in names for one in index.articles(Filters(outlet=name), 1, 0)}
    dossiers = [one for folder in sorted(folders) for one in _in(reader.out, folder)]
    return deciding.same_owner(dossiers, names, signature)


def _stories(reader: Reader, form: Form) -> list[Dossier]:
    return _in(reader.out, _one(form, "story"))


def _in(out: Path, story: str) -> list[Dossier]:
    """The story of a folder; a form always names one, so that no other dossier is read."""
    if not story:
        raise UsageError("story", "none is named", "decide on the page of a story or of an article")
    return deciding.dossiers_in(out, story)


def _one(form: Form, name: str) -> str:
    return form.get(name, [""])[0]


def _number(form: Form) -> int:
    text = _one(form, "number")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UsageError(f"decision {text[:20]}", "it is no number", "the page of the decisions shows them")
    return int(text)


MAKERS: Mapping[str, Make] = {
    "merge": _merge,
    "merge-stories": _merge_stories,
    "split": _split,
    "split-story": _split_story,
    "alias": _alias,
    "not-a-quote": _not_a_quote,
    "speaker": _speaker,
    "same-owner": _same_owner,
}
"""By the `kind` that a form sends; `UNDO` is one more."""
