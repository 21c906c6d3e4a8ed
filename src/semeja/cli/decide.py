"""`semeja decide`: what people know better, signed, dated, undoable."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from semeja.cli.build import show
from semeja.cli.terminal import Progress, table
from semeja.records.decision import Decision, holding
from semeja.records.dossier import Dossier
from semeja.run import deciding
from semeja.run.building import open_project, rebuild
from semeja.run.deciding import Signature
from semeja.store.protocol import Store

HEADS = ("", "decision", "about", "by", "at", "note")

Given = dict[str, Any]
Make = Callable[[Store, Given, Signature], Decision]


def run_decide(make: Make, given: Given) -> int:
    """Append one row, and build again what depends on it unless `later` is asked for."""
    out = Path(given["out"])
    signature = Signature(given["by"] or getpass.getuser(), _now(), given["note"])
    with open_project(out) as store:
        row = store.decide(make(store, given, signature))
    if given["as_json"]:
        click.echo(_json(row))
    elif not given["quiet"]:
        click.echo(f"decided: {told(row)}, signed {row.by}; undo it with: semeja decide undo {row.number} -o {out}")
    _apply(out, given)
    return 0


def _apply(out: Path, given: Given) -> None:
    """Build again what depends on what was decided, and show the stories."""
    if given["later"]:
        return
    progress = Progress(given["quiet"])
    try:
        built = rebuild(out, notify=progress)
    finally:
        progress.end()
    if not given["as_json"]:
        show(built, str(out), False, given["quiet"], given["verbose"])


def run_list(out: str, as_json: bool) -> int:
    """All rows; those that hold no longer are marked."""
    with open_project(Path(out)) as store:
        rows = store.decisions()
    held = {one.number for one in holding(rows)}
    if as_json:
        for row in rows:
            click.echo(deciding.encoded(row).decode())
    elif not rows:
        click.echo("nothing was decided yet; semeja decide --help says what can be")
    else:
        lines = [(_number(row, held), row.kind, _about(row), row.by, row.at[:16], row.note or "") for row in rows]
        click.echo(table(HEADS, lines, widest=60))
    return 0


def run_import(given: Given) -> int:
    """Append the rows of a file that `semeja decide list --json` wrote, with the names and dates that they have."""
    out = Path(given["out"])
    file = Path(given["file"])
    with open_project(out) as store:
        if file.suffix == ".xlsx":
            signature = Signature(given["by"] or getpass.getuser(), _now(), given["note"])
            drafts = deciding.from_worksheet(_dossiers(given), file.read_bytes(), signature)
            rows = tuple(store.decide(draft) for draft in drafts)
        else:
            rows = deciding.take_over(store, file)
    if given["as_json"]:
        for row in rows:
            click.echo(deciding.encoded(row).decode())
    elif not given["quiet"]:
        click.echo(f"{len(rows)} decisions taken over from {given['file']}")
    if rows:
        _apply(out, given)
    return 0


def undo(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.undo`."""
    return deciding.undo(store, given["number"], signature)


def merge(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.merge`."""
    return deciding.merge(_dossiers(given), given["ids"], signature)


def split(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.split`."""
    return deciding.split(_dossiers(given), given["id"], given["articles"], signature)


def alias(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.alias`."""
    return deciding.alias(_dossiers(given), given["text"], given["id"], given["wrong"], signature)


def not_a_quote(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.not_a_quote`."""
    return deciding.not_a_quote(_dossiers(given), given["id"], signature)


def speaker(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.speaker`."""
    return deciding.speaker(_dossiers(given), given["id"], given["speakers"], signature)


def same_owner(store: Store, given: Given, signature: Signature) -> Decision:
    """See `deciding.same_owner`."""
    return deciding.same_owner(_dossiers(given), given["names"], signature)


def told(row: Decision) -> str:
    """A row in a line: number, kind, what it is about."""
    return f"{row.number} {row.kind} {_about(row)}".rstrip()


def _about(row: Decision) -> str:
    parts = [*row.entities, *row.parted, *(outlet[0] for outlet in row.outlets)]
    if row.text:
        parts.insert(0, f"“{row.text}”")
    if row.place:
        parts.insert(0, f"“{' '.join(row.place.text.split())[:40]}”")
    if row.undoes:
        parts.append(str(row.undoes))
    return " ".join(parts or row.articles)


def _number(row: Decision, held: set[int]) -> str:
    return f"{row.number}" if row.number in held or row.kind == "undo" else f"{row.number} (undone)"


def _dossiers(given: Given) -> list[Dossier]:
    return deciding.dossiers_in(Path(given["out"]), given["story"])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _json(row: Decision) -> str:
    return msgspec.json.format(msgspec.json.encode(row), indent=1).decode()
