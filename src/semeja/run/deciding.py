"""From what a person says to a row in the project: ids are looked up, what cannot be meant is refused."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from semeja.dossier.exports.binary_tables import decided_rows
from semeja.dossier.exports.text_tables import LIST_MARK
from semeja.dossier.json import decode
from semeja.errors import UsageError
from semeja.records.decision import Decision, Kind, holding
from semeja.records.dossier import Dossier, Entity, Evidence, Quote
from semeja.run.inspecting import dossier_files, no_story
from semeja.store.protocol import Store
from semeja.text.keys import fold

ENTITY_KINDS = ("person", "organisation", "country", "group", "place")


class Signature(msgspec.Struct, frozen=True):
    """Who decides, when (ISO 8601 with zone), and why."""

    by: str
    at: str
    note: str | None = None


def dossiers_in(out: Path, story: str | None) -> list[Dossier]:
    """The dossiers of an output folder, or the one whose folder or id is `story`. Raises UsageError for none."""
    files = [file for file in dossier_files(out) if story is None or file.parent.name == story]
    found = [decode(file.read_bytes()) for file in files or dossier_files(out)]
    if story and not files:
        found = [one for one in found if one.story.id.startswith(story)]
    if not found:
        raise no_story(out, story or "")
    return found


def undo(store: Store, number: int, signature: Signature) -> Decision:
    """The row that undoes another one. Raises UsageError when there is none of that number, or it holds no longer."""
    rows = store.decisions()
    if not 1 <= number <= len(rows):
        raise UsageError(f"decision {number}", f"there are {len(rows)}", "semeja decide list shows them")
    held = {one.number for one in holding(rows)}
    if rows[number - 1].kind != "undo" and number not in held:
        raise UsageError(f"decision {number}", "it is undone already", "undo the row that undid it")
    return _draft("undo", signature, undoes=number)


def merge(dossiers: Iterable[Dossier], ids: tuple[str, ...], signature: Signature) -> Decision:
    """Entities that are one (the first gives the id), or stories that are one."""
    if len(set(ids)) < 2:
        raise UsageError("merge", "it needs two different ids", "semeja decide merge person:a person:b")
    dossiers = tuple(dossiers)
    if all(_is_story(one) for one in ids):
        return _draft("merge-stories", signature, articles=tuple(sorted(_members(_story(dossiers, ids)))))
    for one in ids:
        _entity(dossiers, one)
    if len({one.partition(":")[0] for one in ids}) > 1:
        raise UsageError("merge", f"{', '.join(ids)} are not of one kind", "a person can't be a place")
    meant = [one for one in dossiers if sum(entity.id in ids for entity in one.entities) > 1]
    if not meant:
        raise UsageError("merge", f"no story has {' and '.join(ids)} together", "merge their stories first")
    return _draft("merge", signature, articles=tuple(sorted(_members(meant))), entities=ids)


def split(dossiers: Iterable[Dossier], id: str, articles: tuple[str, ...], signature: Signature) -> Decision:
    """An entity that is another one in some articles, or articles that do not belong to a story."""
    dossiers = tuple(dossiers)
    meant = _story(dossiers, (id,)) if _is_story(id) else [one for one in dossiers if _has(one, id)]
    if not _is_story(id):
        _entity(dossiers, id)
    members = _members(meant)
    parted = tuple(sorted({_article(members, one) for one in articles}))
    if not parted or len(parted) == len(members):
        raise UsageError("split", "some articles must go and some must stay", "name those that go")
    if _is_story(id):
        return _draft("split-story", signature, articles=tuple(sorted(members)), parted=parted)
    inside = tuple(sorted(_members([one for one in meant if set(parted) & _members([one])])))
    return _draft("split", signature, articles=inside, parted=parted, entities=(id,))


def alias(dossiers: Iterable[Dossier], text: str, id: str, wrong: bool, signature: Signature) -> Decision:
    """A form that means an entity; `wrong`: it does not."""
    dossiers = tuple(dossiers)
    _entity(dossiers, id)
    meant = [one for one in dossiers if _has(one, id) and _written(one, text)]
    if not meant:
        raise UsageError(
            f"alias “{text}”", f"no name in a story with {id} is written so", "write it as it stands in the article"
        )
    return _draft(
        "not-alias" if wrong else "alias",
        signature,
        articles=tuple(sorted(_members(meant))),
        entities=(id,),
        text=text,
    )


def not_a_quote(dossiers: Iterable[Dossier], id: str, signature: Signature) -> Decision:
    """A quote that is none."""
    dossier, quote = _quote(dossiers, id)
    return _draft("not-a-quote", signature, articles=tuple(sorted(_members([dossier]))), place=quote.content)


def speaker(dossiers: Iterable[Dossier], id: str, speakers: tuple[str, ...], signature: Signature) -> Decision:
    """Whose words a quote is; nobody: it can't be told."""
    dossier, quote = _quote(dossiers, id)
    for one in speakers:
        _entity((dossier,), one)
    return _draft(
        "speaker", signature, articles=tuple(sorted(_members([dossier]))), entities=speakers, place=quote.content
    )


def same_owner(dossiers: Iterable[Dossier], names: tuple[str, ...], signature: Signature) -> Decision:
    """Outlets of one owner, in every story."""
    known = {
        form: outlet
        for dossier in dossiers
        for article in dossier.articles
        if (outlet := article.outlet)
        for form in (fold(outlet.name), fold(outlet.domain or ""))
        if form
    }
    unknown = [name for name in names if fold(name) not in known]
    if unknown or len({known[fold(name)].name for name in names}) < 2:
        raise UsageError(
            f"same-owner {', '.join(unknown or names)}",
            "no article is from it" if unknown else "it needs two outlets",
            "write the names as the report does",
        )
    outlets = [known[fold(name)] for name in names]
    return _draft(
        "same-owner",
        signature,
        outlets=tuple(sorted({tuple(form for form in (one.name, one.domain) if form) for one in outlets})),
    )


def from_worksheet(dossiers: Iterable[Dossier], body: bytes, signature: Signature) -> list[Decision]:
    """What people filled into a worksheet that `semeja export --format xlsx` wrote; UsageError names what is wrong."""
    dossiers = tuple(dossiers)
    found = []
    for table, cells in decided_rows(body):
        signed = replace(signature, note=cells.get("note") or signature.note)
        if table == "quotes" and cells.get("not a quote"):
            found.append(not_a_quote(dossiers, cells["id"], signed))
        elif table == "quotes" and cells.get("speaker is"):
            found.append(speaker(dossiers, cells["id"], tuple(cells["speaker is"].split(LIST_MARK)), signed))
        elif table == "entities" and cells.get("same as"):
            found.append(merge(dossiers, (cells["same as"], cells["id"]), signed))
        elif table == "articles" and cells.get("same owner as"):
            found.append(same_owner(dossiers, (cells["same owner as"], cells.get("outlet", "")), signed))
    return found


def take_over(store: Store, file: Path) -> tuple[Decision, ...]:
    """Append the rows of a JSON Lines file that the project does not have, as signed and dated there.

    Raises UsageError for a line that is no decision, and for an undoing whose row the file does not have.
    """
    known = {_content(row, {}): row.number for row in store.decisions()}
    numbers: dict[int, int] = {}
    added = []
    for number, row in enumerate(_rows_of(file), start=1):
        if row.undoes is not None and row.undoes not in numbers:
            raise UsageError(f"{file}:{number}", f"it undoes {row.undoes}, which is not in the file", "export it whole")
        content = _content(row, numbers)
        if content not in known:
            added.append(store.decide(content))
            known[content] = added[-1].number
        numbers[row.number] = known[content]
    return tuple(added)


def encoded(row: Decision) -> bytes:
    """A row as a line of a file that `take_over` reads."""
    return msgspec.json.encode(row)


def _rows_of(file: Path) -> Iterator[Decision]:
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            yield msgspec.json.decode(line, type=Decision)
        except msgspec.DecodeError as error:
            advice = "semeja decide list --json writes such files"
            raise UsageError(f"{file}:{number}", f"it is no decision, {error}", advice) from error


def _content(row: Decision, numbers: Mapping[int, int]) -> Decision:
    """A row without number and seal; what it undoes by the number that it has in the project."""
    undoes = row.undoes if row.undoes is None else numbers.get(row.undoes, row.undoes)
    return replace(row, number=0, seal="", undoes=undoes)


def _draft(
    kind: Kind,
    signature: Signature,
    articles: tuple[str, ...] = (),
    parted: tuple[str, ...] = (),
    entities: tuple[str, ...] = (),
    outlets: tuple[tuple[str, ...], ...] = (),
    text: str | None = None,
    place: Evidence | None = None,
    undoes: int | None = None,
) -> Decision:
    """A row without number and seal: the store gives them."""
    return Decision(
        0, kind, signature.by, signature.at, signature.note, articles, parted, entities, outlets, text, place, undoes
    )


def _is_story(id: str) -> bool:
    return id.partition(":")[0] not in ENTITY_KINDS


def _story(dossiers: Iterable[Dossier], ids: tuple[str, ...]) -> list[Dossier]:
    return [one for id in ids for one in [_one_story(tuple(dossiers), id)]]


def _one_story(dossiers: tuple[Dossier, ...], id: str) -> Dossier:
    found = [one for one in dossiers if one.story.id == id or one.story.id.startswith(id)]
    if len(found) != 1:
        raise UsageError(
            f"story {id}", f"{len(found) or 'no'} stories have an id that begins so", "semeja build lists them"
        )
    return found[0]


def _members(dossiers: Iterable[Dossier]) -> set[str]:
    return {article.id for dossier in dossiers for article in dossier.articles}


def _article(members: set[str], id: str) -> str:
    found = [one for one in members if one == id or one.startswith(id)]
    if len(found) != 1:
        raise UsageError(
            f"article {id}", f"{len(found) or 'no'} articles of the story have it", "ids stand in dossier.json"
        )
    return found[0]


def _has(dossier: Dossier, id: str) -> bool:
    return any(entity.id == id for entity in dossier.entities)


def _entity(dossiers: Iterable[Dossier], id: str) -> Entity:
    for dossier in dossiers:
        for entity in dossier.entities:
            if entity.id == id:
                return entity
    raise UsageError(f"id {id}", "no entity has it", "ids stand in dossier.json under entities")


def _written(dossier: Dossier, text: str) -> bool:
    form = fold(text)
    return any(fold(alias.text) == form for entity in dossier.entities for alias in entity.aliases)


def _quote(dossiers: Iterable[Dossier], id: str) -> tuple[Dossier, Quote]:
    found = [(dossier, quote) for dossier in dossiers for quote in dossier.quotes if quote.id.startswith(id)]
    if len({quote.id for _, quote in found}) != 1:
        raise UsageError(
            f"quote {id}", f"{len(found) or 'no'} quotes have it", "ids stand in dossier.json under quotes"
        )
    return found[0]
